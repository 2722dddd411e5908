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
#include "absl/container/flat_hash_set.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/database_pool.h"
#include "indexer/store/document_lookup.h"
#include "indexer/store/passage_searcher.h"
#include "indexer/store/reprint_lookup.h"
#include "indexer/store/schema.h"
#include "indexer/store/score_rounding.h"
#include "indexer/store/term_frequencies.h"
#include "indexer/store/terms.h"
#include "indexer/store/text_terms.h"
#include "indexer/store/xapian_status.h"
#include "yinzheng/store/v1/records.pb.h"

namespace yinzheng::store {
namespace {

using Xapian::Query;

constexpr size_t kTellingTerms = 40;
constexpr size_t kPassagesCounted = 3;        // Of one article.
constexpr size_t kPassagesForEachResult = 8;  // Looked at, to find the articles shown,
constexpr size_t kWidening = 4;               // and so much more where most are reprints,
constexpr size_t kMaxPassages = 20000;        // up to this many.

using TermCounts = absl::flat_hash_map<std::string, uint32_t>;

// Single characters say little about what a text is about: a Chinese one has three bytes in UTF-8,
// a few four.
bool IsTelling(const std::string& term) { return term.size() > 3; }

Query TellingTerms(const TermCounts& counts, const DatabaseHandles& handles) {
  const double total = std::max<double>(handles.passages.get_doccount(), 1);
  std::vector<std::string> index_terms;
  for (const auto& [term, count] : counts) index_terms.push_back(TextTerm("", term));
  const TermFrequencies frequencies(index_terms, handles.passages, handles.remote);
  std::vector<std::pair<double, std::string>> weighted;
  for (const auto& [term, count] : counts) {
    const double frequency = frequencies.Of(TextTerm("", term));
    // A term of this text alone finds nothing else.
    if (frequency == 0) continue;
    weighted.emplace_back(-(1 + std::log(count)) * std::log(1 + total / frequency), term);
  }
  std::sort(weighted.begin(), weighted.end());
  if (weighted.size() > kTellingTerms) weighted.resize(kTellingTerms);
  std::vector<Query> terms;
  for (const auto& [weight, term] : weighted) terms.push_back(Query(TextTerm("", term)));
  return Query(Query::OP_OR, terms.begin(), terms.end());
}

struct Candidate {
  yinzheng::v1::Article article;
  std::string reprint_group;
  double score = 0;
};

struct RankedArticles {
  std::vector<Candidate> articles;  // Best first.
  bool all = false;                 // No passage matches that was not looked at.
};

// The articles of the best `window` passages.
absl::StatusOr<RankedArticles> Rank(const Query& query, size_t window, const SearchControl& control,
                                    const Xapian::Database& passages) {
  Xapian::Enquire enquire(passages);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5));
  enquire.set_sort_by_relevance_then_value(slot::kTieBreak, /*reverse=*/false);
  enquire.set_collapse_key(slot::kArticleNumber, kPassagesCounted);
  const Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(window));
  absl::flat_hash_map<std::string, Candidate> candidates;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    YZ_RETURN_IF_ERROR(CheckControl(control));
    YZ_ASSIGN_OR_RETURN(v1::PassageRecord record,
                        ParseDocument<v1::PassageRecord>(match.get_document()));
    Candidate& candidate = candidates[record.article().name()];
    candidate.score += match.get_weight();
    if (!candidate.article.name().empty()) continue;
    record.mutable_article()->clear_masks();
    candidate.article = std::move(*record.mutable_article());
    candidate.reprint_group = std::move(*record.mutable_reprint_group());
  }
  RankedArticles ranking;
  ranking.all = matches.size() < window;
  for (auto& [name, candidate] : candidates) {
    candidate.score = RoundedScore(candidate.score);
    ranking.articles.push_back(std::move(candidate));
  }
  std::sort(ranking.articles.begin(), ranking.articles.end(),
            [](const Candidate& a, const Candidate& b) {
              return a.score != b.score ? a.score > b.score : a.article.name() < b.article.name();
            });
  return ranking;
}

// The best article of each group.
std::vector<SimilarArticle> Grouped(std::vector<Candidate> ranked, const SimilarSearch& search,
                                    const Xapian::Database& articles) {
  std::vector<SimilarArticle> similar;
  absl::flat_hash_set<std::string> groups;
  for (Candidate& candidate : ranked) {
    if (similar.size() == search.limit) break;
    const std::string& group = candidate.reprint_group;
    if (!group.empty() && !groups.insert(group).second) continue;
    SimilarArticle& article = similar.emplace_back();
    article.is_reprint = !group.empty() && group == search.reprint_group;
    const int shown = article.is_reprint ? 2 : 1;  // The article searched for is known.
    article.reprint_count = std::max(0, ReprintGroupSize(articles, group) - shown);
    article.article = std::move(candidate.article);
    article.score = candidate.score;
  }
  return similar;
}

}  // namespace

absl::StatusOr<std::vector<SimilarArticle>> PassageSearcher::FindSimilar(
    const SimilarSearch& search) const {
  using Articles = std::vector<SimilarArticle>;
  YZ_RETURN_IF_ERROR(CheckControl(search.control));
  const auto find = [&](DatabaseHandles& handles) -> absl::StatusOr<Articles> {
    TermCounts counts;
    for (const text::IndexToken& token : search.tokens) {
      if (IsTelling(token.term)) ++counts[token.term];
    }
    Query query = TellingTerms(counts, handles);
    if (!search.article.empty()) {
      const Query own(Term(prefix::kArticle, IdPart(search.article)));
      query = Query(Query::OP_AND_NOT, query, own);
    }
    size_t window = std::min(search.limit * kPassagesForEachResult, kMaxPassages);
    while (true) {
      YZ_ASSIGN_OR_RETURN(RankedArticles ranking,
                          Rank(query, window, search.control, handles.passages));
      const bool last = ranking.all || window == kMaxPassages;
      Articles similar = Grouped(std::move(ranking.articles), search, handles.articles);
      if (similar.size() >= search.limit || last) return similar;
      YZ_RETURN_IF_ERROR(CheckControl(search.control));
      window = std::min(window * kWidening, kMaxPassages);
    }
  };
  return pool_.Use("find similar articles",
                   {.passages = true, .missing = search.control.missing.get()},
                   search.control.deadline, find);
}

}  // namespace yinzheng::store
