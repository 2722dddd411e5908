// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_TIMELINE_PLOT_AXIS_H_
#define YINZHENG_CLIENTS_CLI_TIMELINE_PLOT_AXIS_H_

#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "clients/cli/timeline_plot_points.h"

namespace yinzheng::cli {

// A time axis `width` columns long, with room in proportion to time: labelled with years, with
// months where years would be too few, or with days.
class PlotAxis {
 public:
  // One point or more.
  PlotAxis(const std::vector<PlotPoint>& points, int width);

  // Where a day from the first to the last point stands, from 0.
  int Column(absl::CivilDay day) const;

  std::string Line() const;    // `┬─────┬────`
  std::string Labels() const;  // `2021  2022`

 private:
  struct Tick {
    int column;
    std::string label;
  };
  enum class Unit { kYear, kMonth, kDay };

  static Unit UnitFor(const std::vector<PlotPoint>& points, absl::CivilDay first,
                      absl::CivilDay last);
  void ChooseTicks(Unit unit);
  std::vector<Tick> TicksEvery(Unit unit, int step) const;

  int width_;
  absl::CivilDay first_;
  absl::CivilDay last_;
  std::vector<Tick> ticks_;
};

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_TIMELINE_PLOT_AXIS_H_
