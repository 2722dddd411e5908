// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// From compiled queries and checked filters to Xapian's query trees. Internal to the store; may
// throw what Xapian throws, so it is called inside CatchXapian.

#ifndef YINZHENG_INDEXER_STORE_XAPIAN_QUERY_H_
#define YINZHENG_INDEXER_STORE_XAPIAN_QUERY_H_

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/store/compiled_query.h"
#include "indexer/store/database_pool.h"
#include "indexer/store/filter_node.h"
#include "indexer/store/phrase_tree.h"

namespace yinzheng::store {

// Which documents a query is for.
enum class QueryTarget { kPassages, kArticles, kFacts };

// Passages match by their text and, less, by their article's title. With `notes`, phrases that
// nothing holds are looked for inside longer words and numbers, and what was done is noted.
Xapian::Query ToXapian(const CompiledQuery& query, QueryTarget target, DatabaseHandles& handles,
                       QueryNotes* notes = nullptr);

// kInvalidArgument for a field that the target does not have.
absl::StatusOr<Xapian::Query> FilterToXapian(const FilterNode& filter, QueryTarget target,
                                             DatabaseHandles& handles);

// `query` restricted to what `filter` matches, without a change of weights. Knows MatchAll on
// either side.
Xapian::Query Restricted(const Xapian::Query& query, const Xapian::Query& filter);

// Everything. Not Xapian::Query::MatchAll: that one object is shared by all threads, and its
// reference count is not atomic.
Xapian::Query MatchAll();
bool IsMatchAll(const Xapian::Query& query);

// Days from `earliest` to `latest` (either may be empty) that hold the whole stretch of a document.
Xapian::Query WithinDays(std::string_view earliest, std::string_view latest);

// Facts whose `amount_slot` compares so with `decimal`, exactly: where the doubles in the slot are
// equal, the decimals in the documents decide. kInvalidArgument if it is no decimal.
absl::StatusOr<Xapian::Query> AmountQuery(uint32_t amount_slot, FilterOperator op,
                                          std::string_view decimal, DatabaseHandles& handles);

// Terms for an entity named by resource or printed name; a name that nothing has gives none.
std::vector<std::string> EntityIds(std::string_view reference, DatabaseHandles& handles);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_XAPIAN_QUERY_H_
