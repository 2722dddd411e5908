// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/value_comparison.h"

#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/civil_time.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/fold.h"
#include "services/record/amount_interval.h"
#include "services/record/day_interval.h"

namespace yinzheng::services {
namespace {

using text::Decimal;
using v1::Fact;
using v1::Quantity;

// Approximate dates may miss each other by so much and still mean the same.
constexpr int kApproximateDays = 92;

Quantity::Measure MeasureOf(const Quantity& quantity) {
  return quantity.measure() == Quantity::MEASURE_UNSPECIFIED ? Quantity::MEASURE_LEVEL
                                                             : quantity.measure();
}

bool IsApproximate(const v1::DateValue& date) {
  return date.edtf().find_first_of("~?%") != std::string::npos;
}

Agreement CompareEntities(const v1::EntityRef& a, const v1::EntityRef& b) {
  const bool named = !a.entity().empty() && !b.entity().empty();
  const bool same = named ? a.entity() == b.entity()
                          : text::FoldKey(a.display_name()) == text::FoldKey(b.display_name());
  if (same) return Agreement::kAgrees;
  return named ? Agreement::kExcludes : Agreement::kUndecided;
}

Agreement CompareTexts(const std::string& a, const std::string& b) {
  const std::string left = text::FoldKey(a);
  const std::string right = text::FoldKey(b);
  const bool contained =
      left.find(right) != std::string::npos || right.find(left) != std::string::npos;
  return contained && !left.empty() && !right.empty() ? Agreement::kAgrees : Agreement::kUndecided;
}

int Looseness(const Quantity& quantity) {
  switch (quantity.modifier()) {
    case Quantity::MODIFIER_UNSPECIFIED:
    case Quantity::MODIFIER_EXACT:
      return 0;
    case Quantity::MODIFIER_RANGE:
      return 1;
    case Quantity::MODIFIER_APPROX:
    case Quantity::MODIFIER_NEARLY:
      return 2;
    default:
      return 3;
  }
}

int PrecisionOf(const Fact& fact) {
  switch (fact.value_case()) {
    case Fact::kQuantity:
      return Looseness(fact.quantity());
    case Fact::kDate:
      return IsApproximate(fact.date()) ? 1 : 0;
    case Fact::kRank:
      return fact.rank().list().empty() ? 1 : 0;
    default:
      return 0;
  }
}

// Smaller is finer: trailing zeros of an amount, days of a date.
int64_t CoarsenessOf(const Fact& fact) {
  if (fact.has_quantity()) {
    const std::optional<Decimal> amount = Decimal::Parse(fact.quantity().amount());
    return amount.has_value() ? amount->TrailingPower() : 0;
  }
  if (fact.has_date()) return DaysOf(fact.date()).length();
  return 0;
}

}  // namespace

absl::StatusOr<ValueComparison> ValueComparison::Create() {
  YZ_ASSIGN_OR_RETURN(const std::string table, base::ReadDataFile("services/units.tsv"));
  return FromTable(table);
}

absl::StatusOr<ValueComparison> ValueComparison::FromTable(std::string_view table) {
  ValueComparison comparison;
  int number = 0;
  const std::vector<std::string> lines = absl::StrSplit(base::AbslView(table), '\n');
  for (const std::string& line : lines) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> columns = absl::StrSplit(line, '\t');
    const std::optional<Decimal> factor =
        columns.size() >= 3 ? Decimal::Parse(columns[2]) : std::nullopt;
    if (!factor.has_value() || factor->IsZero() || factor->IsNegative()) {
      return absl::InvalidArgumentError(absl::StrCat("read units.tsv, line ", number, ": \"", line,
                                                     "\" has no unit, group and positive factor"));
    }
    comparison.units_[columns[0]] = {columns[1], *factor};
  }
  return comparison;
}

std::string ValueComparison::UnitGroup(const std::string& unit) const {
  const auto known = units_.find(unit);
  return known == units_.end() ? unit : known->second.group;
}

std::vector<ValueComparison::Conversion> ValueComparison::ConversionsOf(
    const std::string& unit) const {
  constexpr int kPlaces = 9;
  std::vector<Conversion> conversions{{unit, Decimal::FromInt(1)}};
  const auto known = units_.find(unit);
  if (known == units_.end()) return conversions;
  for (const auto& [other, meaning] : units_) {
    if (other == unit || meaning.group != known->second.group) continue;
    const auto factor = Decimal::Divide(known->second.factor, meaning.factor, kPlaces);
    if (factor.has_value()) conversions.push_back({other, *factor});
  }
  return conversions;
}

