// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <chrono>
#include <vector>

#include "indexer/text/date_parser.h"
#include "indexer/text/number_text.h"

namespace yinzheng::text {
namespace {

struct Number {
  int value = 0;
  std::size_t size = 0;
};

// The digits from `position` on; size 0 if there are none or too many.
Number ReadNumber(std::u32string_view text, std::size_t position) {
  Number number;
  while (IsArabicDigit(At(text, position + number.size))) {
    if (number.size == 4) return {};
    number.value = number.value * 10 + static_cast<int>(text[position + number.size] - U'0');
    ++number.size;
  }
  return number;
}

bool IsValid(int year, int month, int day) {
  const std::chrono::year_month_day date = std::chrono::year(year) / month / day;
  return year >= 1000 && date.ok();
}

// Two digits stand for the years 1930 to 2029, as calendars of offices take them.
int FullYear(const Number& number) {
  if (number.size > 2) return number.value;
  return number.value + (number.value >= 30 ? 1900 : 2000);
}

DateExpression Absolute(std::size_t begin, std::size_t end, int year, int month, int day) {
  DateExpression date;
  date.begin = begin;
  date.end = end;
  date.year_field = DateField::kAbsolute;
  date.year = year;
  date.month_field = DateField::kAbsolute;
  date.month = month;
  date.day_field = DateField::kAbsolute;
  date.day = day;
  return date;
}

// Whole numbers only: no digit, letter or separator may continue the date on either side.
bool StandsAlone(std::u32string_view text, std::size_t begin, std::size_t end) {
  const auto continues = [&](std::size_t at) {
    const char32_t c = At(text, at);
    return IsArabicDigit(c) || IsAsciiLetter(c) || c == U'/' || c == U'-' || c == U'.';
  };
  const bool sentence_end = At(text, end) == U'.' && !IsArabicDigit(At(text, end + 1));
  return !(begin > 0 && continues(begin - 1)) && (sentence_end || !continues(end));
}

// 12/1: month and day. A proper fraction (1/2) stays one unless the second number can only be a
// day.
std::optional<DateExpression> MonthAndDay(std::u32string_view text, std::size_t position,
                                          const Number& month, const Number& day) {
  const std::size_t end = position + month.size + 1 + day.size;
  if (At(text, position + month.size) != U'/' || !StandsAlone(text, position, end)) {
    return std::nullopt;
  }
  if (!IsValid(2000, month.value, day.value)) return std::nullopt;
  if (day.value <= 12 && month.value < day.value) return std::nullopt;
  if (!IsBoundary(text, position - 1) || !IsBoundary(text, end)) return std::nullopt;
  DateExpression date = Absolute(position, end, 0, month.value, day.value);
  date.year_field = DateField::kNone;
  return date;
}

}  // namespace

std::optional<DateExpression> ParseNumericDate(std::u32string_view text, std::size_t position) {
  const Number first = ReadNumber(text, position);
  const char32_t separator = At(text, position + first.size);
  if (first.size == 0 || (separator != U'-' && separator != U'/' && separator != U'.' &&
                          !(separator == U' ' && first.size == 4))) {
    return std::nullopt;
  }
  const std::size_t second_at = position + first.size + 1;
  const Number second = ReadNumber(text, second_at);
  if (second.size == 0 || second.size > 2) return std::nullopt;
  const std::size_t third_at = second_at + second.size + 1;
  const Number third = ReadNumber(text, third_at);
  if (At(text, third_at - 1) != separator || third.size == 0) {
    return first.size <= 2 ? MonthAndDay(text, position, first, second) : std::nullopt;
  }
  const std::size_t end = third_at + third.size;
  if (!StandsAlone(text, position, end)) return std::nullopt;
  if (first.size == 4 && third.size <= 2 && IsValid(first.value, second.value, third.value)) {
    return Absolute(position, end, first.value, second.value, third.value);
  }
  if (first.size > 2 || third.size == 3 || (separator == U'.' && third.size < 4)) {
    return std::nullopt;
  }
  // Day first with a year of four digits or one digit for the day; else year first (27-7-3).
  const bool year_first = third.size <= 2 && first.size == 2 && third.value <= 31;
  const Number& year = year_first ? first : third;
  const Number& day = year_first ? third : first;
  if (year.size < 2 || !IsValid(FullYear(year), second.value, day.value)) return std::nullopt;
  return Absolute(position, end, FullYear(year), second.value, day.value);
}

}  // namespace yinzheng::text
