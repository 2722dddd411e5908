// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/timeline_plot.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "clients/cli/display_width.h"
#include "clients/cli/timeline_plot_axis.h"
#include "clients/cli/timeline_plot_canvas.h"
#include "clients/cli/timeline_plot_points.h"

namespace yinzheng::cli {
namespace {

constexpr int kMaxWidth = 100;    // Wider plots say no more.
constexpr int kMinAxis = 20;      // Narrower ones say nothing.
constexpr int kAmountRows = 8;    // Without those that arrows need.
constexpr int kMaxEventRows = 5;  // Of events at one place of the axis.
constexpr char kIndent[] = "    ";
constexpr std::string_view kMore = "+";

// Labels of rows, by row.
using RowLabels = std::map<int, std::string>;

// Amounts to rows: the greatest one is on the upper row, the least one on the lower.
class AmountScale {
 public:
  AmountScale(const std::vector<PlotPoint>& points, int upper_row, int lower_row)
      : upper_row_(upper_row), lower_row_(lower_row) {
    for (const PlotPoint& point : points) {
      if (least_ == nullptr || point.low < least_->low) least_ = &point;
      if (greatest_ == nullptr || point.high > greatest_->high) greatest_ = &point;
    }
    // Divided by it no difference is beyond what a double can hold.
    unit_ = std::max(std::fabs(least_->low), std::fabs(greatest_->high));
  }

  int Row(double amount) const {
    const double range = greatest_->high / unit_ - least_->low / unit_;
    if (unit_ == 0 || range == 0) return (upper_row_ + lower_row_) / 2;
    const double part = (greatest_->high / unit_ - amount / unit_) / range;
    return upper_row_ + static_cast<int>(std::lround(part * (lower_row_ - upper_row_)));
  }

  RowLabels Labels(const std::string& unit) const {
    const auto label = [&](const std::string& decimal) {
      return absl::StrCat(ShortAmount(decimal), unit);
    };
    RowLabels labels = {{Row(greatest_->high), label(greatest_->high_text)}};
    labels.emplace(Row(least_->low), label(least_->low_text));
    if (least_->low < 0 && greatest_->high > 0) labels.emplace(Row(0), "0");
    return labels;
  }

