// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/timestamp.h"

#include <chrono>

#include "indexer/text/edtf.h"
#include "re2/re2.h"

namespace yinzheng::ingest {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

// The press dates its pages by the time of Beijing, Hong Kong and Taipei.
constexpr hours kChina{8};

// How far the day in China is from the one that `time` (what stands behind a day) belongs to.
std::chrono::days ShiftToChina(const std::string& time) {
  static const RE2* const kZoned = new RE2(
      R"([Tt\s]\s*(\d{1,2}):(\d\d)(?::\d\d)?(?:[.,]\d+)?\s*(?:[Zz]|UTC|GMT|([+-])(\d\d):?(\d\d)?)\s*)");
  int hour = 0;
  int minute = 0;
  std::string sign;
  std::string zone_hours;
  std::string zone_minutes;
  if (!RE2::FullMatch(time, *kZoned, &hour, &minute, &sign, &zone_hours, &zone_minutes)) {
    return std::chrono::days(0);
  }
  const auto number = [](const std::string& digits) {
    return digits.empty() ? 0 : (digits[0] - '0') * 10 + (digits[1] - '0');
  };
  const minutes offset = hours(number(zone_hours)) + minutes(number(zone_minutes));
  const minutes local =
      hours(hour) + minutes(minute) - (sign == "-" ? -offset : offset) + minutes(kChina);
  return std::chrono::floor<std::chrono::days>(local);
}

}  // namespace

std::optional<std::string> DayOfTimestamp(const std::string& text) {
  static const RE2* const kDay =
      new RE2(R"(\s*((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})(?:日?([Tt\s].*)?|日.*))");
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  std::string time;
  if (!RE2::FullMatch(text, *kDay, &year, &month, &day, &time)) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return text::FormatDay(std::chrono::sys_days(date) + ShiftToChina(time));
}

}  // namespace yinzheng::ingest
