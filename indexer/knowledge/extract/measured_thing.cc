// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/measured_thing.h"

#include <algorithm>

namespace yinzheng::knowledge {
namespace {

// How many characters at the end of `words` are a measure: 收入, 总额, 销量. 0 if none are.
size_t MeasureAtEnd(const FactRules& rules, std::u32string_view words) {
  constexpr size_t kLongest = 4;
  constexpr size_t kShortest = 2;
  // 保险资金, 常住人口, 生产指数: measured, but no measures.
  static constexpr std::u32string_view kThings[] = {U"资金", U"人口", U"用地",
                                                    U"床位", U"经费", U"指数"};
  for (size_t n = std::min(kLongest, words.size()); n >= kShortest; --n) {
    const std::u32string_view end = words.substr(words.size() - n);
    if (std::find(std::begin(kThings), std::end(kThings), end) != std::end(kThings)) return 0;
    if (rules.Is(end, kMeasureNoun)) return n;
  }
  return 0;
}

// What stands before a measure and says which: 营业|收入, 可支配|收入; how it is compared:
// 收入|同比.
size_t BesideMeasure(std::u32string_view words) {
  static constexpr std::u32string_view kWords[] = {U"可支配", U"营业", U"经营", U"业务", U"人均",
                                                   U"零售",   U"同比", U"环比", U"总",   U"的"};
  for (const std::u32string_view word : kWords) {
    if (words.ends_with(word)) return word.size();
  }
  return 0;
}

bool IsTime(std::u32string_view words) {
  static constexpr std::u32string_view kTimes[] = {U"全年", U"当月", U"当年", U"同期", U"年均"};
  return std::find(std::begin(kTimes), std::end(kTimes), words) != std::end(kTimes);
}

// 《某|访谈》: words that begin in a title and do not end with it.
bool CutsTitle(std::u32string_view text, text::Span noun) {
  const std::u32string_view words = text::Slice(text, noun);
  if (std::count(words.begin(), words.end(), U'《') !=
      std::count(words.begin(), words.end(), U'》')) {
    return true;
  }
  const bool opened = noun.begin > 0 && text[noun.begin - 1] == U'《';
  return opened && (noun.end >= text.size() || text[noun.end] != U'》');
}

}  // namespace

text::Span MeasuredThing(const FactRules& rules, std::u32string_view text, text::Span noun) {
  constexpr uint32_t kShortest = 2;
  while (!noun.empty()) {
    const std::u32string_view words = text::Slice(text, noun);
    const size_t cut = std::max(MeasureAtEnd(rules, words), BesideMeasure(words));
    if (cut == 0) break;
    noun.end -= static_cast<uint32_t>(cut);
  }
  const std::u32string_view words = text::Slice(text, noun);
  const bool none = noun.size() < kShortest || IsTime(words) || CutsTitle(text, noun);
  return none ? text::Span{} : noun;
}

}  // namespace yinzheng::knowledge
