// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/number_key.h"

#include <algorithm>

#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"

namespace yinzheng::store {
namespace {

using text::Decimal;
using text::IndexToken;
using text::TokenKind;

constexpr size_t kMaxDigits = 15;
// Added to the power of ten, so that small numbers have a magnitude too.
constexpr int kMagnitudeOfOne = 50;

bool IsDate(const IndexToken& token) { return token.term.find('-') != std::string::npos; }

// Whether `outer` takes `inner`'s digits for itself: a date, a longer number, the code it belongs
// to.
bool Absorbs(const IndexToken& outer, const IndexToken& inner) {
  const uint32_t outer_end = outer.position + outer.length;
  const uint32_t inner_end = inner.position + inner.length;
  if (outer.position > inner.position || outer_end < inner_end) return false;
  if (outer.kind == TokenKind::kLatin) {
    return outer.length > inner.length && outer.position < inner.position;
  }
  return outer.length > inner.length || (&outer != &inner && outer.length == inner.length &&
                                         (IsDate(outer) || outer.span.size() > inner.span.size()));
}

// 2023年, 7月, 25日: named without the rest of a date.
bool IsCalendarNumber(const IndexToken& number, const IndexToken& next) {
  if (next.position != number.position + number.length) return false;
  if (next.term == "月" || next.term == "日" || next.term == "号") return number.term.size() <= 2;
  return next.term == "年" && number.term.size() == 4;
}

// Whether a token before number `i` takes its digits.
bool IsPartOfEarlier(const std::vector<IndexToken>& tokens, size_t i) {
  // No number or date has more places.
  constexpr uint32_t kReach = 24;
  for (size_t j = i; j-- > 0 && tokens[j].position + kReach > tokens[i].position;) {
    const bool run = tokens[j].kind == TokenKind::kNumber || tokens[j].kind == TokenKind::kLatin;
    if (run && Absorbs(tokens[j], tokens[i])) return true;
  }
  return false;
}

// Whether a longer number of the same place does, or the calendar's word after it.
bool IsPartOfLater(const std::vector<IndexToken>& tokens, size_t i) {
  const IndexToken& token = tokens[i];
  for (size_t j = i + 1; j < tokens.size(); ++j) {
    const IndexToken& next = tokens[j];
    if (next.position > token.position + token.length) return false;
    const bool same_place = next.position == token.position;
    if (same_place && next.kind == TokenKind::kNumber && Absorbs(next, token)) return true;
    if (!same_place && next.length == 1 && IsCalendarNumber(token, next)) return true;
  }
  return false;
}

std::optional<Decimal> ValueOf(const IndexToken& token) {
  std::string digits = token.term;
  if (digits.back() == '%') digits.pop_back();
  if (digits.size() > kMaxDigits + 1) return std::nullopt;
  return Decimal::Parse(digits);
}

}  // namespace

std::vector<TextNumber> NumbersIn(const std::vector<IndexToken>& tokens) {
  std::vector<TextNumber> numbers;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const IndexToken& token = tokens[i];
    if (token.kind != TokenKind::kNumber || IsDate(token)) continue;
    if (IsPartOfEarlier(tokens, i) || IsPartOfLater(tokens, i)) continue;
    if (const std::optional<Decimal> value = ValueOf(token)) {
      numbers.push_back({*value, token.span});
    }
  }
  return numbers;
}

std::optional<std::string> NumberKey(const Decimal& number) {
  if (number.IsNegative()) return std::nullopt;
  if (number.IsZero()) return "00";
  const std::string plain = number.ToString();
  const size_t point = std::min(plain.find('.'), plain.size());
  std::string digits = plain.substr(0, point);
  if (point < plain.size()) digits += plain.substr(point + 1);
  const size_t first = digits.find_first_not_of('0');
  const int magnitude = static_cast<int>(point) - static_cast<int>(first) + kMagnitudeOfOne;
  if (magnitude < 1 || magnitude > 99) return std::nullopt;
  const size_t last = digits.find_last_not_of('0');
  return absl::StrFormat("%02d%s", magnitude, digits.substr(first, last - first + 1));
}

std::string_view DecadeOf(std::string_view key) { return key.substr(0, 3); }

Decimal NumberOfKey(std::string_view key) {
  int magnitude = 0;
  const std::string digits(key.substr(std::min<size_t>(2, key.size())));
  const std::optional<Decimal> number = Decimal::Parse(digits);
  if (!number || !absl::SimpleAtoi(std::string(key.substr(0, 2)), &magnitude)) return Decimal();
  return number->ScaledByPowerOfTen(magnitude - kMagnitudeOfOne - static_cast<int>(digits.size()));
}

}  // namespace yinzheng::store
