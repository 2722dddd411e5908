// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SEARCH_RESULT_BUILDER_H_
#define YINZHENG_SERVICES_SEARCH_RESULT_BUILDER_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "indexer/store/article_reader.h"
#include "indexer/store/compiled_query.h"
#include "indexer/store/highlighter.h"
#include "indexer/store/search_types.h"
#include "indexer/text/analyzer.h"
#include "services/record/article_text.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::services {

// Turns what the store found into results of the contract: highlights, and neighbouring sentences
// within a budget. For one request, whose query it borrows.
class ResultBuilder {
 public:
  // `context_budget`: code points of neighbouring sentences around each passage; 0 for none.
  ResultBuilder(const store::ArticleReader& articles, const text::Analyzer& analyzer,
                const store::CompiledQuery& query, int32_t context_budget)
      : articles_(articles), highlighter_(analyzer, query), context_budget_(context_budget) {}

  // Reads the article only if there is a budget. Errors of the index pass through.
  absl::StatusOr<v1::SearchResult> Build(const store::ArticleHit& hit) const;

 private:
  const store::ArticleReader& articles_;
  store::Highlighter highlighter_;
  int32_t context_budget_;
};

// Adds to `match` the whole sentences around its passage that fit into `budget` code points in all,
// nearest first, before and after in turn. Stops at masked text.
void AddContext(const ArticleText& text, int32_t budget, v1::PassageMatch& match);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SEARCH_RESULT_BUILDER_H_
