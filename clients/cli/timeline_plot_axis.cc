// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/timeline_plot_axis.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace yinzheng::cli {
namespace {

constexpr int kDaysOfYears = 3 * 366;  // Years are the labels of longer axes,
constexpr int kDaysOfMonths = 62;      // months those of longer ones than this.
constexpr int kLabelGap = 2;

// Steps between two ticks; beyond the last one it is doubled.
std::vector<int> Steps(bool months) {
  return months ? std::vector<int>{1, 2, 3, 6, 12} : std::vector<int>{1, 2, 5, 10, 20, 50, 100};
}

template <typename Predicate>
bool AllDays(const std::vector<PlotPoint>& points, Predicate predicate) {
  return std::all_of(points.begin(), points.end(),
                     [&](const PlotPoint& point) { return predicate(point.day); });
}

}  // namespace

PlotAxis::PlotAxis(const std::vector<PlotPoint>& points, int width) : width_(width) {
  const auto [first, last] = std::minmax_element(
      points.begin(), points.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
  const Unit unit = UnitFor(points, first->day, last->day);
  last_ = last->day;
  // From the beginning of a year or month, so that the first point has a label.
  if (unit == Unit::kYear) {
    first_ = absl::CivilDay(absl::CivilYear(first->day));
  } else {
    first_ = unit == Unit::kMonth ? absl::CivilDay(absl::CivilMonth(first->day)) : first->day;
  }
  ChooseTicks(unit);
}

PlotAxis::Unit PlotAxis::UnitFor(const std::vector<PlotPoint>& points, absl::CivilDay first,
                                 absl::CivilDay last) {
  const absl::civil_diff_t days = last - first;
  if (days >= kDaysOfYears ||
      AllDays(points, [](absl::CivilDay day) { return day.month() == 1 && day.day() == 1; })) {
    return Unit::kYear;
  }
  if (days >= kDaysOfMonths || AllDays(points, [](absl::CivilDay day) { return day.day() == 1; })) {
    return Unit::kMonth;
  }
  return Unit::kDay;
}

int PlotAxis::Column(absl::CivilDay day) const {
  if (first_ == last_) return width_ / 2;
  const double part = static_cast<double>(day - first_) / static_cast<double>(last_ - first_);
  return static_cast<int>(std::lround(part * (width_ - 1)));
}

std::vector<PlotAxis::Tick> PlotAxis::TicksEvery(Unit unit, int step) const {
  std::vector<Tick> ticks;
  for (int i = 0;; i += step) {
    absl::CivilDay day = first_ + i;
    if (unit == Unit::kYear) day = absl::CivilDay(absl::CivilYear(first_) + i);
    if (unit == Unit::kMonth) day = absl::CivilDay(absl::CivilMonth(first_) + i);
    if (day > last_) return ticks;
    std::string label = absl::StrCat(day.year());
    if (unit != Unit::kYear) absl::StrAppend(&label, absl::StrFormat("-%02d", day.month()));
    if (unit == Unit::kDay) absl::StrAppend(&label, absl::StrFormat("-%02d", day.day()));
    ticks.push_back({Column(day), label});
  }
}

// The shortest steps whose labels do not touch each other.
void PlotAxis::ChooseTicks(Unit unit) {
  const std::vector<int> steps = Steps(unit == Unit::kMonth);
  int step = steps.front();
  for (size_t i = 0;; ++i) {
    step = i < steps.size() ? steps[i] : 2 * step;
    ticks_ = TicksEvery(unit, step);
    const bool apart =
        std::adjacent_find(ticks_.begin(), ticks_.end(), [](const Tick& a, const Tick& b) {
          return b.column - a.column < static_cast<int>(a.label.size()) + kLabelGap;
        }) == ticks_.end();
    if (apart) return;
  }
}

std::string PlotAxis::Line() const {
  std::string line;
  auto tick = ticks_.begin();
  for (int column = 0; column < width_; ++column) {
    const bool marked = tick != ticks_.end() && tick->column == column;
    line += marked ? "┬" : "─";
    if (marked) ++tick;
  }
  return line;
}

std::string PlotAxis::Labels() const {
  std::string line;
  for (const Tick& tick : ticks_) {
    // The last label may have to begin before its tick; not where another one stands.
    const int begin = std::min(tick.column, width_ - static_cast<int>(tick.label.size()));
    if (!line.empty() && begin <= static_cast<int>(line.size())) break;
    line.resize(static_cast<size_t>(std::max(begin, 0)), ' ');
    line += tick.label;
  }
  return line;
}

}  // namespace yinzheng::cli
