// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/answer_ranker.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "services/record/day_interval.h"
#include "services/record/word_coverage.h"
#include "services/search/value_fit.h"

namespace yinzheng::services {
namespace {

// Answers are kept down to this share of the best one's score.
constexpr double kLeastShareOfBest = 0.7;

// What a fact of a good sentence speaks of counts this much, the rest its sentence.
constexpr double kOwn = 0.35;

constexpr double kPlanned = 0.93;
constexpr double kDenied = 0.9;

double TimeFit(const Question& question, const v1::Fact& fact) {
  if (!question.time.has_value()) return 1;
  switch (RelateTimes(*question.time, fact.has_date() ? fact.date() : fact.time())) {
    case TimeRelation::kSame:
    case TimeRelation::kContained:
      return 1;
    case TimeRelation::kUnknown:
      return 0.8;
    case TimeRelation::kDifferent:
      break;
  }
  return 0.5;
}

double StatementFit(const v1::Fact& fact) {
  const double planned = fact.modality() == v1::MODALITY_PLANNED ? kPlanned : 1;
  return fact.polarity() == v1::POLARITY_NEGATIVE ? planned * kDenied : planned;
}

std::vector<const v1::Fact*> Distinct(const std::vector<v1::Fact>& facts) {
  std::vector<const v1::Fact*> distinct;
  absl::flat_hash_set<std::string_view> known;
  for (const v1::Fact& fact : facts) {
    if (known.insert(fact.name()).second) distinct.push_back(&fact);
  }
  return distinct;
}

// How much of the question the sentences say that facts are cited from.
class SentenceCoverage {
 public:
  explicit SentenceCoverage(const std::vector<WeighedSentence>& sentences) {
    for (const WeighedSentence& sentence : sentences) {
      by_article_[sentence.sentence->citation.article()].push_back(&sentence);
    }
  }

  // Of the sentence that says most of those the fact is cited from; 0 if there is none.
  double Of(const v1::Fact& fact) const {
    double best = 0;
    for (const v1::Citation& citation : fact.citations()) {
      const auto sentences = by_article_.find(citation.article());
      if (sentences == by_article_.end()) continue;
      for (const WeighedSentence* const sentence : sentences->second) {
        const v1::TextSpan& span = sentence->sentence->citation.span();
        const bool cited =
            span.start() < citation.span().end() && citation.span().start() < span.end();
        if (cited) best = std::max(best, sentence->coverage);
      }
    }
    return best;
  }

 private:
  absl::flat_hash_map<std::string_view, std::vector<const WeighedSentence*>> by_article_;
};

// Of answers that fit alike the latest comes first, of these the one that says most.
bool ComesFirst(const v1::Answer& a, const v1::Answer& b) {
  const auto key = [](const v1::Answer& answer) {
    return std::tuple(answer.score(), std::string_view(answer.fact().time().latest()));
  };
  if (key(a) != key(b)) return key(a) > key(b);
  if (MorePrecise(a.fact(), b.fact())) return true;
  if (MorePrecise(b.fact(), a.fact())) return false;
  if (a.fact().confidence() != b.fact().confidence()) {
    return a.fact().confidence() > b.fact().confidence();
  }
  return a.fact().name() < b.fact().name();
}

}  // namespace

std::vector<v1::Answer> RankAnswers(const ValueComparison& values, const Question& question,
                                    const AnswerCandidates& candidates, size_t limit) {
  const std::vector<const v1::Fact*> distinct = Distinct(candidates.facts);
  const WordCoverage coverage(SoughtBy(question), distinct);
  const SentenceCoverage sentences(candidates.sentences);
  std::vector<v1::Answer> answers;
  for (size_t i = 0; i < distinct.size(); ++i) {
    const v1::Fact& fact = *distinct[i];
    const double own = coverage.Of(i);
    const double with_sentence = kOwn * own + (1 - kOwn) * sentences.Of(fact);
    const double score = ValueFit(values, question, fact) * std::max(own, with_sentence) *
                         TimeFit(question, fact) * StatementFit(fact);
    if (score < kAnswerScore) continue;
    v1::Answer& answer = answers.emplace_back();
    *answer.mutable_fact() = fact;
    answer.set_score(score);
  }
  std::stable_sort(answers.begin(), answers.end(), ComesFirst);
  // What fits much less than the best answer is noise beside it.
  const auto worse = std::find_if(answers.begin(), answers.end(), [&](const v1::Answer& answer) {
    return answer.score() < kLeastShareOfBest * answers.front().score();
  });
  answers.erase(worse, answers.end());
  if (answers.size() > limit) answers.resize(limit);
  return answers;
}

}  // namespace yinzheng::services
