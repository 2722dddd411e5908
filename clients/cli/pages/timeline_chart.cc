// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/timeline_chart.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "clients/cli/pages/chart_labels.h"
#include "clients/cli/pages/chart_scale.h"

namespace yinzheng::cli::pages {
namespace {

constexpr double kWidth = 720;
constexpr double kMargin = 28;
constexpr double kFigureMargin = 76;  // left of the axis of figures
constexpr double kTop = 30;
constexpr double kPlotHeight = 180;
constexpr double kAxisHeight = 30;
constexpr double kRow = 26;  // of a strip
constexpr double kFont = 12;
constexpr double kDot = 5;   // radius in a chart of figures
constexpr double kDisc = 9;  // radius in a strip: holds a number
constexpr double kBar = 3;   // half the height of a bar
constexpr int kLongestLabel = 14;
constexpr int kMostTicks = 8;
constexpr int kMostRows = 12;  // of a strip: higher ones no one can follow down to the axis

// A point with its days as numbers.
struct Dated {
  const ChartPoint* point;
  double from;
  double to;  // the day after the last one
};

std::vector<Dated> DatedPoints(const TimelineChart& chart) {
  std::vector<Dated> dated;
  for (const ChartPoint& point : chart.points) {
    const std::optional<double> from = DayNumber(point.earliest);
    const std::optional<double> to = DayNumber(point.latest);
    if (!from.has_value() && !to.has_value()) continue;
    dated.push_back({&point, from.value_or(*to), to.value_or(*from) + 1});
  }
  std::stable_sort(dated.begin(), dated.end(),
                   [](const Dated& a, const Dated& b) { return a.from < b.from; });
  return dated;
}

std::string Number(double value) { return absl::StrFormat("%.1f", value); }

// A place in the drawing, in pixels from its top left corner.
struct Spot {
  double x;
  double y;
};

void WriteSvgLine(HtmlWriter& html, std::string_view css, Spot from, Spot to) {
  html.Open("line", {{"class", css},
                     {"x1", Number(from.x)},
                     {"y1", Number(from.y)},
                     {"x2", Number(to.x)},
                     {"y2", Number(to.y)}})
      .Close();
}

void WriteSvgText(HtmlWriter& html, std::string_view css, std::string_view anchor, Spot at,
                  std::string_view text) {
  html.Leaf("text",
            {{"class", css},
             {"x", Number(at.x)},
             {"y", Number(at.y)},
             {"font-size", Number(kFont)},
             {"text-anchor", anchor}},
            text);
}

class ChartWriter {
 public:
  ChartWriter(HtmlWriter& html, const TimelineChart& chart, const Labels& labels)
      : html_(html),
        chart_(chart),
        labels_(labels),
        dated_(DatedPoints(chart)),
        figures_(std::all_of(dated_.begin(), dated_.end(),
                             [](const Dated& d) { return d.point->low.has_value(); })),
        x_(TimeScale()) {}

  void Write() { figures_ ? WriteFigures() : WriteStrip(); }

 private:
  Scale TimeScale() const {
    double from = dated_.front().from;
    double to = dated_.front().to;
    for (const Dated& dated : dated_) {
      from = std::min(from, dated.from);
      to = std::max(to, dated.to);
    }
    const double room = std::max(20.0, (to - from) * 0.04);
    const double left = figures_ ? kFigureMargin : kMargin;
    return {from - room, to + room, left, kWidth - (figures_ ? 2 * kMargin : kMargin)};
  }

  Scale FigureScale() const {
    double low = *dated_.front().point->low;
    double high = low;
    for (const Dated& dated : dated_) {
      low = std::min(low, *dated.point->low);
      high = std::max(high, dated.point->high.value_or(*dated.point->low));
    }
    // From zero where the figures are not all far from it: then heights compare as well as places.
    if (low >= 0 && low < high * 0.6) low = 0;
    // Figures that differ by less than doubles can tell apart well are as good as equal.
    const bool apart = high - low > 1e-9 * std::max(std::abs(low), std::abs(high));
    const double room = apart ? (high - low) * 0.12 : std::max(1.0, std::abs(high) * 0.1);
    return {low == 0 ? 0 : low - room, high + room, kTop + kPlotHeight, kTop};
  }

