// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/passage_searcher.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "indexer/base/status_macros.h"
#include "indexer/base/stopwatch.h"
#include "indexer/store/closeness.h"
#include "indexer/store/database_pool.h"
#include "indexer/store/document_lookup.h"
#include "indexer/store/facet_counter.h"
#include "indexer/store/freshness.h"
#include "indexer/store/matched_parts.h"
#include "indexer/store/passage_analysis.h"
#include "indexer/store/passage_key.h"
#include "indexer/store/reprint_lookup.h"
#include "indexer/store/schema.h"
#include "indexer/store/score_parts.h"
#include "indexer/store/score_rounding.h"
#include "indexer/store/terms.h"
#include "indexer/store/text_terms.h"
#include "indexer/store/xapian_query.h"
#include "indexer/store/xapian_status.h"
#include "yinzheng/store/v1/records.pb.h"

namespace yinzheng::store {
namespace {

using Xapian::Query;

// Chosen on retrieval sets; docs/ranking.md has the measurements.
Xapian::BM25Weight Ranking() { return Xapian::BM25Weight(0.8, 0, 1, 0.8, 0.5); }

// The best articles by BM25 are put in order by closeness as well. As many as a page has by
// default, so that mostly nothing is fetched for that alone; more change little.
constexpr size_t kReordered = 10;

// So many times the matches that are to be counted are counted all if they are no more: it takes a
// second match, which is quick.
constexpr Xapian::doccount kSeenInTwo = 4;

// What closeness counts beside BM25.
constexpr double kClosenessWeight = 0.6;

// The inverse document frequency that BM25Weight takes, so that both measure alike.
double Rarity(double frequency, double documents) {
  const double odds = (documents - frequency + 0.5) / (frequency + 0.5);
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

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
  std::string reprint_group;
  std::u32string key;  // PassageKey.
  Xapian::docid document = 0;
  std::string tie_break;  // Of the match's order, where it is by relevance.
  double closeness = 0;

  double score() const { return hit.score + closeness; }
};
using Passages = std::vector<FetchedPassage>;

absl::StatusOr<FetchedPassage> Fetch(const Xapian::MSetIterator& match) {
  YZ_ASSIGN_OR_RETURN(v1::PassageRecord record,
                      ParseDocument<v1::PassageRecord>(match.get_document()));
  FetchedPassage fetched;
  fetched.hit.skipped = MaskSpans(record.article());
  record.mutable_article()->clear_masks();
  fetched.hit.passage = std::move(*record.mutable_passage());
  fetched.hit.score = RoundedScore(match.get_weight());
  fetched.tie_break = match.get_sort_key();
  fetched.article = std::move(*record.mutable_article());
  fetched.reprint_group = std::move(*record.mutable_reprint_group());
  fetched.document = *match;
  return fetched;
}

// Counts the matches that are seen here.
class MatchCounter final : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& /*document*/, double /*weight*/) override { ++total_; }
  size_t total() const { return total_; }

 private:
  size_t total_ = 0;
};

// Counts them wherever they are seen. Shards elsewhere know the spies of Xapian alone, the cheapest
// of which reads a value of each match and puts it into a table.
class SeenMatches {
 public:
  explicit SeenMatches(bool remote) : remote_(remote) {}

  Xapian::MatchSpy& spy() { return remote_ ? static_cast<Xapian::MatchSpy&>(anywhere_) : here_; }
  size_t total() const { return remote_ ? anywhere_.get_total() : here_.total(); }

 private:
  bool remote_;
  MatchCounter here_;
  Xapian::ValueCountMatchSpy anywhere_{slot::kNone};
};

// One search, from query to results.
class Search {
 public:
  Search(const PassageSearch& request, DatabaseHandles& handles, FacetTable& facets)
      : request_(request),
        handles_(handles),
        facets_(facets),
        enquire_(handles.passages),
        seen_(handles.remote) {}

  absl::StatusOr<SearchResults> Run() {
    YZ_RETURN_IF_ERROR(CheckControl(request_.control));
    const base::Stopwatch matching;
    YZ_ASSIGN_OR_RETURN(const Query filter,
                        FilterToXapian(request_.filter, QueryTarget::kPassages, handles_));
    query_ =
        Restricted(ToXapian(request_.query, QueryTarget::kPassages, handles_, &notes_), filter);
    results_.warnings = notes_.warnings;
    AddFreshness();
    const Xapian::MSet matches = Match();
    CountFacets();
    results_.match_time = matching.Elapsed();
    const base::Stopwatch fetching;
    YZ_RETURN_IF_ERROR(FetchBest(matches));
    YZ_RETURN_IF_ERROR(FetchMore());
    if (request_.explain) Explain();
    results_.fetch_time = fetching.Elapsed();
    return std::move(results_);
  }

 private:
  void AddFreshness() {
    if (!request_.freshness || !ByRelevance()) return;
    Xapian::Enquire enquire(handles_.passages);
    enquire.set_query(query_);
    enquire.set_weighting_scheme(Ranking());
    const Xapian::MSet best = enquire.get_mset(0, 1);
    const double score = best.empty() ? 0 : RoundedScore(best.begin().get_weight());
    query_ = WithFreshness(query_, *request_.freshness, score, handles_.passages);
  }

