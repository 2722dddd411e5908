// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/imported/fact_edits.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/imported/claimed_words.h"
#include "indexer/knowledge/imported/found_facts.h"
#include "indexer/knowledge/imported/refusal.h"
#include "indexer/knowledge/imported/stated_subject.h"
#include "indexer/text/fold.h"
#include "indexer/text/reading.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

constexpr char32_t kConfidenceRule[] = U"curated";

Span SpanOf(const v1::TextSpan& span) {
  return {static_cast<uint32_t>(span.start()), static_cast<uint32_t>(span.end())};
}

std::u32string AsRead(const std::string& printed) {
  return text::Reading(text::DecodeUtf8(printed)).text();
}

class EditedArticle {
 public:
  EditedArticle(const Scene& scene, ArticleKnowledge& knowledge)
      : scene_(scene), knowledge_(knowledge) {}

  absl::Status Apply(const FactEdit& edit) {
    const std::vector<int32_t> subjects = EntitiesNamed(knowledge_.entities, edit.subject);
    std::vector<v1::Fact> kept;
    int found = 0;
    absl::Status refused;
    for (v1::Fact& fact : knowledge_.facts) {
      if (Selects(edit, subjects, fact)) {
        ++found;
        if (edit.suppress) continue;
        const absl::Status status = Change(edit, fact);
        if (refused.ok()) refused = status;
      }
      kept.push_back(std::move(fact));
    }
    knowledge_.facts = std::move(kept);
    if (found > 0) return refused;
    return absl::NotFoundError(absl::StrCat("the article has no fact of \"", Brief(edit.subject),
                                            "\" with the value \"",
                                            Brief(text::EncodeUtf8(edit.value)), "\""));
  }

 private:
  bool Selects(const FactEdit& edit, const std::vector<int32_t>& subjects,
               const v1::Fact& fact) const {
    const int32_t subject = ParseLocalEntityId(fact.subject().entity());
    const bool of_subject =
        subject >= 0 ? std::find(subjects.begin(), subjects.end(), subject) != subjects.end()
                     : text::FoldKey(fact.subject().display_name()) == text::FoldKey(edit.subject);
    const bool of_property = edit.property.empty() || edit.property == fact.property_id() ||
                             text::FoldKey(edit.property) == text::FoldKey(fact.property());
    return of_subject && of_property && HasValue(edit, fact);
  }

  bool HasValue(const FactEdit& edit, const v1::Fact& fact) const {
    const std::string& words = fact.has_entity() ? fact.entity().display_name() : fact.text();
    if (!words.empty() && AsRead(words) == edit.value) return true;
    return std::any_of(fact.citations().begin(), fact.citations().end(), [&](const auto& citation) {
      const Span value = SpanOf(citation.value_span());
      const text::Reading& reading = scene_.context().reading;
      return !value.empty() && reading.Text(reading.FromBody(value)) == edit.value;
    });
  }

  absl::Status Change(const FactEdit& edit, v1::Fact& fact) const {
    if (!edit.new_subject.empty()) YZ_RETURN_IF_ERROR(SetSubject(edit, fact));
    if (!edit.new_property.empty()) {
      fact.set_property(edit.new_property);
      fact.set_property_id(edit.new_property_id);
    }
    for (const std::string& note : edit.notes) fact.add_notes(note);
    if (edit.new_subject.empty() && edit.new_property.empty()) return absl::OkStatus();
    fact.set_origin(v1::FACT_ORIGIN_CURATED);
    fact.set_rule(edit.rule);
    if (const double* confidence = scene_.rules->confidence.Find(kConfidenceRule)) {
      fact.set_confidence(*confidence);
    }
    return absl::OkStatus();
  }

  absl::Status SetSubject(const FactEdit& edit, v1::Fact& fact) const {
    if (fact.citations().empty()) return absl::OkStatus();
    const text::Reading& reading = scene_.context().reading;
    v1::Fact claim = fact;
    claim.mutable_subject()->clear_entity();
    claim.mutable_subject()->set_display_name(edit.new_subject);
    StatedValue value;
    value.place = reading.FromBody(SpanOf(fact.citations(0).value_span()));
    value.entity = ParseLocalEntityId(fact.entity().entity());
    const std::vector<v1::Fact> none;  // what was found there is what is being mended
    YZ_ASSIGN_OR_RETURN(const std::vector<StatedSubject> subjects,
                        FindStatedSubject(scene_, FoundFacts(scene_.context(), none), claim, value,
                                          reading.FromBody(SpanOf(fact.citations(0).span()))));
    v1::EntityRef& ref = *fact.mutable_subject();
    const int32_t entity = subjects[0].entity;
    ref.set_entity(entity >= 0 ? LocalEntityId(entity) : "");
    ref.set_display_name(entity >= 0 ? scene_.text.Entity(entity).names[0].text
                                     : PrintedText(scene_.context(), subjects[0].words));
    return absl::OkStatus();
  }

  const Scene& scene_;
  ArticleKnowledge& knowledge_;
};

}  // namespace

void ApplyFactEdits(const Scene& scene, const KnowledgePack& pack, ArticleKnowledge& knowledge) {
  const v1::Article& article = *scene.context().article;
  EditedArticle edited(scene, knowledge);
  for (const std::string* name : {&article.name(), &article.external_id()}) {
    for (const uint32_t index : pack.EditsOf(*name)) {
      knowledge.edits.push_back({index, edited.Apply(pack.contents().fact_edits[index])});
    }
  }
}

}  // namespace yinzheng::knowledge
