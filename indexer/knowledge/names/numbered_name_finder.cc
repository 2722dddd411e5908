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

}  // namespace

void FindNumberedNames(const NameText& text, NameCandidates& out) {
  for (uint32_t i = 3; i < text.size(); ++i) {
    if (text.At(i) != U'号' || NumbersOther(text, i + 1)) continue;
    uint32_t number = i;
    while (number > 0 && kNumerals.find(text.Before(number)) != std::u32string_view::npos) {
      --number;
    }
    if (number == i || number == 0 || i - number > 3) continue;
    const NameWord& series = text.words()[text.WordAt(number - 1)];
    if (series.span.end != number && series.in_dictionary) continue;
    if (series.span.end == number && !MakesSeries(series)) continue;
    if (number - series.span.begin < 2 || number - series.span.begin > 3) continue;
    out.push_back({{series.span.begin, i + 1}, v1::ENTITY_TYPE_PRODUCT, kScore, "numbered"});
  }
}

}  // namespace yinzheng::knowledge
