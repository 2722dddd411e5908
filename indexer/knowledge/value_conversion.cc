// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/value_conversion.h"

#include <utility>

#include "indexer/text/edtf.h"

namespace yinzheng::knowledge {
namespace {

v1::Quantity::Modifier ModifierOf(text::QuantityModifier modifier) {
  switch (modifier) {
    case text::QuantityModifier::kExact:
      return v1::Quantity::MODIFIER_EXACT;
    case text::QuantityModifier::kApprox:
      return v1::Quantity::MODIFIER_APPROX;
    case text::QuantityModifier::kNearly:
      return v1::Quantity::MODIFIER_NEARLY;
    case text::QuantityModifier::kMoreThan:
      return v1::Quantity::MODIFIER_MORE_THAN;
    case text::QuantityModifier::kAtLeast:
      return v1::Quantity::MODIFIER_AT_LEAST;
    case text::QuantityModifier::kLessThan:
      return v1::Quantity::MODIFIER_LESS_THAN;
    case text::QuantityModifier::kAtMost:
      return v1::Quantity::MODIFIER_AT_MOST;
    case text::QuantityModifier::kRange:
      return v1::Quantity::MODIFIER_RANGE;
  }
  return v1::Quantity::MODIFIER_UNSPECIFIED;
}

v1::Quantity::Measure MeasureOf(text::QuantityMeasure measure) {
  switch (measure) {
    case text::QuantityMeasure::kLevel:
      return v1::Quantity::MEASURE_LEVEL;
    case text::QuantityMeasure::kChange:
      return v1::Quantity::MEASURE_CHANGE;
    case text::QuantityMeasure::kShare:
      return v1::Quantity::MEASURE_SHARE;
    case text::QuantityMeasure::kMultiple:
      return v1::Quantity::MEASURE_MULTIPLE;
  }
  return v1::Quantity::MEASURE_UNSPECIFIED;
}

}  // namespace

v1::Quantity ToQuantity(const text::QuantityMatch& match, std::string printed) {
  constexpr int kFractionPlaces = 6;
  v1::Quantity quantity;
  quantity.set_amount(match.amount.ToString());
  if (match.upper_amount) quantity.set_upper_amount(match.upper_amount->ToString());
  if (match.fraction) {
    quantity.mutable_fraction()->set_numerator(match.fraction->numerator.ToString());
    quantity.mutable_fraction()->set_denominator(match.fraction->denominator.ToString());
    const auto rounded = text::Decimal::Divide(match.fraction->numerator,
                                               match.fraction->denominator, kFractionPlaces);
    if (rounded) quantity.set_amount(rounded->ToString());
  }
  quantity.set_unit(match.unit);
  quantity.set_unit_code(match.unit_code);
  quantity.set_modifier(ModifierOf(match.modifier));
  quantity.set_measure(MeasureOf(match.measure));
  quantity.set_text(std::move(printed));
  return quantity;
}

v1::DateValue ToDateValue(const text::DateMatch& match, std::string printed) {
  v1::DateValue value;
  value.set_edtf(match.edtf);
  value.set_earliest(match.earliest);
  value.set_latest(match.latest);
  value.set_text(std::move(printed));
  return value;
}

v1::DateValue ToDateValue(const std::string& edtf) {
  v1::DateValue value;
  value.set_edtf(edtf);
  const absl::StatusOr<text::DateInterval> days = text::ParseEdtf(edtf);
  if (!days.ok()) return value;
  if (days->earliest) value.set_earliest(text::FormatDay(*days->earliest));
  if (days->latest) value.set_latest(text::FormatDay(*days->latest));
  return value;
}

}  // namespace yinzheng::knowledge
