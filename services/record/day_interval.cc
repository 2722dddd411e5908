// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/day_interval.h"

#include <algorithm>

#include "indexer/base/absl_string.h"
#include "services/request/error_info.h"

namespace yinzheng::services {
namespace {

constexpr int64_t kOpenLength = 36525;

std::optional<absl::CivilDay> ReadDay(const std::string& text) {
  absl::CivilDay day;
  // ParseCivilTime takes other forms and spaces too; ours has one form.
  if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !absl::ParseCivilTime(text, &day) ||
      absl::FormatCivilTime(day) != text) {
    return std::nullopt;
  }
  return day;
}

bool Covers(const v1::DateValue& date) {
  return !date.earliest().empty() || !date.latest().empty();
}

}  // namespace

bool DayInterval::Contains(const DayInterval& other) const {
  const bool begins =
      !earliest.has_value() || (other.earliest.has_value() && *earliest <= *other.earliest);
  const bool ends = !latest.has_value() || (other.latest.has_value() && *latest >= *other.latest);
  return begins && ends;
}

bool DayInterval::Overlaps(const DayInterval& other) const {
  const bool before = latest.has_value() && other.earliest.has_value() && *latest < *other.earliest;
  const bool after = earliest.has_value() && other.latest.has_value() && *earliest > *other.latest;
  return !before && !after;
}

int64_t DayInterval::Gap(const DayInterval& other) const {
  if (Overlaps(other)) return 0;
  if (latest.has_value() && other.earliest.has_value() && *latest < *other.earliest) {
    return *other.earliest - *latest;
  }
  return *earliest - *other.latest;
}

int64_t DayInterval::length() const {
  return earliest.has_value() && latest.has_value() ? *latest - *earliest + 1 : kOpenLength;
}

DayInterval DaysOf(const v1::DateValue& date) {
  return {ReadDay(date.earliest()), ReadDay(date.latest())};
}

TimeRelation RelateTimes(const v1::DateValue& a, const v1::DateValue& b) {
  if (!Covers(a) || !Covers(b)) return TimeRelation::kUnknown;
  const DayInterval left = DaysOf(a);
  const DayInterval right = DaysOf(b);
  if (left == right) return TimeRelation::kSame;
  if (left.Contains(right) || right.Contains(left)) return TimeRelation::kContained;
  return TimeRelation::kDifferent;
}

absl::StatusOr<std::optional<absl::CivilDay>> ParseDay(std::string_view field,
                                                       const std::string& text) {
  if (text.empty()) return std::optional<absl::CivilDay>();
  const std::optional<absl::CivilDay> day = ReadDay(text);
  if (!day.has_value()) return FieldMalformed(field, text, "a day such as 2024-02-29");
  return day;
}

}  // namespace yinzheng::services
