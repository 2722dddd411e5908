// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

// Merges, corrections and suppressions of a pack: what becomes of names that extraction finds.

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "indexer/knowledge/pack/pack_draft.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

// Those for one type come before those for any, so that the first that fits is the right one.
void AddAmendment(const std::u32string& name, PackAmendment amendment, PackDraft& draft) {
  std::vector<PackAmendment>& amendments = draft.contents.amendments[name];
  const bool any = amendment.found_type == v1::ENTITY_TYPE_UNSPECIFIED;
  amendments.insert(any ? amendments.end() : amendments.begin(), std::move(amendment));
}

// The type of the entity that a merge or correction leads to: `type` as it is written there, or
// that of the pack's own entity. An error if the two differ, or if the name cannot be led to.
v1::EntityType TargetType(const std::u32string& name, v1::EntityType type, const PackPlace& place,
                          PackDraft& draft) {
  const PackClaim* const claim = draft.FindClaim(name);
  if (claim == nullptr) return type;
  if (claim->kind == PackClaim::Kind::kSplit) {
    draft.Error(place, absl::StrCat(Quoted(name), " means several entities, see ",
                                    draft.Describe(*claim), "; name one of them"));
    return type;
  }
  const PackEntity& entity = draft.contents.entities[claim->entity];
  if (entity.name != name) {
    draft.Error(place, absl::StrCat(Quoted(name), " is a short name of ", draft.Describe(*claim),
                                    "; write the full name"));
  } else if (type != v1::ENTITY_TYPE_UNSPECIFIED && type != entity.type) {
    draft.Error(place, absl::StrCat(Quoted(name), " is ", v1::EntityType_Name(type), " here and ",
                                    v1::EntityType_Name(entity.type), " at ",
                                    claim->place.ToString(), "; keep one type"));
  }
  return entity.type;
}

class MergeReader {
 public:
  MergeReader(const pack::v1::PackMerge& merge, const PackNode& node, PackDraft& draft)
      : merge_(merge), node_(node), draft_(draft) {}

  void Read() {
    const PackPlace place = node_.Place("name", 0, merge_.name());
    target_ = draft_.Name(merge_.name(), place);
    if (merge_.names().empty()) {
      draft_.Error(node_.place(), absl::StrCat("merge into \"", merge_.name(),
                                               "\" has no names; list those that are the same"));
    }
    if (target_.empty()) return;
    type_ = TargetType(target_, merge_.type(), node_.place(), draft_);
    if (draft_.FindClaim(target_) == nullptr) Merge(target_, place);
    for (int i = 0; i < merge_.names_size(); ++i) {
      const PackPlace other_place = node_.Place("names", i, merge_.names(i));
      const std::u32string name = draft_.Name(merge_.names(i), other_place);
      if (name.empty()) continue;
      if (name == target_) {
        draft_.Error(other_place, absl::StrCat(Quoted(name), " is merged with itself; remove it"));
      } else if (IsFree(name, other_place)) {
        Merge(name, other_place);
      }
    }
  }

 private:
  // Names of the pack's entities are together and apart already.
  bool IsFree(const std::u32string& name, const PackPlace& place) {
    const PackClaim* const claim = draft_.FindClaim(name);
    if (claim == nullptr) return true;
    std::string message = absl::StrCat(Quoted(name), " is merged into ", Quoted(target_),
                                       " and belongs to ", draft_.Describe(*claim));
    if (claim->kind == PackClaim::Kind::kEntity && type_ != v1::ENTITY_TYPE_UNSPECIFIED &&
        draft_.contents.entities[claim->entity].type != type_) {
      absl::StrAppend(&message, ", of another type (",
                      v1::EntityType_Name(draft_.contents.entities[claim->entity].type), ", not ",
                      v1::EntityType_Name(type_), ")");
    }
    draft_.Error(place, absl::StrCat(message, "; keep one of the two"));
    return false;
  }

  void Merge(const std::u32string& name, const PackPlace& place) {
    const auto [other, added] = draft_.merged.try_emplace(name, place);
    if (!added) {
      draft_.Error(place, absl::StrCat(Quoted(name), " is merged twice, first at ",
                                       other->second.ToString(), "; keep one"));
      return;
    }
    AddAmendment(name, {v1::ENTITY_TYPE_UNSPECIFIED, target_, type_}, draft_);
  }

  const pack::v1::PackMerge& merge_;
  const PackNode node_;
  PackDraft& draft_;
  std::u32string target_;
  v1::EntityType type_ = v1::ENTITY_TYPE_UNSPECIFIED;
};

