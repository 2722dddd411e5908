// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/timeline_plot_points.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/strings/numbers.h"

namespace yinzheng::cli {
namespace {

PlotOpen OpenOf(v1::Quantity::Modifier modifier) {
  switch (modifier) {
    case v1::Quantity::MODIFIER_MORE_THAN:
    case v1::Quantity::MODIFIER_AT_LEAST:
      return PlotOpen::kUp;
    case v1::Quantity::MODIFIER_NEARLY:
    case v1::Quantity::MODIFIER_LESS_THAN:
    case v1::Quantity::MODIFIER_AT_MOST:
      return PlotOpen::kDown;
    default:
      return PlotOpen::kNone;
  }
}

bool ReadAmount(const std::string& decimal, double& amount) {
  return absl::SimpleAtod(decimal, &amount) && std::isfinite(amount);
}

bool ReadQuantity(const v1::Quantity& quantity, PlotPoint& point) {
  point.low_text = quantity.amount();
  point.high_text = quantity.upper_amount().empty() ? quantity.amount() : quantity.upper_amount();
  if (!ReadAmount(point.low_text, point.low) || !ReadAmount(point.high_text, point.high)) {
    return false;
  }
  if (point.low > point.high) {
    std::swap(point.low, point.high);
    std::swap(point.low_text, point.high_text);
  }
  point.open = OpenOf(quantity.modifier());
  return true;
}

bool ReadDay(const v1::DateValue& time, bool at_end, absl::CivilDay& day) {
  constexpr size_t kDaySize = 10;  // Longer ones would make axes of a million years.
  const std::string& first = time.earliest().empty() ? time.latest() : time.earliest();
  const std::string& last = time.latest().empty() ? time.earliest() : time.latest();
  const std::string& text = at_end ? last : first;
  return text.size() == kDaySize && absl::ParseCivilTime(text, &day);
}

// Adds a group to the points, or to what cannot be drawn.
void AddGroup(const v1::TimelineSeries& series, const v1::TimelineGroup& group, PlotMark mark,
              bool at_end, PlotPoints& read) {
  if (group.facts().empty()) return;
  const v1::Fact& fact = group.facts(0);
  PlotPoint point;
  point.mark = group.conflicting() ? PlotMark::kConflict : mark;
  if (!ReadDay(group.time(), at_end, point.day)) {
    ++read.undated;
  } else if (fact.polarity() == v1::POLARITY_NEGATIVE) {
    ++read.denied;
  } else if (read.has_amounts &&
             (fact.quantity().unit() != series.unit() || !ReadQuantity(fact.quantity(), point))) {
    ++read.incomparable;
  } else {
    read.points.push_back(std::move(point));
  }
}

bool IsWholeYear(const v1::TimelineGroup& group) {
  constexpr size_t kYearSize = 4;
  return !group.has_time() || group.time().edtf().size() == kYearSize;
}

// Whether amounts count years only, each of which is best drawn over its label.
bool CountsYears(const v1::TimelineSeries& series) {
  return std::all_of(series.groups().begin(), series.groups().end(), IsWholeYear) &&
         std::all_of(series.plans().begin(), series.plans().end(), IsWholeYear);
}

bool HasQuantity(const v1::TimelineGroup& group) {
  return !group.facts().empty() && group.facts(0).has_quantity();
}

}  // namespace

PlotPoints ReadPlotPoints(const v1::TimelineSeries& series) {
  PlotPoints read;
  read.has_amounts = std::any_of(series.groups().begin(), series.groups().end(), HasQuantity) ||
                     std::any_of(series.plans().begin(), series.plans().end(), HasQuantity);
  const bool at_end = read.has_amounts && !CountsYears(series);
  for (const v1::TimelineGroup& group : series.groups()) {
    AddGroup(series, group, PlotMark::kFact, at_end, read);
  }
  for (const v1::TimelineGroup& group : series.plans()) {
    AddGroup(series, group, PlotMark::kPlan, at_end, read);
  }
  return read;
}

}  // namespace yinzheng::cli
