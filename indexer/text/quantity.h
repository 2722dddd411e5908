// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_TEXT_QUANTITY_H_
#define YINZHENG_INDEXER_TEXT_QUANTITY_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/decimal.h"
#include "indexer/text/numeral.h"
#include "indexer/text/span.h"

namespace yinzheng::text {

// What the words in and around a number say about it; the same names as yinzheng.v1.Quantity.
enum class QuantityModifier {
  kExact,
  kApprox,    // 约, 左右, 大约
  kNearly,    // 近, 接近, 将近
  kMoreThan,  // 超过, 逾, 突破, 余, 多
  kAtLeast,   // 以上, 不少于, 至少
  kLessThan,  // 不足, 不到, 低于
  kAtMost,    // 以内, 至多, 不超过
  kRange,     // 400至600, 12%—35%, 三四年
};

enum class QuantityMeasure {
  kLevel,     // 拥有 28200 家
  kChange,    // 增长 6%, 下降 3 个百分点, 上升一位
  kShare,     // 占 44.4%, 三分之一, 六成
  kMultiple,  // 3 倍, 翻一番
};

// A number with its unit. Spans are in the text given to FindQuantities.
struct QuantityMatch {
  Span span;         // value and unit with inner 余/多, without outer approximators: 500余家
  Span full_span;    // span with the approximators around it: 超过500余家; equals span if none
  Span number_span;  // the number alone, both ends of a range included: 500余
  Span unit_span;    // the unit as printed; empty (at span.end) if there is none
  Decimal amount;    // multiplied out; with several, the lower end
  std::optional<Decimal> upper_amount;  // the upper end, for kRange only
  std::optional<Fraction> fraction;     // 三分之一: 1/3; amount 0.333333333333
  std::string unit;  // UTF-8, normalised Simplified (公裡 → 公里, km → 公里); empty if none
  std::string unit_code;  // UCUM or ISO 4217 code; empty where neither has one
  QuantityModifier modifier = QuantityModifier::kExact;
  QuantityMeasure measure = QuantityMeasure::kLevel;
  // True for 一个, 一种, 一批 and the like, which count nothing unless the context says otherwise:
  // callers that extract facts drop them, callers that annotate may keep them.
  bool vague = false;
  // True where a number stands without a unit or measure word (两大任务, 一装置, 三分之一 is not).
  bool bare = false;
};

// Finds the quantities of a text, in order, none overlapping another. Dates, ranks (第四), phases
// (一期), plan names (“十四五”), codes (HH-003, 5G), list labels and phone numbers are no
// quantities: data/quantity_exclusions.tsv. A number without a unit is reported only where it
// counts the noun behind it (两大, 两平台) or is a fraction or percentage; a lone number is not.
//
// Accepts Simplified or Traditional, half or full width. Pure and thread-safe; linear in the text.
std::vector<QuantityMatch> FindQuantities(std::u32string_view text);

// A place in an order: 第四, 排名第三, 位居第一, 居首位, 榜首.
struct RankMatch {
  Span span;     // the rank itself: 第四, 首位
  int rank = 0;  // ≥ 1
  Span cue_span;  // the word that makes it a rank (排名, 位居, 列); empty at span.begin if the rank
                  // word needs none (榜首)
};

// Finds ranks, in order. 第N is one only behind a cue in its clause; before a noun or measure word
// (第四届, 第三方, 第一批) it is an ordinal and left out. 冠军 and 亚军 count only as something
// won. Same inputs, cost and thread-safety as FindQuantities.
std::vector<RankMatch> FindRanks(std::u32string_view text);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_QUANTITY_H_
