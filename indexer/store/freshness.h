// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// A credit for recent articles inside the match itself, by one of Xapian's own posting sources,
// which also work on remote databases. Internal to the store; may throw what Xapian throws.

#ifndef YINZHENG_INDEXER_STORE_FRESHNESS_H_
#define YINZHENG_INDEXER_STORE_FRESHNESS_H_

#include <xapian.h>

#include "indexer/store/search_types.h"

namespace yinzheng::store {

// What an article of the reference day is credited, as a share of the best BM25 score without
// credit (closeness is added after the match): it then ranks with an older one whose words fit
// twice as well.
inline constexpr double kFreshnessShare = 0.5;

// `query` with the credit: kFreshnessShare of `best_score`, a BM25 score, halved with every
// half-life between the first day of publication and the reference day. What matches stays the
// same. `query` itself where the reference day is none or nothing is dated. Cost: 0.2 µs for each
// day between the first one in the index and the last, and a look at a value slot for each
// candidate.
Xapian::Query WithFreshness(const Xapian::Query& query, const FreshnessCredit& freshness,
                            double best_score, const Xapian::Database& passages);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_FRESHNESS_H_
