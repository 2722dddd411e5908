// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_AMOUNT_RANGES_H_
#define YINZHENG_SERVICES_RECORD_AMOUNT_RANGES_H_

#include <string>
#include <vector>

#include "indexer/store/fact_reader.h"
#include "services/record/value_comparison.h"

namespace yinzheng::services {

// One range of amounts as somebody asks for it, in every unit that facts may state it in: 10 公顷
// and up is also 150 亩 and up and 0.1 平方公里 and up; 1 亿元 is 100000000 元, since facts have no
// scale words. Measure words (家, 名) are not exchanged. Without a unit any unit is meant, without
// ends any amount of the unit. Converted ends are moved out by a millionth, since factors are
// rounded. `min` and `max` are decimals or empty. Empty if nothing is asked.
std::vector<store::AmountRange> AmountRanges(const ValueComparison& values, const std::string& unit,
                                             const std::string& min, const std::string& max);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_AMOUNT_RANGES_H_
