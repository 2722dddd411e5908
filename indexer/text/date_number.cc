// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/date_number.h"

#include "indexer/text/number_text.h"
#include "indexer/text/numeral_parser.h"

namespace yinzheng::text {

std::optional<SmallNumber> ReadSmallNumber(std::u32string_view text, std::size_t position) {
  const char32_t c = At(text, position);
  if (IsArabicDigit(c)) {
    SmallNumber number{0, position, true, 0};
    for (; IsArabicDigit(At(text, number.end)) && number.size < 5; ++number.end, ++number.size) {
      number.value = number.value * 10 + static_cast<int>(text[number.end] - U'0');
    }
    return number;
  }
  if (!HanDigit(c) && !SmallScale(c)) return std::nullopt;
  // Digits side by side are spelt out, pairs included: 二〇二三, 九八.
  SmallNumber spelt{0, position, false, 0};
  while (HanDigit(At(text, spelt.end)) && spelt.size < 5) {
    spelt.value = spelt.value * 10 + *HanDigit(text[spelt.end++]);
    ++spelt.size;
  }
  if (spelt.size >= 2 && !SmallScale(At(text, spelt.end)) && !BigScale(At(text, spelt.end))) {
    return spelt;
  }
  const std::optional<ParsedNumber> number = ParseNumber(text, position);
  if (!number || number->upper || number->vagueness != NumeralVagueness::kNone) return std::nullopt;
  const std::optional<int64_t> value = number->value.ToInt64();
  if (!value || *value > 9999) return std::nullopt;
  return SmallNumber{static_cast<int>(*value), number->end, false, number->end - position};
}

}  // namespace yinzheng::text
