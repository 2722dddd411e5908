// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/answer_ranker.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "services/record/day_interval.h"
#include "services/record/word_coverage.h"
#include "services/search/value_fit.h"

namespace yinzheng::services {
namespace {

// Answers are kept down to this share of the best one's score.
constexpr double kLeastShareOfBest = 0.7;

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

SoughtWords WordsOf(const Question& question) {
  SoughtWords sought;
  sought.words = absl::StrCat(question.property, "，", question.quotation);
  sought.rewordings = question.rewordings;
  for (size_t i = 0; i < question.subjects.size(); ++i) {
    const v1::Entity& subject = question.subjects[i];
    SoughtWords::Name& name = sought.names.emplace_back();
    name.entity = subject.name();
    name.printed = i < question.names.size() ? question.names[i] : subject.display_name();
    for (const v1::EntityAlias& alias : subject.aliases()) name.aliases.push_back(alias.text());
  }
  return sought;
}

std::vector<const v1::Fact*> Distinct(const std::vector<v1::Fact>& facts) {
  std::vector<const v1::Fact*> distinct;
  absl::flat_hash_set<std::string_view> known;
  for (const v1::Fact& fact : facts) {
    if (known.insert(fact.name()).second) distinct.push_back(&fact);
  }
  return distinct;
}

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
                                    const std::vector<v1::Fact>& facts, size_t limit) {
  const std::vector<const v1::Fact*> distinct = Distinct(facts);
  const WordCoverage coverage(WordsOf(question), distinct);
  std::vector<v1::Answer> answers;
  for (size_t i = 0; i < distinct.size(); ++i) {
    const v1::Fact& fact = *distinct[i];
    const double score = ValueFit(values, question, fact) * coverage.Of(i) *
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
