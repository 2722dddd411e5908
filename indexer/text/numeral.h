// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_TEXT_NUMERAL_H_
#define YINZHENG_INDEXER_TEXT_NUMERAL_H_

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/text/decimal.h"
#include "indexer/text/span.h"

namespace yinzheng::text {

enum class NumeralKind {
  kCardinal,  // 2.82万, 三万四千, 1,100.9亿, 廿三
  kFraction,  // 三分之一, 1/2, 三又二分之一
  kPercent,  // 6%, 百分之六, 六成, 八折, 3个百分点: amount in percent (6, 6, 60, 80, 3)
  kOrdinal,  // 第四: amount 4, span from 第
};

// How a numeral blurs itself from within. Words around it (近, 约, 以上) are quantity.h's concern.
enum class NumeralVagueness {
  kNone,
  kMore,     // 500余, 三百多, 十几, 一百来: somewhat more than amount
  kSeveral,  // 数十, 几百, 上百: amount is the scale itself (10, 100); at least that
};

struct Fraction {
  Decimal numerator;
  Decimal denominator;  // never zero
};

// One number as written.
struct Numeral {
  Span span;       // of the whole numeral with sign, scale words, 余/多/几 before a scale
                   // word, and for kPercent the sign or word (%, 成, 折, 个百分点)
  Decimal amount;  // scale words multiplied out: 2.82万 is 28200
  std::optional<Decimal> upper;  // 五六百: 600 (amount 500)
  NumeralKind kind = NumeralKind::kCardinal;
  std::optional<Fraction> fraction;  // set for kFraction; amount is then rounded to 12 places
  NumeralVagueness vagueness = NumeralVagueness::kNone;
};

// Finds the numbers of a text, in order, none overlapping another. Both ends of a range (400至600)
// are numerals of their own; quantity.h joins them. Reads Arabic, Han (also financial 壹贰叁, 廿,
// 卅, 〇, 两, 半) and mixed forms; Simplified or Traditional, half or full width, so folded and
// printed text give the same spans.
//
// A single Han digit or scale word is a numeral only where its neighbours say so (三个, 是五,
// “一”): 一切, 四川, 千万别, 放肆 are words; data/numeral_words.tsv lists such words. Numbers
// inside Latin or mixed names (C919, HH-003, 5G) are left out.
//
// Pure and thread-safe; linear in the text.
std::vector<Numeral> FindNumerals(std::u32string_view text);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_NUMERAL_H_
