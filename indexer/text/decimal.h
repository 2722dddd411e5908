// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_TEXT_DECIMAL_H_
#define YINZHENG_INDEXER_TEXT_DECIMAL_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace yinzheng::text {

// An exact decimal number, for amounts read from text: 7947.5 × 10^8 is 794750000000, not a
// double near it. Addition, subtraction and multiplication are exact; division is rounded half up
// to a stated number of places. It is not a general number type: no exponent notation in or out,
// no trigonometry, no speed for thousands of digits.
//
// A regular value type: copy, compare and hash-free ordering; safe to share once built. Costs
// O(digits) for everything but multiplication and division, which are O(digits²).
class Decimal {
 public:
  Decimal() = default;  // zero
  static Decimal FromInt(int64_t value);

  // Reads [+-]digits[.digits] or [+-].digits in ASCII, nothing else: no spaces, grouping commas
  // or exponents. Returns nullopt for any other string.
  static std::optional<Decimal> Parse(std::string_view text);

  // this × 10^power.
  Decimal ScaledByPowerOfTen(int power) const;

  Decimal operator-() const;
  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b);
  friend Decimal operator*(const Decimal& a, const Decimal& b);

  // numerator / denominator rounded half away from zero to `places` decimal places (places ≥ 0).
  // Returns nullopt if the denominator is zero.
  static std::optional<Decimal> Divide(const Decimal& numerator, const Decimal& denominator,
                                       int places);

  bool IsZero() const { return digits_.empty(); }
  bool IsNegative() const { return negative_; }
  bool IsInteger() const { return exponent_ >= 0; }
  // Power of ten of the last non-zero digit: 3 for 26000, -2 for 1.25, 0 for zero. 500余 says
  // something about the hundreds; this tells callers which.
  int TrailingPower() const { return exponent_; }
  // The value if it is an integer that fits, else nullopt.
  std::optional<int64_t> ToInt64() const;

  // Plain notation: no exponent, no grouping, no trailing zeros after the point, "0" for zero,
  // never "-0".
  std::string ToString() const;

  friend bool operator==(const Decimal& a, const Decimal& b) = default;
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  Decimal(bool negative, std::string digits, int exponent);

  // value = ±digits × 10^exponent. `digits` has neither leading nor trailing zeros and is empty
  // for zero (then exponent is 0 and negative is false): the representation is unique.
  bool negative_ = false;
  std::string digits_;
  int exponent_ = 0;
};

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_DECIMAL_H_
