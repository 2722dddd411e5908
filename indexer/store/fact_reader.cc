// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/fact_reader.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/base/status_macros.h"
#include "indexer/store/database_pool.h"
#include "indexer/store/day_range.h"
#include "indexer/store/document_lookup.h"
#include "indexer/store/fact_facets.h"
#include "indexer/store/name_key.h"
#include "indexer/store/property_words.h"
#include "indexer/store/schema.h"
#include "indexer/store/score_rounding.h"
#include "indexer/store/terms.h"
#include "indexer/store/xapian_query.h"
#include "indexer/store/xapian_status.h"

namespace yinzheng::store {
namespace {

using Xapian::Query;
using yinzheng::v1::Fact;

// Collects the conditions of a FactQuery.
class Conditions {
 public:
  explicit Conditions(DatabaseHandles& handles) : handles_(handles) {}

  void Add(const Query& query) {
    if (!IsMatchAll(query)) queries_.push_back(query);
  }

  void AddAny(const std::vector<std::string>& terms) {
    if (!terms.empty()) Add(Query(Query::OP_OR, terms.begin(), terms.end()));
  }

  // `value` empty: no condition.
  void AddKey(std::string_view prefix, std::string_view value) {
    if (!value.empty()) Add(Query(Term(prefix, NameKey(value))));
  }
  void AddNumber(std::string_view prefix, int number) {
    if (number != 0) Add(Query(Term(prefix, absl::StrCat(number))));
  }

  absl::Status AddAmount(uint32_t amount_slot, FilterOperator op, const std::string& decimal) {
    if (decimal.empty()) return absl::OkStatus();
    YZ_ASSIGN_OR_RETURN(const Query query, AmountQuery(amount_slot, op, decimal, handles_));
    Add(query);
    return absl::OkStatus();
  }

  Query All() const {
    if (queries_.empty()) return MatchAll();
    return Query(Query::OP_AND, queries_.begin(), queries_.end());
  }

 private:
  DatabaseHandles& handles_;
  std::vector<Query> queries_;
};

absl::Status CheckDay(std::string_view day) {
  if (day.empty() || (day.size() == 10 && ParseDayRange(day))) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat("\"", base::AbslView(day), "\" is no day such as 2023-05-31"));
}

absl::StatusOr<Query> AmountsQuery(const std::vector<AmountRange>& amounts,
                                   DatabaseHandles& handles) {
  if (amounts.empty()) return MatchAll();
  std::vector<Query> ranges;
  for (const AmountRange& amount : amounts) {
    Conditions range(handles);
    range.AddKey(prefix::kUnit, amount.unit);
    YZ_RETURN_IF_ERROR(range.AddAmount(slot::kAmount, FilterOperator::kGreaterEqual, amount.min));
    YZ_RETURN_IF_ERROR(range.AddAmount(slot::kUpperAmount, FilterOperator::kLessEqual, amount.max));
    ranges.push_back(range.All());
  }
  return Query(Query::OP_OR, ranges.begin(), ranges.end());
}

absl::StatusOr<Query> StructureQuery(const FactQuery& query, DatabaseHandles& handles) {
  Conditions conditions(handles);
  std::vector<std::string> subjects;
  for (const std::string& subject : query.subjects) {
    subjects.push_back(ReferenceTerm(prefix::kSubject, subject));
  }
  conditions.AddAny(subjects);
  std::vector<std::string> kinds;
  for (const yinzheng::v1::FactKind kind : query.kinds) {
    kinds.push_back(Term(prefix::kFactKind, absl::StrCat(static_cast<int>(kind))));
  }
  conditions.AddAny(kinds);
  std::vector<std::string> properties;
  for (const std::string& property : query.properties) {
    properties.push_back(Term(prefix::kProperty, NameKey(property)));
  }
  conditions.AddAny(properties);
  conditions.AddNumber(prefix::kModality, query.modality);
  conditions.AddNumber(prefix::kOrigin, query.origin);
  if (!query.article.empty()) {
    YZ_ASSIGN_OR_RETURN(const std::string id, IdOf("articles", query.article));
    conditions.Add(Query(Term(prefix::kArticle, id)));
  }
  if (!query.speaker.empty()) {
    conditions.Add(Query(ReferenceTerm(prefix::kSpeaker, query.speaker)));
  }
  if (!query.object.empty()) {
    YZ_ASSIGN_OR_RETURN(const std::string id, IdOf("entities", query.object));
    conditions.Add(Query(Term(prefix::kObject, id)));
  }
  YZ_RETURN_IF_ERROR(CheckDay(query.earliest));
  YZ_RETURN_IF_ERROR(CheckDay(query.latest));
  conditions.Add(WithinDays(query.earliest, query.latest));
  YZ_ASSIGN_OR_RETURN(const Query amounts, AmountsQuery(query.amounts, handles));
  conditions.Add(amounts);
  YZ_ASSIGN_OR_RETURN(const Query filter,
                      FilterToXapian(query.filter, QueryTarget::kFacts, handles));
  conditions.Add(filter);
  return conditions.All();
}

bool IsRanked(const FactQuery& query) {
  return query.order == FactOrder::kBest && !query.text.MatchesEverything();
}

void SetOrder(const FactQuery& query, Xapian::Enquire& enquire) {
  if (!IsRanked(query)) {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(
        query.order == FactOrder::kSubject ? slot::kSubjectOrder : slot::kArticleOrder,
        /*reverse=*/false);
    return;
  }
  enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5));
  enquire.set_sort_by_relevance_then_value(slot::kArticleOrder, /*reverse=*/false);
}

