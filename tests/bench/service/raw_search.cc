// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/bench/service/raw_search.h"

#include <thread>

#include "absl/time/clock.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/filter_parser.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/query_parser.h"
#include "indexer/store/testing/temp_index.h"
#include "services/request/limits.h"

namespace yinzheng::bench {
namespace {

// One thread's share: searches a second while it matches.
absl::StatusOr<double> OneThread(const std::string& index,
                                 const std::vector<v1::SearchRequest>& requests, size_t first,
                                 absl::Duration duration) {
  YZ_ASSIGN_OR_RETURN(const std::unique_ptr<RawSearch> search, RawSearch::Open(index));
  const absl::Time end = absl::Now() + duration;
  absl::Duration matched;
  double searches = 0;
  for (size_t next = first; absl::Now() < end; ++next) {
    YZ_RETURN_IF_ERROR(search->Prepare(requests[next % requests.size()]));
    YZ_ASSIGN_OR_RETURN(const absl::Duration took, search->Match());
    matched += took;
    ++searches;
  }
  return searches / absl::ToDoubleSeconds(matched);
}

}  // namespace

absl::StatusOr<std::unique_ptr<RawSearch>> RawSearch::Open(const std::string& index) {
  const store::GenerationDirectory directory(base::FileSystem::Real(), index);
  YZ_ASSIGN_OR_RETURN(const std::string current, directory.Current());
  std::unique_ptr<RawSearch> search(new RawSearch);
  YZ_ASSIGN_OR_RETURN(search->matcher_,
                      store::testing::RawMatcher::Open(directory.PathOf(current)));
  YZ_ASSIGN_OR_RETURN(search->compiler_,
                      store::QueryCompiler::Create(store::testing::SharedAnalyzer(),
                                                   store::testing::SharedSegmenter()));
  return search;
}

absl::Status RawSearch::Prepare(const v1::SearchRequest& request) {
  store::PassageSearch search;
  search.query = compiler_->Compile(store::ParseQuery(request.query()));
  YZ_ASSIGN_OR_RETURN(search.filter,
                      store::ParseFilter(request.filter(), store::ArticleFilterFields()));
  for (const int facet : request.facets()) {
    search.facets.push_back(static_cast<v1::FacetField>(facet));
    search.count_limit = static_cast<size_t>(services::kFacetCountLimit.default_size);
  }
  return matcher_->Prepare(search);
}

absl::StatusOr<absl::Duration> RawSearch::Match() {
  const absl::Time begin = absl::Now();
  YZ_RETURN_IF_ERROR(matcher_->Match().status());
  return absl::Now() - begin;
}

absl::StatusOr<double> RawThroughput(const std::string& index, size_t threads,
                                     const std::vector<v1::SearchRequest>& requests,
                                     absl::Duration duration) {
  std::vector<absl::StatusOr<double>> rates(threads, 0.0);
  std::vector<std::thread> workers;
  for (size_t i = 0; i < threads; ++i) {
    workers.emplace_back(
        [&, i] { rates[i] = OneThread(index, requests, i * requests.size() / threads, duration); });
  }
  for (std::thread& worker : workers) worker.join();
  double sum = 0;
  for (const absl::StatusOr<double>& rate : rates) {
    YZ_RETURN_IF_ERROR(rate.status());
    sum += *rate;
  }
  return sum;
}

}  // namespace yinzheng::bench
