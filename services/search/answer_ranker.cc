// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/answer_ranker.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/text/fold.h"
#include "indexer/text/unicode.h"
#include "services/record/day_interval.h"
#include "services/record/property_rules.h"

namespace yinzheng::services {
namespace {

// What a kind of value is worth as an answer, in the order of FactKind: quantity, date, rank,
// relation, attribute, quotation. docs/ask.md has the table.
using KindWorth = std::array<double, 6>;

KindWorth WorthOf(v1::QuestionType type) {
  switch (type) {
    case v1::QUESTION_TYPE_HOW_MANY:
      return {1, 0.15, 0.2, 0.2, 0.3, 0.2};
    case v1::QUESTION_TYPE_WHEN:
      return {0.2, 1, 0.15, 0.3, 0.3, 0.15};
    case v1::QUESTION_TYPE_WHO:
      return {0.1, 0.1, 0.15, 1, 0.8, 0.8};
    case v1::QUESTION_TYPE_WHERE:
      return {0.1, 0.1, 0.15, 1, 0.7, 0.2};
    case v1::QUESTION_TYPE_RANK:
      return {0.3, 0.1, 1, 0.2, 0.4, 0.2};
    case v1::QUESTION_TYPE_WHICH:
      return {0.6, 0.4, 0.5, 1, 1, 0.6};
    default:
      return {0.8, 0.8, 0.8, 0.8, 0.8, 0.8};
  }
}

double KindFit(const Question& question, const v1::Fact& fact) {
  const v1::FactKind kind = KindOf(fact);
  if (kind == v1::FACT_KIND_UNSPECIFIED) return 0;
  return WorthOf(question.type)[static_cast<size_t>(kind) - 1];
}

// Where nothing is asked but 在哪里, the relation itself is the property.
bool IsPlaceProperty(const std::string& property) {
  static constexpr std::array<std::string_view, 6> kWords = {"位于",   "地址",   "坐落",
                                                             "所在地", "注册地", "总部"};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
    return property.find(word) != std::string::npos;
  });
}

std::string DescriptionOf(const v1::Fact& fact) {
  std::string text = fact.property();
  for (const v1::Qualifier& qualifier : fact.qualifiers()) {
    absl::StrAppend(&text, " ", qualifier.value());
  }
  if (fact.has_quantity()) absl::StrAppend(&text, " ", fact.quantity().unit());
  if (fact.has_rank()) absl::StrAppend(&text, " ", fact.rank().list(), " ", fact.rank().scope());
  return text;
}

double PropertyFit(const Question& question, const v1::Fact& fact) {
  if (!question.quotation.empty()) return CoveredBy(question.quotation, fact.text());
  if (question.type == v1::QUESTION_TYPE_WHERE && IsPlaceProperty(fact.property())) return 1;
  // The property itself tells most; the sentence it stands in shows what it counts.
  const double own = CoveredBy(question.property, DescriptionOf(fact));
  double cited = 0;
  for (const v1::Citation& citation : fact.citations()) {
    cited = std::max(cited, CoveredBy(question.property, citation.quote()));
  }
  // A property that says much more than was asked (海归人员数 for 人员) is the answer to another
  // question.
  const double asked = CoveredBy(fact.property(), question.property);
  return std::max(own * (0.7 + 0.3 * asked), 0.75 * cited * (0.5 + 0.5 * asked));
}

double SubjectFit(const Question& question, const v1::Fact& fact) {
  if (question.subjects.empty()) return 0.7;
  for (const v1::Entity& subject : question.subjects) {
    if (fact.subject().entity() == subject.name()) return 1;
    if (fact.has_entity() && fact.entity().entity() == subject.name()) return 0.95;
  }
  // Not about it by its subject, but the cited sentence names it.
  for (const v1::Entity& subject : question.subjects) {
    for (const v1::Citation& citation : fact.citations()) {
      for (const v1::EntityAlias& alias : subject.aliases()) {
        if (citation.quote().find(alias.text()) != std::string::npos) return 0.6;
      }
    }
  }
  return 0.3;
}

double TimeFit(const Question& question, const v1::Fact& fact) {
  if (!question.time.has_value()) return 1;
  switch (RelateTimes(*question.time, fact.has_date() ? fact.date() : fact.time())) {
    case TimeRelation::kSame:
    case TimeRelation::kContained:
      return 1;
    case TimeRelation::kUnknown:
      return 0.7;
    case TimeRelation::kDifferent:
      break;
  }
  return 0.35;
}

std::set<std::u32string> GramsOf(const std::string& text) {
  const std::u32string folded = text::FoldCharacters(text::DecodeUtf8(text)).key;
  std::set<std::u32string> grams;
  for (size_t i = 0; i < folded.size(); ++i) {
    if (text::IsPunctuation(folded[i]) || text::IsSpace(folded[i])) continue;
    grams.insert(folded.substr(i, 1));
    if (i + 1 < folded.size()) grams.insert(folded.substr(i, 2));
  }
  return grams;
}

}  // namespace

double CoveredBy(const std::string& wanted, const std::string& text) {
  const std::set<std::u32string> wanted_grams = GramsOf(wanted);
  if (wanted_grams.empty()) return 1;
  const std::set<std::u32string> grams = GramsOf(text);
  double all = 0;
  double found = 0;
  for (const std::u32string& gram : wanted_grams) {
    const double weight = gram.size() == 2 ? 2 : 1;
    all += weight;
    if (grams.contains(gram)) found += weight;
  }
  return found / all;
}

double ScoreAnswer(const Question& question, const v1::Fact& fact) {
  double score = KindFit(question, fact) * (0.15 + 0.85 * PropertyFit(question, fact)) *
                 SubjectFit(question, fact) * TimeFit(question, fact);
  if (fact.modality() == v1::MODALITY_PLANNED) score *= 0.9;
  if (fact.polarity() == v1::POLARITY_NEGATIVE) score *= 0.9;
  return score;
}

std::vector<v1::Answer> RankAnswers(const Question& question, const std::vector<v1::Fact>& facts,
                                    size_t limit) {
  std::vector<v1::Answer> answers;
  std::set<std::string> known;
  for (const v1::Fact& fact : facts) {
    const double score = ScoreAnswer(question, fact);
    if (score < kAnswerScore || !known.insert(fact.name()).second) continue;
    v1::Answer& answer = answers.emplace_back();
    *answer.mutable_fact() = fact;
    answer.set_score(score);
  }
  // Of answers that fit alike the latest comes first.
  const auto key = [](const v1::Answer& answer) {
    return std::tuple(answer.score(), answer.fact().time().latest(), answer.fact().confidence());
  };
  std::stable_sort(answers.begin(), answers.end(), [&](const v1::Answer& a, const v1::Answer& b) {
    return key(a) != key(b) ? key(a) > key(b) : a.fact().name() < b.fact().name();
  });
  if (answers.size() > limit) answers.resize(limit);
  return answers;
}

}  // namespace yinzheng::services
