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
constexpr double kOwn = 0.5;

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

// What the sentences that facts are cited from say of the question.
class CitedSentences {
 public:
  // `sentences`: best first; they must outlive it.
  explicit CitedSentences(const std::vector<WeighedSentence>& sentences) {
    if (!sentences.empty() && sentences.front().score >= kSentenceScore) {
      best_ = &sentences.front();
    }
    for (const WeighedSentence& sentence : sentences) {
      by_article_[sentence.sentence->citation.article()].push_back(&sentence);
    }
  }

  struct Cited {
    double coverage = 0;  // of the sentence that says most; 0 if there is none
    bool best = false;    // whether one of them is the best sentence of all
  };
  Cited Of(const v1::Fact& fact) const {
    Cited cited;
    for (const v1::Citation& citation : fact.citations()) {
      const auto sentences = by_article_.find(citation.article());
      if (sentences == by_article_.end()) continue;
      for (const WeighedSentence* const sentence : sentences->second) {
        const v1::TextSpan& span = sentence->sentence->citation.span();
        if (span.start() >= citation.span().end() || citation.span().start() >= span.end()) {
          continue;
        }
        cited.coverage = std::max(cited.coverage, sentence->coverage);
        cited.best = cited.best || sentence == best_;
      }
    }
    return cited;
  }

 private:
  const WeighedSentence* best_ = nullptr;
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
  const CitedSentences sentences(candidates.sentences);
  std::vector<v1::Answer> answers;
  for (size_t i = 0; i < distinct.size(); ++i) {
    const v1::Fact& fact = *distinct[i];
    const double own = coverage.Of(i);
    const CitedSentences::Cited cited = sentences.Of(fact);
    const double with_sentence = kOwn * own + (1 - kOwn) * cited.coverage;
    const double score = ValueFit(values, question, fact) * std::max(own, with_sentence) *
                         TimeFit(question, fact) * StatementFit(fact);
    if (score < (cited.best ? kAnswerScoreOfBest : kAnswerScore)) continue;
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
