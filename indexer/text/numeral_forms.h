// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The forms that numbers take together: signs, fractions, percentages, powers, ordinals. Reads one
// at a given place of normalised text (number_text.h). Internal to numeral.cc.

#ifndef YINZHENG_INDEXER_TEXT_NUMERAL_FORMS_H_
#define YINZHENG_INDEXER_TEXT_NUMERAL_FORMS_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/text/numeral.h"
#include "indexer/text/numeral_parser.h"

namespace yinzheng::text {

struct NumeralForm {
  Numeral numeral;
  ParsedNumber number;  // the number that the form is made of (of a fraction, the denominator)
};

// The longest numeral that starts exactly at `position`, whatever the words around it.
std::optional<NumeralForm> ReadNumeralForm(std::u32string_view text, std::size_t position);

// True if `position` is inside or at the start of a code such as C919, HH-003, 歼-20 or 2.0.1:
// `end` is the end of the digits that start there.
bool IsInCode(std::u32string_view text, std::size_t position, std::size_t end);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_NUMERAL_FORMS_H_
