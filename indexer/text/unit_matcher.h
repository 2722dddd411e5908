// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Finds the unit behind or before a number in normalised text (number_text.h). Internal to
// numeral.cc and quantity*.cc.

#ifndef YINZHENG_INDEXER_TEXT_UNIT_MATCHER_H_
#define YINZHENG_INDEXER_TEXT_UNIT_MATCHER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/text/number_rules.h"

namespace yinzheng::text {

struct UnitMatch {
  std::size_t end = 0;             // 0 if there is none
  const UnitRule* rule = nullptr;  // of the (first) unit
  std::u32string unit;             // normalised, compounds included: 吨/年, 元/平方米
  std::string code;                // of a compound if both parts have one
};

// The longest unit that starts at `position`: from the table or two of them joined by / or 每.
UnitMatch MatchUnit(std::u32string_view text, std::size_t position);

struct PrefixUnitMatch {
  std::size_t start = 0;
  const UnitRule* rule = nullptr;
};

// The longest unit that stands before a number that starts at `position`: $, US$, 摄氏.
std::optional<PrefixUnitMatch> MatchPrefixUnit(std::u32string_view text, std::size_t position);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_UNIT_MATCHER_H_
