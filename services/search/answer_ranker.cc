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
#include "indexer/store/name_key.h"
#include "indexer/text/fold.h"
#include "indexer/text/unicode.h"
#include "services/record/day_interval.h"
#include "services/record/property_rules.h"

namespace yinzheng::services {
namespace {

// Answers are kept down to this share of the best one's score.
constexpr double kLeastShareOfBest = 0.7;

// Names of this length tell things apart.
constexpr size_t kTellingName = 4;

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

bool IsAttributed(const v1::Fact& fact) {
  return std::any_of(fact.citations().begin(), fact.citations().end(),
                     [](const v1::Citation& citation) { return citation.has_attribution(); });
}

// Who said it: quotations, and whatever else is credited to somebody.
double AttributionFit(v1::FactKind kind, const v1::Fact& fact) {
  if (kind == v1::FACT_KIND_QUOTATION) return 1;
  return IsAttributed(fact) ? 0.9 : 0.1;
}

double KindFit(const Question& question, const v1::Fact& fact) {
  const v1::FactKind kind = KindOf(fact);
  if (kind == v1::FACT_KIND_UNSPECIFIED) return 0;
  if (!question.quotation.empty()) return AttributionFit(kind, fact);
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

std::string CitedWords(const v1::Fact& fact) {
  std::string words;
  for (const v1::Citation& citation : fact.citations()) {
    absl::StrAppend(&words, citation.quote(), " ");
  }
  return words;
}

// What is asked for besides the subject of the fact: the property, and the other names of the
// question (创新指数 in 北京在创新指数中排第几).
std::string WantedOf(const Question& question, const v1::Fact& fact) {
  std::string wanted = question.property;
  for (const v1::Entity& subject : question.subjects) {
    const bool own = fact.subject().entity() == subject.name() ||
                     (fact.has_entity() && fact.entity().entity() == subject.name());
    if (!own && question.subjects.size() > 1) absl::StrAppend(&wanted, " ", subject.display_name());
  }
  return wanted;
}

// The property without the word that only names its kind: 搬迁 for 搬迁时间, 科研人员 for
// 科研人员数. The question's type has asked for it already.
std::string WithoutKindWord(const v1::Fact& fact) {
  static constexpr std::array<std::string_view, 6> kWords = {"时间", "日期", "数量",
                                                             "数",   "比例", "排名"};
  const std::string& property = fact.property();
  for (const std::string_view word : kWords) {
    if (property.size() > word.size() && property.ends_with(word)) {
      return property.substr(0, property.size() - word.size());
    }
  }
  return property;
}

double PropertyFit(const Question& question, const v1::Fact& fact) {
  const std::string cited_words = CitedWords(fact);
  if (!question.quotation.empty()) {
    return std::max(CoveredBy(question.quotation, fact.text()),
                    CoveredBy(question.quotation, cited_words));
  }
  if (question.type == v1::QUESTION_TYPE_WHERE) {
    if (IsPlaceProperty(fact.property())) return 1;
    if (question.property.empty()) return 0.3;
  }
  const std::string wanted = WantedOf(question, fact);
  // The property itself tells most; the sentence it stands in shows what it counts.
  const double own = CoveredBy(wanted, DescriptionOf(fact));
  const double cited = CoveredBy(wanted, cited_words);
  // A property that says much more than was asked (海归人员数 for 人员) is the answer to another
  // question.
  const double asked = CoveredBy(WithoutKindWord(fact), wanted);
  return std::max(own * (0.7 + 0.3 * asked), 0.75 * cited * (0.5 + 0.5 * asked));
}

// For names that are not one entity in the record and may be one thing: 科技创新片区 where
// 北京自贸区科技创新片区 is asked for, and the other way round (三期 of a park) a little less.
double NameFit(const Question& question, const v1::Fact& fact) {
  const std::string ours = store::NameKey(fact.subject().display_name());
  if (text::DecodeUtf8(ours).size() < kTellingName) return 0;
  for (const v1::Entity& subject : question.subjects) {
    const std::string asked = store::NameKey(subject.display_name());
    if (asked.find(ours) != std::string::npos) return 0.85;
    if (text::DecodeUtf8(asked).size() >= kTellingName && ours.find(asked) != std::string::npos) {
      return 0.7;
    }
  }
  return 0;
}

double SubjectFit(const Question& question, const v1::Fact& fact) {
  if (question.subjects.empty()) return 0.7;
  for (const v1::Entity& subject : question.subjects) {
    if (fact.subject().entity() == subject.name()) return 1;
    // What lies in a place does not say where the place is.
    const double incoming = question.type == v1::QUESTION_TYPE_WHERE ? 0.3 : 0.95;
    if (fact.has_entity() && fact.entity().entity() == subject.name()) return incoming;
  }
  if (const double fit = NameFit(question, fact); fit > 0) return fit;
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
  const auto counts = [&folded](size_t at) {
    return at < folded.size() && !text::IsPunctuation(folded[at]) && !text::IsSpace(folded[at]);
  };
  for (size_t i = 0; i < folded.size(); ++i) {
    if (!counts(i)) continue;
    grams.insert(folded.substr(i, 1));
    if (counts(i + 1)) grams.insert(folded.substr(i, 2));
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
  // What fits much less than the best answer is noise beside it.
  const auto worse = std::find_if(answers.begin(), answers.end(), [&](const v1::Answer& answer) {
    return answer.score() < kLeastShareOfBest * answers.front().score();
  });
  answers.erase(worse, answers.end());
  if (answers.size() > limit) answers.resize(limit);
  return answers;
}

}  // namespace yinzheng::services
