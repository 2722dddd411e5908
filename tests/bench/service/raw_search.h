// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The floor of a search: what Xapian alone takes, in this process, for the same query trees over
// the same databases, the ten best documents fetched.

#ifndef YINZHENG_TESTS_BENCH_SERVICE_RAW_SEARCH_H_
#define YINZHENG_TESTS_BENCH_SERVICE_RAW_SEARCH_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "indexer/store/query_compiler.h"
#include "indexer/store/testing/raw_match.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::bench {

// One thread at a time.
class RawSearch {
 public:
  // Opens what CURRENT names in the index directory.
  static absl::StatusOr<std::unique_ptr<RawSearch>> Open(const std::string& index);

  // Makes the query tree, which takes no part in what is timed. InvalidArgument for a wrong filter.
  absl::Status Prepare(const v1::SearchRequest& request);

  // Runs what was prepared.
  absl::StatusOr<absl::Duration> Match();

 private:
  RawSearch() = default;
  std::unique_ptr<store::testing::RawMatcher> matcher_;
  std::unique_ptr<store::QueryCompiler> compiler_;
};

// Searches a second that so many threads do together, each with databases of its own, each for
// about the duration.
absl::StatusOr<double> RawThroughput(const std::string& index, size_t threads,
                                     const std::vector<v1::SearchRequest>& requests,
                                     absl::Duration duration);

}  // namespace yinzheng::bench

#endif  // YINZHENG_TESTS_BENCH_SERVICE_RAW_SEARCH_H_
