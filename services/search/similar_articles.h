// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SEARCH_SIMILAR_ARTICLES_H_
#define YINZHENG_SERVICES_SEARCH_SIMILAR_ARTICLES_H_

#include "absl/status/statusor.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/text/analyzer.h"
#include "services/request/request_context.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::services {

// Answers FindSimilarArticles from one generation; the stamp of the generation is left to the
// caller. Of every group of reprints one article is shown. Whether an article is a reprint of the
// example is known from the index where the example is an article; a text is compared with the
// first ten articles found. Errors as the contract says. Stateless and thread-safe.
absl::StatusOr<v1::FindSimilarArticlesResponse> FindSimilarArticles(
    const store::IndexSnapshot& snapshot, const text::Analyzer& analyzer,
    const RequestContext& context, const v1::FindSimilarArticlesRequest& request);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SEARCH_SIMILAR_ARTICLES_H_
