// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/chart_scale.h"

#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"

namespace yinzheng::cli::pages {
namespace {

constexpr int kMonthSteps[] = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000};
constexpr double kMostSteps = 1e12;  // from zero to the first tick; beyond, figures differ by noise

double Days(const absl::CivilDay& day) { return static_cast<double>(day - absl::CivilDay(1970)); }

absl::CivilDay DayAt(double number) {
  return absl::CivilDay(1970) + static_cast<absl::civil_diff_t>(std::floor(number));
}

std::vector<Tick> TicksEvery(int months, double from, double to) {
  std::vector<Tick> ticks;
  const absl::CivilMonth first(DayAt(from));
  const absl::civil_diff_t since_zero = first - absl::CivilMonth(0);
  absl::CivilMonth month = first - since_zero % months;
  for (; Days(absl::CivilDay(month)) <= to; month += months) {
    const double at = Days(absl::CivilDay(month));
    if (at < from) continue;
    ticks.push_back({at, months % 12 == 0
                             ? absl::StrCat(month.year())
                             : absl::StrFormat("%d-%02d", month.year(), month.month())});
  }
  return ticks;
}

}  // namespace

std::optional<double> DayNumber(std::string_view date) {
  constexpr size_t kDaySize = 10;  // Longer ones would make axes of a million years.
  absl::CivilDay day;
  if (date.size() != kDaySize ||
      !absl::ParseCivilTime(absl::string_view(date.data(), date.size()), &day)) {
    return std::nullopt;
  }
  return Days(day);
}

std::vector<Tick> TimeTicks(double from, double to, int most) {
  std::vector<Tick> ticks;
  for (const int months : kMonthSteps) {
    // Not built where there would be far too many: a span of centuries has thousands of months.
    if ((to - from) / 30 / months > 4.0 * most) continue;
    ticks = TicksEvery(months, from, to);
    if (ticks.size() <= static_cast<size_t>(most)) break;
  }
  return ticks;
}

std::vector<Tick> FigureTicks(double from, double to, int count, const Labels& labels) {
  const double rough = (to - from) / count;
  if (!(rough > 0) || !std::isfinite(rough)) return {};
  const double power = std::pow(10, std::floor(std::log10(rough)));
  double step = 10 * power;
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (rough <= factor * power) {
      step = factor * power;
      break;
    }
  }
  // Counted, never summed: where doubles are further apart than steps, a sum would not grow.
  const double first = std::ceil(from / step);
  if (!(std::abs(first) < kMostSteps)) return {};
  std::vector<Tick> ticks;
  for (int i = 0; i <= 2 * count + 2 && (first + i) * step <= to + step * 1e-9; ++i) {
    const double at = (first + i) * step;
    ticks.push_back({at, ShortFigure(at, labels)});
  }
  return ticks;
}

std::string ShortFigure(double figure, const Labels& labels) {
  const auto scaled = [&](double unit, std::string_view word) {
    return absl::StrCat(absl::StrFormat("%.6g", figure / unit),
                        absl::string_view(word.data(), word.size()));
  };
  if (std::abs(figure) >= 1e8) return scaled(1e8, labels("hundred_million"));
  if (std::abs(figure) >= 1e4) return scaled(1e4, labels("ten_thousand"));
  return scaled(1, "");
}

}  // namespace yinzheng::cli::pages
