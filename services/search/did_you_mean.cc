// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/did_you_mean.h"

#include <utility>

#include "absl/status/status.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/query_parser.h"

namespace yinzheng::services {
namespace {

// A query that finds as many articles was spelled as somebody spells it.
constexpr size_t kEnoughArticles = 3;

}  // namespace

absl::StatusOr<std::vector<std::string>> DidYouMean::Propose(const store::IndexSnapshot& snapshot,
                                                             store::PassageSearch search,
                                                             const std::string& query,
                                                             size_t articles) const {
  std::vector<std::string> proposals;
  if (articles >= kEnoughArticles || search.page.offset > 0) return proposals;
  YZ_ASSIGN_OR_RETURN(std::vector<std::string> corrected,
                      snapshot.corrections().ForQuery(query, rules_, kMaxProposals));
  search.page = {0, 1};
  search.passages_per_article = 1;
  search.facets.clear();
  for (std::string& candidate : corrected) {
    search.query = compiler_.Compile(store::ParseQuery(candidate));
    const absl::StatusOr<store::SearchResults> found = snapshot.passages().Search(search);
    // What was searched for has its answer: no time left for more is no error.
    if (absl::IsDeadlineExceeded(found.status()) || absl::IsCancelled(found.status())) break;
    YZ_RETURN_IF_ERROR(found.status());
    if (found->total_articles > articles) proposals.push_back(std::move(candidate));
  }
  return proposals;
}

}  // namespace yinzheng::services
