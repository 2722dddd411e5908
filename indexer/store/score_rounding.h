// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Scores as they are compared and answered. Xapian adds the weights of a query's terms in an order
// that depends on how frequent they are in the database at hand, so that the last bits of a sum
// differ from shard to shard, and with the number of shards. Rounded, equal scores are equal
// wherever they come from.

#ifndef YINZHENG_INDEXER_STORE_SCORE_ROUNDING_H_
#define YINZHENG_INDEXER_STORE_SCORE_ROUNDING_H_

#include <cmath>

namespace yinzheng::store {

// `score` to 2^-30, about a billionth. Scores of Xapian are far below what a double counts so.
inline double RoundedScore(double score) {
  constexpr double kSteps = 1U << 30U;
  return std::nearbyint(score * kSteps) / kSteps;
}

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_SCORE_ROUNDING_H_
