// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What the readers of an index are asked and what they answer, where it is more than one message of
// the contract. Plain values.

#ifndef YINZHENG_INDEXER_STORE_SEARCH_TYPES_H_
#define YINZHENG_INDEXER_STORE_SEARCH_TYPES_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "indexer/store/compiled_query.h"
#include "indexer/store/filter_node.h"
#include "indexer/store/shard_fault.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/span.h"
#include "yinzheng/v1/article.pb.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::store {

// When to give up. Looked at between the steps of a search: Xapian cannot be interrupted inside
// one. A search that is past its deadline before anything was found is kDeadlineExceeded; later, it
// returns what it has and says so. A cancelled one is kCancelled.
struct SearchControl {
  absl::Time deadline = absl::InfiniteFuture();
  std::function<bool()> cancelled;  // May be empty.
  // Null: shards that cannot be asked are kUnavailable (shard_fault.h). Else they are left out and
  // named here, as long as there is one that can.
  std::shared_ptr<MissingShards> missing = nullptr;
};

// A page of anything ordered. `limit` 0 gives none: only totals.
struct Page {
  size_t offset = 0;
  size_t limit = 10;
};

template <typename T>
struct Listed {
  std::vector<T> items;
  size_t total = 0;  // Of all that the request admits.
};

// A credit for recent articles that halves every `half_life_days`.
struct FreshnessCredit {
  double half_life_days = 0;  // Above 0.
  std::string reference_day;  // YYYY-MM-DD; empty: the last day of publication in the index.
};

struct PassageSearch {
  CompiledQuery query;
  FilterNode filter;
  yinzheng::v1::SearchOrder order = yinzheng::v1::SEARCH_ORDER_RELEVANCE;
  Page page;                        // Counts articles.
  size_t passages_per_article = 1;  // At least 1.
  std::vector<yinzheng::v1::FacetField> facets;
  size_t max_facet_values = 20;
  // Matching passages that are looked at, at least, for totals and facets; past that they are lower
  // bounds.
  size_t count_limit = 100;
  bool group_reprints = true;                // One result for an article and its reprints.
  std::optional<FreshnessCredit> freshness;  // Only where results are ordered by relevance.
  bool explain = false;                      // Fill in ArticleHit::score_parts.
  SearchControl control;
};

struct PassageHit {
  yinzheng::v1::Passage passage;
  std::vector<text::Span> skipped;  // Not searched: furniture and line breaks inside sentences.
  // Phrases of the query (spans in it) that were looked for inside longer words and numbers.
  std::vector<text::Span> loosened;
  double score = 0;
};

struct ArticleHit {
  yinzheng::v1::Article article;                // View BASIC.
  double score = 0;                             // Of the best passage, closeness included.
  double closeness = 0;                         // closeness.h
  std::vector<PassageHit> passages;             // Best first, one or more.
  std::vector<std::string> matched_terms;       // Parts of the query that matched, in its order.
  int reprint_count = 0;                        // Where reprints are grouped.
  std::vector<yinzheng::v1::Reprint> reprints;  // The earliest ones.
  std::vector<yinzheng::v1::ScorePart> score_parts;  // Where asked for; they add up to `score`.
};

struct SearchResults {
  std::vector<ArticleHit> hits;
  size_t total_articles = 0;
  bool total_is_exact = true;
  bool stopped_by_deadline = false;
  std::vector<yinzheng::v1::Facet>
      facets;  // In the order asked; entity names and types are filled in.
  std::vector<yinzheng::v1::Warning> warnings;  // What the index made of the query.
  absl::Duration match_time;
  absl::Duration fetch_time;
};

// What articles are to be like.
struct SimilarSearch {
  std::vector<text::IndexToken> tokens;
  std::string article;        // `articles/…` that the tokens are of, left out; empty for a text.
  std::string reprint_group;  // Of that article; may be empty.
  size_t limit = 10;
  SearchControl control;
};

struct SimilarArticle {
  yinzheng::v1::Article article;  // View BASIC.
  double score = 0;
  bool is_reprint = false;  // Of the article searched for.
  int reprint_count = 0;    // Others of its group, without the article searched for.
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_SEARCH_TYPES_H_