  Xapian::MSet Match() {
    enquire_.set_query(query_);
    enquire_.set_weighting_scheme(Ranking());
    SetOrder(request_.order, enquire_);
    enquire_.set_collapse_key(request_.group_reprints ? slot::kReprintGroup : slot::kArticleNumber,
                              1);
    enquire_.add_matchspy(&seen_.spy());
    if (!request_.facets.empty()) {
      enquire_.add_matchspy(&articles_);
      if (request_.group_reprints) enquire_.add_matchspy(&groups_);
    }
    Xapian::MSet matches = MatchAtLeast(CheckAtLeast());
    const Xapian::doccount most = matches.get_uncollapsed_matches_upper_bound();
    if (!saw_all_ && most <= kSeenInTwo * CheckAtLeast()) matches = MatchAtLeast(most + 1);
    results_.total_articles = matches.get_matches_lower_bound();
    results_.total_is_exact = handles_.missing.empty() && saw_all_;
    return matches;
  }

  // Looks at so many matches at least, and finds out whether every match is counted. Xapian passes
  // matches over once it has seen enough, and takes an article for several as better passages of it
  // turn up: that few articles were counted says nothing, that few matches were seen does. Its
  // upper bound knows only terms.
  Xapian::MSet MatchAtLeast(Xapian::doccount least) {
    const size_t before = seen_.total();
    Xapian::MSet matches = enquire_.get_mset(static_cast<Xapian::doccount>(FirstFetched()),
                                             static_cast<Xapian::doccount>(Fetched()), least);
    saw_all_ = seen_.total() - before < least || matches.size() < Fetched() ||
               matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
    return matches;
  }

  bool ByRelevance() const {
    return request_.order != yinzheng::v1::SEARCH_ORDER_NEWEST &&
           request_.order != yinzheng::v1::SEARCH_ORDER_OLDEST;
  }

  // Whether the page shows some of the articles that closeness puts in order.
  bool Reorders() const {
    return ByRelevance() && !request_.query.MatchesEverything() && request_.page.limit > 0 &&
           request_.page.offset < kReordered;
  }

  size_t FirstFetched() const { return Reorders() ? 0 : request_.page.offset; }

  size_t Fetched() const {
    if (!Reorders()) return request_.page.limit;
    return std::max(request_.page.offset + request_.page.limit, kReordered);
  }

  // One more than asked for, so that it is known whether there is another.
  Xapian::doccount CheckAtLeast() const {
    return static_cast<Xapian::doccount>(
        std::max(request_.count_limit, request_.page.offset + request_.page.limit) + 1);
  }

  void CountFacets() {
    if (request_.facets.empty()) return;
    FacetCounter counter(handles_, facets_);
    for (auto value = articles_.values_begin(); value != articles_.values_end(); ++value) {
      counter.AddArticle(FromBigEndian(*value));
    }
    const size_t counted =
        request_.group_reprints
            ? static_cast<size_t>(std::distance(groups_.values_begin(), groups_.values_end()))
            : counter.article_count();
    results_.total_articles = std::max(results_.total_articles, counted);
    for (const yinzheng::v1::FacetField field : request_.facets) {
      results_.facets.push_back(counter.Count(field, request_.max_facet_values));
    }
  }

  // Past the deadline the best found is answered, as long as there is something of the page.
  absl::StatusOr<bool> MustStop(bool found_any) {
    const absl::Status status = CheckControl(request_.control);
    if (status.ok()) return false;
    if (!absl::IsDeadlineExceeded(status) || !found_any) return status;
    results_.stopped_by_deadline = true;
    return true;
  }

