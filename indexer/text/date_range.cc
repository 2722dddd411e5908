// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/date_number.h"
#include "indexer/text/date_parser.h"
#include "indexer/text/number_text.h"

namespace yinzheng::text {
namespace {

// Where the second end of a range begins, or nullopt.
std::optional<std::size_t> MatchConnector(std::u32string_view text, std::size_t position) {
  position = SkipBlanks(text, position);
  for (const std::u32string_view word :
       {U"——", U"--", U"至", U"到", U"-", U"–", U"—", U"―", U"~", U"～"}) {
    if (StartsWithAt(text, position, word)) return SkipBlanks(text, position + word.size());
  }
  return std::nullopt;
}

// Gives `from` what only `to` says and the reverse: the year of 3月1日至2024年2月, the month of
// 1日至15日.
void Complete(DateExpression& from, DateExpression& to) {
  if (to.year_field == DateField::kNone && from.year_field != DateField::kNone) {
    to.year_field = from.year_field;
    to.year = from.year;
  } else if (from.year_field == DateField::kNone && to.year_field != DateField::kNone) {
    from.year_field = to.year_field;
    from.year = to.year;
  }
  if (to.month_field == DateField::kNone && to.day_field == DateField::kAbsolute && !to.part) {
    to.month_field = from.month_field;
    to.month = from.month;
  }
}

// 2021—2023年, 1—6月, 3至5日, 一至三季度: a number that is a date only through what follows the
// connector.
std::optional<DateExpression> ReadBareEnd(std::u32string_view text, std::size_t position,
                                          std::size_t number_end, const DateExpression& to) {
  const auto number = ReadSmallNumber(text, position);
  if (!number || number->end != number_end) return std::nullopt;
  DateExpression from;
  from.begin = position;
  from.end = number_end;
  const bool only_year = to.month_field == DateField::kNone && !to.HasDay() && !to.part;
  if (number->value >= 1000 && number->value <= 2999 && to.year_field == DateField::kAbsolute &&
      only_year) {
    from.year_field = DateField::kAbsolute;
    from.year = number->value;
    return from;
  }
  if (to.part && *to.part >= 33 && *to.part <= 36 && number->value >= 1 && number->value <= 4) {
    from.part = 32 + number->value;
    return from;
  }
  if (to.year_field != DateField::kNone) return std::nullopt;
  if (to.month_field == DateField::kAbsolute && number->value >= 1 && number->value <= 12 &&
      to.day_field == DateField::kNone) {
    from.month_field = DateField::kAbsolute;
    from.month = number->value;
    return from;
  }
  if (to.day_field == DateField::kAbsolute && to.month_field == DateField::kNone &&
      number->value >= 1 && number->value <= 31) {
    from.day_field = DateField::kAbsolute;
    from.day = number->value;
    return from;
  }
  return std::nullopt;
}

// 去年1—6月, 2023年3至5月: the year, then two numbers around the connector.
std::optional<DateRange> ReadYearThenRange(std::u32string_view text, const DateExpression& year) {
  if (year.month_field != DateField::kNone || year.part || year.edge != DateEdge::kNone) {
    return std::nullopt;
  }
  const bool month = year.year_field == DateField::kNone;
  if (month || year.since) return std::nullopt;
  const std::size_t next = SkipBlanks(text, year.end);
  const std::optional<DateExpression> first = ParseDate(text, next);
  if (first && first->year_field != DateField::kNone) return std::nullopt;
  auto range = ParseDateRange(text, next, first);
  if (!range || range->from.year_field != DateField::kNone) return std::nullopt;
  range->from.begin = year.begin;
  for (DateExpression* const end : {&range->from, &range->to}) {
    end->year_field = year.year_field;
    end->year = year.year;
  }
  return range;
}

// The day behind a connector: it has a hyphen before it, which a lone day may not have.
std::optional<DateExpression> ReadLastDay(std::u32string_view text, std::size_t position) {
  const auto day = ReadSmallNumber(text, position);
  if (!day || day->value < 1 || day->value > 31 || !IsOneOf(At(text, day->end), U"日号")) {
    return std::nullopt;
  }
  DateExpression date;
  date.begin = position;
  date.end = day->end + 1;
  date.day_field = DateField::kAbsolute;
  date.day = day->value;
  return date;
}

}  // namespace

std::optional<DateRange> ParseDateRange(std::u32string_view text, std::size_t position,
                                        const std::optional<DateExpression>& first) {
  std::optional<DateExpression> from = first;
  if (from && (from->now || from->recent || from->since)) return std::nullopt;
  std::size_t end = from ? from->end : position;
  if (from) {
    if (auto range = ReadYearThenRange(text, *from)) return range;
  } else {
    const auto number = ReadSmallNumber(text, position);
    if (!number || IsNumeralCharacter(At(text, position - 1))) return std::nullopt;
    end = number->end;
  }
  const auto next = MatchConnector(text, end);
  if (!next) return std::nullopt;
  std::optional<DateExpression> to = ParseDate(text, *next);
  if (!to) to = ReadLastDay(text, *next);
  if (!to || to->recent || to->plan) return std::nullopt;
  if (!from) from = ReadBareEnd(text, position, end, *to);
  if (!from) return std::nullopt;
  DateRange range{*from, *to, to->end};
  if (!to->now) Complete(range.from, range.to);
  return range;
}

}  // namespace yinzheng::text
