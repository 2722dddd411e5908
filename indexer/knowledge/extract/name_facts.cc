// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/name_facts.h"

#include <algorithm>
#include <map>
#include <vector>

#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/extract/houses.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

// Short names of capital letters are short names whatever language they come from.
bool IsInitials(std::string_view name) {
  constexpr size_t kLongest = 8;
  return name.size() <= kLongest && std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
         });
}

const char* AliasProperty(const LocalName& name) {
  switch (name.kind) {
    case v1::ALIAS_KIND_ABBREVIATION:
      return "简称";
    case v1::ALIAS_KIND_TRANSLATION:
      return IsInitials(name.text) ? "简称" : "英文名称";
    case v1::ALIAS_KIND_FORMER_NAME:
      return "曾用名";
    case v1::ALIAS_KIND_VARIANT:
      return "别称";
    default:
      return nullptr;
  }
}

// The name itself inside of the words that introduced it: 量子院 of (以下简称“量子院”). Empty if
// they do not hold it as it is.
Span NameInside(const Scene& scene, const LocalName& name) {
  const std::u32string printed = text::DecodeUtf8(name.text);
  const size_t place = scene.text.Text(name.introduced).rfind(printed);
  if (printed.empty() || place == std::u32string_view::npos) return {};
  const uint32_t begin = name.introduced.begin + static_cast<uint32_t>(place);
  return {begin, begin + static_cast<uint32_t>(printed.size())};
}

// True where the text introduces the name: in brackets behind another name, directly behind it
// (某某光源ABCD), or after 简称, 又称.
bool IsIntroduced(const Scene& scene, const LocalEntity& entity, const LocalName& name,
                  Span inside) {
  static constexpr std::u32string_view kCues[] = {U"简称", U"又称", U"又名",
                                                  U"也称", U"亦称", U"俗称"};
  const std::u32string_view words = scene.text.Text(name.introduced);
  if (inside.begin > name.introduced.begin) {
    const bool bracket = words.front() == U'(' || words.front() == U'（';
    const std::u32string full = text::DecodeUtf8(entity.names[0].text);
    return bracket || (words.starts_with(full) && words.size() == full.size() + inside.size());
  }
  const std::u32string& text = scene.context().reading.text();
  uint32_t end = inside.begin;
  while (end > 0 && (text[end - 1] == U'“' || text[end - 1] == U'为' || text[end - 1] == U'《')) {
    --end;
  }
  const std::u32string_view before = text::Slice(text, {end - std::min(end, 2u), end});
  return std::find(std::begin(kCues), std::end(kCues), before) != std::end(kCues);
}

void StateAlias(const Scene& scene, int32_t entity, const LocalName& name, FactSink& sink) {
  const char* property = AliasProperty(name);
  if (property == nullptr || name.introduced.empty() || name.from_pack) return;
  const Span inside = NameInside(scene, name);
  if (inside.empty() || !IsIntroduced(scene, scene.text.Entity(entity), name, inside)) return;
  FactDraft draft;
  draft.subject = entity;
  draft.subject_mention = name.introduced;
  draft.value = inside;
  draft.rule = "attribute.alias";
  draft.fact.set_property(property);
  draft.fact.set_text(PrintedText(scene.context(), inside));
  sink.Add(std::move(draft));
}

// 甲院乙所丙中心 belongs to 甲院乙所, and that to 甲院: the institutions whose names begin a name.
class ParentReader {
 public:
  ParentReader(const Scene& scene, FactSink& sink)
      : scene_(scene), sink_(sink), first_(FirstMentions()) {
    const auto& entities = scene.text.entities->entities;
    for (size_t i = 0; i < entities.size(); ++i) {
      if (!HasParts(entities[i].type)) continue;
      for (const LocalName& name : entities[i].names) {
        names_.emplace(text::DecodeUtf8(name.text), static_cast<int32_t>(i));
      }
    }
  }

