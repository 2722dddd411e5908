// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/value_fit.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "services/record/property_rules.h"

namespace yinzheng::services {
namespace {

// What a kind of value is worth as an answer, in the order of FactKind: quantity, date, rank,
// relation, attribute, quotation. docs/ask.md has the table.
using KindWorth = std::array<double, 6>;

KindWorth WorthOf(v1::QuestionType type) {
  switch (type) {
    case v1::QUESTION_TYPE_HOW_MANY:
      return {1, 0.15, 0.2, 0.2, 0.35, 0.25};
    case v1::QUESTION_TYPE_WHEN:
      return {0.2, 1, 0.15, 0.3, 0.35, 0.2};
    case v1::QUESTION_TYPE_WHO:
      return {0.15, 0.15, 0.15, 1, 0.85, 0.6};
    case v1::QUESTION_TYPE_WHERE:
      return {0.1, 0.1, 0.15, 0.45, 0.6, 0.2};
    case v1::QUESTION_TYPE_RANK:
      return {0.35, 0.1, 1, 0.2, 0.5, 0.2};
    case v1::QUESTION_TYPE_WHICH:
      return {0.6, 0.4, 0.5, 1, 1, 0.6};
    default:
      return {0.8, 0.8, 0.8, 0.8, 0.8, 0.8};
  }
}

bool Names(const Question& question, const v1::EntityRef& ref) {
  return std::any_of(question.subjects.begin(), question.subjects.end(),
                     [&](const v1::Entity& subject) { return subject.name() == ref.entity(); });
}

// Who said it: quotations and whatever else is credited to somebody; who proposed it may be a
// relation as well.
double SpeakerFit(const v1::Fact& fact) {
  const bool credited =
      std::any_of(fact.citations().begin(), fact.citations().end(),
                  [](const v1::Citation& citation) { return citation.has_attribution(); });
  const v1::FactKind kind = KindOf(fact);
  if (credited || kind == v1::FACT_KIND_QUOTATION) return 1;
  return kind == v1::FACT_KIND_RELATION ? 0.6 : 0.2;
}

bool IsPlaceProperty(const std::string& property) {
  static constexpr std::array<std::string_view, 10> kWords = {
      "位于", "地址", "坐落", "所在地", "注册地", "总部", "地点", "选址", "落户", "迁"};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
    return property.find(word) != std::string::npos;
  });
}

// What lies in a place that the question names does not say where anything is.
double PlaceFit(const Question& question, const v1::Fact& fact, double worth) {
  const bool place = IsPlaceProperty(fact.property());
  const bool about = question.subjects.empty() || Names(question, fact.subject());
  // 某园在哪里 asks for nothing but the place.
  if (!place && question.property.empty()) return 0.1;
  if (fact.has_text()) return place ? 0.9 : worth;
  if (!fact.has_entity()) return worth;
  const double other = about ? 1 : 0.7;  // where something else lies
  return (place ? other : worth) * (Names(question, fact.entity()) && !about ? 0.4 : 1);
}

// When something was so: what its sentence dates answers too, a little less than an event with its
// date.
double TimedFit(const v1::Fact& fact, double worth) {
  if (fact.has_date() || !fact.has_time()) return worth;
  if (fact.time_basis() == v1::TIME_BASIS_SENTENCE) return std::max(worth, 0.75);
  if (fact.time_basis() == v1::TIME_BASIS_PARAGRAPH) return std::max(worth, 0.4);
  return worth;
}

}  // namespace

double UnitFit(const ValueComparison& values, const Question& question,
               const v1::Quantity& quantity) {
  constexpr double kOtherUnit = 0.6;
  if (question.unit_group.empty()) return 1;
  if (question.unit_group == "share") {
    const bool share = quantity.unit() == "%" || quantity.has_fraction() ||
                       quantity.measure() == v1::Quantity::MEASURE_SHARE;
    return share ? 1 : kOtherUnit;
  }
  if (quantity.unit().empty()) return 0.95;  // 1.76亿, of people perhaps
  if (values.UnitGroup(quantity.unit()) != question.unit_group) return kOtherUnit;
  return question.unit.empty() || question.unit == quantity.unit() ? 1 : 0.95;
}

double ValueFit(const ValueComparison& values, const Question& question, const v1::Fact& fact) {
  const v1::FactKind kind = KindOf(fact);
  if (kind == v1::FACT_KIND_UNSPECIFIED) return 0;
  if (question.asks_speaker) return SpeakerFit(fact);
  const double worth = WorthOf(question.type)[static_cast<size_t>(kind) - 1];
  if (question.type == v1::QUESTION_TYPE_WHERE) return PlaceFit(question, fact, worth);
  if (question.type == v1::QUESTION_TYPE_WHEN) return TimedFit(fact, worth);
  if (question.type == v1::QUESTION_TYPE_HOW_MANY && fact.has_quantity()) {
    return worth * UnitFit(values, question, fact.quantity());
  }
  return worth;
}

}  // namespace yinzheng::services
