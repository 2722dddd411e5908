// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/date_terms.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>

#include "absl/strings/str_format.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text::internal {
namespace {

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2999;
// February of a date without its year may have 29 days.
constexpr int kLeapYear = 2000;

bool IsAsciiDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

// 0–9 of a Chinese digit, -1 for all else.
int HanDigit(char32_t c) {
  if (c == U'零') return 0;
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  const size_t digit = kDigits.find(c);
  return digit == std::u32string_view::npos ? -1 : static_cast<int>(digit);
}

// 10, 20 or 30 for 十, 廿 and 卅, 0 for all else.
int HanTens(char32_t c) { return c == U'十' ? 10 : c == U'廿' ? 20 : c == U'卅' ? 30 : 0; }

bool IsNumberCharacter(char32_t c) {
  return IsAsciiDigit(c) || HanDigit(c) >= 0 || HanTens(c) > 0 || c == U'百' || c == U'千' ||
         c == U'万' || c == U'亿';
}

bool IsSeparator(char32_t c) { return c == U'-' || c == U'/' || c == U'.'; }

bool IsDay(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1) return false;
  return std::chrono::year_month_day(std::chrono::year(year),
                                     std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

struct Number {
  uint32_t begin = 0;
  uint32_t end = 0;
  int value = 0;
  bool ascii = true;
  uint32_t size() const { return end - begin; }
};

class Finder {
 public:
  explicit Finder(std::u32string_view key) : key_(key), size_(static_cast<uint32_t>(key.size())) {}

  std::vector<DateTerm> Find() {
    for (uint32_t i = 0; i < size_; ++i) {
      if (!IsNumberCharacter(key_[i]) || (i > 0 && IsNumberCharacter(key_[i - 1]))) continue;
      if (!AddYearFirst(i)) AddMonthAndDay(i, std::nullopt);
    }
    std::sort(terms_.begin(), terms_.end(), [](const DateTerm& a, const DateTerm& b) {
      return std::pair(a.span.begin, a.span.end) < std::pair(b.span.begin, b.span.end);
    });
    return std::move(terms_);
  }

 private:
  char32_t At(uint32_t i) const { return i < size_ ? key_[i] : U'\0'; }

  uint32_t SkipBlanks(uint32_t i) const {
    while (At(i) == U' ') ++i;
    return i;
  }

  // The number from `i` up to the first character that is none of one: digits, or Chinese digits by
  // place (二〇二三) or with tens (二十五).
  std::optional<Number> NumberAt(uint32_t i) const {
    Number number{i, i};
    number.ascii = IsAsciiDigit(At(i));
    while (IsNumberCharacter(At(number.end))) ++number.end;
    if (number.size() == 0 || number.size() > 4) return std::nullopt;
    return number.ascii ? AsciiNumber(number) : HanNumber(number);
  }

  std::optional<Number> AsciiNumber(Number number) const {
    for (uint32_t i = number.begin; i < number.end; ++i) {
      if (!IsAsciiDigit(key_[i])) return std::nullopt;
      number.value = number.value * 10 + static_cast<int>(key_[i] - U'0');
    }
    return number;
  }

  std::optional<Number> HanNumber(Number number) const {
    const std::u32string_view digits = key_.substr(number.begin, number.size());
    const size_t tens = std::min(digits.find_first_of(U"十廿卅"), digits.size());
    if (tens == digits.size()) {
      number.value = ByPlace(digits);
    } else {
      // 十五, 二十, 二十五, 廿五: at most one digit on either side.
      const int before = tens == 0 ? 1 : ByPlace(digits.substr(0, tens));
      const int after = ByPlace(digits.substr(tens + 1));
      const bool counts = digits[tens] == U'十' || tens == 0;
      if (tens > 1 || digits.size() > tens + 2 || !counts || before < 0) return std::nullopt;
      number.value = after < 0 ? after : before * HanTens(digits[tens]) + after;
    }
    if (number.value < 0) return std::nullopt;
    return number;
  }

  // 2023 of 二〇二三, 0 of nothing, -1 of all else.
  static int ByPlace(std::u32string_view digits) {
    int value = 0;
    for (const char32_t c : digits) {
      if (HanDigit(c) < 0) return -1;
      value = value * 10 + HanDigit(c);
    }
    return value;
  }

  bool AddYearFirst(uint32_t i) {
    const std::optional<Number> year = NumberAt(i);
    if (!year || year->size() != 4 || year->value < kFirstYear || year->value > kLastYear) {
      return false;
    }
    const uint32_t after = SkipBlanks(year->end);
    if (At(after) == U'年') return AddMonthAndDay(SkipBlanks(after + 1), *year);
    return year->ascii && IsSeparator(At(year->end)) && !IsCode(i) && AddNumeric(*year);
  }

  // A letter, a digit or a mark of a code before the year: no date.
  bool IsCode(uint32_t i) const {
    if (i == 0) return false;
    return IsSeparator(key_[i - 1]) || key_[i - 1] == U'_' || IsLatinLetter(key_[i - 1]);
  }

  // 2023-07-25, 2023/7/25, 2023.7.25; 2023-07 and 2023/07, since 2023.07 is a decimal number.
  bool AddNumeric(const Number& year) {
    const char32_t separator = key_[year.end];
    const std::optional<Number> month = NumberAt(year.end + 1);
    if (!month || !month->ascii || month->size() > 2) return false;
    const bool goes_on = At(month->end) == separator && IsAsciiDigit(At(month->end + 1));
    if (!goes_on) {
      if (separator == U'.' || month->size() != 2 || IsSeparator(At(month->end))) return false;
      return AddMonth(year, *month, month->end);
    }
    const std::optional<Number> day = NumberAt(month->end + 1);
    if (!day || !day->ascii || day->size() > 2) return false;
    if (!IsDay(year.value, month->value, day->value)) return false;
    AddMonth(year, *month, month->end);
    AddDay(nullptr, *month, *day, day->end);
    AddDay(&year, *month, *day, day->end);
    return true;
  }

  // 7月, 7月25日, 7月25号 at `i`, after its year if it has one. The day in any year is found when
  // the month's turn comes.
  bool AddMonthAndDay(uint32_t i, const std::optional<Number>& year) {
    const std::optional<Number> month = NumberAt(i);
    if (!month || month->size() > 2) return false;
    const uint32_t month_unit = SkipBlanks(month->end);
    if (At(month_unit) != U'月') return false;
    if (year && !AddMonth(*year, *month, month_unit + 1)) return false;
    const std::optional<Number> day = NumberAt(SkipBlanks(month_unit + 1));
    if (!day) return year.has_value();
    const uint32_t day_unit = SkipBlanks(day->end);
    if (At(day_unit) != U'日' && At(day_unit) != U'号') return year.has_value();
    if (IsDay(year ? year->value : kLeapYear, month->value, day->value)) {
      AddDay(year ? &*year : nullptr, *month, *day, day_unit + 1);
    }
    return true;
  }

  bool AddMonth(const Number& year, const Number& month, uint32_t end) {
    if (!IsDay(year.value, month.value, 1)) return false;
    terms_.push_back({{year.begin, end}, absl::StrFormat("%04d-%02d", year.value, month.value)});
    return true;
  }

  // The day of a year, or without one of any year.
  void AddDay(const Number* year, const Number& month, const Number& day, uint32_t end) {
    const std::string of_year = absl::StrFormat("-%02d-%02d", month.value, day.value);
    if (year == nullptr) {
      terms_.push_back({{month.begin, end}, "-" + of_year});
    } else {
      terms_.push_back({{year->begin, end}, absl::StrFormat("%04d", year->value) + of_year});
    }
  }

  std::u32string_view key_;
  uint32_t size_;
  std::vector<DateTerm> terms_;
};

}  // namespace

std::vector<DateTerm> FindDateTerms(std::u32string_view key) { return Finder(key).Find(); }

}  // namespace yinzheng::text::internal
