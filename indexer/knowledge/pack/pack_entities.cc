// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

// Entities and splits of a pack: whose each name is.

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "indexer/knowledge/pack/pack_draft.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using pack::v1::PackConditionalName;
using Strings = google::protobuf::RepeatedPtrField<std::string>;

struct NameList {
  std::string_view field;
  const Strings& names;
  v1::AliasKind kind;
};

class EntityReader {
 public:
  EntityReader(const pack::v1::PackEntity& entity, const PackNode& node, PackDraft& draft)
      : entity_(entity), node_(node), draft_(draft) {}

  void Read() {
    const PackPlace place = node_.Place("name", 0, entity_.name());
    const std::u32string name = draft_.Name(entity_.name(), place);
    if (entity_.type() == v1::ENTITY_TYPE_UNSPECIFIED) {
      draft_.Error(node_.place(), absl::StrCat("entity \"", entity_.name(),
                                               "\" has no type; set it to one of EntityType"));
    }
    if (name.empty() || IsDeclared(name, place)) return;
    index_ = static_cast<uint32_t>(draft_.contents.entities.size());
    draft_.contents.entities.push_back({name, entity_.type()});
    ReadFullName(name, place);
    const NameList lists[] = {
        {"abbreviations", entity_.abbreviations(), v1::ALIAS_KIND_ABBREVIATION},
        {"translations", entity_.translations(), v1::ALIAS_KIND_TRANSLATION},
        {"former_names", entity_.former_names(), v1::ALIAS_KIND_FORMER_NAME},
        {"variants", entity_.variants(), v1::ALIAS_KIND_VARIANT}};
    for (const NameList& list : lists) {
      ReadList(list);
    }
    for (int i = 0; i < entity_.conditional_names_size(); ++i) {
      ReadConditional(entity_.conditional_names(i), node_.Child("conditional_names", i));
    }
  }

 private:
  bool IsDeclared(const std::u32string& name, const PackPlace& place) const {
    const PackClaim* const claim = draft_.FindClaim(name);
    if (claim == nullptr || claim->kind != PackClaim::Kind::kEntity ||
        draft_.contents.entities[claim->entity].name != name) {
      return false;
    }
    draft_.Error(place, absl::StrCat("entity ", Quoted(name), " is declared twice, first at ",
                                     claim->place.ToString(), "; join the two"));
    return true;
  }

  void Add(const std::u32string& name, const PackPlace& place, PackSense sense) {
    sense.entity = index_;
    has_free_name_ = has_free_name_ || !sense.when;
    if (!draft_.Claim(name, {PackClaim::Kind::kEntity, index_, place})) return;
    draft_.contents.names.push_back({name, {std::move(sense)}});
  }

  void ReadFullName(const std::u32string& name, const PackPlace& place) {
    PackSense sense{index_, v1::ALIAS_KIND_CANONICAL, std::nullopt};
    if (entity_.has_when()) {
      sense.when = draft_.Condition(entity_.when(), node_);
      if (entity_.when().full_name()) {
        draft_.Error(node_.Child("when").Place("full_name"),
                     absl::StrCat("the full name ", Quoted(name),
                                  " cannot depend on itself; name words instead"));
      }
    }
    Add(name, place, std::move(sense));
    if (entity_.has_when()) has_free_name_ = false;
  }

  void ReadList(const NameList& list) {
    for (int i = 0; i < list.names.size(); ++i) {
      const PackPlace place = node_.Place(list.field, i, list.names[i]);
      const std::u32string name = draft_.Name(list.names[i], place);
      if (!name.empty()) Add(name, place, {index_, list.kind, std::nullopt});
    }
  }

  void ReadConditional(const PackConditionalName& conditional, const PackNode& node) {
    const PackPlace place = node.Place("name", 0, conditional.name());
    const std::u32string name = draft_.Name(conditional.name(), place);
    if (!conditional.has_when()) {
      draft_.Error(node.place(), absl::StrCat("conditional name \"", conditional.name(),
                                              "\" has no condition; set when, or list it without"));
      return;
    }
    if (conditional.kind() == v1::ALIAS_KIND_CANONICAL) {
      draft_.Error(node.Place("kind"), "a conditional name is not the canonical one; see name");
    }
    PackSense sense{index_, KindOr(conditional.kind(), v1::ALIAS_KIND_ABBREVIATION),
                    draft_.Condition(conditional.when(), node)};
    if (conditional.when().full_name() && !has_free_name_) {
      draft_.Error(node.Child("when").Place("full_name"),
                   absl::StrCat("full_name never holds: ", entity_.name(),
                                " has no name without a condition; name words instead"));
    }
    if (!name.empty()) Add(name, place, std::move(sense));
  }

