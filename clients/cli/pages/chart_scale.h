// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_CHART_SCALE_H_
#define YINZHENG_CLIENTS_CLI_PAGES_CHART_SCALE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clients/cli/pages/labels.h"

// Axes of charts: days and figures to places, and where the ticks stand. Pure arithmetic.
namespace yinzheng::cli::pages {

// Days since 1970-01-01 of `YYYY-MM-DD`; nullopt for anything else.
std::optional<double> DayNumber(std::string_view date);

// A tick, in the unit of its axis, with the words beside it.
struct Tick {
  double at = 0;
  std::string label;
};

// A linear axis from the values `from`..`to` to the places `start`..`end` of a drawing.
class Scale {
 public:
  Scale(double from, double to, double start, double end)
      : from_(from), to_(to > from ? to : from + 1), start_(start), end_(end) {}

  double Place(double value) const {
    return start_ + (value - from_) / (to_ - from_) * (end_ - start_);
  }
  double from() const { return from_; }
  double to() const { return to_; }

 private:
  double from_;
  double to_;
  double start_;
  double end_;
};

// Ticks at first days of months or years, at most `most` of them (at least 2), as `2021` or
// `2021-03`.
std::vector<Tick> TimeTicks(double from, double to, int most);

// About `count` ticks at round figures within `from`..`to`, never more than `2 * count + 3`. None
// where the span is nothing or a millionth of a millionth of the figures.
std::vector<Tick> FigureTicks(double from, double to, int count, const Labels& labels);

// `28200` -> `2.82万`: for axes, never for values of facts, which are shown as printed.
std::string ShortFigure(double figure, const Labels& labels);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_CHART_SCALE_H_
