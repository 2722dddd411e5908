// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/numbered_name_finder.h"

#include <string_view>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr std::u32string_view kNumerals = U"一二三四五六七八九十百";
constexpr int kScore = 60;

// 一号线, 三号楼, 一号文件, 九号台风: what is numbered is no craft.
bool NumbersOther(const NameText& text, uint32_t end) {
  constexpr std::u32string_view kOthers = U"线楼文院店馆厅门台井桥矿炉机路厂院坑码高隧房池棚铺";
  return kOthers.find(text.At(end)) != std::u32string_view::npos;
}

// The word that is the name before the number: one of two or three characters that is no place,
// title or kind of thing.
bool MakesSeries(const NameWord& word) {
  if (word.span.size() < 2 || word.span.size() > 3) return false;
  if (word.classes & (kGenericWord | kBreakWord | kInnerWord | kDeterminer | kTitleBefore |
                      kHeadWord | kCompanyHead | kSpeechWord | kModifier)) {
    return false;
  }
  return word.tag == WordTag::kUnknown || word.tag == WordTag::kName ||
         word.tag == WordTag::kPerson || word.tag == WordTag::kNoun;
}

// The beginning of the series before a number: 东湖|七; `number` if none is there.
uint32_t SeriesBefore(const NameText& text, uint32_t number) {
  const NameWord& series = text.words()[text.WordAt(number - 1)];
  const bool whole = series.span.end == number;
  if (whole ? !MakesSeries(series) : series.in_dictionary) return number;
  const uint32_t size = number - series.span.begin;
  return size >= 2 && size <= 3 ? series.span.begin : number;
}

// The beginning of the Chinese number, one to three characters, before `end`; 0 if there is none.
uint32_t NumberBefore(const NameText& text, uint32_t end) {
  uint32_t number = end;
  while (number > 0 && kNumerals.find(text.Before(number)) != std::u32string_view::npos) --number;
  return number < end && end - number <= 3 ? number : 0;
}

}  // namespace

void FindNumberedNames(const NameText& text, NameCandidates& out) {
  for (uint32_t i = 3; i < text.size(); ++i) {
    if (text.At(i) != U'号' || NumbersOther(text, i + 1)) continue;
    const uint32_t number = NumberBefore(text, i);
    const uint32_t begin = number > 0 ? SeriesBefore(text, number) : number;
    if (begin == number) continue;
    out.push_back({{begin, i + 1}, v1::ENTITY_TYPE_PRODUCT, kScore, "numbered"});
  }
}

}  // namespace yinzheng::knowledge
