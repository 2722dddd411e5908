// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_TIMELINE_SECTION_H_
#define YINZHENG_CLIENTS_CLI_PAGES_TIMELINE_SECTION_H_

#include <string>
#include <vector>

#include "clients/cli/pages/fact_rows.h"
#include "clients/cli/pages/html_writer.h"
#include "clients/cli/pages/page_context.h"
#include "clients/cli/pages/timeline_chart.h"
#include "yinzheng/v1/fact_service.pb.h"

namespace yinzheng::cli::pages {

// A group of a timeline with its place in the list.
struct NumberedGroup {
  int number = 0;
  bool plan = false;
  const v1::TimelineGroup* group = nullptr;
};

// The groups of these series, facts and plans together, earliest first, undated ones last, numbered
// from 1. They point into `series`.
std::vector<NumberedGroup> NumberGroups(const std::vector<const v1::TimelineSeries*>& series);

// What the chart of these groups shows.
TimelineChart ChartOf(const std::string& title, const std::string& unit,
                      const std::vector<NumberedGroup>& groups, const Labels& labels);

// Writes the chart of `series`, where there is more than one point, and under it its facts as rows.
// Every point leads to its row. With `names_subject` each row says whose property it is.
void WriteTimelineSection(HtmlWriter& html, const std::string& title,
                          const std::vector<const v1::TimelineSeries*>& series, bool names_subject,
                          FactRows& rows, const PageContext& context);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_TIMELINE_SECTION_H_
