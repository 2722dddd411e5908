// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <set>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
#include "indexer/store/documents.h"
#include "indexer/store/fact_facets.h"
#include "indexer/store/fact_terms.h"
#include "indexer/store/name_key.h"
#include "indexer/store/schema.h"
#include "indexer/store/suggestion_terms.h"
#include "indexer/store/terms.h"
#include "indexer/store/token_postings.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using yinzheng::v1::Fact;

void AddKeyTerm(std::string_view prefix, std::string_view name, Xapian::Document& document) {
  const std::string key = NameKey(name);
  if (!key.empty()) document.add_boolean_term(Term(prefix, key));
}

// The entity itself and every name that stands for it.
void AddReference(std::string_view prefix, const yinzheng::v1::EntityRef& reference,
                  const KnownEntities& entities, Xapian::Document& document) {
  const auto add_name = [&](const std::string& name) {
    if (!name.empty()) document.add_boolean_term(Term(prefix, absl::StrCat("/", NameKey(name))));
  };
  add_name(reference.display_name());
  if (reference.entity().empty()) return;
  const std::string id(IdPart(reference.entity()));
  document.add_boolean_term(Term(prefix, id));
  const auto known = entities.find(id);
  if (known == entities.end()) return;
  for (const std::string& name : known->second.names) add_name(name);
}

void AddAmount(uint32_t slot, const std::string& amount, Xapian::Document& document) {
  double value = 0;
  if (absl::SimpleAtod(amount, &value)) document.add_value(slot, Xapian::sortable_serialise(value));
}

void AddFactValue(const Fact& fact, Xapian::Document& document) {
  if (fact.has_entity() && !fact.entity().entity().empty()) {
    document.add_boolean_term(Term(prefix::kObject, IdPart(fact.entity().entity())));
  }
  if (!fact.has_quantity()) return;
  const yinzheng::v1::Quantity& quantity = fact.quantity();
  AddKeyTerm(prefix::kUnit, quantity.unit(), document);
  AddKeyTerm(prefix::kUnit, quantity.unit_code(), document);
  AddAmount(slot::kAmount, quantity.amount(), document);
  AddAmount(slot::kUpperAmount,
            quantity.upper_amount().empty() ? quantity.amount() : quantity.upper_amount(),
            document);
}

void AddFactOrder(const Fact& fact, Xapian::Document& document) {
  const yinzheng::v1::DateValue& time = TimeOf(fact);
  if (!time.earliest().empty()) document.add_value(slot::kEarliest, time.earliest());
  if (!time.latest().empty()) document.add_value(slot::kLatest, time.latest());
  document.add_value(slot::kConfidence, Xapian::sortable_serialise(fact.confidence()));
  document.add_value(slot::kTieBreak, fact.name());
  const std::string id(IdPart(fact.name()));
  const yinzheng::v1::Citation& first =
      fact.citations_size() > 0 ? fact.citations(0) : yinzheng::v1::Citation::default_instance();
  document.add_value(
      slot::kArticleOrder,
      absl::StrCat(base::AbslView(IdPart(first.article())), std::string(1, '\0'),
                   BigEndian(static_cast<uint32_t>(std::max(first.span().start(), 0))), id));
  const std::string property = fact.property_id().empty() ? fact.property() : fact.property_id();
  const std::string subject = fact.subject().entity().empty()
                                  ? absl::StrCat("/", fact.subject().display_name())
                                  : std::string(IdPart(fact.subject().entity()));
  document.add_value(slot::kSubjectOrder,
                     absl::StrCat(subject, std::string(1, '\0'), NameKey(property),
                                  std::string(1, '\0'), OldestFirstKey(time.earliest(), ""), id));
}

// Texts one after the other, with a gap between them that no phrase runs across.
class TextTerms {
 public:
  TextTerms(const text::Analyzer& analyzer, Xapian::Document& document)
      : analyzer_(analyzer), document_(document) {}

  void Add(const FactText& text) {
    const uint32_t end = AddPostings(analyzer_.Analyze(text::DecodeUtf8(text.text)), "",
                                     next_position_, text.weight, document_);
    if (end == next_position_) return;
    document_.add_posting(std::string(kBreakTerm), end, 0);
    next_position_ = end + text::kBreakGap;
  }

 private:
  const text::Analyzer& analyzer_;
  Xapian::Document& document_;
  uint32_t next_position_ = 1;
};

void AddFactTexts(const Fact& fact, const text::Analyzer& analyzer, const KnownEntities& entities,
                  Xapian::Document& document) {
  TextTerms terms(analyzer, document);
  for (const FactText& text : TextsOf(fact)) terms.Add(text);
  const auto known = entities.find(std::string(IdPart(fact.subject().entity())));
  if (known == entities.end()) return;
  for (const std::string& name : known->second.names) {
    if (name != fact.subject().display_name()) terms.Add({name, 1});
  }
}

