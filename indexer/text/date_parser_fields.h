// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Reads one date, field by field: the class behind ParseDate. Internal to date_parser*.cc.

#ifndef YINZHENG_INDEXER_TEXT_DATE_PARSER_FIELDS_H_
#define YINZHENG_INDEXER_TEXT_DATE_PARSER_FIELDS_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/text/date_expression.h"
#include "indexer/text/number_rules.h"
#include "indexer/text/number_text.h"

namespace yinzheng::text {

// The character before `position`, or 0.
inline char32_t Before(std::u32string_view text, std::size_t position) {
  return position == 0 ? U'\0' : At(text, position - 1);
}

// Each Read function takes what it knows from the current place, moves on and returns true, or
// leaves all as it is and returns false.
class DateParser {
 public:
  DateParser(std::u32string_view text, std::size_t position) : text_(text), at_(position) {
    date_.begin = position;
    date_.end = position;
  }

  std::optional<DateExpression> Run();

 private:
  void Advance(std::size_t end);
  std::optional<DateExpression> Done();
  const DateWordRule* MatchWord(DateWordKind kind) const;
  bool ReadPlan();
  bool PlanWordFollows(std::size_t position, std::size_t size) const;
  void ReadPlanEdge();
  bool ReadDecade();
  bool ReadNow();
  void ReadLunarMark();
  bool ReadYear();
  bool SetYear(DateField field, int year, std::size_t end);
  bool ReadEra();
  bool ReadNumberYear();
  bool MonthFollows(std::size_t position) const;
  void ReadWithinYear();
  bool ReadMonth();
  bool SetMonth(DateField field, int month, std::size_t end, bool han = false);
  bool ReadNewYear();
  void ReadDayOfMonth(bool han_month);
  bool ReadPartOfMonth(std::size_t begin);
  void SetDay(int day, std::size_t end);
  bool ReadQuarter();
  void ReadPeriodEnd();
  bool ReadFirstMonths();
  bool ReadPart();
  bool ReadYearEdge();
  bool ReadDayAlone();
  bool DayMarkHolds(std::size_t mark) const;
  bool ReadWeekday();
  void TryAfter(std::size_t size);

  std::u32string_view text_;
  std::size_t at_;
  DateExpression date_;
};

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_DATE_PARSER_FIELDS_H_
