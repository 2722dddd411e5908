// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/houses.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

constexpr uint32_t kShortestHouse = 4;
constexpr size_t kShortestAlias = 3;

bool IsHouse(const FactRules& rules, std::u32string_view words) {
  if (words.size() < kShortestHouse) return false;
  for (size_t n = 1; n <= 4; ++n) {
    if (rules.Is(words.substr(words.size() - n), kParentEnd)) return true;
  }
  return false;
}

bool IsPartName(std::u32string_view words) {
  constexpr size_t kShortest = 3;
  static constexpr std::u32string_view kNumbered = U"一二三四五六七八九十";
  static constexpr std::u32string_view kNoName[] = {
      U"生创", U"生就", U"生村", U"生运", U"生联", U"路", U"派", U"股份", U"有限",
      U"责任", U"集团", U"、",   U"(",    U"·",    U"和", U"与", U"及"};
  if (words.empty()) return false;
  if (words.size() < kShortest) return kNumbered.find(words[0]) != std::u32string_view::npos;
  return std::none_of(std::begin(kNoName), std::end(kNoName),
                      [&](std::u32string_view start) { return words.starts_with(start); });
}

bool IsSubsequence(std::u32string_view part, std::u32string_view whole) {
  size_t i = 0;
  for (const char32_t c : whole) {
    if (i < part.size() && part[i] == c) ++i;
  }
  return i == part.size();
}

class HouseBuilder {
 public:
  HouseBuilder(const text::Reading& reading, const FactRules& rules,
               const EntityRecognizer& recognizer, const KnowledgePack* pack,
               DocumentEntities& entities)
      : reading_(reading),
        rules_(rules),
        recognizer_(recognizer),
        pack_(pack),
        entities_(entities) {}

  void Build() {
    for (size_t i = 0; i < entities_.entities.size(); ++i) {
      for (const LocalName& name : entities_.entities[i].names) {
        by_name_.emplace(text::DecodeUtf8(name.text), i);
      }
    }
    for (const LocalMention& mention : entities_.mentions) {
      places_.emplace(std::pair(mention.entity, Words(mention.span)), mention.span);
    }
    const size_t count = entities_.entities.size();
    for (size_t i = 0; i < count; ++i) {
      if (HasParts(entities_.entities[i].type)) ReadEntity(i);
    }
  }

 private:
  std::u32string Words(Span span) const {
    return std::u32string(text::Slice(reading_.text(), span));
  }

  // Where the entity stands under this very name; empty if nowhere.
  Span PlaceOf(size_t entity, const std::u32string& name) const {
    const auto found = places_.find(std::pair(static_cast<int32_t>(entity), name));
    return found == places_.end() ? Span{} : found->second;
  }

  void ReadEntity(size_t entity) {
    const std::u32string name = text::DecodeUtf8(entities_.entities[entity].names[0].text);
    const Span place = PlaceOf(entity, name);
    if (place.empty()) return;
    auto length = static_cast<uint32_t>(name.size());
    bool nearest = true;
    while ((length = HouseOf(std::u32string_view(name).substr(0, length))) > 0) {
      const size_t house = HouseNamed(name.substr(0, length), place.begin);
      if (nearest && house != entity) AddAliases(entity, name.substr(length), house);
      nearest = false;
    }
  }

  // The length of the longest house that begins `name`; 0 if there is none.
  uint32_t HouseOf(std::u32string_view name) const {
    for (auto n = static_cast<uint32_t>(name.size()); n-- > kShortestHouse;) {
      if (IsHouseAt(rules_, name, n)) return n;
    }
    return 0;
  }

  size_t HouseNamed(const std::u32string& name, uint32_t begin) {
    const auto [entry, added] = by_name_.try_emplace(name, entities_.entities.size());
    if (!added) return entry->second;
    LocalEntity house;
    house.type = v1::ENTITY_TYPE_ORGANIZATION;
    house.rule = "house";
    house.identity = recognizer_.IdentityOf(name);
    LocalName own;
    own.text = text::EncodeUtf8(name);
    own.kind = v1::ALIAS_KIND_CANONICAL;
    own.introduced = {begin, begin + static_cast<uint32_t>(name.size())};
    house.names.push_back(std::move(own));
    Curate(name, house);
    entities_.entities.push_back(std::move(house));
    return entry->second;
  }

  void Curate(const std::u32string& name, LocalEntity& house) const {
    const PackName* const known = pack_ == nullptr ? nullptr : pack_->FindName(name);
    if (known == nullptr || known->senses.size() != 1 || known->senses.front().when) return;
    const PackEntity& entity = pack_->contents().entities[known->senses.front().entity];
    house.identity = text::EncodeUtf8(entity.name);
    house.type = entity.type;
    house.curated = true;
    house.names[0].kind = known->senses.front().kind;
    house.names[0].from_pack = true;
  }

  // 光学所 of 光学所激光中心, which is another name of 江城科学院光学研究所|激光中心.
  void AddAliases(size_t entity, const std::u32string& part, size_t house) {
    const std::u32string full = text::DecodeUtf8(entities_.entities[house].names[0].text);
    const std::vector<LocalName> names = entities_.entities[entity].names;
    for (size_t n = 1; n < names.size(); ++n) {
      const std::u32string name = text::DecodeUtf8(names[n].text);
      if (!name.ends_with(part) || name.size() < part.size() + kShortestAlias) continue;
      const std::u32string alias = name.substr(0, name.size() - part.size());
      const Span place = PlaceOf(entity, name);
      if (place.empty() || alias.size() >= full.size() || !IsSubsequence(alias, full)) continue;
      if (!by_name_.emplace(alias, house).second) continue;
      LocalName local;
      local.text = text::EncodeUtf8(alias);
      local.kind = v1::ALIAS_KIND_ABBREVIATION;
      local.introduced = {place.begin, place.begin + static_cast<uint32_t>(alias.size())};
      entities_.entities[house].names.push_back(std::move(local));
    }
  }

  const text::Reading& reading_;
  const FactRules& rules_;
  const EntityRecognizer& recognizer_;
  const KnowledgePack* const pack_;
  DocumentEntities& entities_;
  std::map<std::u32string, size_t> by_name_;
  std::map<std::pair<int32_t, std::u32string>, Span> places_;  // the first of each
};

}  // namespace

bool HasParts(v1::EntityType type) {
  return type == v1::ENTITY_TYPE_ORGANIZATION || type == v1::ENTITY_TYPE_COMPANY ||
         type == v1::ENTITY_TYPE_FACILITY;
}

bool IsHouseAt(const FactRules& rules, std::u32string_view name, uint32_t length) {
  return IsHouse(rules, name.substr(0, length)) && IsPartName(name.substr(length));
}

void AddHouses(const text::Reading& reading, const FactRules& rules,
               const EntityRecognizer& recognizer, const KnowledgePack* pack,
               DocumentEntities& entities) {
  HouseBuilder(reading, rules, recognizer, pack, entities).Build();
}

}  // namespace yinzheng::knowledge