// What a name may be spelled as, whole; names too long for anybody to spell are left out.
void AddReadings(const std::string& key, yinzheng::v1::EntityType type,
                 const text::PinyinReader& reader, Xapian::Document& document) {
  const std::u32string characters = text::DecodeUtf8(key);
  if (characters.size() > kMaxEntityReading) return;
  const text::ReadName name =
      reader.Read(characters, type == yinzheng::v1::ENTITY_TYPE_PERSON ? text::NameKind::kPerson
                                                                       : text::NameKind::kAny);
  for (const std::string& spelling : text::SpellingsOf(name)) {
    document.add_boolean_term(SpellingTerm(spelling));
  }
  for (const std::string& initials : text::InitialsOf(name)) {
    document.add_boolean_term(WholeInitialsTerm(initials));
  }
}

// What finds names that mean the entity in single articles only.
void AddScopedNames(const yinzheng::v1::Entity& entity, const text::PinyinReader& reader,
                    Xapian::Document& document) {
  for (const yinzheng::v1::EntityAlias& alias : entity.aliases()) {
    const std::string key = NameKey(alias.text());
    if (!alias.document_scoped() || key.empty()) continue;
    document.add_boolean_term(ScopedKeyTerm(key));
    const std::u32string characters = text::DecodeUtf8(key);
    if (characters.size() > kMaxEntityReading) continue;
    for (const std::string& spelling : text::SpellingsOf(reader.Read(characters))) {
      document.add_boolean_term(ScopedSpellingTerm(spelling));
    }
  }
}

std::string MostMentionedKey(const yinzheng::v1::Entity& entity) {
  const auto count = static_cast<uint32_t>(std::max(entity.mention_count(), 0));
  return absl::StrCat(BigEndian(std::numeric_limits<uint32_t>::max() - count), entity.name());
}

}  // namespace

Xapian::Document EntityDocument(const yinzheng::v1::Entity& entity,
                                const text::PinyinReader& reader) {
  Xapian::Document document;
  document.set_data(SerializeDeterministically(entity));
  document.add_boolean_term(Term(prefix::kName, IdPart(entity.name())));
  document.add_boolean_term(
      Term(prefix::kEntityType, absl::StrCat(static_cast<int>(entity.type()))));
  document.add_value(slot::kTieBreak, entity.name());
  document.add_value(slot::kMostMentioned, MostMentionedKey(entity));
  document.add_value(slot::kDisplayName, entity.display_name());
  std::set<std::string> keys = {NameKey(entity.display_name())};
  for (const yinzheng::v1::EntityAlias& alias : entity.aliases()) {
    if (!alias.document_scoped()) keys.insert(NameKey(alias.text()));
  }
  keys.erase("");
  for (const std::string& key : keys) {
    document.add_boolean_term(Term(prefix::kNameKey, key));
    for (const std::string& beginning : KeyPrefixes(key, kMaxNamePrefix)) {
      document.add_boolean_term(Term(prefix::kNamePrefix, beginning));
    }
    AddReadings(key, entity.type(), reader, document);
    // These count: the nearest names are ranked by the rarity of what they share.
    for (const std::string& gram : KeyGrams(key)) document.add_term(Term(prefix::kNameGram, gram));
  }
  AddScopedNames(entity, reader, document);
  return document;
}

Xapian::Document FactDocument(const Fact& fact, const text::Analyzer& analyzer,
                              const KnownEntities& entities) {
  Xapian::Document document;
  document.set_data(SerializeDeterministically(fact));
  document.add_boolean_term(Term(prefix::kName, IdPart(fact.name())));
  AddReference(prefix::kSubject, fact.subject(), entities, document);
  AddKeyTerm(prefix::kProperty, fact.property(), document);
  AddKeyTerm(prefix::kProperty, fact.property_id(), document);
  const auto add_number = [&](std::string_view prefix, int number) {
    document.add_boolean_term(Term(prefix, absl::StrCat(number)));
  };
  add_number(prefix::kFactKind, KindOf(fact));
  add_number(prefix::kModality, fact.modality());
  add_number(prefix::kOrigin, fact.origin());
  for (const yinzheng::v1::Citation& citation : fact.citations()) {
    document.add_boolean_term(Term(prefix::kArticle, IdPart(citation.article())));
    if (citation.has_attribution()) {
      AddReference(prefix::kSpeaker, citation.attribution().speaker(), entities, document);
    }
  }
  AddFactValue(fact, document);
  AddFactOrder(fact, document);
  AddFacetValues(fact, document);
  AddFactTexts(fact, analyzer, entities, document);
  return document;
}

}  // namespace yinzheng::store
