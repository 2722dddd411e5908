// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The terms that a range of numbers stands for in an index. Internal to the store; may throw what
// Xapian throws.

#ifndef YINZHENG_INDEXER_STORE_NUMBER_TERMS_H_
#define YINZHENG_INDEXER_STORE_NUMBER_TERMS_H_

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/store/number_bounds.h"

namespace yinzheng::store {

// Numbers that one range stands for at its ends; whole decades between them are one term each.
inline constexpr size_t kMaxNumberTerms = 2000;

struct NumberTerms {
  std::vector<std::string> terms;  // With their prefixes.
  bool all = true;                 // False if the ends hold more.
};

// Reads the keys of the two decades at the ends of the range and the decades between.
NumberTerms TermsOfNumbers(const NumberBounds& bounds, const Xapian::Database& passages);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_NUMBER_TERMS_H_
