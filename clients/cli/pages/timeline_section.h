// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_TIMELINE_SECTION_H_
#define YINZHENG_CLIENTS_CLI_PAGES_TIMELINE_SECTION_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clients/cli/pages/fact_rows.h"
#include "clients/cli/pages/html_writer.h"
#include "clients/cli/pages/page_context.h"
#include "clients/cli/pages/timeline_chart.h"
#include "yinzheng/v1/fact_service.pb.h"

namespace yinzheng::cli::pages {

// A group of a timeline with its number in the chart.
struct NumberedGroup {
  int number = 0;  // 0: not drawn
  bool plan = false;
  const v1::TimelineGroup* group = nullptr;
};

// The groups of these series, facts and plans together, earliest first, undated ones last. Those
// that a chart shows are numbered from 1: they have a day and are not denied. With a `unit` the
// chart has an axis of it; where any group has an amount, only readable amounts of that unit are
// shown. The first fact of a group stands for it. They point into `series`.
std::vector<NumberedGroup> NumberGroups(const std::vector<const v1::TimelineSeries*>& series,
                                        std::optional<std::string_view> unit);

// The chart of the numbered ones among these groups.
TimelineChart ChartOf(const std::string& title, const std::string& unit,
                      const std::vector<NumberedGroup>& groups, const Labels& labels);

// What a section of a page follows.
struct TimelineTopic {
  std::string title;                              // of the chart
  std::vector<const v1::TimelineSeries*> series;  // borrowed
  bool names_subject = false;                     // each row says whose property it is
};

// Writes the chart of the topic, where there is more than one point, and under it its facts as
// rows. Every point leads to its row; what the chart does not show is a row without a number. Where
// rows name their subjects, the chart has no axis of figures.
void WriteTimelineSection(HtmlWriter& html, const TimelineTopic& topic, FactRows& rows,
                          const PageContext& context);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_TIMELINE_SECTION_H_
