// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_TIMELINE_PLOT_H_
#define YINZHENG_CLIENTS_CLI_TIMELINE_PLOT_H_

#include <string>
#include <vector>

#include "yinzheng/v1/fact_service.pb.h"

namespace yinzheng::cli {

// A small plot of a series in at most `width` columns, as lines of text: time to the right, amounts
// of the series' unit upwards, or, for dates and events, marks over the time axis. Facts, plans and
// conflicts have marks of their own; ranges are bars, and what is above or below its amount has an
// arrow. A legend names what is seen, and what cannot be drawn.
//
// Empty where fewer than two points can be drawn, events have one time alone, or `width` is too
// small. A pure function: amounts are read as doubles for their places alone, and labelled with
// their decimals.
std::vector<std::string> PlotTimeline(const v1::TimelineSeries& series, int width);

// A decimal for a label: `7947.5亿` for 794750000000. At most four digits behind the point, after ≈
// where more were cut off.
std::string ShortAmount(const std::string& decimal);

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_TIMELINE_PLOT_H_
