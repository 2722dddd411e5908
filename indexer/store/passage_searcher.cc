// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/passage_searcher.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/time/clock.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/database_pool.h"
#include "indexer/store/document_lookup.h"
#include "indexer/store/facet_counter.h"
#include "indexer/store/matched_parts.h"
#include "indexer/store/schema.h"
#include "indexer/store/terms.h"
#include "indexer/store/xapian_query.h"
#include "indexer/store/xapian_status.h"
#include "yinzheng/store/v1/records.pb.h"

namespace yinzheng::store {
namespace {

using Xapian::Query;

Xapian::BM25Weight Ranking() { return Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5); }

void SetOrder(yinzheng::v1::SearchOrder order, Xapian::Enquire& enquire) {
  switch (order) {
    case yinzheng::v1::SEARCH_ORDER_NEWEST:
      enquire.set_sort_by_value_then_relevance(slot::kNewestFirst, /*reverse=*/false);
      return;
    case yinzheng::v1::SEARCH_ORDER_OLDEST:
      enquire.set_sort_by_value_then_relevance(slot::kOldestFirst, /*reverse=*/false);
      return;
    default:
      enquire.set_sort_by_relevance_then_value(slot::kTieBreak, /*reverse=*/false);
  }
}

struct FetchedPassage {
  yinzheng::v1::Article article;
  PassageHit hit;
};

absl::StatusOr<FetchedPassage> Fetch(const Xapian::MSetIterator& match) {
  YZ_ASSIGN_OR_RETURN(v1::PassageRecord record,
                      ParseDocument<v1::PassageRecord>(match.get_document()));
  FetchedPassage fetched;
  for (const yinzheng::v1::Mask& mask : record.article().masks()) {
    fetched.hit.skipped.push_back(
        {static_cast<uint32_t>(mask.span().start()), static_cast<uint32_t>(mask.span().end())});
  }
  record.mutable_article()->clear_masks();
  fetched.hit.passage = std::move(*record.mutable_passage());
  fetched.hit.score = match.get_weight();
  fetched.article = std::move(*record.mutable_article());
  return fetched;
}

// One search, from query to results.
class Search {
 public:
  Search(const PassageSearch& request, DatabaseHandles& handles, FacetTable& facets)
      : request_(request), handles_(handles), facets_(facets), enquire_(handles.passages) {}

  absl::StatusOr<SearchResults> Run() {
    YZ_RETURN_IF_ERROR(CheckControl(request_.control));
    const absl::Time begin = absl::Now();
    YZ_ASSIGN_OR_RETURN(const Query filter,
                        FilterToXapian(request_.filter, QueryTarget::kPassages, handles_));
    query_ =
        Restricted(ToXapian(request_.query, QueryTarget::kPassages, handles_, &notes_), filter);
    results_.warnings = notes_.warnings;
    const Xapian::MSet matches = Match();
    CountFacets();
    const absl::Time matched = absl::Now();
    results_.match_time = matched - begin;
    YZ_RETURN_IF_ERROR(FetchBest(matches));
    YZ_RETURN_IF_ERROR(FetchMore());
    results_.fetch_time = absl::Now() - matched;
    return std::move(results_);
  }

 private:
  Xapian::MSet Match() {
    enquire_.set_query(query_);
    enquire_.set_weighting_scheme(Ranking());
    SetOrder(request_.order, enquire_);
    enquire_.set_collapse_key(slot::kArticleNumber, 1);
    if (!request_.facets.empty()) enquire_.add_matchspy(&articles_);
    Xapian::MSet matches =
        enquire_.get_mset(static_cast<Xapian::doccount>(request_.page.offset),
                          static_cast<Xapian::doccount>(request_.page.limit), CheckAtLeast());
    results_.total_articles = matches.get_matches_lower_bound();
    results_.total_is_exact =
        matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
    return matches;
  }

  // One more than the page, so that it is known whether there is a next one.
  Xapian::doccount CheckAtLeast() const {
    return static_cast<Xapian::doccount>(
        std::max(request_.count_limit, request_.page.offset + request_.page.limit + 1));
  }

  void CountFacets() {
    if (request_.facets.empty()) return;
    FacetCounter counter(handles_, facets_);
    for (auto value = articles_.values_begin(); value != articles_.values_end(); ++value) {
      counter.AddArticle(FromBigEndian(*value));
    }
    results_.total_articles = std::max(results_.total_articles, counter.article_count());
    for (const yinzheng::v1::FacetField field : request_.facets) {
      results_.facets.push_back(counter.Count(field, request_.max_facet_values));
    }
  }

