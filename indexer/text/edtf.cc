// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/edtf.h"

#include <algorithm>
#include <array>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::text {
namespace {

using std::chrono::day;
using std::chrono::last;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

absl::Status Invalid(std::string_view edtf, std::string_view reason) {
  return absl::InvalidArgumentError(
      absl::StrCat("reading the date \"", base::AbslView(edtf), "\": ", base::AbslView(reason),
                   "; write EDTF such as 2023, 2023-07, 2023-07-25, 2023-07~ or 2021/2025"));
}

// The least and the greatest value of digits that may end in X: 202X is 2020 to 2029. Nullopt if
// `text` is not `size` such characters.
struct Bounds {
  int low = 0;
  int high = 0;
};

std::optional<Bounds> ParseDigits(std::string_view text, std::size_t size) {
  if (text.size() != size) return std::nullopt;
  Bounds bounds;
  bool unknown = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (c != 'X' && (!digit || unknown)) return std::nullopt;
    unknown = unknown || c == 'X';
    bounds.low = bounds.low * 10 + (digit ? c - '0' : 0);
    bounds.high = bounds.high * 10 + (digit ? c - '0' : 9);
  }
  return bounds;
}

DateInterval Days(year_month_day first, year_month_day final) {
  return {sys_days(first), sys_days(final)};
}

// Seasons, quarters, quadrimesters and semesters by their EDTF numbers: first month and length.
struct Part {
  int code;
  int first_month;
  int months;
};
constexpr std::array<Part, 13> kParts = {{{21, 3, 3},
                                          {22, 6, 3},
                                          {23, 9, 3},
                                          {24, 12, 3},
                                          {33, 1, 3},
                                          {34, 4, 3},
                                          {35, 7, 3},
                                          {36, 10, 3},
                                          {37, 1, 4},
                                          {38, 5, 4},
                                          {39, 9, 4},
                                          {40, 1, 6},
                                          {41, 7, 6}}};

std::optional<DateInterval> PartDays(int of_year, int code) {
  const auto part = std::find_if(kParts.begin(), kParts.end(),
                                 [&](const Part& candidate) { return candidate.code == code; });
  if (part == kParts.end()) return std::nullopt;
  const auto begin = year(of_year) / part->first_month;
  const auto end = begin + std::chrono::months(part->months - 1);
  return DateInterval{sys_days(begin / 1), sys_days(end / last)};
}

// YYYY-MM-DD of a known month.
absl::StatusOr<DateInterval> ParseDayOf(std::string_view edtf, std::string_view point,
                                        std::chrono::year_month month) {
  const std::optional<Bounds> days =
      point.size() == 10 && point[7] == '-' ? ParseDigits(point.substr(8, 2), 2) : std::nullopt;
  if (!days) return Invalid(edtf, "no day of two digits follows the month");
  if (days->low == 0 && days->high == 99) return Days(month / 1, month / last);
  const year_month_day date = month / days->low;
  if (days->low != days->high || !date.ok()) return Invalid(edtf, "there is no such day");
  return Days(date, date);
}

// YYYY-MM, YYYY-QQ and what may follow the month, of a known year.
absl::StatusOr<DateInterval> ParseWithinYear(std::string_view edtf, std::string_view point,
                                             year y) {
  const std::optional<Bounds> months =
      point.size() >= 7 && point[4] == '-' ? ParseDigits(point.substr(5, 2), 2) : std::nullopt;
  if (!months) return Invalid(edtf, "no month of two digits follows the year");
  if (months->low != months->high) {
    if (point.size() != 7 || months->high != 99) return Invalid(edtf, "the month is half unknown");
    return Days(y / 1 / 1, y / 12 / 31);
  }
  if (point.size() == 7 && months->low > 12) {
    const auto part = PartDays(static_cast<int>(y), months->low);
    if (!part) return Invalid(edtf, "there is no such month, season, quarter or half-year");
    return *part;
  }
  const std::chrono::year_month month = y / months->low;
  if (!month.ok()) return Invalid(edtf, "there is no such month");
  if (point.size() == 7) return Days(month / 1, month / last);
  return ParseDayOf(edtf, point, month);
}

// A single date without qualifiers.
absl::StatusOr<DateInterval> ParsePoint(std::string_view edtf, std::string_view point) {
  if (point.find('T') != std::string_view::npos) return Invalid(edtf, "times of day are not kept");
  const std::optional<Bounds> years = ParseDigits(point.substr(0, 4), 4);
  if (!years || years->high < 1) {
    return Invalid(edtf, "it does not begin with a year of four digits");
  }
  if (point.size() == 4) {
    return Days(year(std::max(years->low, 1)) / 1 / 1, year(years->high) / 12 / 31);
  }
  if (years->low != years->high) return Invalid(edtf, "a month follows a year that is not known");
  return ParseWithinYear(edtf, point, year(years->low));
}

std::string_view WithoutQualifier(std::string_view point) {
  constexpr std::string_view kQualifiers = "~?%";
  if (!point.empty() && kQualifiers.find(point.back()) != std::string_view::npos) {
    point.remove_suffix(1);
  }
  return point;
}

bool IsOpen(std::string_view end) { return end.empty() || end == ".."; }

}  // namespace

absl::StatusOr<DateInterval> ParseEdtf(std::string_view edtf) {
  const std::size_t slash = edtf.find('/');
  if (slash == std::string_view::npos) return ParsePoint(edtf, WithoutQualifier(edtf));
  const std::string_view from = edtf.substr(0, slash);
  const std::string_view to = edtf.substr(slash + 1);
  if (IsOpen(from) && IsOpen(to)) return Invalid(edtf, "an interval needs at least one end");
  DateInterval interval;
  if (!IsOpen(from)) {
    YZ_ASSIGN_OR_RETURN(const DateInterval first, ParsePoint(edtf, WithoutQualifier(from)));
    interval.earliest = first.earliest;
  }
  if (!IsOpen(to)) {
    YZ_ASSIGN_OR_RETURN(const DateInterval final, ParsePoint(edtf, WithoutQualifier(to)));
    interval.latest = final.latest;
  }
  if (interval.earliest && interval.latest && *interval.earliest > *interval.latest) {
    return Invalid(edtf, "the interval ends before it begins");
  }
  return interval;
}

std::string FormatDay(sys_days date) {
  const year_month_day ymd(date);
  return absl::StrFormat("%04d-%02d-%02d", static_cast<int>(ymd.year()),
                         static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
}

}  // namespace yinzheng::text