  void Read() {
    const auto& entities = scene_.text.entities->entities;
    for (size_t i = 0; i < entities.size(); ++i) {
      if (HasParts(entities[i].type)) ReadEntity(static_cast<int32_t>(i));
    }
  }

 private:
  // A house at the beginning of a name: its length, and which entity it is if it is one.
  struct House {
    uint32_t length = 0;
    int32_t entity = -1;
  };

  void ReadEntity(int32_t entity) {
    const std::u32string name = text::DecodeUtf8(scene_.text.Entity(entity).names[0].text);
    const Span mention = first_[static_cast<size_t>(entity)];
    Part part{entity, {}};
    uint32_t length = static_cast<uint32_t>(name.size());
    while (true) {
      const House house = HouseOf(std::u32string_view(name).substr(0, length), part.entity);
      if (house.length == 0) return;
      if (house.entity < 0 && mention.size() != name.size()) return;  // nothing prints the house
      State(part, house, mention);
      // What is known of the house is told where its own name is read.
      if (house.entity >= 0 || mention.size() != name.size()) return;
      part = {-1, {mention.begin, mention.begin + house.length}};
      length = house.length;
    }
  }

  // Of each entity, where its name stands as it is; else where it is mentioned first. A house that
  // is mentioned nowhere stands in a longer name.
  std::vector<Span> FirstMentions() const {
    const auto& entities = scene_.text.entities->entities;
    std::vector<Span> first(entities.size());
    std::vector<bool> whole(entities.size());
    for (const LocalMention& mention : scene_.text.entities->mentions) {
      const auto i = static_cast<size_t>(mention.entity);
      if (whole[i]) continue;
      const std::u32string name = text::DecodeUtf8(entities[i].names[0].text);
      whole[i] = scene_.text.Text(mention.span) == name;
      if (whole[i] || first[i].empty()) first[i] = mention.span;
    }
    for (size_t i = 0; i < entities.size(); ++i) {
      if (first[i].empty()) first[i] = entities[i].names[0].introduced;
    }
    return first;
  }

  // The longest house that begins `name`. Length 0 if there is none.
  House HouseOf(std::u32string_view name, int32_t entity) const {
    constexpr uint32_t kShortest = 3;
    for (auto n = static_cast<uint32_t>(name.size()) - 1; n >= kShortest; --n) {
      const auto it = names_.find(std::u32string(name.substr(0, n)));
      if (it != names_.end() && it->second != entity) return {n, it->second};
      if (IsHouseAt(*scene_.rules, name, n)) return {n, -1};
    }
    return {};
  }

  // What belongs to a house: an entity, or the words that name it.
  struct Part {
    int32_t entity = -1;
    Span words;
  };

  void State(const Part& part, const House& house, Span mention) {
    if (mention.empty()) return;
    FactDraft draft;
    draft.subject = part.entity;
    draft.subject_words = part.words;
    const Span words{mention.begin, std::min(mention.end, mention.begin + house.length)};
    draft.value = house.entity >= 0 ? mention : words;
    draft.evidence = mention;
    draft.rule = "relation.name";
    draft.fact.set_property("隶属");
    v1::EntityRef& ref = *draft.fact.mutable_entity();
    if (house.entity >= 0) {
      ref.set_entity(LocalEntityId(house.entity));
      ref.set_display_name(scene_.text.Entity(house.entity).names[0].text);
    } else {
      ref.set_display_name(PrintedText(scene_.context(), words));
    }
    sink_.Add(std::move(draft));
  }

  const Scene& scene_;
  FactSink& sink_;
  const std::vector<Span> first_;
  std::map<std::u32string, int32_t> names_;
};

}  // namespace

void FindNameFacts(const Scene& scene, FactSink& sink) {
  const auto& entities = scene.text.entities->entities;
  for (size_t i = 0; i < entities.size(); ++i) {
    for (size_t n = 1; n < entities[i].names.size(); ++n) {
      StateAlias(scene, static_cast<int32_t>(i), entities[i].names[n], sink);
    }
  }
  ParentReader(scene, sink).Read();
}

}  // namespace yinzheng::knowledge
