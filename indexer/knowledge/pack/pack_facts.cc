// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

// Facts of single articles, and edits of facts that are found.

#include <initializer_list>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/pack/pack_draft.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

// A field and what it says.
struct Given {
  std::string_view field;
  const std::string& value;
};

// False, with an error for each, if one of them is empty or longer than a citation.
bool AreGiven(std::initializer_list<Given> fields, const PackNode& node, std::string_view what,
              PackDraft& draft) {
  bool given = true;
  for (const Given& each : fields) {
    const size_t length = AsRead(each.value).size();
    if (length > 0 && length <= kMaxCitationLength) continue;
    given = false;
    const std::string field(each.field);
    draft.Error(node.Place(each.field),
                length == 0 ? absl::StrCat(base::AbslView(what), " has no ", field, "; write it")
                            : absl::StrCat(field, " has ", length, " characters; the limit is ",
                                           kMaxCitationLength, ": shorten it"));
  }
  return given;
}

class FactReader {
 public:
  FactReader(const pack::v1::PackFact& fact, const PackNode& node, PackDraft& draft)
      : fact_(fact), node_(node), draft_(draft) {}

  // Nothing, with errors, if it can be no statement.
  std::optional<ImportedLine> Read() {
    const bool given = AreGiven({{"article", fact_.article()},
                                 {"subject", fact_.subject()},
                                 {"value", fact_.value()},
                                 {"quote", fact_.quote()}},
                                node_, "a fact", draft_);
    ImportedLine line;
    if (!ReadProperty(line.fact) || !given || !HoldsValue()) return std::nullopt;
    line.origin = v1::FACT_ORIGIN_CURATED;
    line.anchor = fact_.value();
    line.kind = fact_.kind();
    line.place = node_.place().ToString();
    line.fact.mutable_subject()->set_display_name(fact_.subject());
    v1::Citation& citation = *line.fact.add_citations();
    citation.set_article(fact_.article());
    citation.set_quote(fact_.quote());
    *line.fact.mutable_notes() = fact_.notes();
    return line;
  }

 private:
  bool ReadProperty(v1::Fact& fact) {
    const std::string& id = fact_.property_id();
    if (id.empty() == fact_.property().empty()) {
      draft_.Error(node_.place(), "a fact has exactly one of property_id and property; mend that");
      return false;
    }
    if (id.empty()) {
      fact.set_property(text::EncodeUtf8(AsRead(fact_.property())));
      fact.set_property_id(draft_.vocabulary().IdOf(fact.property()));
      return true;
    }
    fact.set_property_id(id);
    fact.set_property(draft_.vocabulary().WordingOf(id));
    if (!fact.property().empty()) return true;
    draft_.Error(node_.Place("property_id"),
                 absl::StrCat("the fact vocabulary has no id \"", id,
                              "\"; write property, or one of ", draft_.vocabulary().Ids()));
    return false;
  }

  bool HoldsValue() {
    if (AsRead(fact_.quote()).find(AsRead(fact_.value())) != std::u32string::npos) return true;
    draft_.Error(node_.Place("value"), absl::StrCat("the quote does not hold the words \"",
                                                    fact_.value(), "\"; write both as printed"));
    return false;
  }

  const pack::v1::PackFact& fact_;
  const PackNode node_;
  PackDraft& draft_;
};

// Nothing, with errors, if it selects or changes nothing.
std::optional<FactEdit> ReadEdit(const pack::v1::PackFactEdit& edit, const PackNode& node,
                                 PackDraft& draft) {
  const bool given =
      AreGiven({{"article", edit.article()}, {"subject", edit.subject()}, {"value", edit.value()}},
               node, "an edit", draft);
  const bool changes =
      !edit.new_subject().empty() || !edit.new_property().empty() || !edit.notes().empty();
  if (changes == edit.suppress()) {
    draft.Error(node.place(), changes ? "an edit suppresses a fact and changes it; do one"
                                      : "an edit changes nothing; set suppress, new_subject, "
                                        "new_property or notes");
    return std::nullopt;
  }
  if (!given) return std::nullopt;
  FactEdit read;
  read.article = edit.article();
  read.subject = edit.subject();
  read.property = text::EncodeUtf8(AsRead(edit.property()));
  read.value = AsRead(edit.value());
  read.suppress = edit.suppress();
  read.new_subject = edit.new_subject();
  read.new_property = text::EncodeUtf8(AsRead(edit.new_property()));
  read.new_property_id = draft.vocabulary().IdOf(read.new_property);
  read.notes = {edit.notes().begin(), edit.notes().end()};
  read.place = node.place().ToString();
  return read;
}

}  // namespace

void AddFacts(const PackFile& file, PackDraft& draft) {
  for (int i = 0; i < file.message.facts_size(); ++i) {
    const PackNode node = PackNode(file).Child("facts", i);
    std::optional<ImportedLine> line = FactReader(file.message.facts(i), node, draft).Read();
    if (!line) continue;
    line->rule = absl::StrCat(file.relative, ":", node.place().line);
    draft.contents.facts.push_back(*std::move(line));
  }
}

void AddFactEdits(const PackFile& file, PackDraft& draft) {
  for (int i = 0; i < file.message.fact_edits_size(); ++i) {
    const PackNode node = PackNode(file).Child("fact_edits", i);
    std::optional<FactEdit> edit = ReadEdit(file.message.fact_edits(i), node, draft);
    if (!edit) continue;
    edit->rule = absl::StrCat(file.relative, ":", node.place().line);
    draft.contents.fact_edits.push_back(*std::move(edit));
  }
}

}  // namespace yinzheng::knowledge
