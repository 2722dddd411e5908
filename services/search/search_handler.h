// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SEARCH_SEARCH_HANDLER_H_
#define YINZHENG_SERVICES_SEARCH_SEARCH_HANDLER_H_

#include "absl/status/statusor.h"
#include "indexer/store/index_manager.h"
#include "indexer/store/query_compiler.h"
#include "indexer/text/analyzer.h"
#include "services/request/request_context.h"
#include "services/search/did_you_mean.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::services {

// Articles and passages by what they say, and by likeness, as SearchService promises. Questions are
// AskHandler's, completions SuggestHandler's.
//
// Thread-safe; borrows index manager, compiler, analyzer and rules.
class SearchHandler {
 public:
  SearchHandler(const store::IndexManager& index, const store::QueryCompiler& compiler,
                const text::Analyzer& analyzer, const store::CorrectionRules& rules)
      : index_(index), compiler_(compiler), analyzer_(analyzer), did_you_mean_(compiler, rules) {}

  absl::StatusOr<v1::SearchResponse> Search(const RequestContext& context,
                                            const v1::SearchRequest& request) const;
  absl::StatusOr<v1::FindSimilarArticlesResponse> FindSimilarArticles(
      const RequestContext& context, const v1::FindSimilarArticlesRequest& request) const;

 private:
  const store::IndexManager& index_;
  const store::QueryCompiler& compiler_;
  const text::Analyzer& analyzer_;
  DidYouMean did_you_mean_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SEARCH_SEARCH_HANDLER_H_