  void Open(double height) {
    html_.Open("div", {{"class", "chart"}});
    html_.Open("svg", {{"viewBox", absl::StrCat("0 0 ", kWidth, " ", Number(height))},
                       {"role", "group"},
                       {"aria-label", chart_.title}});
  }

  void WriteTimeAxis(double y) {
    WriteSvgLine(html_, "axis", {x_.Place(x_.from()), y}, {x_.Place(x_.to()), y});
    for (const Tick& tick : TimeTicks(x_.from(), x_.to(), kMostTicks)) {
      WriteSvgLine(html_, "axis", {x_.Place(tick.at), y}, {x_.Place(tick.at), y + 5});
      WriteSvgText(html_, "tick", "middle", {x_.Place(tick.at), y + 19}, tick.label);
    }
  }

  std::string State(const ChartPoint& point, std::string_view shape) const {
    return absl::StrCat(std::string(shape), point.plan ? " plan" : " fact",
                        point.conflicting ? " conflict" : "");
  }

  // What is read out, and shown when the pointer rests on a mark.
  void WriteTitle(const ChartPoint& point) {
    std::string text = absl::StrCat(point.number, ". ", point.time, " ", point.label);
    if (point.plan) absl::StrAppend(&text, " · ", std::string(labels_("plan")));
    if (point.conflicting) absl::StrAppend(&text, " · ", std::string(labels_("conflict")));
    html_.Leaf("title", {}, text);
  }

  // A disc or a diamond, or a bar where the time is a stretch that can be seen. Returns its box.
  Box WriteMark(const Dated& dated, double y, double radius) {
    const ChartPoint& point = *dated.point;
    const double left = x_.Place(dated.from);
    const double right = x_.Place(dated.to);
    const double middle = (left + right) / 2;
    const bool bar = right - left > 3 * radius;
    if (bar) {
      html_
          .Open("rect", {{"class", State(point, "span")},
                         {"x", Number(left)},
                         {"y", Number(y - kBar)},
                         {"width", Number(right - left)},
                         {"height", Number(2 * kBar)},
                         {"rx", Number(kBar)}})
          .Close();
    }
    if (point.conflicting) {
      const double r = radius + 1.5;
      html_
          .Open("path", {{"class", State(point, "mark")},
                         {"d", absl::StrFormat("M%.1f %.1fl%.1f %.1f %.1f %.1f %.1f %.1fz", middle,
                                               y - r, r, r, -r, r, -r, -r)}})
          .Close();
    } else {
      html_
          .Open("circle", {{"class", State(point, "mark")},
                           {"cx", Number(middle)},
                           {"cy", Number(y)},
                           {"r", Number(radius)}})
          .Close();
    }
    return {bar ? left : middle - radius, y - radius, bar ? right : middle + radius, y + radius};
  }

  void WriteStrip() {
    LabelPlacer rows({});
    std::vector<int> row_of;
    int count = 0;
    for (const Dated& dated : dated_) {
      const double left = std::min(x_.Place(dated.from), Middle(dated) - kDisc) - 3;
      double right = std::max(x_.Place(dated.to), Middle(dated) + kDisc) + 3;
      if (dated.point->conflicting) right += TextWidth(labels_("conflict"), kFont) + 6;
      row_of.push_back(rows.PlaceInRow(left, right));
      count = std::max(count, row_of.back() + 1);
    }
    const auto left_out =
        std::count_if(row_of.begin(), row_of.end(), [](int row) { return row >= kMostRows; });
    const double top = left_out > 0 ? kTop : 8;
    const double axis = top + kRow * std::min(count, kMostRows);
    Open(axis + kAxisHeight);
    WriteTimeAxis(axis);
    if (left_out > 0) {
      WriteSvgText(html_, "tick", "end", {kWidth - kMargin, 18}, absl::StrCat("+", left_out));
    }
    for (size_t i = 0; i < dated_.size(); ++i) {
      if (row_of[i] >= kMostRows) continue;
      WriteNumbered(dated_[i], axis - kRow * (row_of[i] + 0.55));
    }
    html_.Close().Close();
  }