  // Past the deadline the best found is answered, as long as there is something.
  absl::StatusOr<bool> MustStop() {
    const absl::Status status = CheckControl(request_.control);
    if (status.ok()) return false;
    if (!absl::IsDeadlineExceeded(status) || results_.hits.empty()) return status;
    results_.stopped_by_deadline = true;
    return true;
  }

  absl::Status FetchBest(const Xapian::MSet& matches) {
    const MatchedParts parts(request_.query, handles_.passages);
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      YZ_ASSIGN_OR_RETURN(const bool stop, MustStop());
      if (stop) break;
      YZ_ASSIGN_OR_RETURN(FetchedPassage fetched, Fetch(match));
      ArticleHit& hit = results_.hits.emplace_back();
      hit.article = std::move(fetched.article);
      hit.score = fetched.hit.score;
      fetched.hit.loosened = notes_.loosened;
      hit.passages.push_back(std::move(fetched.hit));
      hit.matched_terms = parts.Of(hit.passages.front(), hit.article.title(), *match);
    }
    return absl::OkStatus();
  }

  // Further passages of the articles found: the same query restricted to them.
  absl::Status FetchMore() {
    if (request_.passages_per_article <= 1 || results_.hits.empty()) return absl::OkStatus();
    YZ_ASSIGN_OR_RETURN(const bool stop, MustStop());
    if (stop) return absl::OkStatus();
    std::vector<std::string> articles;
    absl::flat_hash_map<std::string, ArticleHit*> hits;
    for (ArticleHit& hit : results_.hits) {
      articles.push_back(Term(prefix::kArticle, IdPart(hit.article.name())));
      hits[hit.article.name()] = &hit;
    }
    Xapian::Enquire enquire(handles_.passages);
    enquire.set_query(Restricted(query_, Query(Query::OP_OR, articles.begin(), articles.end())));
    enquire.set_weighting_scheme(Ranking());
    enquire.set_sort_by_relevance_then_value(slot::kTieBreak, /*reverse=*/false);
    const auto each = static_cast<Xapian::doccount>(request_.passages_per_article);
    enquire.set_collapse_key(slot::kArticleNumber, each);
    const Xapian::MSet matches =
        enquire.get_mset(0, each * static_cast<Xapian::doccount>(articles.size()));
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      YZ_ASSIGN_OR_RETURN(FetchedPassage fetched, Fetch(match));
      fetched.hit.loosened = notes_.loosened;
      AddPassage(std::move(fetched.hit), *hits.at(fetched.article.name()));
    }
    return absl::OkStatus();
  }

  void AddPassage(PassageHit passage, ArticleHit& hit) const {
    const bool known = passage.passage.name() == hit.passages.front().passage.name();
    if (!known && hit.passages.size() < request_.passages_per_article) {
      hit.passages.push_back(std::move(passage));
    }
  }

  const PassageSearch& request_;
  DatabaseHandles& handles_;
  FacetTable& facets_;
  Xapian::Enquire enquire_;
  Xapian::ValueCountMatchSpy articles_{slot::kArticleNumber};
  Query query_;
  QueryNotes notes_;
  SearchResults results_;
};

}  // namespace

absl::StatusOr<SearchResults> PassageSearcher::Search(const PassageSearch& search) const {
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, pool_.Acquire(search.control.deadline));
  return CatchXapian("search passages",
                     [&] { return store::Search(search, *lease, facets_).Run(); });
}

absl::StatusOr<std::vector<std::string>> PassageSearcher::ArticlesWithPhrase(
    const CompiledQuery& phrase, size_t limit) const {
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, pool_.Acquire());
  return CatchXapian("find a quotation", [&]() -> absl::StatusOr<std::vector<std::string>> {
    std::vector<std::string> names;
    if (phrase.MatchesEverything()) return names;
    Xapian::Enquire enquire(lease->passages);
    enquire.set_query(ToXapian(phrase, QueryTarget::kPassages, *lease));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_collapse_key(slot::kArticleNumber, 1);
    enquire.set_sort_by_value(slot::kTieBreak, /*reverse=*/false);
    const Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(limit));
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      const std::string name = match.get_document().get_value(slot::kTieBreak);
      names.push_back(name.substr(0, name.find('\0')));
    }
    return names;
  });
}

}  // namespace yinzheng::store
