// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Reads one date, or one end of a range of dates, at a given place of normalised text
// (number_text.h). Internal to date*.cc.

#ifndef YINZHENG_INDEXER_TEXT_DATE_PARSER_H_
#define YINZHENG_INDEXER_TEXT_DATE_PARSER_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/text/date_expression.h"

namespace yinzheng::text {

// The longest date that starts exactly at `position`.
std::optional<DateExpression> ParseDate(std::u32string_view text, std::size_t position);

// A range whose first end leaves out what the second says (2021—2023年, 1至6月, 3月1日至15日): both
// ends, completed from each other. Nullopt if no range starts at `position`.
struct DateRange {
  DateExpression from;
  DateExpression to;
  std::size_t end = 0;
};
// `first` is what ParseDate gives for `position`.
std::optional<DateRange> ParseDateRange(std::u32string_view text, std::size_t position,
                                        const std::optional<DateExpression>& first);

// 2010-01-29, 2010/1/29, 13.5.2015, 27-7-3, 12/1.
std::optional<DateExpression> ParseNumericDate(std::u32string_view text, std::size_t position);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_DATE_PARSER_H_
