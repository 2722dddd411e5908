// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What a date says before it is known when it was said. Internal to date*.cc.

#ifndef YINZHENG_INDEXER_TEXT_DATE_EXPRESSION_H_
#define YINZHENG_INDEXER_TEXT_DATE_EXPRESSION_H_

#include <cstddef>
#include <optional>

namespace yinzheng::text {

// How a year, month or day is named.
enum class DateField {
  kNone,
  kAbsolute,   // 2023年, 7月, 25日
  kPublished,  // by distance from the publication date: 去年, 上月, 昨日
  kAnchored,   // by distance from the date named before: 次年, 当月, 次日
};

// 年底, 月初: which edge of the year or month.
enum class DateEdge { kNone, kStart, kMiddle, kEnd };

struct DateExpression {
  std::size_t begin = 0;
  std::size_t end = 0;

  DateField year_field = DateField::kNone;
  int year = 0;  // the year, or the distance in years
  DateField month_field = DateField::kNone;
  int month = 0;  // 1–12, or the distance in months
  DateField day_field = DateField::kNone;
  int day = 0;  // 1–31, or the distance in days

  std::optional<int> part;     // EDTF season 21–24, quarter 33–36 or half 40–41 of the year
  std::optional<int> weekday;  // 1 Monday … 7 Sunday
  std::optional<int> week;     // the week of `weekday`: 0 this, -1 last; none: the nearest
  std::optional<int> until_month;  // 前三季度, 前10个月: from January to this month
  std::optional<int> third;        // 上旬 0, 中旬 1, 下旬 2
  std::optional<int> plan;         // “十四五” 14
  std::optional<int> decade;       // 1990 for 20世纪90年代
  DateEdge edge = DateEdge::kNone;
  bool since = false;   // …以来, …至今: open at the end
  bool now = false;     // 目前
  bool recent = false;  // 最近
  bool lunar = false;   // 农历, 正月, 初一

  bool HasDay() const { return day_field != DateField::kNone || weekday || third; }
  bool IsEmpty() const {
    return year_field == DateField::kNone && month_field == DateField::kNone && !HasDay() &&
           !part && !until_month && !plan && !decade && !now && !recent && edge == DateEdge::kNone;
  }
};

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_DATE_EXPRESSION_H_
