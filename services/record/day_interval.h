// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_DAY_INTERVAL_H_
#define YINZHENG_SERVICES_RECORD_DAY_INTERVAL_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "yinzheng/v1/text.pb.h"

namespace yinzheng::services {

// The days a DateValue covers, both ends included; a missing end is open. Qualifiers such as ~ are
// not looked at.
struct DayInterval {
  std::optional<absl::CivilDay> earliest;
  std::optional<absl::CivilDay> latest;

  bool Contains(const DayInterval& other) const;
  bool Overlaps(const DayInterval& other) const;
  // Days between two intervals that do not overlap; 0 if they do.
  int64_t Gap(const DayInterval& other) const;
  // Days covered; a hundred years for an open one.
  int64_t length() const;

  friend bool operator==(const DayInterval&, const DayInterval&) = default;
};

// The interval of `date`, from its `earliest` and `latest`. A date that is not set is open at both
// ends.
DayInterval DaysOf(const v1::DateValue& date);

// How the times of two facts relate.
enum class TimeRelation {
  kUnknown,    // one of them has none
  kSame,       // the same days
  kContained,  // the days of one lie within those of the other (2022 and 2022年9月)
  kDifferent,  // anything else
};
TimeRelation RelateTimes(const v1::DateValue& a, const v1::DateValue& b);

// A day as requests give it. InvalidArgument (FIELD_MALFORMED), naming `field`, unless `text` is a
// real day written YYYY-MM-DD; nullopt if it is empty.
absl::StatusOr<std::optional<absl::CivilDay>> ParseDay(std::string_view field,
                                                       const std::string& text);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_DAY_INTERVAL_H_
