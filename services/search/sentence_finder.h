// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SEARCH_SENTENCE_FINDER_H_
#define YINZHENG_SERVICES_SEARCH_SENTENCE_FINDER_H_

#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "indexer/store/article_reader.h"
#include "indexer/store/search_types.h"
#include "services/request/request_context.h"
#include "services/search/sentence_fit.h"

namespace yinzheng::services {

// The sentences of the passages in `hits`, each once, in the order of hits and of the text, cited
// from the article. Sentences longer than kMaxSentenceLength are left out: they prove nothing in
// particular. Reads each article once, which is most of the cost. Errors of the index and of the
// deadline pass through.
absl::StatusOr<std::vector<SentenceCandidate>> SentencesOf(
    const RequestContext& context, const store::ArticleReader& articles,
    absl::Span<const store::ArticleHit> hits);

inline constexpr int kMaxSentenceLength = 400;  // code points

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SEARCH_SENTENCE_FINDER_H_
