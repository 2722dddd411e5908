// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Where a passage matches a query. It runs the same analysis over the passage as the index did and
// marks the terms of the same compiled query, so it marks neither more nor less than what matched;
// single characters of longer words are left unmarked. It makes no snippets and no HTML.

#ifndef YINZHENG_INDEXER_STORE_HIGHLIGHTER_H_
#define YINZHENG_INDEXER_STORE_HIGHLIGHTER_H_

#include <vector>

#include "indexer/store/compiled_query.h"
#include "indexer/store/mark_needs.h"
#include "indexer/store/search_types.h"
#include "indexer/text/analyzer.h"
#include "yinzheng/v1/text.pb.h"

namespace yinzheng::store {

// Of one query. Safe for concurrent use; analyzer and query must outlive it.
class Highlighter {
 public:
  Highlighter(const text::Analyzer& analyzer, const CompiledQuery& query)
      : analyzer_(analyzer), query_(query), needs_(NeedsOf(query, /*loosened=*/false)) {}
  Highlighter(const text::Analyzer& analyzer, CompiledQuery&& query) = delete;

  // Code points of the article's body: ordered, not overlapping, neighbours merged, inside the
  // passage and outside its masks. Costs a fold of the passage (about 0.01 ms for 500
  // characters) and ten times that where words must be cut.
  std::vector<yinzheng::v1::TextSpan> Highlight(const PassageHit& passage) const;

 private:
  std::vector<text::IndexToken> TokensOf(const PassageHit& passage, const MarkNeeds& needs) const;

  const text::Analyzer& analyzer_;
  const CompiledQuery& query_;
  MarkNeeds needs_;  // Unless a phrase was loosened, which is rare.
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_HIGHLIGHTER_H_
