// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/timeline_section.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

#include "absl/strings/numbers.h"
#include "clients/cli/pages/chart_scale.h"
#include "clients/cli/pages/fact_text.h"
#include "clients/cli/pages/page_map.h"

namespace yinzheng::cli::pages {
namespace {

// Undated groups last; within a day what is so before what is planned.
auto Order(const NumberedGroup& numbered) {
  const v1::DateValue& time = numbered.group->time();
  const std::string& day = time.earliest().empty() ? time.latest() : time.earliest();
  return std::tuple(day.empty(), std::string_view(day), numbered.plan);
}

std::optional<double> Figure(const std::string& amount) {
  constexpr double kLargest = 1e300;  // Axes add to figures; beyond, that may be infinite.
  double figure = 0;
  if (!absl::SimpleAtod(amount, &figure) || !(std::abs(figure) <= kLargest)) return std::nullopt;
  return figure;
}

bool HasQuantity(const NumberedGroup& numbered) { return numbered.group->facts(0).has_quantity(); }

// Whether the amount has a place on an axis of `unit`. Converting is the service's business.
bool HasFigure(const v1::Quantity& quantity, std::string_view unit) {
  return quantity.unit() == unit && Figure(quantity.amount()).has_value() &&
         (quantity.upper_amount().empty() || Figure(quantity.upper_amount()).has_value());
}

// What has a day and is not denied: 未达到100家 is no amount, and what is denied did not happen.
bool IsEvent(const v1::TimelineGroup& group) {
  return (DayNumber(group.time().earliest()).has_value() ||
          DayNumber(group.time().latest()).has_value()) &&
         group.facts(0).polarity() != v1::POLARITY_NEGATIVE;
}

ChartPoint PointOf(const NumberedGroup& numbered, const Labels& labels) {
  const v1::TimelineGroup& group = *numbered.group;
  const v1::Fact& fact = group.facts(0);
  const v1::Quantity& quantity = fact.quantity();
  ChartPoint point{.number = numbered.number,
                   .earliest = group.time().earliest(),
                   .latest = group.time().latest(),
                   .time = DateLine(group.time().edtf(), labels),
                   .label = ValueOf(fact, labels).printed,
                   .low = fact.has_quantity() ? Figure(quantity.amount()) : std::nullopt,
                   .high = Figure(quantity.upper_amount()),
                   .plan = numbered.plan,
                   .conflicting = group.conflicting(),
                   .link = FactLink(fact.name())};
  if (point.high.has_value() && point.low > point.high) std::swap(point.low, point.high);
  return point;
}

void WriteKey(HtmlWriter& html, const TimelineChart& chart, const Labels& labels) {
  const auto any = [&](bool ChartPoint::*state) {
    return std::any_of(chart.points.begin(), chart.points.end(),
                       [&](const ChartPoint& point) { return point.*state; });
  };
  if (!any(&ChartPoint::plan) && !any(&ChartPoint::conflicting)) return;
  html.Open("p", {{"class", "key"}}).Open("span").Text("● ").Line(labels("recorded")).Close();
  if (any(&ChartPoint::plan)) html.Open("span").Text("○ ").Line(labels("plan")).Close();
  if (any(&ChartPoint::conflicting)) html.Open("span").Text("◆ ").Line(labels("conflict")).Close();
  html.Close();
}

}  // namespace

std::vector<NumberedGroup> NumberGroups(const std::vector<const v1::TimelineSeries*>& series,
                                        std::optional<std::string_view> unit) {
  std::vector<NumberedGroup> groups;
  for (const v1::TimelineSeries* one : series) {
    for (const v1::TimelineGroup& group : one->groups()) groups.push_back({0, false, &group});
    for (const v1::TimelineGroup& group : one->plans()) groups.push_back({0, true, &group});
  }
  groups.erase(std::remove_if(groups.begin(), groups.end(),
                              [](const NumberedGroup& g) { return g.group->facts().empty(); }),
               groups.end());
  std::stable_sort(
      groups.begin(), groups.end(),
      [](const NumberedGroup& a, const NumberedGroup& b) { return Order(a) < Order(b); });
  const bool amounts = unit.has_value() && std::any_of(groups.begin(), groups.end(), HasQuantity);
  int number = 0;
  for (NumberedGroup& numbered : groups) {
    const v1::TimelineGroup& group = *numbered.group;
    const bool drawn = IsEvent(group) && (!amounts || HasFigure(group.facts(0).quantity(), *unit));
    if (drawn) numbered.number = ++number;
  }
  return groups;
}

TimelineChart ChartOf(const std::string& title, const std::string& unit,
                      const std::vector<NumberedGroup>& groups, const Labels& labels) {
  TimelineChart chart{title, unit, {}};
  for (const NumberedGroup& numbered : groups) {
    if (numbered.number > 0) chart.points.push_back(PointOf(numbered, labels));
  }
  return chart;
}

void WriteTimelineSection(HtmlWriter& html, const TimelineTopic& topic, FactRows& rows,
                          const PageContext& context) {
  // Values of different properties have no axis in common.
  const bool has_axis = !topic.names_subject && topic.series.size() == 1;
  const std::string unit = has_axis ? topic.series.front()->unit() : "";
  const std::vector<NumberedGroup> groups =
      NumberGroups(topic.series, has_axis ? std::optional<std::string_view>(unit) : std::nullopt);
  TimelineChart chart = ChartOf(topic.title, unit, groups, context.labels);
  if (!has_axis) {
    for (ChartPoint& point : chart.points) point.low.reset();
  }
  const bool drawn = IsWorthDrawing(chart);
  WriteTimelineChart(html, chart, context.labels);
  if (drawn) WriteKey(html, chart, context.labels);
  html.Open("ol", {{"class", "rows"}});
  for (const NumberedGroup& numbered : groups) {
    int number = drawn ? numbered.number : 0;
    for (const v1::Fact& fact : numbered.group->facts()) {
      rows.Write(html, fact,
                 {.number = number,
                  .names_subject = topic.names_subject,
                  .conflicting = numbered.group->conflicting()});
      number = 0;
    }
  }
  html.Close();
}

}  // namespace yinzheng::cli::pages
