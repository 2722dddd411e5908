// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/day_range.h"

#include <algorithm>
#include <chrono>

#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"
#include "indexer/base/absl_string.h"

namespace yinzheng::store {
namespace {

std::optional<int> Digits(std::string_view text) {
  int value = 0;
  const bool digits =
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || !absl::SimpleAtoi(base::AbslView(text), &value)) return std::nullopt;
  return value;
}

std::string Format(std::chrono::year_month_day day) {
  return absl::StrFormat("%04d-%02u-%02u", static_cast<int>(day.year()),
                         static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

}  // namespace

std::optional<DayRange> ParseDayRange(std::string_view text) {
  using std::chrono::last;
  using std::chrono::month;
  const bool shaped = text.size() == 4 || (text.size() == 7 && text[4] == '-') ||
                      (text.size() == 10 && text[4] == '-' && text[7] == '-');
  if (!shaped) return std::nullopt;
  const std::optional<int> year_number = Digits(text.substr(0, 4));
  const std::optional<int> month_number = text.size() >= 7 ? Digits(text.substr(5, 2)) : 1;
  const std::optional<int> day_number = text.size() == 10 ? Digits(text.substr(8, 2)) : 1;
  if (!year_number || !month_number || !day_number) return std::nullopt;
  const std::chrono::year year(*year_number);
  const month first_month(static_cast<unsigned>(*month_number));
  const std::chrono::year_month_day first =
      year / first_month / std::chrono::day(static_cast<unsigned>(*day_number));
  if (!first.ok()) return std::nullopt;
  std::chrono::year_month_day final_day = first;
  if (text.size() == 4) final_day = year / month(12) / last;
  if (text.size() == 7) final_day = year / first_month / last;
  return DayRange{Format(first), Format(final_day)};
}

}  // namespace yinzheng::store
