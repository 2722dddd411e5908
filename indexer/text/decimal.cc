// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/decimal.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace yinzheng::text {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

int ToDigit(char c) { return c - '0'; }

char ToChar(int digit) { return static_cast<char>('0' + digit); }

// The functions below work on magnitudes: strings of digits, most significant first.

std::string StripLeadingZeros(std::string digits) {
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  return digits;
}

int CompareMagnitude(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  return a.compare(b);
}

std::string AddMagnitude(std::string_view a, std::string_view b) {
  std::string sum(std::max(a.size(), b.size()) + 1, '0');
  int carry = 0;
  for (std::size_t i = 0; i < sum.size(); ++i) {
    int digit = carry;
    if (i < a.size()) digit += ToDigit(a[a.size() - 1 - i]);
    if (i < b.size()) digit += ToDigit(b[b.size() - 1 - i]);
    sum[sum.size() - 1 - i] = ToChar(digit % 10);
    carry = digit / 10;
  }
  return StripLeadingZeros(std::move(sum));
}

// a - b, for a ≥ b.
std::string SubtractMagnitude(std::string_view a, std::string_view b) {
  std::string difference(a);
  int borrow = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    int digit = ToDigit(a[a.size() - 1 - i]) - borrow;
    if (i < b.size()) digit -= ToDigit(b[b.size() - 1 - i]);
    borrow = digit < 0 ? 1 : 0;
    difference[a.size() - 1 - i] = ToChar(digit + 10 * borrow);
  }
  return StripLeadingZeros(std::move(difference));
}

std::string MultiplyMagnitude(std::string_view a, std::string_view b) {
  std::string product(a.size() + b.size(), '0');
  for (std::size_t i = a.size(); i-- > 0;) {
    int carry = 0;
    for (std::size_t j = b.size(); j-- > 0;) {
      const int digit = ToDigit(a[i]) * ToDigit(b[j]) + ToDigit(product[i + j + 1]) + carry;
      product[i + j + 1] = ToChar(digit % 10);
      carry = digit / 10;
    }
    product[i] = ToChar(carry);
  }
  return StripLeadingZeros(std::move(product));
}

// Quotient and remainder by schoolbook division.
std::pair<std::string, std::string> DivideMagnitude(std::string_view a, std::string_view b) {
  std::string quotient;
  std::string remainder;
  for (const char c : a) {
    remainder = StripLeadingZeros(std::move(remainder) + c);
    int count = 0;
    while (CompareMagnitude(remainder, b) >= 0) {
      remainder = SubtractMagnitude(remainder, b);
      ++count;
    }
    quotient += ToChar(count);
  }
  return {StripLeadingZeros(std::move(quotient)), std::move(remainder)};
}

std::string WithZeros(std::string digits, int zeros) {
  if (!digits.empty()) digits.append(static_cast<std::size_t>(zeros), '0');
  return digits;
}

}  // namespace

Decimal::Decimal(bool negative, std::string digits, int exponent)
    : negative_(negative), digits_(StripLeadingZeros(std::move(digits))), exponent_(exponent) {
  while (!digits_.empty() && digits_.back() == '0') {
    digits_.pop_back();
    ++exponent_;
  }
  if (digits_.empty()) {
    negative_ = false;
    exponent_ = 0;
  }
}

Decimal Decimal::FromInt(int64_t value) {
  std::string text = std::to_string(value);
  const bool negative = text.front() == '-';
  if (negative) text.erase(0, 1);
  return Decimal(negative, std::move(text), 0);
}

std::optional<Decimal> Decimal::Parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view part =
      point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (point != std::string_view::npos && part.empty()) return std::nullopt;
  std::string digits = std::string(whole) + std::string(part);
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), IsDigit)) return std::nullopt;
  return Decimal(negative, std::move(digits), -static_cast<int>(part.size()));
}

Decimal Decimal::ScaledByPowerOfTen(int power) const {
  return Decimal(negative_, digits_, exponent_ + power);
}

Decimal Decimal::operator-() const { return Decimal(!negative_, digits_, exponent_); }

Decimal operator+(const Decimal& a, const Decimal& b) {
  const int exponent = std::min(a.exponent_, b.exponent_);
  const std::string x = WithZeros(a.digits_, a.exponent_ - exponent);
  const std::string y = WithZeros(b.digits_, b.exponent_ - exponent);
  if (a.negative_ == b.negative_) return Decimal(a.negative_, AddMagnitude(x, y), exponent);
  if (CompareMagnitude(x, y) >= 0) return Decimal(a.negative_, SubtractMagnitude(x, y), exponent);
  return Decimal(b.negative_, SubtractMagnitude(y, x), exponent);
}

Decimal operator-(const Decimal& a, const Decimal& b) { return a + (-b); }

Decimal operator*(const Decimal& a, const Decimal& b) {
  return Decimal(a.negative_ != b.negative_, MultiplyMagnitude(a.digits_, b.digits_),
                 a.exponent_ + b.exponent_);
}

std::optional<Decimal> Decimal::Divide(const Decimal& numerator, const Decimal& denominator,
                                       int places) {
  if (denominator.IsZero()) return std::nullopt;
  if (numerator.IsZero()) return Decimal();
  // Scale so that the integer quotient holds `places` decimal places, or more if the dividend's
  // own exponent asks for fewer zeros than none.
  const int zeros = std::max(0, numerator.exponent_ - denominator.exponent_ + places);
  const int exponent = numerator.exponent_ - denominator.exponent_ - zeros;
  auto [quotient, remainder] =
      DivideMagnitude(WithZeros(numerator.digits_, zeros), denominator.digits_);
  const int dropped = -places - exponent;  // digits of the quotient beyond `places`
  bool round_up = CompareMagnitude(AddMagnitude(remainder, remainder), denominator.digits_) >= 0;
  for (int i = 0; i < dropped; ++i) {
    round_up = !quotient.empty() && quotient.back() >= '5';
    if (!quotient.empty()) quotient.pop_back();
  }
  if (round_up) quotient = AddMagnitude(quotient, "1");
  return Decimal(numerator.negative_ != denominator.negative_, std::move(quotient),
                 exponent + std::max(0, dropped));
}

std::optional<int64_t> Decimal::ToInt64() const {
  if (!IsInteger() || digits_.size() + static_cast<std::size_t>(exponent_) > 19) {
    return std::nullopt;
  }
  const std::string text = ToString();
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string Decimal::ToString() const {
  if (IsZero()) return "0";
  std::string text = digits_;
  if (exponent_ >= 0) {
    text = WithZeros(std::move(text), exponent_);
  } else {
    const std::size_t places = static_cast<std::size_t>(-exponent_);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    text.insert(text.size() - places, 1, '.');
  }
  return negative_ ? "-" + text : text;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a == b) return std::strong_ordering::equal;
  return (a - b).IsNegative() ? std::strong_ordering::less : std::strong_ordering::greater;
}

}  // namespace yinzheng::text
