// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What the score of a passage is made of. The parts of the query are matched again one by one
// against the passages of a page, so it explains whatever tree and weighting ranked them and needs
// no second copy of the formula. Internal to the store; may throw what Xapian throws.

#ifndef YINZHENG_INDEXER_STORE_SCORE_PARTS_H_
#define YINZHENG_INDEXER_STORE_SCORE_PARTS_H_

#include <xapian.h>

#include <string>
#include <vector>

#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::store {

// A passage to explain.
struct ScoredPassage {
  Xapian::docid document = 0;
  std::string article_term;  // The term that only passages of its article have.
  double score = 0;
  double closeness = 0;  // The share of `score` that closeness.h gave, after the match.
};

// For each of `scored` the parts of its score, largest first; what they leave of it is one more
// part, OTHER. Cost: a match restricted to these articles for each term of the query, some 30 µs.
std::vector<std::vector<yinzheng::v1::ScorePart>> ScoreParts(
    const Xapian::Query& query, const Xapian::Weight& weighting, const Xapian::Database& passages,
    const std::vector<ScoredPassage>& scored);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_SCORE_PARTS_H_
