// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What of the analysis of a passage its marks depend on, so that the rest is not worked out: the
// marks are the same with it. Internal to the highlighter.

#ifndef YINZHENG_INDEXER_STORE_MARK_NEEDS_H_
#define YINZHENG_INDEXER_STORE_MARK_NEEDS_H_

#include "indexer/store/compiled_query.h"

namespace yinzheng::store {

struct MarkNeeds {
  bool words = false;   // A word of the query whose pairs of characters are not all marked.
  bool values = false;  // A number or date is asked for.
};

// `loosened`: whether some phrase was searched inside longer runs.
MarkNeeds NeedsOf(const CompiledQuery& query, bool loosened);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_MARK_NEEDS_H_
