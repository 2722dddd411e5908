// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// How operators join a condition to the ones before it. NEAR binds tighter than OR, OR tighter than
// AND and than standing side by side. Part of the query parser.

#ifndef YINZHENG_INDEXER_STORE_QUERY_COMBINATION_H_
#define YINZHENG_INDEXER_STORE_QUERY_COMBINATION_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/store/query_node.h"

namespace yinzheng::store {

// All join `node` to the last of `siblings`, of which there is at least one.
void JoinOr(QueryNode node, std::vector<QueryNode>& siblings);

// Both must match, words as written.
void JoinAnd(QueryNode node, std::vector<QueryNode>& siblings);

// False if the two are no words, phrases or beginnings, or `max_sides` are there already: then both
// must match, wherever.
bool JoinNear(QueryNode node, uint32_t distance, size_t max_sides,
              std::vector<QueryNode>& siblings);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_QUERY_COMBINATION_H_
