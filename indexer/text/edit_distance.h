// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// How many characters tell two spellings apart: for names that were mistyped. It knows nothing of
// characters that look or sound alike (shape_variants.h, pinyin/).

#ifndef YINZHENG_INDEXER_TEXT_EDIT_DISTANCE_H_
#define YINZHENG_INDEXER_TEXT_EDIT_DISTANCE_H_

#include <cstddef>
#include <string_view>

namespace yinzheng::text {

// The fewest characters to insert, leave out, replace or swap with their neighbour that make `b` of
// `a`, no place edited twice (optimal string alignment, after Damerau 1964); `at_most` + 1 where it
// is more than `at_most`. Costs the product of the lengths; nothing where they differ by more.
size_t EditDistance(std::u32string_view a, std::u32string_view b, size_t at_most);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_EDIT_DISTANCE_H_