// The matches of a page with their scores as they are answered; ones that differ by rounding alone
// are equal.
struct ScoredMatch {
  double score = 0;
  std::string sort_key;
  Xapian::Document document;
};

std::vector<ScoredMatch> ScoredMatches(const Xapian::MSet& matches, bool ranked) {
  std::vector<ScoredMatch> scored;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    scored.push_back(
        {RoundedScore(match.get_weight()), match.get_sort_key(), match.get_document()});
  }
  if (!ranked) return scored;
  std::stable_sort(scored.begin(), scored.end(), [](const ScoredMatch& a, const ScoredMatch& b) {
    return a.score != b.score ? a.score > b.score : a.sort_key < b.sort_key;
  });
  return scored;
}

}  // namespace

absl::StatusOr<Fact> FactReader::Get(std::string_view name) const {
  YZ_ASSIGN_OR_RETURN(const std::string id, IdOf("facts", name));
  MissingShards left_out;
  absl::StatusOr<Fact> fact =
      pool_.Use("read a fact", {.facts = true, .missing = &left_out}, absl::InfiniteFuture(),
                [&](DatabaseHandles& handles) {
                  return LookUp<Fact>(handles.facts, Term(prefix::kName, id), name);
                });
  if (!absl::IsNotFound(fact.status()) || left_out.empty()) return fact;
  return ShardsUnavailable(left_out.names(), "the fact is in none of the others");
}

absl::StatusOr<std::vector<std::string>> FactReader::PropertiesLike(
    std::string_view words, size_t limit, const SearchControl& control) const {
  YZ_RETURN_IF_ERROR(CheckControl(control));
  const PropertyWords wanted(words);
  using Keys = std::vector<std::string>;
  const auto read = [&](DatabaseHandles& handles) -> absl::StatusOr<Keys> {
    const std::string start(prefix::kProperty);
    PropertyCandidates candidates;
    for (auto term = handles.facts.allterms_begin(start); term != handles.facts.allterms_end(start);
         ++term) {
      candidates.Add(wanted, (*term).substr(start.size()), term.get_termfreq());
    }
    return candidates.Best(limit);
  };
  return pool_.Use("read the properties", {.facts = true, .missing = control.missing.get()},
                   control.deadline, read);
}

absl::StatusOr<FoundFacts> FactReader::Search(const FactQuery& query) const {
  YZ_RETURN_IF_ERROR(CheckControl(query.control));
  const auto search = [&](DatabaseHandles& handles) -> absl::StatusOr<FoundFacts> {
    YZ_ASSIGN_OR_RETURN(const Query structure, StructureQuery(query, handles));
    Xapian::Enquire enquire(handles.facts);
    enquire.set_query(Restricted(ToXapian(query.text, QueryTarget::kFacts, handles), structure));
    if (query.page.limit > 0 || !query.facets.empty()) {
      SetOrder(query, enquire);
    } else {
      // Without an order, a match in one database ends with the count.
      enquire.set_weighting_scheme(Xapian::BoolWeight());
    }
    const FactFacets facets(query.facets, enquire);
    // Xapian 1.4 shows a spy the matches of shards elsewhere there, and those that sort behind the
    // page here once more, unless matches are collapsed: by a slot in which nothing is alike. It
    // only estimates how many there are then, so they are counted.
    Xapian::ValueCountMatchSpy seen(slot::kNone);
    const bool counted = handles.remote && !query.facets.empty();
    if (counted) {
      enquire.set_collapse_key(slot::kNone, 1);
      enquire.add_matchspy(&seen);
    }
    const Xapian::doccount all = handles.facts.get_doccount();
    const Xapian::doccount looked_at = query.facets.empty() && query.count_limit < all
                                           ? static_cast<Xapian::doccount>(query.count_limit)
                                           : all;
    const Xapian::MSet matches =
        enquire.get_mset(static_cast<Xapian::doccount>(query.page.offset),
                         static_cast<Xapian::doccount>(query.page.limit), looked_at);
    FoundFacts listed;
    listed.total = counted            ? seen.get_total()
                   : looked_at == all ? matches.get_matches_estimated()  // Exact.
                                      : matches.get_matches_lower_bound();
    listed.facets = facets.Counts(handles, query.max_facet_values);
    for (const ScoredMatch& match : ScoredMatches(matches, IsRanked(query))) {
      YZ_ASSIGN_OR_RETURN(Fact fact, ParseDocument<Fact>(match.document));
      listed.items.push_back({std::move(fact), match.score});
    }
    return listed;
  };
  return pool_.Use("search facts", {.facts = true, .missing = query.control.missing.get()},
                   query.control.deadline, search);
}

absl::Status FactReader::ForEach(const std::function<absl::Status(const Fact&)>& visit) const {
  const auto read = [&](DatabaseHandles& handles) {
    return VisitByName(handles.facts, [&](const Xapian::Document& document) -> absl::Status {
      YZ_ASSIGN_OR_RETURN(const Fact fact, ParseDocument<Fact>(document));
      return visit(fact);
    });
  };
  return pool_.Use("read all facts", {.facts = true, .once = true}, absl::InfiniteFuture(), read);
}

}  // namespace yinzheng::store
