// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The characters that numerals, quantities and dates are written with, for numeral.cc, quantity*.cc
// and date*.cc alone. Others read the results of those (numeral.h, quantity.h, date.h) and fold
// with fold.h.

#ifndef YINZHENG_INDEXER_TEXT_NUMBER_TEXT_H_
#define YINZHENG_INDEXER_TEXT_NUMBER_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/text/span.h"

namespace yinzheng::text {

// Positions are size_t while rules look around and uint32_t in the spans that are handed out.
constexpr uint32_t ToPosition(std::size_t position) { return static_cast<uint32_t>(position); }
constexpr Span MakeSpan(std::size_t begin, std::size_t end) {
  return {ToPosition(begin), ToPosition(end)};
}

// A copy of `text` in the forms that number rules are written in: ASCII for full-width characters,
// one kind of hyphen for the minus signs, Simplified for the Traditional characters of numerals,
// units and dates (data/number_variants.tsv). One code point gives one code point, so positions
// stay.
std::u32string NormalizeNumberText(std::u32string_view text);

// ASCII, as all functions below: for text that NormalizeNumberText has seen.
bool IsArabicDigit(char32_t c);
bool IsAsciiLetter(char32_t c);
bool IsBlank(char32_t c);  // space, tab, no-break space; no line ends

// 0–9 for a Han digit, financial ones (壹) and 两, 俩 included; nullopt for all else.
std::optional<int> HanDigit(char32_t c);
bool IsFinancialDigit(char32_t c);  // 壹 … 玖, 拾: words such as 陆地 and 收拾 hold them too

std::optional<int> SmallScale(char32_t c);  // 十 1, 百 2, 千 3 and their financial forms
std::optional<int> BigScale(char32_t c);    // 万 4, 亿 8, 兆 12

// A digit, Arabic or Han, or a scale character.
bool IsNumeralCharacter(char32_t c);

// Neither letter, digit nor Chinese character: a place where a word cannot go on. True for the ends
// of the text.
bool IsBoundary(std::u32string_view text, std::size_t position);

// text[position], or 0 past the end.
char32_t At(std::u32string_view text, std::size_t position);

// The first position from `position` on that holds no blank.
std::size_t SkipBlanks(std::u32string_view text, std::size_t position);

// True if `c` is a character and one of `set`.
bool IsOneOf(char32_t c, std::u32string_view set);

bool StartsWithAt(std::u32string_view text, std::size_t position, std::u32string_view prefix);
bool EndsWithAt(std::u32string_view text, std::size_t end, std::u32string_view suffix);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_NUMBER_TEXT_H_
