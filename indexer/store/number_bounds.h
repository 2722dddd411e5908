// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// A range of numbers, as queries ask for it. Plain value.

#ifndef YINZHENG_INDEXER_STORE_NUMBER_BOUNDS_H_
#define YINZHENG_INDEXER_STORE_NUMBER_BOUNDS_H_

#include <optional>

#include "indexer/text/decimal.h"

namespace yinzheng::store {

// From lower to upper; an end that is absent is open.
struct NumberBounds {
  std::optional<text::Decimal> lower;
  std::optional<text::Decimal> upper;
  bool without_lower = false;  // > rather than >=.
  bool without_upper = false;  // < rather than <=.

  bool operator==(const NumberBounds&) const = default;

  bool Contains(const text::Decimal& number) const {
    if (lower && (number < *lower || (without_lower && number == *lower))) return false;
    return !upper || (number <= *upper && !(without_upper && number == *upper));
  }
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_NUMBER_BOUNDS_H_