  absl::Status FetchBest(const Xapian::MSet& matches) {
    const size_t first = request_.page.offset - FirstFetched();
    // What is put in order is fetched whole: a part of it would be put in another order, of which
    // the next page knows nothing.
    const size_t together = Reorders() ? kReordered : 0;
    Passages found;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      if (found.empty() || found.size() >= together) {
        YZ_ASSIGN_OR_RETURN(const bool stop, MustStop(found.size() > first));
        if (stop) break;
      }
      YZ_ASSIGN_OR_RETURN(FetchedPassage fetched, Fetch(match));
      const yinzheng::v1::Passage& passage = fetched.hit.passage;
      fetched.key = PassageKey(passage.text(), static_cast<uint32_t>(passage.span().start()),
                               fetched.hit.skipped);
      found.push_back(std::move(fetched));
    }
    // Apart, since the next page sees the first ones and not all that are fetched with them here.
    const auto first_after =
        found.begin() + static_cast<std::ptrdiff_t>(std::min(found.size(), together));
    if (ByRelevance()) {
      SettleTies(found.begin(), first_after);
      SettleTies(first_after, found.end());
    }
    if (Reorders()) Reorder(matches, found.begin(), first_after);
    const size_t end = std::min(found.size(), first + request_.page.limit);
    if (first >= end) return absl::OkStatus();
    for (size_t i = first; i < end; ++i) documents_.push_back(found[i].document);
    std::vector<MatchedPassage> matched;
    for (size_t i = first; i < end; ++i) {
      matched.push_back(
          {found[i].document, Term(prefix::kArticle, IdPart(found[i].article.name()))});
    }
    const MatchedParts parts(request_.query, handles_, std::move(matched));
    for (size_t i = first; i < end; ++i) AddHit(std::move(found[i]), parts);
    return absl::OkStatus();
  }

  // Scores that differ by rounding alone are equal.
  static void SettleTies(Passages::iterator begin, Passages::iterator end) {
    std::stable_sort(begin, end, [](const FetchedPassage& a, const FetchedPassage& b) {
      if (a.hit.score != b.hit.score) return a.hit.score > b.hit.score;
      return a.tie_break < b.tie_break;
    });
  }

  // By both scores; equal ones stay as they are.
  void Reorder(const Xapian::MSet& matches, Passages::iterator begin,
               Passages::iterator end) const {
    const double documents = handles_.passages.get_doccount();
    const Closeness closeness(request_.query, [&](const std::string& term) {
      return Rarity(matches.get_termfreq(TextTerm("", term)), documents);
    });
    for (auto passage = begin; passage != end; ++passage) {
      passage->closeness = kClosenessWeight * closeness.Of(passage->key);
    }
    std::stable_sort(begin, end, [](const FetchedPassage& a, const FetchedPassage& b) {
      return a.score() > b.score();
    });
  }

  void AddHit(FetchedPassage fetched, const MatchedParts& parts) {
    ArticleHit& hit = results_.hits.emplace_back();
    hit.article = std::move(fetched.article);
    hit.score = fetched.score();
    hit.closeness = fetched.closeness;
    if (request_.group_reprints) AddReprints(fetched.reprint_group, hit);
    hit.matched_terms =
        parts.Of(fetched.key, hit.article.title(), fetched.document, notes_.loosened);
    fetched.hit.loosened = notes_.loosened;
    hit.passages.push_back(std::move(fetched.hit));
  }

  void AddReprints(const std::string& group, ArticleHit& hit) const {
    if (group.empty()) return;
    hit.reprint_count = std::max(0, ReprintGroupSize(handles_.articles, group) - 1);
    hit.reprints = ReprintsOf(handles_.articles, group, hit.article.name());
  }

  void Explain() {
    std::vector<ScoredPassage> scored;
    for (size_t i = 0; i < results_.hits.size(); ++i) {
      const ArticleHit& hit = results_.hits[i];
      scored.push_back({documents_[i], Term(prefix::kArticle, IdPart(hit.article.name())),
                        hit.score, hit.closeness});
    }
    auto parts = ScoreParts(query_, Ranking(), handles_.passages, scored);
    for (size_t i = 0; i < parts.size(); ++i) {
      results_.hits[i].score_parts = std::move(parts[i]);
    }
  }

  // Further passages of the articles found: the same query restricted to them.
  absl::Status FetchMore() {
    if (request_.passages_per_article <= 1 || results_.hits.empty()) return absl::OkStatus();
    YZ_ASSIGN_OR_RETURN(const bool stop, MustStop(/*found_any=*/true));
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
    Passages found;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      YZ_ASSIGN_OR_RETURN(FetchedPassage fetched, Fetch(match));
      found.push_back(std::move(fetched));
    }
    SettleTies(found.begin(), found.end());
    for (FetchedPassage& fetched : found) {
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
  SeenMatches seen_;
  bool saw_all_ = false;
  Xapian::ValueCountMatchSpy articles_{slot::kArticleNumber};
  Xapian::ValueCountMatchSpy groups_{slot::kReprintGroup};
  std::vector<Xapian::docid> documents_;  // Of the best passages, in the order of the hits.
  Query query_;
  QueryNotes notes_;
  SearchResults results_;
};

}  // namespace

absl::StatusOr<SearchResults> PassageSearcher::Search(const PassageSearch& search) const {
  return pool_.Use("search passages", {.passages = true, .missing = search.control.missing.get()},
                   search.control.deadline, [&](DatabaseHandles& handles) {
                     return store::Search(search, handles, facets_).Run();
                   });
}

absl::StatusOr<std::vector<std::string>> PassageSearcher::ArticlesWithPhrase(
    const CompiledQuery& phrase, size_t limit) const {
  using Names = std::vector<std::string>;
  const auto find = [&](DatabaseHandles& handles) -> absl::StatusOr<Names> {
    Names names;
    if (phrase.MatchesEverything()) return names;
    Xapian::Enquire enquire(handles.passages);
    enquire.set_query(ToXapian(phrase, QueryTarget::kPassages, handles));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_collapse_key(slot::kArticleNumber, 1);
    enquire.set_sort_by_value(slot::kTieBreak, /*reverse=*/false);
    const Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(limit));
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      const std::string id = match.get_document().get_value(slot::kTieBreak);
      names.push_back("articles/" + id.substr(0, id.find('\0')));
    }
    return names;
  };
  return pool_.Use("find a quotation", {.passages = true}, absl::InfiniteFuture(), find);
}

}  // namespace yinzheng::store
