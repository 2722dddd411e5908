// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The half of passage_searcher.h that finds articles like another one: the terms that tell it apart
// (frequent in it, rare elsewhere) are asked for, and an article counts by its best passages
// together.

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/database_pool.h"
#include "indexer/store/document_lookup.h"
#include "indexer/store/passage_searcher.h"
#include "indexer/store/schema.h"
#include "indexer/store/terms.h"
#include "indexer/store/xapian_status.h"
#include "yinzheng/store/v1/records.pb.h"

namespace yinzheng::store {
namespace {

using Xapian::Query;

constexpr size_t kTellingTerms = 40;
constexpr size_t kPassagesCounted = 3;        // Of one article.
constexpr size_t kPassagesForEachResult = 8;  // Looked at, to find the articles shown.

using TermCounts = absl::flat_hash_map<std::string, uint32_t>;

// Single characters say little about what a text is about: a Chinese one has three bytes in UTF-8.
// Prefixed terms begin with a capital, which no analysed term does.
bool IsTelling(const std::string& term) {
  return term.size() > 3 && !(term.front() >= 'A' && term.front() <= 'Z');
}

Query TellingTerms(const TermCounts& counts, const Xapian::Database& passages) {
  const double total = std::max<double>(passages.get_doccount(), 1);
  std::vector<std::pair<double, std::string>> weighted;
  for (const auto& [term, count] : counts) {
    const double frequency = passages.get_termfreq(term);
    // A term of this text alone finds nothing else.
    if (frequency == 0) continue;
    weighted.emplace_back(-(1 + std::log(count)) * std::log(1 + total / frequency), term);
  }
  std::sort(weighted.begin(), weighted.end());
  if (weighted.size() > kTellingTerms) weighted.resize(kTellingTerms);
  std::vector<Query> terms;
  for (const auto& [weight, term] : weighted) terms.push_back(Query(term));
  return Query(Query::OP_OR, terms.begin(), terms.end());
}

struct Candidate {
  yinzheng::v1::Article article;
  double score = 0;
  size_t passages = 0;
};

absl::StatusOr<std::vector<ArticleScore>> Rank(const Query& query, size_t limit,
                                               const Xapian::Database& passages) {
  Xapian::Enquire enquire(passages);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5));
  enquire.set_sort_by_relevance_then_value(slot::kTieBreak, /*reverse=*/false);
  enquire.set_collapse_key(slot::kArticleNumber, kPassagesCounted);
  const Xapian::MSet matches =
      enquire.get_mset(0, static_cast<Xapian::doccount>(limit * kPassagesForEachResult));
  absl::flat_hash_map<std::string, Candidate> candidates;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    YZ_ASSIGN_OR_RETURN(v1::PassageRecord record,
                        ParseDocument<v1::PassageRecord>(match.get_document()));
    Candidate& candidate = candidates[record.article().name()];
    candidate.score += match.get_weight();
    record.mutable_article()->clear_masks();
    candidate.article = std::move(*record.mutable_article());
  }
  std::vector<ArticleScore> scores;
  for (auto& [name, candidate] : candidates) {
    scores.push_back({std::move(candidate.article), candidate.score});
  }
  std::sort(scores.begin(), scores.end(), [](const ArticleScore& a, const ArticleScore& b) {
    return a.score != b.score ? a.score > b.score : a.article.name() < b.article.name();
  });
  if (scores.size() > limit) scores.resize(limit);
  return scores;
}

}  // namespace

absl::StatusOr<std::vector<ArticleScore>> PassageSearcher::FindSimilarToArticle(
    std::string_view article, size_t limit, const SearchControl& control) const {
  using Scores = std::vector<ArticleScore>;
  YZ_ASSIGN_OR_RETURN(const std::string id, IdOf("articles", article));
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, pool_.Acquire(control.deadline));
  YZ_RETURN_IF_ERROR(CheckControl(control));
  return CatchXapian("find similar articles", [&]() -> absl::StatusOr<Scores> {
    if (!FindDocument(lease->articles, Term(prefix::kName, id))) return NoSuchResource(article);
    const Xapian::Database& passages = lease->passages;
    const std::string own = Term(prefix::kArticle, id);
    TermCounts counts;
    for (auto posting = passages.postlist_begin(own); posting != passages.postlist_end(own);
         ++posting) {
      for (auto term = passages.termlist_begin(*posting); term != passages.termlist_end(*posting);
           ++term) {
        if (IsTelling(*term)) counts[*term] += term.get_wdf();
      }
    }
    const Query others(Query::OP_AND_NOT, TellingTerms(counts, passages), Query(own));
    return Rank(others, limit, passages);
  });
}

absl::StatusOr<std::vector<ArticleScore>> PassageSearcher::FindSimilarToText(
    const std::vector<text::IndexToken>& tokens, size_t limit, const SearchControl& control) const {
  using Scores = std::vector<ArticleScore>;
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, pool_.Acquire(control.deadline));
  YZ_RETURN_IF_ERROR(CheckControl(control));
  return CatchXapian("find similar articles", [&]() -> absl::StatusOr<Scores> {
    TermCounts counts;
    for (const text::IndexToken& token : tokens) {
      if (IsTelling(token.term)) ++counts[token.term];
    }
    return Rank(TellingTerms(counts, lease->passages), limit, lease->passages);
  });
}

}  // namespace yinzheng::store
