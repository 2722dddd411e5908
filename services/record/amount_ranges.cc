// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/amount_ranges.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/text/decimal.h"
#include "indexer/text/script.h"
#include "indexer/text/unicode.h"

namespace yinzheng::services {
namespace {

using text::Decimal;

constexpr char kCountGroup[] = "count";

// A unit without the scale word before it, and what the scale word means.
std::pair<std::string, Decimal> WithoutScale(const std::string& unit) {
  static constexpr std::array<std::pair<std::string_view, int64_t>, 5> kScales = {{
      {"万亿", 1'000'000'000'000},
      {"千万", 10'000'000},
      {"百万", 1'000'000},
      {"亿", 100'000'000},
      {"万", 10'000},
  }};
  for (const auto& [word, scale] : kScales) {
    const bool scaled = unit.size() > word.size() && unit.starts_with(word);
    if (scaled && unit != "万亿") {
      return {unit.substr(word.size()), Decimal::FromInt(scale)};
    }
  }
  return {unit, Decimal::FromInt(1)};
}

// Factors such as that of 亩 are rounded: a converted end is moved out by a millionth, so that 10
// 公顷 are 150 亩 all the same.
enum class End { kExact, kLow, kHigh };

std::string Scaled(const std::string& amount, const Decimal& factor, End end) {
  const std::optional<Decimal> value = Decimal::Parse(amount);
  if (!value.has_value()) return amount;
  const Decimal scaled = *value * factor;
  if (end == End::kExact) return scaled.ToString();
  const bool outward_up = (end == End::kHigh) == !amount.starts_with('-');
  return (scaled * *Decimal::Parse(outward_up ? "1.000001" : "0.999999")).ToString();
}

}  // namespace

std::vector<store::AmountRange> AmountRanges(const ValueComparison& values, const std::string& unit,
                                             const std::string& min, const std::string& max) {
  if (unit.empty() && min.empty() && max.empty()) return {};
  const auto [plain, scale] = WithoutScale(
      text::EncodeUtf8(text::SimplifiedConverter::Default().Convert(text::DecodeUtf8(unit)).text));
  std::vector<ValueComparison::Conversion> conversions = values.ConversionsOf(plain);
  const bool bounded = !min.empty() || !max.empty();
  if (!bounded || values.UnitGroup(plain) == kCountGroup) conversions.resize(1);
  std::vector<store::AmountRange> ranges;
  for (const ValueComparison::Conversion& conversion : conversions) {
    const Decimal factor = scale * conversion.factor;
    const bool own = conversion.unit == plain;
    ranges.push_back({conversion.unit, Scaled(min, factor, own ? End::kExact : End::kLow),
                      Scaled(max, factor, own ? End::kExact : End::kHigh)});
  }
  return ranges;
}

}  // namespace yinzheng::services
