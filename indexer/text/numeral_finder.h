// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_TEXT_NUMERAL_FINDER_H_
#define YINZHENG_INDEXER_TEXT_NUMERAL_FINDER_H_

#include <string_view>
#include <vector>

#include "indexer/text/numeral.h"

namespace yinzheng::text {

// FindNumerals for text that NormalizeNumberText has seen; for quantity.cc, which has.
std::vector<Numeral> FindNormalizedNumerals(std::u32string_view normalized);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_NUMERAL_FINDER_H_
