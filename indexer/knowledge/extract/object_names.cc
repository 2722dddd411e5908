// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/object_names.h"

namespace yinzheng::knowledge {
namespace {

// Behind the last 的 that a name follows.
size_t ObjectBegin(const WordReader& r, WordRange words) {
  size_t begin = words.begin;
  for (size_t i = words.begin; i < words.end; ++i) {
    if (r.Is(i, kListEnd)) break;
    if (!r.IsDe(i)) continue;
    bool name_follows = false;
    for (size_t k = i + 1; k < words.end; ++k) name_follows |= r.IsEntity(k);
    if (name_follows) begin = i + 1;
  }
  return begin;
}

// 某市东部, 某县境内 at the end: a side of the place.
bool IsLastSide(const WordReader& r, size_t i, size_t stop) {
  const bool side = r.IsPlain(i) && (r[i].tag[0] == 'f' || r[i].tag[0] == 's');
  return side && (i + 1 >= stop || r.IsMark(i + 1));
}

// 打造我国…: a place is an object only where the phrase ends with it.
bool GoesOnBehindPlace(const WordReader& r, size_t next, size_t stop) {
  return !r.IsMark(next) && !r.IsListSeparator(next) && !r.Is(next, kListEnd | kProjectNoun) &&
         !r.IsVerb(next) && r[next].kind != WordKind::kQuantity && !IsLastSide(r, next, stop);
}

// A name that modifies a following noun (甲科研院所) is no object itself, but 某项目, 某西区 is.
bool IsHead(const WordReader& r, size_t i, size_t stop) {
  size_t next = i + 1;
  while (next < stop && r.IsQuoteMark(next)) ++next;
  if (next >= stop) return true;
  const bool place = r.TypeOf(i) == v1::ENTITY_TYPE_PLACE;
  if (place && GoesOnBehindPlace(r, next, stop)) return false;
  if (r.RelatesOrHappens(next)) return true;
  if (r.IsDe(next)) return next + 1 >= stop;
  return !r.IsNominal(next) || r.Is(next, kProjectNoun);
}

}  // namespace

std::vector<size_t> ObjectNames(const WordReader& reader, WordRange words) {
  std::vector<size_t> names;
  for (size_t i = ObjectBegin(reader, words); i < words.end; ++i) {
    if (reader.IsEntity(i)) {
      if (IsHead(reader, i, words.end)) names.push_back(i);
      continue;
    }
    const bool verb = reader.IsVerb(i) || reader.Is(i, kPreposition);
    const bool goes_on = verb && !reader.IsListSeparator(i);
    if (reader.Is(i, kListEnd) || (goes_on && !names.empty())) break;
  }
  return names;
}

}  // namespace yinzheng::knowledge
