// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Reads one number at a given place of normalised text (number_text.h). It decides what the number
// is, not whether it is one there: 一 of 一切 parses as 1, and numeral.cc drops it. Internal to
// numeral.cc and date*.cc.

#ifndef YINZHENG_INDEXER_TEXT_NUMERAL_PARSER_H_
#define YINZHENG_INDEXER_TEXT_NUMERAL_PARSER_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/text/decimal.h"
#include "indexer/text/numeral.h"

namespace yinzheng::text {

// A whole or decimal number without sign, percent sign or 分之.
struct ParsedNumber {
  std::size_t end = 0;
  Decimal value;
  std::optional<Decimal> upper;  // of adjacent digits: 五六百
  NumeralVagueness vagueness = NumeralVagueness::kNone;
  bool has_han = false;
  bool has_arabic = false;
  bool positional = false;     // 二〇二四: Han digits side by side, no scale
  bool scale_led = false;      // 千亿, 百: a scale without a digit before it
  std::size_t characters = 0;  // of the number itself, blanks left out
};

// Reads the longest number that starts exactly at `position`.
std::optional<ParsedNumber> ParseNumber(std::u32string_view text, std::size_t position);

// Reads an Arabic number with grouping commas and a decimal part: 1,100.9. `end` stops before scale
// words.
std::optional<ParsedNumber> ParseArabic(std::u32string_view text, std::size_t position);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_NUMERAL_PARSER_H_
