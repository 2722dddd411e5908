// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/query_values.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "indexer/text/date.h"
#include "indexer/text/decimal.h"
#include "indexer/text/edtf.h"
#include "indexer/text/fold.h"
#include "indexer/text/numeral.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using text::Decimal;

enum class Sign { kNone, kLess, kLessEqual, kGreater, kGreaterEqual };

struct SignForm {
  std::u32string_view form;
  Sign sign;
};

// Of folded text; the longer ones first.
constexpr std::array<SignForm, 9> kSigns = {{{U">=", Sign::kGreaterEqual},
                                             {U"=>", Sign::kGreaterEqual},
                                             {U"≥", Sign::kGreaterEqual},
                                             {U"<=", Sign::kLessEqual},
                                             {U"=<", Sign::kLessEqual},
                                             {U"≤", Sign::kLessEqual},
                                             {U">", Sign::kGreater},
                                             {U"<", Sign::kLess},
                                             {U"=", Sign::kNone}}};

Sign TakeSign(std::u32string_view& text) {
  for (const SignForm& row : kSigns) {
    if (text.substr(0, row.form.size()) != row.form) continue;
    text.remove_prefix(row.form.size());
    return row.sign;
  }
  return Sign::kNone;
}

struct Ends {
  std::u32string_view lower;
  std::u32string_view upper;
};

// What stands before and after the first "..": of "1...3" too, since a folded … is three stops.
std::optional<Ends> SplitRange(std::u32string_view text) {
  const size_t mark = text.find(U"..");
  if (mark == std::u32string_view::npos) return std::nullopt;
  const size_t end = std::min(text.find_first_not_of(U'.', mark), text.size());
  if (end - mark > 3) return std::nullopt;
  return Ends{text.substr(0, mark), text.substr(end)};
}

// Folded as index terms are; … becomes "...".
std::u32string Folded(std::u32string_view text) { return text::FoldToKey(text); }

// 2023/7/5 and 2023.07 as 2023-07-05 and 2023-07; what is written otherwise stays.
std::string WithHyphens(std::u32string_view text) {
  std::string plain;
  size_t digits = 0;
  for (size_t i = 0; i <= text.size(); ++i) {
    const char32_t c = i < text.size() ? text[i] : U'-';
    if (c >= U'0' && c <= U'9') {
      plain.push_back(static_cast<char>(c));
      ++digits;
    } else if (c == U'-' || c == U'/' || c == U'.') {
      if (digits == 1) plain.insert(plain.size() - 1, "0");
      digits = 0;
      if (i < text.size()) plain.push_back('-');
    } else {
      return "";
    }
  }
  return plain;
}

std::optional<DayRange> ReadOneDay(std::u32string_view text) {
  if (auto plain = ParseDayRange(WithHyphens(text))) return plain;
  const std::vector<text::DateMatch> dates = text::FindDates(text, std::nullopt);
  if (dates.size() != 1) return std::nullopt;
  const text::DateMatch& date = dates.front();
  const bool whole = date.span.begin == 0 && date.span.end == text.size();
  if (!whole || date.relative || date.lunar || date.earliest.empty()) return std::nullopt;
  return DayRange{date.earliest, date.latest};
}

std::string DayBeside(const std::string& day, int days) {
  const auto interval = text::ParseEdtf(day);
  if (!interval.ok() || !interval->earliest) return day;
  return text::FormatDay(*interval->earliest + std::chrono::days(days));
}

std::optional<DayRange> Compared(Sign sign, const DayRange& day) {
  switch (sign) {
    case Sign::kLess:
      return DayRange{"", DayBeside(day.earliest, -1)};
    case Sign::kLessEqual:
      return DayRange{"", day.latest};
    case Sign::kGreater:
      if (day.latest.empty()) return std::nullopt;
      return DayRange{DayBeside(day.latest, 1), ""};
    case Sign::kGreaterEqual:
      return DayRange{day.earliest, ""};
    case Sign::kNone:
      break;
  }
  return day;
}

std::optional<Decimal> ReadOneNumber(std::u32string_view text) {
  std::string plain;
  for (const char32_t c : text) {
    if (c != U',') text::AppendUtf8(c, plain);
  }
  if (auto number = Decimal::Parse(plain)) return number;
  const std::vector<text::Numeral> numerals = text::FindNumerals(text);
  if (numerals.size() != 1) return std::nullopt;
  const text::Numeral& numeral = numerals.front();
  const bool whole = numeral.span.begin == 0 && numeral.span.end == text.size();
  const bool exact = numeral.vagueness == text::NumeralVagueness::kNone && !numeral.upper;
  const bool counts =
      numeral.kind == text::NumeralKind::kCardinal || numeral.kind == text::NumeralKind::kPercent;
  if (!whole || !exact || !counts) return std::nullopt;
  return numeral.amount;
}

NumberBounds Compared(Sign sign, const Decimal& number) {
  NumberBounds bounds;
  if (sign == Sign::kNone || sign == Sign::kGreater || sign == Sign::kGreaterEqual) {
    bounds.lower = number;
    bounds.without_lower = sign == Sign::kGreater;
  }
  if (sign == Sign::kNone || sign == Sign::kLess || sign == Sign::kLessEqual) {
    bounds.upper = number;
    bounds.without_upper = sign == Sign::kLess;
  }
  return bounds;
}

}  // namespace

std::optional<DayRange> ReadDays(std::u32string_view text) {
  const std::u32string folded = Folded(text);
  const std::optional<Ends> ends = SplitRange(folded);
  if (!ends) {
    std::u32string_view rest = folded;
    const Sign sign = TakeSign(rest);
    const std::optional<DayRange> day = ReadOneDay(rest);
    return day ? Compared(sign, *day) : std::nullopt;
  }
  DayRange days;
  if (!ends->lower.empty()) {
    const std::optional<DayRange> from = ReadOneDay(ends->lower);
    if (!from) return std::nullopt;
    days.earliest = from->earliest;
  }
  if (!ends->upper.empty()) {
    const std::optional<DayRange> to = ReadOneDay(ends->upper);
    if (!to) return std::nullopt;
    days.latest = to->latest;
  }
  const bool nothing = days.earliest.empty() && days.latest.empty();
  const bool backwards =
      !days.earliest.empty() && !days.latest.empty() && days.latest < days.earliest;
  if (nothing || backwards) return std::nullopt;
  return days;
}

std::optional<NumberBounds> ReadNumbers(std::u32string_view text) {
  const std::u32string folded = Folded(text);
  const std::optional<Ends> ends = SplitRange(folded);
  if (!ends) {
    std::u32string_view rest = folded;
    const Sign sign = TakeSign(rest);
    const std::optional<Decimal> number = ReadOneNumber(rest);
    if (!number) return std::nullopt;
    return Compared(sign, *number);
  }
  NumberBounds bounds;
  if (!ends->lower.empty() && !(bounds.lower = ReadOneNumber(ends->lower))) return std::nullopt;
  if (!ends->upper.empty() && !(bounds.upper = ReadOneNumber(ends->upper))) return std::nullopt;
  const bool nothing = !bounds.lower && !bounds.upper;
  if (nothing || (bounds.lower && bounds.upper && *bounds.upper < *bounds.lower)) {
    return std::nullopt;
  }
  return bounds;
}

bool HasRangeMark(std::u32string_view text) {
  const std::u32string folded = Folded(text);
  const std::optional<Ends> ends = SplitRange(folded);
  return ends && !ends->lower.empty() && !ends->upper.empty();
}

}  // namespace yinzheng::store
