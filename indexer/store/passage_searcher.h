// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Full-text search over the passages of a generation, answered by article. Passages are ranked by
// BM25; an article ranks by its best passage, found by collapsing inside one match: on the group of
// reprints (slot::kReprintGroup), or on the article where reprints are shown. The first ten are put
// in order by how close together that passage has the words of the query as well (closeness.h);
// docs/ranking.md has the parameters. Further passages of the articles shown come from a second
// match restricted to them. Equal scores are ordered by name.

#ifndef YINZHENG_INDEXER_STORE_PASSAGE_SEARCHER_H_
#define YINZHENG_INDEXER_STORE_PASSAGE_SEARCHER_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/store/search_types.h"
#include "indexer/text/analyzer.h"

namespace yinzheng::store {

class DatabasePool;
class FacetTable;

// Safe for concurrent use. Errors beside those named: kDataLoss for a damaged index, kInternal.
class PassageSearcher {
 public:
  // Both must outlive it.
  PassageSearcher(DatabasePool& pool, FacetTable& facets) : pool_(pool), facets_(facets) {}

  // kInvalidArgument for a filter field that passages do not have.
  absl::StatusOr<SearchResults> Search(const PassageSearch& search) const;

  // Articles that share the most telling terms of a text or an article. Of an article and its
  // reprints there is one; so it is with the reprints of the article searched for.
  absl::StatusOr<std::vector<SimilarArticle>> FindSimilar(const SimilarSearch& search) const;

  // Names of articles that hold the phrase; for quotations. At most `limit`, in order of name.
  absl::StatusOr<std::vector<std::string>> ArticlesWithPhrase(const CompiledQuery& phrase,
                                                              size_t limit) const;

 private:
  DatabasePool& pool_;
  FacetTable& facets_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_PASSAGE_SEARCHER_H_
