// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

// Relations of a pack: statements to look for in the articles.

#include <tuple>

#include "absl/strings/str_cat.h"
#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/pack/pack_draft.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

class RelationReader {
 public:
  RelationReader(const pack::v1::PackRelation& relation, const PackNode& node, PackDraft& draft)
      : relation_(relation), node_(node), draft_(draft) {}

  // Nothing, with errors, if it cannot be looked for.
  std::optional<PackRelation> Read() {
    PackRelation read;
    read.subject = NameOf(relation_.subject(), "subject");
    read.entity = NameOf(relation_.entity(), "entity");
    read.property = Property();
    ReadEvidence(read);
    if (read.subject.empty() || read.entity.empty() || read.property.empty()) return std::nullopt;
    if (read.subject == read.entity) {
      draft_.Error(node_.place(), absl::StrCat("a relation of ", Quoted(read.subject),
                                               " with itself; name two entities"));
      return std::nullopt;
    }
    read.notes = {relation_.notes().begin(), relation_.notes().end()};
    return read;
  }

 private:
  // The full name where the packs know one.
  std::u32string NameOf(const std::string& printed, std::string_view field) {
    const PackPlace place = node_.Place(field, 0, printed);
    std::u32string name = draft_.Name(printed, place);
    const PackClaim* const claim = name.empty() ? nullptr : draft_.FindClaim(name);
    if (claim == nullptr) return name;
    if (claim->kind == PackClaim::Kind::kEntity) {
      return draft_.contents.entities[claim->entity].name;
    }
    draft_.Error(place, absl::StrCat(Quoted(name), " means several entities, see ",
                                     draft_.Describe(*claim), "; write the full name of one"));
    return {};
  }

  std::string Property() {
    const std::string& id = relation_.property_id();
    const std::string& property = relation_.property();
    if (id.empty() == property.empty()) {
      draft_.Error(node_.place(),
                   "a relation has exactly one of property_id and property; mend that");
      return {};
    }
    if (!property.empty()) return text::EncodeUtf8(AsRead(property));
    std::string wording = draft_.vocabulary().WordingOf(id);
    if (wording.empty()) {
      draft_.Error(node_.Place("property_id"),
                   absl::StrCat("the fact vocabulary has no id \"", id,
                                "\"; write property, or one of ", draft_.vocabulary().Ids()));
    }
    return wording;
  }

  void ReadEvidence(PackRelation& read) {
    if (relation_.cues().empty() == relation_.quote().empty()) {
      draft_.Error(node_.place(),
                   "a relation has exactly one of cues and quote, by which an article is known to "
                   "state it; mend that");
    }
    for (int i = 0; i < relation_.cues_size(); ++i) {
      read.cues.push_back(AsRead(relation_.cues(i)));
      if (read.cues.back().empty()) {
        draft_.Error(node_.Place("cues", i, relation_.cues(i)),
                     "a cue is empty; every clause holds it");
      }
    }
    read.quote = relation_.quote();
    const size_t length = text::DecodeUtf8(read.quote).size();
    if (length > kMaxCitationLength) {
      draft_.Error(node_.Place("quote"),
                   absl::StrCat("the quote has ", length, " characters; a citation has at most ",
                                kMaxCitationLength, ": shorten it"));
    }
  }

  const pack::v1::PackRelation& relation_;
  const PackNode node_;
  PackDraft& draft_;
};

// Several quotes may prove one relation; its cues stand together.
bool IsNew(const PackRelation& relation, PackDraft& draft) {
  return draft.stated
      .insert(std::tuple(relation.subject, relation.property, relation.entity, relation.quote))
      .second;
}

}  // namespace

void AddRelations(const PackFile& file, PackDraft& draft) {
  for (int i = 0; i < file.message.relations_size(); ++i) {
    const PackNode node = PackNode(file).Child("relations", i);
    std::optional<PackRelation> relation =
        RelationReader(file.message.relations(i), node, draft).Read();
    if (!relation) continue;
    if (!IsNew(*relation, draft)) {
      draft.Error(node.place(),
                  absl::StrCat("the relation of ", Quoted(relation->subject), " and ",
                               Quoted(relation->entity), " is stated twice; join the two"));
      continue;
    }
    relation->rule = absl::StrCat(file.relative, ":", node.place().line);
    draft.contents.relations.push_back(*std::move(relation));
  }
}

}  // namespace yinzheng::knowledge