  static v1::AliasKind KindOr(v1::AliasKind kind, v1::AliasKind otherwise) {
    return kind == v1::ALIAS_KIND_UNSPECIFIED ? otherwise : kind;
  }

  const pack::v1::PackEntity& entity_;
  const PackNode node_;
  PackDraft& draft_;
  uint32_t index_ = 0;
  bool has_free_name_ = false;  // without a condition
};

class SplitReader {
 public:
  SplitReader(const pack::v1::PackSplit& split, const PackNode& node, PackDraft& draft)
      : split_(split), node_(node), draft_(draft) {}

  void Read() {
    const PackPlace place = node_.Place("name", 0, split_.name());
    const std::u32string name = draft_.Name(split_.name(), place);
    if (split_.senses_size() < 2) {
      draft_.Error(node_.place(),
                   absl::StrCat("split of \"", split_.name(), "\" has ", split_.senses_size(),
                                " senses; it needs two, else list the name"));
    }
    for (int i = 0; i < split_.senses_size(); ++i) {
      ReadSense(split_.senses(i), node_.Child("senses", i));
    }
    if (fallback_) senses_.push_back(*std::move(fallback_));
    if (name.empty() || !draft_.Claim(name, {PackClaim::Kind::kSplit, 0, place})) return;
    draft_.contents.names.push_back({name, std::move(senses_)});
  }

 private:
  void ReadSense(const pack::v1::PackSense& sense, const PackNode& node) {
    const PackPlace place = node.Place("entity", 0, sense.entity());
    const std::optional<uint32_t> entity = FindEntity(sense.entity(), place);
    PackSense read{
        entity.value_or(0),
        sense.kind() == v1::ALIAS_KIND_UNSPECIFIED ? v1::ALIAS_KIND_ABBREVIATION : sense.kind(),
        std::nullopt};
    if (entity && !seen_.insert(*entity).second) {
      draft_.Error(place, absl::StrCat("split of \"", split_.name(), "\" has two senses for \"",
                                       sense.entity(), "\"; join their conditions"));
    }
    if (sense.has_when()) {
      read.when = draft_.Condition(sense.when(), node);
      senses_.push_back(std::move(read));
    } else if (fallback_) {
      draft_.Error(node.place(), absl::StrCat("split of \"", split_.name(),
                                              "\" has two senses without a condition; "
                                              "set when in all but one"));
    } else {
      fallback_ = std::move(read);
    }
  }

  std::optional<uint32_t> FindEntity(const std::string& printed, const PackPlace& place) {
    const std::u32string name = draft_.Name(printed, place);
    if (name.empty()) return std::nullopt;
    const PackClaim* const claim = draft_.FindClaim(name);
    if (claim != nullptr && claim->kind == PackClaim::Kind::kEntity &&
        draft_.contents.entities[claim->entity].name == name) {
      return claim->entity;
    }
    draft_.Error(place, absl::StrCat("no entity of these packs has the full name ", Quoted(name),
                                     "; declare it under entities"));
    return std::nullopt;
  }

  const pack::v1::PackSplit& split_;
  const PackNode node_;
  PackDraft& draft_;
  std::set<uint32_t> seen_;
  std::vector<PackSense> senses_;
  std::optional<PackSense> fallback_;
};

}  // namespace

void AddEntities(const PackFile& file, PackDraft& draft) {
  for (int i = 0; i < file.message.entities_size(); ++i) {
    EntityReader(file.message.entities(i), PackNode(file).Child("entities", i), draft).Read();
  }
}

void AddSplits(const PackFile& file, PackDraft& draft) {
  for (int i = 0; i < file.message.splits_size(); ++i) {
    SplitReader(file.message.splits(i), PackNode(file).Child("splits", i), draft).Read();
  }
}

}  // namespace yinzheng::knowledge