std::optional<std::pair<Decimal, Decimal>> ValueComparison::CommonUnit(const Quantity& a,
                                                                       const Quantity& b) const {
  const Decimal one = Decimal::FromInt(1);
  const Decimal hundred = Decimal::FromInt(100);
  if (a.unit() == b.unit()) return std::pair(one, one);
  // 三分之一 is 33.3%.
  if (a.has_fraction() && a.unit().empty() && b.unit() == "%") return std::pair(hundred, one);
  if (b.has_fraction() && b.unit().empty() && a.unit() == "%") return std::pair(one, hundred);
  const auto left = units_.find(a.unit());
  const auto right = units_.find(b.unit());
  if (left == units_.end() || right == units_.end() || left->second.group != right->second.group) {
    return std::nullopt;
  }
  return std::pair(left->second.factor, right->second.factor);
}

Agreement ValueComparison::CompareQuantities(const Quantity& a, const Quantity& b) const {
  const auto factors = CommonUnit(a, b);
  if (MeasureOf(a) != MeasureOf(b) || !factors.has_value()) return Agreement::kUndecided;
  const auto& [left, right] = *factors;
  if (Overlap(Scaled(FittingAmounts(a), left), Scaled(FittingAmounts(b), right))) {
    return Agreement::kAgrees;
  }
  return Overlap(Scaled(PossibleAmounts(a), left), Scaled(PossibleAmounts(b), right))
             ? Agreement::kUndecided
             : Agreement::kExcludes;
}

Agreement ValueComparison::Compare(const Fact& a, const Fact& b) const {
  if (a.value_case() != b.value_case()) return Agreement::kUndecided;
  switch (a.value_case()) {
    case Fact::kQuantity:
      return CompareQuantities(a.quantity(), b.quantity());
    case Fact::kDate:
      return CompareDates(a.date(), b.date());
    case Fact::kRank:
      return CompareRanks(a.rank(), b.rank());
    case Fact::kEntity:
      return CompareEntities(a.entity(), b.entity());
    case Fact::kText:
      return CompareTexts(a.text(), b.text());
    default:
      return Agreement::kUndecided;
  }
}

bool ValueComparison::Supports(const Fact& evidence, const Fact& claim) const {
  if (Compare(evidence, claim) != Agreement::kAgrees) return false;
  if (evidence.has_quantity()) {
    const auto factors = CommonUnit(evidence.quantity(), claim.quantity());
    if (!factors.has_value()) return false;
    const AmountInterval known = Scaled(FittingAmounts(evidence.quantity()), factors->first);
    const AmountInterval claimed = Scaled(FittingAmounts(claim.quantity()), factors->second);
    const bool same_words = evidence.quantity().modifier() == claim.quantity().modifier() &&
                            evidence.quantity().amount() == claim.quantity().amount();
    return same_words || Contains(claimed, known);
  }
  if (evidence.has_date()) return DaysOf(claim.date()).Contains(DaysOf(evidence.date()));
  if (evidence.value_case() == Fact::kText) {
    return text::FoldKey(evidence.text()).find(text::FoldKey(claim.text())) != std::string::npos;
  }
  return true;
}

Agreement CompareDates(const v1::DateValue& a, const v1::DateValue& b) {
  const DayInterval left = DaysOf(a);
  const DayInterval right = DaysOf(b);
  if (left.Contains(right) || right.Contains(left)) return Agreement::kAgrees;
  if (left.Overlaps(right)) return Agreement::kUndecided;
  const bool near = (IsApproximate(a) || IsApproximate(b)) && left.Gap(right) <= kApproximateDays;
  return near ? Agreement::kUndecided : Agreement::kExcludes;
}

Agreement CompareRanks(const v1::Rank& a, const v1::Rank& b) {
  if (a.rank() == b.rank()) return Agreement::kAgrees;
  const bool same_list = !a.list().empty() && text::FoldKey(a.list()) == text::FoldKey(b.list()) &&
                         text::FoldKey(a.scope()) == text::FoldKey(b.scope());
  return same_list ? Agreement::kExcludes : Agreement::kUndecided;
}

bool MorePrecise(const Fact& a, const Fact& b) {
  return std::tuple(PrecisionOf(a), CoarsenessOf(a)) < std::tuple(PrecisionOf(b), CoarsenessOf(b));
}

}  // namespace yinzheng::services
