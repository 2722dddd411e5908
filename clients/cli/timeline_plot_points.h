// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_TIMELINE_PLOT_POINTS_H_
#define YINZHENG_CLIENTS_CLI_TIMELINE_PLOT_POINTS_H_

#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "yinzheng/v1/fact_service.pb.h"

namespace yinzheng::cli {

// How a point is drawn; of two in one place the later one here is seen.
enum class PlotMark { kPlan, kFact, kConflict };

// What an amount leaves open: 超过, 至少 upwards; 近, 不足, 至多 downwards.
enum class PlotOpen { kNone, kUp, kDown };

// One group of a series. Amounts are doubles: good enough to draw with, for nothing else.
struct PlotPoint {
  absl::CivilDay day;
  PlotMark mark = PlotMark::kFact;
  double low = 0;  // Series of quantities only, like all below.
  double high = 0;
  std::string low_text;  // The decimals that `low` and `high` were read from.
  std::string high_text;
  PlotOpen open = PlotOpen::kNone;
};

// What of a series can be drawn, and how much cannot.
struct PlotPoints {
  std::vector<PlotPoint> points;  // Facts, then plans; each in the order of the series.
  bool has_amounts = false;       // Quantities of the unit of the series; else events.
  int undated = 0;
  int incomparable = 0;  // In another unit (converting is the service's business), or no amount.
  int denied = 0;        // 未达到100家 is no amount.
};

// The first fact of each group, its most precise one, stands for it. Events stand at their first
// day, and so do amounts that all count whole years, so that what is said of 2023 is drawn over the
// label 2023. Amounts of other times stand at the last day they count, as the service orders them:
// a year to November is no figure of January.
PlotPoints ReadPlotPoints(const v1::TimelineSeries& series);

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_TIMELINE_PLOT_POINTS_H_