 private:
  int upper_row_;
  int lower_row_;
  const PlotPoint* least_ = nullptr;
  const PlotPoint* greatest_ = nullptr;
  double unit_ = 0;
};

void DrawAmount(const PlotPoint& point, int column, const AmountScale& scale, PlotCanvas& canvas) {
  const int upper = scale.Row(point.high);
  const int lower = scale.Row(point.low);
  if (upper < lower) {
    for (int row = upper + 1; row < lower; ++row) canvas.Draw(row, column, "│");
    canvas.Draw(upper, column, "┬");
    canvas.Draw(lower, column, "┴");
  }
  canvas.Draw((upper + lower) / 2, column, point.mark);
  if (point.open == PlotOpen::kUp) canvas.Draw(upper - 1, column, "↑");
  if (point.open == PlotOpen::kDown) canvas.Draw(lower + 1, column, "↓");
}

bool Opens(const std::vector<PlotPoint>& points, PlotOpen open) {
  return std::any_of(points.begin(), points.end(),
                     [&](const PlotPoint& point) { return point.open == open; });
}

// Events at one place of the axis stand on each other, the first at the bottom.
int EventRows(const std::vector<PlotPoint>& points, const PlotAxis& axis) {
  std::map<int, int> heights;
  int rows = 0;
  for (const PlotPoint& point : points) rows = std::max(rows, ++heights[axis.Column(point.day)]);
  return std::min(rows, kMaxEventRows);
}

void DrawEvents(const std::vector<PlotPoint>& points, const PlotAxis& axis, PlotCanvas& canvas) {
  std::map<int, int> heights;
  for (const PlotPoint& point : points) ++heights[axis.Column(point.day)];
  for (const auto& [column, height] : heights) {
    if (height > canvas.rows()) canvas.Draw(0, column, kMore);
  }
  std::map<int, int> drawn;
  for (const PlotPoint& point : points) {
    const int column = axis.Column(point.day);
    const int row = canvas.rows() - 1 - drawn[column]++;
    if (row >= 0 && canvas.IsEmpty(row, column)) canvas.Draw(row, column, point.mark);
  }
}

// What is seen and what is not, in lines of at most `width` columns.
std::vector<std::string> Legend(const PlotPoints& read, const PlotCanvas& canvas, int width) {
  constexpr std::pair<std::string_view, std::string_view> kMeanings[] = {
      {"●", "● fact"},         {"○", "○ plan"},         {"✗", "✗ conflict"},      {"┴", "┬┴ range"},
      {"↑", "↑ that or more"}, {"↓", "↓ that or less"}, {kMore, "+ more of them"}};
  std::vector<std::string> parts;
  for (const auto& [glyph, meaning] : kMeanings) {
    if (canvas.Has(glyph)) parts.emplace_back(meaning);
  }
  std::string_view before = "not drawn: ";
  const auto leave_out = [&](int count, const char* what) {
    if (count == 0) return;
    parts.push_back(std::string(before).append(absl::StrCat(count, " ", what)));
    before = "";
  };
  leave_out(read.undated, "undated");
  leave_out(read.incomparable, "not comparable");
  leave_out(read.denied, "denied");
  std::vector<std::string> lines;
  for (const std::string& part : parts) {
    constexpr int kGap = 2;
    if (lines.empty() || DisplayWidth(lines.back()) + kGap + DisplayWidth(part) > width) {
      lines.push_back(part);
    } else {
      absl::StrAppend(&lines.back(), std::string(kGap, ' '), part);
    }
  }
  return lines;
}

// Everything but the axis: what stands over it, and the labels of its rows.
struct Plot {
  PlotCanvas canvas;
  RowLabels labels;
};

Plot DrawPlot(const PlotPoints& read, const PlotAxis& axis, int columns, const std::string& unit) {
  const std::vector<PlotPoint>& points = read.points;
  if (!read.has_amounts) {
    Plot plot = {PlotCanvas(EventRows(points, axis), columns), {}};
    DrawEvents(points, axis, plot.canvas);
    return plot;
  }
  const int above = Opens(points, PlotOpen::kUp) ? 1 : 0;
  const int below = Opens(points, PlotOpen::kDown) ? 1 : 0;
  const AmountScale scale(points, above, above + kAmountRows - 1);
  Plot plot = {PlotCanvas(above + kAmountRows + below, columns), scale.Labels(unit)};
  for (const PlotPoint& point : points) {
    DrawAmount(point, axis.Column(point.day), scale, plot.canvas);
  }
  return plot;
}

int LabelWidth(const PlotPoints& read, const std::string& unit) {
  int width = 0;
  if (!read.has_amounts) return width;
  for (const auto& [row, label] : AmountScale(read.points, 0, kAmountRows).Labels(unit)) {
    width = std::max(width, DisplayWidth(label));
  }
  return width + 1;
}

// Two points or more; events of one time alone say nothing over an axis.
bool IsWorthDrawing(const PlotPoints& read) {
  if (read.points.size() < 2) return false;
  const absl::CivilDay first = read.points.front().day;
  return read.has_amounts ||
         std::any_of(read.points.begin(), read.points.end(),
                     [&](const PlotPoint& point) { return point.day != first; });
}

// The labels stand to the right of their column, next to the axis.
std::string Margin(const std::string& label, int width) {
  return absl::StrCat(kIndent, std::string(static_cast<size_t>(width - DisplayWidth(label)), ' '),
                      label);
}

}  // namespace

std::vector<std::string> PlotTimeline(const v1::TimelineSeries& series, int width) {
  const PlotPoints read = ReadPlotPoints(series);
  if (!IsWorthDrawing(read)) return {};
  const int margin = LabelWidth(read, series.unit());
  const int indent = static_cast<int>(sizeof(kIndent)) - 1;
  const int columns = std::min(width, kMaxWidth) - indent - margin - 1;
  if (columns < kMinAxis) return {};
  const PlotAxis axis(read.points, columns);
  const Plot plot = DrawPlot(read, axis, columns, series.unit());
  std::vector<std::string> lines;
  for (int row = 0; row < plot.canvas.rows(); ++row) {
    const auto label = plot.labels.find(row);
    const bool labelled = label != plot.labels.end();
    const std::string text = labelled ? absl::StrCat(label->second, " ") : "";
    lines.push_back(absl::StrCat(Margin(text, margin), labelled ? "┤" : "│", plot.canvas.Row(row)));
  }
  lines.push_back(absl::StrCat(Margin("", margin), "└", axis.Line()));
  lines.push_back(absl::StrCat(Margin("", margin), " ", axis.Labels()));
  for (const std::string& line : Legend(read, plot.canvas, margin + columns)) {
    lines.push_back(kIndent + line);
  }
  return lines;
}

std::string ShortAmount(const std::string& decimal) {
  constexpr size_t kMaxDecimals = 4;
  constexpr size_t kMaxDigits = 16;
  const bool negative = !decimal.empty() && decimal.front() == '-';
  const std::string digits = decimal.substr(negative ? 1 : 0);
  const size_t point = std::min(digits.find('.'), digits.size());
  std::string whole = digits.substr(0, point);
  std::string rest = point < digits.size() ? digits.substr(point + 1) : "";
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
  if (whole.size() > kMaxDigits) {
    double value = 0;
    return absl::SimpleAtod(decimal, &value) ? absl::StrFormat("≈%.3g", value) : decimal;
  }
  const std::pair<size_t, const char*> scales[] = {{12, "万亿"}, {8, "亿"}, {4, "万"}, {0, ""}};
  for (const auto& [zeros, word] : scales) {
    if (whole.size() <= zeros && zeros > 0) continue;
    rest.insert(0, whole.substr(whole.size() - zeros));
    whole.resize(whole.size() - zeros);
    const bool cut = rest.size() > kMaxDecimals &&
                     rest.find_first_not_of('0', kMaxDecimals) != std::string::npos;
    rest.resize(std::min(rest.size(), kMaxDecimals));
    rest.erase(rest.find_last_not_of('0') + 1);
    return absl::StrCat(cut ? "≈" : "", negative ? "-" : "", whole.empty() ? "0" : whole,
                        rest.empty() ? "" : ".", rest, word);
  }
  return decimal;
}

}  // namespace yinzheng::cli
