// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What the marks of a query depend on: the terms that it asks for, and the part of the analysis of
// a passage that holds them, so that the rest is not worked out: the marks are the same with it.
// Made once for all passages of a search. Internal to the highlighter.

#ifndef YINZHENG_INDEXER_STORE_MARK_NEEDS_H_
#define YINZHENG_INDEXER_STORE_MARK_NEEDS_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "indexer/store/compiled_query.h"

namespace yinzheng::store {

struct MarkNeeds {
  // The words of the query whose pairs of characters are not all marked, each as its pairs: where
  // all pairs of one stand, its words must be cut to know whether it is one.
  std::vector<std::vector<std::string>> words;
  // A number or date is asked for.
  bool values = false;
  // What stands between the terms of a phrase, or behind a number: every character's terms.
  bool between = false;
  // Any run of letters or digits.
  bool runs = false;
  // All terms asked for, into the query.
  absl::flat_hash_set<absl::string_view> terms;
  // What those and the pairs of `words` begin with.
  absl::flat_hash_set<char32_t> beginnings;
};

// `loosened`: whether some phrase was searched inside longer runs. `query` must outlive the answer.
MarkNeeds NeedsOf(const CompiledQuery& query, bool loosened);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_MARK_NEEDS_H_
