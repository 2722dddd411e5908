// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SEARCH_DID_YOU_MEAN_H_
#define YINZHENG_SERVICES_SEARCH_DID_YOU_MEAN_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/store/correction_reader.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/query_compiler.h"

namespace yinzheng::services {

// Other spellings proposed, at most.
inline constexpr size_t kMaxProposals = 3;

// Better spellings of a query that found little. It proposes and never replaces: each proposal was
// searched for and found more.
//
// Thread-safe; borrows compiler and rules.
class DidYouMean {
 public:
  DidYouMean(const store::QueryCompiler& compiler, const store::CorrectionRules& rules)
      : compiler_(compiler), rules_(rules) {}

  // `search` is what was searched for with `query`, and found `articles` articles; none are
  // proposed where those are enough, or where time is up. Costs a search for each proposal.
  absl::StatusOr<std::vector<std::string>> Propose(const store::IndexSnapshot& snapshot,
                                                   store::PassageSearch search,
                                                   const std::string& query, size_t articles) const;

 private:
  const store::QueryCompiler& compiler_;
  const store::CorrectionRules rules_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SEARCH_DID_YOU_MEAN_H_
