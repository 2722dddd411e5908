// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_TIMELINE_CHART_H_
#define YINZHENG_CLIENTS_CLI_PAGES_TIMELINE_CHART_H_

#include <optional>
#include <string>
#include <vector>

#include "clients/cli/pages/html_writer.h"
#include "clients/cli/pages/labels.h"

namespace yinzheng::cli::pages {

// One group of a timeline, as a chart has it.
struct ChartPoint {
  int number = 0;              // in the list below the chart
  std::string earliest;        // first day, `YYYY-MM-DD`; empty where the start is open
  std::string latest;          // last day; empty where the end is open
  std::string time;            // the same for people
  std::string label;           // the value as printed
  std::optional<double> low;   // the figure; unset for other kinds of values
  std::optional<double> high;  // upper end where the figure is a range
  bool plan = false;
  bool conflicting = false;
  Href link;  // to the point's line in the list below
};

struct TimelineChart {
  std::string title;  // for those who do not see it
  std::string unit;
  std::vector<ChartPoint> points;
};

// Whether there is anything to draw: two points or more that have a day.
bool IsWorthDrawing(const TimelineChart& chart);

// Draws `chart` as inline SVG. Where every point has a figure it has an axis of figures; else it is
// a strip of numbered marks, at most twelve above each other: a line "+N" says how many more there
// are. A stretch of time is a bar, a range of figures a whisker, a plan
// hollow and dashed, a conflict a diamond with the word beside it; so nothing hangs on colour
// alone. Points without a day are left out. Nothing but the style sheet of the page is needed.
void WriteTimelineChart(HtmlWriter& html, const TimelineChart& chart, const Labels& labels);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_TIMELINE_CHART_H_
