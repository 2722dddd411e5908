// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Days and numbers as people write them in queries: 2023, 2023-07, 2023年7月25日, 2023年三季度;
// 28200, 2.82万, 三千. Part of the query parser; filters of programs are stricter (day_range.h).

#ifndef YINZHENG_INDEXER_STORE_QUERY_VALUES_H_
#define YINZHENG_INDEXER_STORE_QUERY_VALUES_H_

#include <optional>
#include <string_view>

#include "indexer/store/day_range.h"
#include "indexer/store/number_bounds.h"

namespace yinzheng::store {

// A day, a month, a year or a stretch that a calendar fixes, or two of them with .. between (either
// may be missing), or one after a comparison sign (>= <= > < and their Chinese forms). Nullopt for
// all else: what needs to know today's date (去年) is no day.
std::optional<DayRange> ReadDays(std::u32string_view text);

// A number, or two with .. between (either may be missing), or one after a comparison sign. Nullopt
// for all else; nullopt too where the upper end is below the lower one.
std::optional<NumberBounds> ReadNumbers(std::u32string_view text);

// True if two ends are written, with .. between: what may stand without a field before it.
bool HasRangeMark(std::u32string_view text);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_QUERY_VALUES_H_
