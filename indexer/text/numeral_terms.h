// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The search terms of numbers that are written in other ways than plain digits, so that 一千二百亿,
// 1,200亿 and 120000000000 find each other. A part of the Analyzer; what numbers mean is
// numeral.h's business.

#ifndef YINZHENG_INDEXER_TEXT_NUMERAL_TERMS_H_
#define YINZHENG_INDEXER_TEXT_NUMERAL_TERMS_H_

#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/span.h"

namespace yinzheng::text::internal {

struct NumeralTerm {
  Span span;           // Code points of the key.
  std::string digits;  // The value in plain decimal notation; a percentage ends in %.
};

// The exact cardinal numbers in `key` that hold Chinese numerals or scale words, decimals printed
// with needless zeros (2.50), and percentages (60%, 6成, 六成, 百分之六十). Numbers below ten count
// only before 月, 日 and 号 (三月): a term for every 一个 would say nothing. In order, not
// overlapping. Only the surroundings of numeral characters are looked at, so plain text costs one
// pass.
std::vector<NumeralTerm> FindNumeralTerms(std::u32string_view key);

// Identifies the rule files that these terms depend on: hexadecimal.
std::string NumeralRulesFingerprint();

}  // namespace yinzheng::text::internal

#endif  // YINZHENG_INDEXER_TEXT_NUMERAL_TERMS_H_
