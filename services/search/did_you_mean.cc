// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/did_you_mean.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "indexer/base/logging.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/query_parser.h"
#include "indexer/text/unicode.h"

namespace yinzheng::services {
namespace {

// A query that finds as many articles was mostly spelled as somebody spells it.
constexpr size_t kEnoughArticles = 3;

// A name is typed in one go; longer runs are questions.
constexpr size_t kLongestName = 8;

bool MayBeName(std::u32string_view query) {
  return query.size() > 2 && query.size() <= kLongestName &&
         std::all_of(query.begin(), query.end(), text::IsHan);
}

}  // namespace

std::vector<std::string> DidYouMean::Propose(const store::IndexSnapshot& snapshot,
                                             store::PassageSearch search,
                                             const store::SearchResults& found) const {
  std::vector<std::string> proposals;
  if (search.page.offset > 0 || found.stopped_by_deadline) return proposals;
  // What is frequent in a part of the index says nothing of what was meant.
  if (search.control.missing != nullptr && !search.control.missing->empty()) return proposals;
  const bool enough = found.total_articles >= kEnoughArticles;
  // Parts of a mistyped name find articles, too.
  if (enough && !MayBeName(search.query.text)) return proposals;
  const absl::Status status =
      enough ? FindPrinted(snapshot, search, proposals)
             : FindBetter(snapshot, std::move(search), found.total_articles, proposals);
  if (!status.ok() && !absl::IsDeadlineExceeded(status) && !absl::IsCancelled(status)) {
    base::LogWarning("not all other spellings of a query could be looked for",
                     {{"error", status.ToString()}});
  }
  return proposals;
}

absl::Status DidYouMean::FindBetter(const store::IndexSnapshot& snapshot,
                                    store::PassageSearch search, size_t articles,
                                    std::vector<std::string>& proposals) const {
  YZ_ASSIGN_OR_RETURN(std::vector<std::string> corrected,
                      snapshot.corrections().ForQuery(text::EncodeUtf8(search.query.text), rules_,
                                                      kMaxProposals, search.control));
  // Only the number of articles is asked for.
  search.page = {0, 1};
  search.passages_per_article = 1;
  search.facets.clear();
  search.explain = false;
  search.freshness.reset();
  for (std::string& candidate : corrected) {
    search.query = compiler_.Compile(store::ParseQuery(candidate));
    YZ_ASSIGN_OR_RETURN(const store::SearchResults better, snapshot.passages().Search(search));
    if (better.total_articles > articles) proposals.push_back(std::move(candidate));
  }
  return absl::OkStatus();
}

absl::Status DidYouMean::FindPrinted(const store::IndexSnapshot& snapshot,
                                     const store::PassageSearch& search,
                                     std::vector<std::string>& proposals) const {
  const auto is_printed = [&](const std::string& words) -> absl::StatusOr<bool> {
    YZ_ASSIGN_OR_RETURN(const std::vector<std::string> articles,
                        snapshot.passages().ArticlesWithPhrase(compiler_.CompilePhrase(words), 1));
    return !articles.empty();
  };
  const std::string typed = text::EncodeUtf8(search.query.text);
  YZ_ASSIGN_OR_RETURN(const bool known, is_printed(typed));
  if (known) return absl::OkStatus();
  YZ_ASSIGN_OR_RETURN(
      std::vector<std::string> corrected,
      snapshot.corrections().ForQuery(typed, rules_, kMaxProposals, search.control));
  for (std::string& candidate : corrected) {
    YZ_ASSIGN_OR_RETURN(const bool printed, is_printed(candidate));
    if (printed) proposals.push_back(std::move(candidate));
  }
  return absl::OkStatus();
}

}  // namespace yinzheng::services
