// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/amount_interval.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace yinzheng::services {
namespace {

using text::Decimal;
using v1::Quantity;

// Shares of the amount that a hedge covers: what fits well, and what it does not rule out. The
// figures are a convention, published in docs/value-comparison.md.
struct HedgeReach {
  const char* low;
  const char* high;
};
constexpr HedgeReach kApproxFits{"0.9", "1.1"};
constexpr HedgeReach kApproxPossible{"0.8", "1.2"};
constexpr HedgeReach kNearlyFits{"0.9", "1"};
constexpr HedgeReach kNearlyPossible{"0.8", "1.02"};

Decimal Half(const Decimal& value) { return value * *Decimal::Parse("0.5"); }

bool HasAny(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

// The first run of ASCII digits with its decimals in `text`; empty if there is none.
std::string PrintedDigits(std::string_view text) {
  const size_t begin = text.find_first_of("0123456789");
  if (begin == std::string_view::npos) return "";
  std::string digits;
  for (const char c : text.substr(begin)) {
    if (c == ',') continue;
    if ((c < '0' || c > '9') && c != '.') break;
    digits += c;
  }
  return digits;
}

// The worth of the last printed digit: 100 for 2.82万, 0.1 for 44.4%; nothing for a plain count
// (217), which is as exact as it looks.
std::optional<Decimal> PrintedStep(const Quantity& quantity, const Decimal& amount) {
  const std::string digits = PrintedDigits(quantity.text());
  const size_t point = digits.find('.');
  const int decimals = point == std::string::npos ? 0 : static_cast<int>(digits.size() - point - 1);
  const bool scaled = HasAny(quantity.text(), {"万", "亿", "萬", "億", "千", "百"});
  const bool ratio = quantity.unit() == "%" || quantity.has_fraction();
  if (decimals == 0 && !scaled && !ratio) return std::nullopt;
  const std::optional<Decimal> mantissa = Decimal::Parse(digits);
  if (!mantissa.has_value() || mantissa->IsZero()) {
    return Decimal::FromInt(1).ScaledByPowerOfTen(amount.TrailingPower());
  }
  const std::optional<Decimal> scale = Decimal::Divide(amount, *mantissa, 6);
  return scale->ScaledByPowerOfTen(-decimals);
}

AmountInterval Around(const Decimal& amount, const std::optional<Decimal>& step) {
  if (!step.has_value()) return {amount, amount};
  return {amount - Half(*step), amount + Half(*step)};
}

AmountInterval Reach(const Decimal& amount, const HedgeReach& reach) {
  AmountInterval interval{amount * *Decimal::Parse(reach.low),
                          amount * *Decimal::Parse(reach.high)};
  if (amount.IsNegative()) std::swap(interval.low, interval.high);
  return interval;
}

// 500余 and 三百多 stay below the next round figure; 超过500 has no upper end.
AmountInterval Above(const Quantity& quantity, const Decimal& amount) {
  AmountInterval interval{amount, std::nullopt, true};
  if (HasAny(quantity.text(), {"余", "多", "餘"}) && !amount.IsZero()) {
    interval.high = amount + Decimal::FromInt(1).ScaledByPowerOfTen(amount.TrailingPower());
    interval.high_open = true;
  }
  return interval;
}

// What EXACT does not rule out: figures that end in zeros are taken as rounded to their last other
// digit, if they are written with a scale word or end in two zeros at least.
AmountInterval AroundRoundFigure(const Quantity& quantity, const Decimal& amount) {
  const std::optional<Decimal> step = PrintedStep(quantity, amount);
  const int zeros = amount.TrailingPower();
  const bool round = zeros >= 1 && (step.has_value() || zeros >= 2);
  const Decimal coarse = Decimal::FromInt(1).ScaledByPowerOfTen(zeros);
  if (round && (!step.has_value() || *step < coarse)) return Around(amount, coarse);
  return Around(amount, step);
}

AmountInterval Range(const Quantity& quantity, const Decimal& amount) {
  return {amount, Decimal::Parse(quantity.upper_amount())};
}

// What holds for both readings; nullopt for the hedges on which they differ.
std::optional<AmountInterval> Bounded(const Quantity& quantity, const Decimal& amount) {
  switch (quantity.modifier()) {
    case Quantity::MODIFIER_MORE_THAN:
      return Above(quantity, amount);
    case Quantity::MODIFIER_AT_LEAST:
      return AmountInterval{amount, std::nullopt};
    case Quantity::MODIFIER_LESS_THAN:
      return AmountInterval{std::nullopt, amount, false, true};
    case Quantity::MODIFIER_AT_MOST:
      return AmountInterval{std::nullopt, amount};
    case Quantity::MODIFIER_RANGE:
      return Range(quantity, amount);
    default:
      return std::nullopt;
  }
}

}  // namespace

AmountInterval FittingAmounts(const Quantity& quantity) {
  const std::optional<Decimal> amount = Decimal::Parse(quantity.amount());
  if (!amount.has_value()) return {};
  if (const auto bounded = Bounded(quantity, *amount)) return *bounded;
  switch (quantity.modifier()) {
    case Quantity::MODIFIER_APPROX:
      return Reach(*amount, kApproxFits);
    case Quantity::MODIFIER_NEARLY:
      return Reach(*amount, kNearlyFits);
    default:
      return Around(*amount, PrintedStep(quantity, *amount));
  }
}

AmountInterval PossibleAmounts(const Quantity& quantity) {
  const std::optional<Decimal> amount = Decimal::Parse(quantity.amount());
  if (!amount.has_value()) return {};
  if (const auto bounded = Bounded(quantity, *amount)) return *bounded;
  switch (quantity.modifier()) {
    case Quantity::MODIFIER_APPROX:
      return Reach(*amount, kApproxPossible);
    case Quantity::MODIFIER_NEARLY:
      return Reach(*amount, kNearlyPossible);
    default:
      return AroundRoundFigure(quantity, *amount);
  }
}

namespace {

// Whether everything in `a` lies below everything in `b`.
bool Below(const AmountInterval& a, const AmountInterval& b) {
  if (!a.high.has_value() || !b.low.has_value()) return false;
  return *a.high < *b.low || (*a.high == *b.low && (a.high_open || b.low_open));
}

}  // namespace

bool Overlap(const AmountInterval& a, const AmountInterval& b) {
  return !Below(a, b) && !Below(b, a);
}

bool Contains(const AmountInterval& outer, const AmountInterval& inner) {
  const bool low =
      !outer.low.has_value() ||
      (inner.low.has_value() && (*inner.low > *outer.low || (*inner.low == *outer.low &&
                                                             (!outer.low_open || inner.low_open))));
  const bool high = !outer.high.has_value() ||
                    (inner.high.has_value() &&
                     (*inner.high < *outer.high ||
                      (*inner.high == *outer.high && (!outer.high_open || inner.high_open))));
  return low && high;
}

AmountInterval Scaled(const AmountInterval& interval, const Decimal& factor) {
  AmountInterval scaled = interval;
  if (scaled.low.has_value()) scaled.low = *scaled.low * factor;
  if (scaled.high.has_value()) scaled.high = *scaled.high * factor;
  return scaled;
}

}  // namespace yinzheng::services
