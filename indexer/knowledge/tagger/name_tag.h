// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_TAGGER_NAME_TAG_H_
#define YINZHENG_INDEXER_KNOWLEDGE_TAGGER_NAME_TAG_H_

#include <array>
#include <cstdint>
#include <optional>

#include "yinzheng/v1/entity_ref.pb.h"

namespace yinzheng::knowledge {

// The kinds of names that annotated news distinguishes. Facilities count as places, companies as
// organisations; projects, policies and the like have no class, since no set annotates them.
enum class NameClass : uint8_t { kPerson, kPlace, kOrganization };
inline constexpr size_t kNameClasses = 3;

// Where a character stands in a name.
enum class NamePlace : uint8_t { kSingle, kBegin, kInside, kEnd };

// What one character is: 0 outside of names, else a class and a place in it.
using NameTag = uint8_t;
inline constexpr NameTag kOutside = 0;
inline constexpr size_t kNameTags = 1 + 4 * kNameClasses;

constexpr NameTag TagOf(NameClass name_class, NamePlace place) {
  return static_cast<NameTag>(1 + 4 * static_cast<int>(name_class) + static_cast<int>(place));
}
constexpr NameClass ClassOf(NameTag tag) { return static_cast<NameClass>((tag - 1) / 4); }
constexpr NamePlace PlaceOf(NameTag tag) { return static_cast<NamePlace>((tag - 1) % 4); }

// Whether a name may stop after `tag`, and whether one may start with it; both hold outside.
constexpr bool Closes(NameTag tag) {
  return tag == kOutside || PlaceOf(tag) == NamePlace::kSingle || PlaceOf(tag) == NamePlace::kEnd;
}
constexpr bool Opens(NameTag tag) {
  return tag == kOutside || PlaceOf(tag) == NamePlace::kSingle || PlaceOf(tag) == NamePlace::kBegin;
}

// Whether `to` may follow `from`: inside a name it goes on with the same class.
constexpr bool MayFollow(NameTag from, NameTag to) {
  if (Closes(from) != Opens(to)) return false;
  return Closes(from) || ClassOf(from) == ClassOf(to);
}

// One number for each tag.
using TagScores = std::array<float, kNameTags>;

// The class of an entity type; none for types that no set annotates.
constexpr std::optional<NameClass> NameClassOf(v1::EntityType type) {
  switch (type) {
    case v1::ENTITY_TYPE_PERSON:
      return NameClass::kPerson;
    case v1::ENTITY_TYPE_PLACE:
    case v1::ENTITY_TYPE_FACILITY:
      return NameClass::kPlace;
    case v1::ENTITY_TYPE_ORGANIZATION:
    case v1::ENTITY_TYPE_COMPANY:
      return NameClass::kOrganization;
    default:
      return std::nullopt;
  }
}

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_TAGGER_NAME_TAG_H_
