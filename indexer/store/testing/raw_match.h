// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What Xapian alone costs for a search: the same query tree on the same database, ten best
// documents matched and their data fetched, without collapsing, tie-breaks, totals, highlights or a
// response. The floor that benchmarks compare with. Not for production code.

#ifndef YINZHENG_INDEXER_STORE_TESTING_RAW_MATCH_H_
#define YINZHENG_INDEXER_STORE_TESTING_RAW_MATCH_H_

#include <cstddef>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "indexer/store/search_types.h"

namespace yinzheng::store::testing {

// One thread at a time.
class RawMatcher {
 public:
  // Opens the databases of one generation.
  static absl::StatusOr<std::unique_ptr<RawMatcher>> Open(const std::string& generation_directory);
  ~RawMatcher();

  // Makes the query tree of `search`, which the following Match runs.
  absl::Status Prepare(const PassageSearch& search);

  // Bytes of document data fetched. With facets it looks at as many passages as the search does and
  // counts their articles.
  absl::StatusOr<size_t> Match();

 private:
  struct State;
  explicit RawMatcher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace yinzheng::store::testing

#endif  // YINZHENG_INDEXER_STORE_TESTING_RAW_MATCH_H_