  double Middle(const Dated& dated) const {
    return (x_.Place(dated.from) + x_.Place(dated.to)) / 2;
  }

  void WriteNumbered(const Dated& dated, double y) {
    html_.OpenLink(dated.point->link);
    WriteTitle(*dated.point);
    const Box box = WriteMark(dated, y, kDisc);
    WriteSvgText(html_, dated.point->plan ? "number" : "inside", "middle", {Middle(dated), y + 4},
                 absl::StrCat(dated.point->number));
    html_.Close();
    if (!dated.point->conflicting) return;
    WriteSvgText(html_, "state", "start", {std::max(box.right, Middle(dated) + kDisc) + 5, y + 4},
                 labels_("conflict"));
  }

  void WriteFigures() {
    const Scale y = FigureScale();
    const double axis = kTop + kPlotHeight;
    Open(axis + kAxisHeight);
    for (const Tick& tick : FigureTicks(y.from(), y.to(), 4, labels_)) {
      WriteSvgLine(html_, "grid", {kFigureMargin, y.Place(tick.at)},
                   {kWidth - kMargin, y.Place(tick.at)});
      WriteSvgText(html_, "tick", "end", {kFigureMargin - 10, y.Place(tick.at) + 4}, tick.label);
    }
    if (!chart_.unit.empty()) {
      WriteSvgText(html_, "tick", "end", {kFigureMargin - 10, 14}, chart_.unit);
    }
    WriteTimeAxis(axis);
    LabelPlacer placer({kFigureMargin, 2, kWidth, axis - 2});
    std::vector<Box> boxes;
    for (const Dated& dated : dated_) {
      boxes.push_back(WriteFigure(dated, y));
      placer.Occupy(boxes.back());
    }
    for (size_t i = 0; i < dated_.size(); ++i) WriteLabel(*dated_[i].point, boxes[i], placer);
    html_.Close().Close();
  }

  Box WriteFigure(const Dated& dated, const Scale& y) {
    const ChartPoint& point = *dated.point;
    const double low = y.Place(*point.low);
    const double high = y.Place(point.high.value_or(*point.low));
    html_.OpenLink(point.link);
    WriteTitle(point);
    if (point.high.has_value()) {
      const double x = Middle(dated);
      WriteSvgLine(html_, State(point, "whisker"), {x, low}, {x, high});
      WriteSvgLine(html_, State(point, "whisker"), {x - kDot, low}, {x + kDot, low});
      WriteSvgLine(html_, State(point, "whisker"), {x - kDot, high}, {x + kDot, high});
    }
    Box box = WriteMark(dated, (low + high) / 2, kDot);
    html_.Close();
    box.top = std::min(box.top, high);
    box.bottom = std::max(box.bottom, low);
    return box;
  }

  // The value, and the word for a conflict. A label without room is left out: the list has it.
  void WriteLabel(const ChartPoint& point, const Box& mark, LabelPlacer& placer) {
    const std::string value = Shortened(point.label, kLongestLabel);
    const std::string state =
        point.conflicting ? absl::StrCat(" ", std::string(labels_("conflict"))) : "";
    const double width = TextWidth(value, kFont) + TextWidth(state, kFont);
    const std::optional<Box> box = placer.PlaceBeside(mark, width, kFont + 4);
    if (!box.has_value()) return;
    WriteSvgText(html_, "label", "start", {box->left, box->bottom - 4}, value);
    if (state.empty()) return;
    WriteSvgText(html_, "state", "start",
                 {box->left + TextWidth(value, kFont) + 3, box->bottom - 4}, labels_("conflict"));
  }

  HtmlWriter& html_;
  const TimelineChart& chart_;
  const Labels& labels_;
  const std::vector<Dated> dated_;
  const bool figures_;
  const Scale x_;
};

}  // namespace

bool IsWorthDrawing(const TimelineChart& chart) { return DatedPoints(chart).size() >= 2; }

void WriteTimelineChart(HtmlWriter& html, const TimelineChart& chart, const Labels& labels) {
  if (IsWorthDrawing(chart)) ChartWriter(html, chart, labels).Write();
}

}  // namespace yinzheng::cli::pages