// What keeps a correction of `name` from being one; empty if nothing does.
std::string FaultOf(const pack::v1::PackCorrection& correction, const std::u32string& name,
                    const PackDraft& draft) {
  const bool retyped = correction.type() != v1::ENTITY_TYPE_UNSPECIFIED;
  if (!retyped && correction.new_name().empty()) {
    return " is corrected to nothing; set type or new_name";
  }
  if (retyped && correction.type() == correction.found_type() && correction.new_name().empty()) {
    return " is corrected to the type it has; change type or found_type";
  }
  if (const PackClaim* const claim = draft.FindClaim(name)) {
    return absl::StrCat(" is declared by ", draft.Describe(*claim), "; correct it there");
  }
  if (const auto merged = draft.merged.find(name); merged != draft.merged.end()) {
    return absl::StrCat(" is merged at ", merged->second.ToString(), "; set name and type there");
  }
  return "";
}

bool IsTwice(const std::u32string& name, v1::EntityType found_type, const PackDraft& draft) {
  const auto amendments = draft.contents.amendments.find(name);
  return amendments != draft.contents.amendments.end() &&
         std::any_of(amendments->second.begin(), amendments->second.end(),
                     [&](const PackAmendment& a) { return a.found_type == found_type; });
}

void ReadCorrection(const pack::v1::PackCorrection& correction, const PackNode& node,
                    PackDraft& draft) {
  const PackPlace place = node.Place("name", 0, correction.name());
  const std::u32string name = draft.Name(correction.name(), place);
  if (name.empty()) return;
  if (const std::string fault = FaultOf(correction, name, draft); !fault.empty()) {
    draft.Error(place, absl::StrCat(Quoted(name), fault));
    return;
  }
  if (IsTwice(name, correction.found_type(), draft)) {
    draft.Error(place, absl::StrCat(Quoted(name), " is corrected twice, first at ",
                                    draft.corrected[name].ToString(), "; keep one"));
    return;
  }
  PackAmendment amendment{correction.found_type(), {}, correction.type()};
  if (!correction.new_name().empty()) {
    const PackPlace new_place = node.Place("new_name", 0, correction.new_name());
    amendment.name = draft.Name(correction.new_name(), new_place);
    amendment.type = TargetType(amendment.name, correction.type(), new_place, draft);
  }
  draft.corrected.try_emplace(name, place);
  AddAmendment(name, std::move(amendment), draft);
}

// What keeps `name` from being suppressed; empty if nothing does.
std::string FaultOf(const std::u32string& name, bool every_type, const PackDraft& draft) {
  if (const PackClaim* const claim = draft.FindClaim(name)) {
    return absl::StrCat(" is suppressed and declared by ", draft.Describe(*claim),
                        "; keep one of the two");
  }
  if (draft.contents.suppressed.contains(name)) {
    return " is suppressed twice; join the two";
  }
  for (const Utf32Map<PackPlace>* const amended : {&draft.merged, &draft.corrected}) {
    const auto other = amended->find(name);
    if (other == amended->end() || !every_type) continue;
    return absl::StrCat(" is suppressed, and amended at ", other->second.ToString(),
                        "; keep one of the two, or suppress some types");
  }
  return "";
}

void ReadSuppression(const pack::v1::PackSuppression& suppression, const PackNode& node,
                     PackDraft& draft) {
  std::vector<v1::EntityType> types;
  for (const int type : suppression.types()) {
    if (type == v1::ENTITY_TYPE_UNSPECIFIED) {
      draft.Error(node.Place("types"), "a suppression has no type to speak of; leave types out");
    }
    types.push_back(static_cast<v1::EntityType>(type));
  }
  if (suppression.names().empty()) {
    draft.Error(node.place(), "a suppression has no names; list what is no name");
  }
  for (int i = 0; i < suppression.names_size(); ++i) {
    const PackPlace place = node.Place("names", i, suppression.names(i));
    const std::u32string name = draft.Name(suppression.names(i), place);
    if (name.empty()) continue;
    if (const std::string fault = FaultOf(name, types.empty(), draft); !fault.empty()) {
      draft.Error(place, absl::StrCat(Quoted(name), fault));
      continue;
    }
    draft.contents.suppressed.emplace(name, types);
  }
}

}  // namespace

void AddMerges(const PackFile& file, PackDraft& draft) {
  for (int i = 0; i < file.message.merges_size(); ++i) {
    MergeReader(file.message.merges(i), PackNode(file).Child("merges", i), draft).Read();
  }
}

void AddCorrections(const PackFile& file, PackDraft& draft) {
  for (int i = 0; i < file.message.corrections_size(); ++i) {
    ReadCorrection(file.message.corrections(i), PackNode(file).Child("corrections", i), draft);
  }
}

void AddSuppressions(const PackFile& file, PackDraft& draft) {
  for (int i = 0; i < file.message.suppressions_size(); ++i) {
    ReadSuppression(file.message.suppressions(i), PackNode(file).Child("suppressions", i), draft);
  }
}

}  // namespace yinzheng::knowledge
