// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/amount_ranges.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/text/decimal.h"

namespace yinzheng::services {
namespace {

using text::Decimal;

constexpr char kCountGroup[] = "count";

// A unit without the scale word before it, and what the scale word means.
std::pair<std::string, Decimal> WithoutScale(const std::string& unit) {
  static constexpr std::array<std::pair<std::string_view, int64_t>, 6> kScales = {{
      {"万亿", 1'000'000'000'000},
      {"千万", 10'000'000},
      {"百万", 1'000'000},
      {"亿", 100'000'000},
      {"億", 100'000'000},
      {"万", 10'000},
  }};
  for (const auto& [word, scale] : kScales) {
    if (unit.size() > word.size() && unit.starts_with(word)) {
      return {unit.substr(word.size()), Decimal::FromInt(scale)};
    }
  }
  return {unit, Decimal::FromInt(1)};
}

std::string Scaled(const std::string& amount, const Decimal& factor) {
  const std::optional<Decimal> value = Decimal::Parse(amount);
  return value.has_value() ? (*value * factor).ToString() : amount;
}

}  // namespace

std::vector<store::AmountRange> AmountRanges(const ValueComparison& values, const std::string& unit,
                                             const std::string& min, const std::string& max) {
  if (unit.empty() && min.empty() && max.empty()) return {};
  const auto [plain, scale] = WithoutScale(unit);
  std::vector<ValueComparison::Conversion> conversions = values.ConversionsOf(plain);
  const bool bounded = !min.empty() || !max.empty();
  if (!bounded || values.UnitGroup(plain) == kCountGroup) conversions.resize(1);
  std::vector<store::AmountRange> ranges;
  for (const ValueComparison::Conversion& conversion : conversions) {
    const Decimal factor = scale * conversion.factor;
    ranges.push_back({conversion.unit, Scaled(min, factor), Scaled(max, factor)});
  }
  return ranges;
}

}  // namespace yinzheng::services
