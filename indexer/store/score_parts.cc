// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/score_parts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_join.h"
#include "indexer/store/schema.h"
#include "indexer/store/score_rounding.h"
#include "indexer/store/terms.h"
#include "indexer/store/text_terms.h"

namespace yinzheng::store {
namespace {

using Xapian::Query;
using yinzheng::v1::ScorePart;

// Sums of floating point numbers in another order.
constexpr double kRounding = 1e-6;

// The parts of a query whose scores add up to its score.
void Collect(const Query& query, std::vector<Query>& parts) {  // NOLINT(misc-no-recursion)
  switch (query.get_type()) {
    case Query::OP_AND:
    case Query::OP_OR:
    case Query::OP_AND_MAYBE:
      for (size_t i = 0; i < query.get_num_subqueries(); ++i) {
        Collect(query.get_subquery(i), parts);
      }
      return;
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
      Collect(query.get_subquery(0), parts);
      return;
    case Query::LEAF_MATCH_ALL:
    case Query::LEAF_MATCH_NOTHING:
      return;
    default:
      parts.push_back(query);
  }
}

using PartKey = std::pair<yinzheng::v1::ScorePartKind, std::string>;

bool IsBreak(const std::string& term) {
  return term == kBreakTerm || term == Term(prefix::kTitle, kBreakTerm);
}

PartKey KeyOf(const Query& part) {
  std::vector<std::string> terms(part.get_terms_begin(), part.get_terms_end());
  // Punctuation inside a phrase is no word of it.
  terms.erase(std::remove_if(terms.begin(), terms.end(), IsBreak), terms.end());
  if (terms.empty()) return {yinzheng::v1::SCORE_PART_KIND_FRESHNESS, ""};
  const bool in_titles = terms.front().compare(0, prefix::kTitle.size(), prefix::kTitle) == 0;
  if (in_titles) {
    for (std::string& term : terms) term.erase(0, prefix::kTitle.size());
  }
  for (std::string& term : terms) term = TokenOf(term);
  std::sort(terms.begin(), terms.end());
  if (terms.size() > 1) {
    return {yinzheng::v1::SCORE_PART_KIND_TOGETHER, absl::StrJoin(terms, " ")};
  }
  return {in_titles ? yinzheng::v1::SCORE_PART_KIND_TITLE : yinzheng::v1::SCORE_PART_KIND_BODY,
          terms.front()};
}

ScorePart MakePart(const PartKey& key, double weight) {
  ScorePart part;
  part.set_kind(key.first);
  part.set_terms(key.second);
  part.set_weight(weight);
  return part;
}

std::vector<ScorePart> Listed(const std::map<PartKey, double>& weights, double score) {
  std::vector<ScorePart> parts;
  double rest = score;
  for (const auto& [key, weight] : weights) {
    rest -= weight;
    parts.push_back(MakePart(key, weight));
  }
  if (std::abs(rest) > kRounding * std::max(1.0, std::abs(score))) {
    parts.push_back(MakePart({yinzheng::v1::SCORE_PART_KIND_OTHER, ""}, rest));
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const ScorePart& a, const ScorePart& b) { return a.weight() > b.weight(); });
  return parts;
}

}  // namespace

std::vector<std::vector<ScorePart>> ScoreParts(const Query& query, const Xapian::Weight& weighting,
                                               const Xapian::Database& passages,
                                               const std::vector<ScoredPassage>& scored) {
  std::vector<std::string> articles;
  absl::flat_hash_map<Xapian::docid, size_t> places;
  Xapian::doccount looked_at = 0;
  for (const ScoredPassage& passage : scored) {
    places[passage.document] = articles.size();
    articles.push_back(passage.article_term);
    looked_at += passages.get_termfreq(passage.article_term);
  }
  const Query only(Query::OP_OR, articles.begin(), articles.end());
  std::vector<Query> parts;
  Collect(query, parts);
  std::vector<std::map<PartKey, double>> weights(scored.size());
  for (size_t i = 0; i < scored.size(); ++i) {
    if (scored[i].closeness == 0) continue;
    weights[i][{yinzheng::v1::SCORE_PART_KIND_TOGETHER, ""}] = scored[i].closeness;
  }
  for (const Query& part : parts) {
    Xapian::Enquire enquire(passages);
    enquire.set_query(Query(Query::OP_FILTER, part, only));
    enquire.set_weighting_scheme(weighting);
    const Xapian::MSet matches = enquire.get_mset(0, looked_at);
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      const auto place = places.find(*match);
      if (place == places.end() || match.get_weight() == 0) continue;
      weights[place->second][KeyOf(part)] += RoundedScore(match.get_weight());
    }
  }
  std::vector<std::vector<ScorePart>> listed;
  for (size_t i = 0; i < scored.size(); ++i) listed.push_back(Listed(weights[i], scored[i].score));
  return listed;
}

}  // namespace yinzheng::store
