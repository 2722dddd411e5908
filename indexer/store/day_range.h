// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Days as filters and requests write them. Not EDTF, which articles are dated by: that is
// text/edtf.h.

#ifndef YINZHENG_INDEXER_STORE_DAY_RANGE_H_
#define YINZHENG_INDEXER_STORE_DAY_RANGE_H_

#include <optional>
#include <string>
#include <string_view>

namespace yinzheng::store {

// First and last day, YYYY-MM-DD, both included.
struct DayRange {
  std::string earliest;
  std::string latest;

  bool operator==(const DayRange&) const = default;
};

// Reads YYYY, YYYY-MM or YYYY-MM-DD; nullopt for anything else and for days that do not exist.
std::optional<DayRange> ParseDayRange(std::string_view text);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_DAY_RANGE_H_
