// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_TEXT_DATE_H_
#define YINZHENG_INDEXER_TEXT_DATE_H_

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/text/span.h"

namespace yinzheng::text {

// The date against which 去年, 7月25日 and 目前 are read: when the article was published. It may be
// known to the day, the month or the year, or only roughly (2023-07~): words that need more than is
// known resolve as far as they can (今日 with reference 2023-07 is 2023-07).
class ReferenceDate {
 public:
  // Reads an EDTF string (see edtf.h). Of an interval the end counts, of a season its last month.
  // InvalidArgument if it is no EDTF or has no end.
  static absl::StatusOr<ReferenceDate> FromEdtf(std::string_view edtf);

  int year() const { return year_; }
  std::optional<int> month() const { return month_; }
  std::optional<int> day() const { return day_; }
  // The reference as EDTF without qualifiers, at the precision known: 2023, 2023-07 or 2023-07-25.
  std::string edtf() const;
  // The last day the reference can mean.
  std::chrono::sys_days latest() const;

 private:
  ReferenceDate(int year, std::optional<int> month, std::optional<int> day)
      : year_(year), month_(month), day_(day) {}

  int year_;
  std::optional<int> month_;
  std::optional<int> day_;
};

enum class DateKind {
  kPoint,   // a year, month, day, quarter, half year
  kRange,   // from–to: 2021—2023年, 3月1日至15日, 去年以来, 前三季度
  kPeriod,  // a named plan period: “十四五”
};

// Which way to read dates that do not name their year (7月25日).
enum class DateDirection {
  kPast,    // the last such day up to the reference: news
  kFuture,  // the next such day: deadlines, announcements
  // kPast, but kFuture where the clause says 将, 拟, 计划, 预计, 截止 … before the date, or where
  // the day comes within six weeks: 8月1日起施行 in an article of 31 July.
  kAuto,
};

struct DateMatch {
  Span span;
  std::string edtf;      // empty if the date needs a reference and none was given
  std::string earliest;  // YYYY-MM-DD, inclusive; empty if open or unresolved
  std::string latest;    // YYYY-MM-DD, inclusive; empty if open or unresolved
  DateKind kind = DateKind::kPoint;
  bool relative = false;  // resolved (or to be resolved) against the reference
  bool as_of = false;     // 截至…, 目前: the state of things at that time, not an event
  bool planned = false;   // the clause before it says 将, 计划, 预计 …
  bool vague = false;     // 最近, 目前: no date in itself; stands for the reference
  // Of the lunar calendar (农历, 正月, 初一). `edtf` counts its months and days as if solar, which
  // names the date but not the day: state no facts by it.
  bool lunar = false;
};

// Finds the dates of a text, in order, none overlapping another. Absolute dates resolve without a
// reference. Durations (6.5年, 4个月) are quantities, not dates; 近日, 日前, 近年来 are no dates.
// Spans leave out 截至, 自 and 于; they hold 期间, 末, 以来, 底.
//
// Accepts Simplified or Traditional, half or full width. Pure and thread-safe; linear in the text.
std::vector<DateMatch> FindDates(std::u32string_view text,
                                 const std::optional<ReferenceDate>& published,
                                 DateDirection direction = DateDirection::kAuto);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_DATE_H_
