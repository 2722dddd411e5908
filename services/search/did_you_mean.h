// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SEARCH_DID_YOU_MEAN_H_
#define YINZHENG_SERVICES_SEARCH_DID_YOU_MEAN_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "indexer/store/correction_reader.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/query_compiler.h"
#include "indexer/store/search_types.h"

namespace yinzheng::services {

// Other spellings proposed, at most.
inline constexpr size_t kMaxProposals = 3;

// Better spellings of a query that found little, or that is short and stands nowhere as typed. It
// proposes and never replaces: each proposal was searched for, and found more or stands in a text.
//
// Thread-safe; borrows compiler and rules.
class DidYouMean {
 public:
  DidYouMean(const store::QueryCompiler& compiler, const store::CorrectionRules& rules)
      : compiler_(compiler), rules_(rules) {}

  // `search` found `found`. Nothing is proposed where that will do or its time was up; where the
  // time ends or something fails on the way, what was proposed till then, since the answer itself
  // is done. Costs a search for each proposal.
  std::vector<std::string> Propose(const store::IndexSnapshot& snapshot,
                                   store::PassageSearch search,
                                   const store::SearchResults& found) const;

 private:
  absl::Status FindBetter(const store::IndexSnapshot& snapshot, store::PassageSearch search,
                          size_t articles, std::vector<std::string>& proposals) const;
  absl::Status FindPrinted(const store::IndexSnapshot& snapshot, const store::PassageSearch& search,
                           std::vector<std::string>& proposals) const;

  const store::QueryCompiler& compiler_;
  const store::CorrectionRules rules_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SEARCH_DID_YOU_MEAN_H_
