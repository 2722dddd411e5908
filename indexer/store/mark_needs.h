// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What the marks of a query depend on: the terms that it asks for, and the part of the analysis of
// a passage that holds them, so that the rest is not worked out: the marks are the same with it.
// Made once for all passages of a search. Internal to the highlighter.

#ifndef YINZHENG_INDEXER_STORE_MARK_NEEDS_H_
#define YINZHENG_INDEXER_STORE_MARK_NEEDS_H_

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "indexer/store/compiled_query.h"

namespace yinzheng::store {

struct MarkNeeds {
  // A word of the query whose pairs of characters are not all marked.
  bool words = false;
  // A number or date is asked for.
  bool values = false;
  // What stands between the terms of a phrase: every character's terms.
  bool between = false;
  // Any run of letters or digits.
  bool runs = false;
  // All terms asked for, into the query; and what they begin with.
  absl::flat_hash_set<absl::string_view> terms;
  absl::flat_hash_set<char32_t> beginnings;
};

// `loosened`: whether some phrase was searched inside longer runs. `query` must outlive the answer.
MarkNeeds NeedsOf(const CompiledQuery& query, bool loosened);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_MARK_NEEDS_H_
