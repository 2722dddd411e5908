// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/date_resolver.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace yinzheng::text {
namespace {

using std::chrono::days;
using std::chrono::last;
using std::chrono::sys_days;
using std::chrono::year_month_day;

struct YearMonth {
  int year = 0;
  int month = 0;
};

YearMonth AddMonths(YearMonth date, int months) {
  const int count = date.year * 12 + date.month - 1 + months;
  return {count / 12, count % 12 + 1};
}

year_month_day MakeDay(int year, int month, int day) {
  return std::chrono::year(year) / month / day;
}

int LastDayOf(int year, int month) {
  return static_cast<int>(static_cast<unsigned>((std::chrono::year(year) / month / last).day()));
}

std::string YearText(int year) { return absl::StrFormat("%04d", year); }
std::string MonthText(int year, int month) { return absl::StrFormat("%04d-%02d", year, month); }
std::string DayText(int year, int month, int day) {
  return absl::StrFormat("%04d-%02d-%02d", year, month, day);
}

// First and last month of an EDTF season, quarter or half-year.
std::pair<int, int> MonthsOfPart(int part) {
  if (part >= 40) return {(part - 40) * 6 + 1, (part - 40) * 6 + 6};
  if (part >= 33) return {(part - 33) * 3 + 1, (part - 33) * 3 + 3};
  return {std::min((part - 21) * 3 + 3, 12), std::min((part - 21) * 3 + 5, 12)};
}

// The plans ran from 1953; the third began in 1966, after three years of adjustment.
int FirstYearOfPlan(int plan) { return plan < 3 ? 1953 + 5 * (plan - 1) : 1966 + 5 * (plan - 3); }

class Resolver {
 public:
  Resolver(const DateExpression& date, const DateContext& context)
      : date_(date), context_(context) {}

  std::optional<ResolvedDate> Run() {
    result_.relative = date_.year_field != DateField::kAbsolute && !date_.plan && !date_.decade;
    std::string edtf = Resolve();
    if (!edtf.empty() && date_.since) edtf += "/..";
    result_.edtf = std::move(edtf);
    if (result_.edtf.empty()) {
      // A date that no year has is none, whatever the reference.
      const bool impossible = date_.day_field == DateField::kAbsolute &&
                              date_.month_field == DateField::kAbsolute &&
                              date_.day > LastDayOf(2000, date_.month);
      if (impossible) return std::nullopt;
      return result_;
    }
    const absl::StatusOr<DateInterval> interval = ParseEdtf(result_.edtf);
    if (!interval.ok()) return std::nullopt;
    result_.interval = *interval;
    return result_;
  }

 private:
  std::string Resolve() {
    if (date_.plan) return Plan();
    if (date_.decade) return absl::StrFormat("%03dX", *date_.decade / 10);
    if (date_.now || date_.recent) return context_.published ? context_.published->edtf() : "";
    if (date_.weekday) return Weekday();
    if (date_.day_field == DateField::kPublished || date_.day_field == DateField::kAnchored) {
      return ShiftedDay();
    }
    FindMonth();
    FindYear();
    if (!year_) return "";
    result_.anchor.year = year_;
    if (date_.until_month) {
      return MonthText(*year_, 1) + "/" + MonthText(*year_, *date_.until_month);
    }
    if (date_.part) return Part();
    if (!month_) return Year();
    result_.anchor.month = month_;
    return date_.HasDay() || date_.edge != DateEdge::kNone ? Day() : MonthText(*year_, *month_);
  }

  std::string Plan() const {
    const int first = FirstYearOfPlan(*date_.plan);
    if (date_.edge == DateEdge::kEnd) return YearText(first + 4);
    if (date_.edge == DateEdge::kStart || date_.since) return YearText(first);
    return YearText(first) + "/" + YearText(first + 4);
  }

  // The month where the words say it, and the year with it where they lie a distance away.
  void FindMonth() {
    const bool has_year = date_.year_field != DateField::kNone;
    if (date_.month_field == DateField::kAbsolute) {
      month_ = date_.month;
    } else if (date_.month_field == DateField::kPublished && context_.published &&
               context_.published->month()) {
      TakeMonth(AddMonths({context_.published->year(), *context_.published->month()}, date_.month),
                has_year);
    } else if (date_.month_field == DateField::kAnchored && context_.anchor.month &&
               context_.anchor.year) {
      TakeMonth(AddMonths({*context_.anchor.year, *context_.anchor.month}, date_.month), has_year);
    } else if (date_.day_field == DateField::kAbsolute && !has_year) {
      FindMonthOfDay();
    } else if (date_.edge != DateEdge::kNone && date_.month_field == DateField::kNone &&
               !date_.part) {
      month_ = date_.edge == DateEdge::kStart ? 1 : date_.edge == DateEdge::kMiddle ? 6 : 12;
    }
  }

  void TakeMonth(YearMonth found, bool keep_year) {
    month_ = found.month;
    if (!keep_year) year_ = found.year;
  }

  // A day alone: in the month named before it in the sentence, else in the nearest month that has
  // it.
  void FindMonthOfDay() {
    if (context_.anchor.same_sentence && context_.anchor.month && context_.anchor.year) {
      month_ = context_.anchor.month;
      year_ = context_.anchor.year;
      return;
    }
    if (!context_.published || !context_.published->month()) return;
    YearMonth found{context_.published->year(), *context_.published->month()};
    const std::optional<int> today = context_.published->day();
    const int step = context_.future ? 1 : -1;
    const bool passed = today && (context_.future ? date_.day < *today : date_.day > *today);
    if (passed) found = AddMonths(found, step);
    for (int tries = 0; tries < 2 && date_.day > LastDayOf(found.year, found.month); ++tries) {
      found = AddMonths(found, step);
    }
    TakeMonth(found, false);
  }

  void FindYear() {
    if (year_) return;
    switch (date_.year_field) {
      case DateField::kAbsolute:
        year_ = date_.year;
        return;
      case DateField::kPublished:
        if (context_.published) year_ = context_.published->year() + date_.year;
        return;
      case DateField::kAnchored:
        if (context_.anchor.year) year_ = *context_.anchor.year + date_.year;
        return;
      case DateField::kNone:
        break;
    }
    if (date_.month_field == DateField::kPublished || date_.month_field == DateField::kAnchored) {
      return;
    }
    if (context_.anchor.same_sentence && context_.anchor.year && context_.anchor.month && month_ &&
        date_.edge == DateEdge::kNone) {
      year_ = context_.anchor.year;
      return;
    }
    if (context_.published) year_ = NearestYear(*context_.published);
  }

  // The year nearest to the reference on the side that is asked for.
  int NearestYear(const ReferenceDate& published) const {
    const int year = published.year();
    if (date_.edge != DateEdge::kNone && date_.month_field == DateField::kNone && !date_.part) {
      return year;  // 年底 is this year's
    }
    if (!published.month()) return year;
    const int now = *published.month();
    const int first = date_.part ? MonthsOfPart(*date_.part).first
                                 : date_.until_month.value_or(month_.value_or(now));
    const bool same_month = first == now && month_ && date_.day_field == DateField::kAbsolute;
    const bool later =
        first > now || (same_month && published.day() && date_.day > *published.day());
    const bool earlier =
        first < now || (same_month && published.day() && date_.day < *published.day());
    int found = year;
    if (context_.future && earlier) found = year + 1;
    if (!context_.future && later && !IsNear(published, year)) found = year - 1;
    if (!context_.future && earlier && IsNear(published, year + 1)) found = year + 1;
    return HasDay(found) ? found : LeapYearBeside(found);
  }

  // Whether the year has the day that is told: a 29 February is of leap years only.
  bool HasDay(int year) const {
    const bool leap_day = month_ == 2 && date_.day == 29 && date_.day_field == DateField::kAbsolute;
    return !leap_day || LastDayOf(year, 2) == 29;
  }

  // The next one on the side that is asked for.
  int LeapYearBeside(int year) const {
    constexpr int kFurthest = 8;
    const int step = context_.future ? 1 : -1;
    for (int tries = 0; tries < kFurthest && !HasDay(year); ++tries) year += step;
    return year;
  }

  // Whether the day comes so soon behind the reference that a year ago would have been named.
  bool IsNear(const ReferenceDate& published, int year) const {
    constexpr int kWeeks = 6;
    if (!context_.nearest || !published.day() || !month_) return false;
    if (date_.day_field != DateField::kAbsolute || date_.day > LastDayOf(year, *month_)) {
      return false;
    }
    const sys_days day(MakeDay(year, *month_, date_.day));
    return day > published.latest() && day - published.latest() <= days(kWeeks * 7);
  }

  std::string Year() const { return YearText(*year_); }

  std::string Part() {
    const auto [first, final] = MonthsOfPart(*date_.part);
    if (date_.edge == DateEdge::kStart) return MonthText(*year_, first) + "~";
    if (date_.edge == DateEdge::kEnd) return DayText(*year_, final, LastDayOf(*year_, final));
    return MonthText(*year_, *date_.part);
  }

  std::string Day() {
    const int year = *year_;
    const int month = *month_;
    const int end = LastDayOf(year, month);
    if (date_.third) {
      const int first = *date_.third * 10 + 1;
      return DayText(year, month, first) + "/" +
             DayText(year, month, *date_.third == 2 ? end : first + 9);
    }
    if (date_.day_field == DateField::kAbsolute) {
      result_.anchor.day = date_.day;
      return DayText(year, month, date_.day);
    }
    if (date_.month_field == DateField::kNone) return MonthText(year, month) + "~";  // 年底
    if (date_.edge == DateEdge::kStart) return DayText(year, month, 1) + "~";
    return DayText(year, month, date_.edge == DateEdge::kMiddle ? 15 : end) + "~";
  }

  std::string FromDay(sys_days day) {
    const year_month_day date(day);
    result_.anchor = {static_cast<int>(date.year()),
                      static_cast<int>(static_cast<unsigned>(date.month())),
                      static_cast<int>(static_cast<unsigned>(date.day())), false};
    return FormatDay(day);
  }

  // 昨日, 次日. With a reference known to the month or year only, that is all that can be said.
  std::string ShiftedDay() {
    if (date_.day_field == DateField::kAnchored) {
      const DateAnchor& anchor = context_.anchor;
      if (!anchor.year || !anchor.month || !anchor.day) return "";
      return FromDay(sys_days(MakeDay(*anchor.year, *anchor.month, *anchor.day)) + days(date_.day));
    }
    if (!context_.published) return "";
    if (!context_.published->day()) return context_.published->edtf();
    return FromDay(context_.published->latest() + days(date_.day));
  }

  std::string Weekday() {
    if (!context_.published || !context_.published->day()) return "";
    const sys_days today = context_.published->latest();
    const int today_weekday = static_cast<int>(std::chrono::weekday(today).iso_encoding());
    int shift = *date_.weekday - today_weekday;
    if (date_.week) {
      shift += 7 * *date_.week;
    } else if (context_.future) {
      shift = (shift + 7) % 7;
    } else {
      shift = -((7 - shift) % 7);
    }
    return FromDay(today + days(shift));
  }

  const DateExpression& date_;
  const DateContext& context_;
  ResolvedDate result_;
  std::optional<int> year_;
  std::optional<int> month_;
};

// An end of a range in months where it is a quarter or half: 一至三季度 is January to September.
std::string EndOf(const ResolvedDate& date, const DateExpression& expression, bool is_start) {
  if (!expression.part || expression.edge != DateEdge::kNone || !date.anchor.year) return date.edtf;
  const auto [first, final] = MonthsOfPart(*expression.part);
  return MonthText(*date.anchor.year, is_start ? first : final);
}

}  // namespace

std::optional<ResolvedDate> ResolveDate(const DateExpression& date, const DateContext& context) {
  return Resolver(date, context).Run();
}

std::optional<ResolvedDate> ResolveDateRange(const DateRange& range, const DateContext& context) {
  const std::optional<ResolvedDate> from = ResolveDate(range.from, context);
  if (!from) return std::nullopt;
  ResolvedDate result = *from;
  if (from->edtf.empty()) return result;
  if (range.to.now) {
    result.edtf += "/..";
  } else {
    DateContext second = context;
    second.anchor = from->anchor;
    second.anchor.same_sentence = true;
    const std::optional<ResolvedDate> to = ResolveDate(range.to, second);
    if (!to || to->edtf.empty() || to->edtf.find('/') != std::string::npos) return std::nullopt;
    if (from->interval.earliest > to->interval.latest &&
        range.from.year_field == DateField::kNone && from->anchor.year) {
      DateRange earlier = range;  // 11月至3月: the winter before
      earlier.from.year_field = DateField::kAbsolute;
      earlier.from.year = *from->anchor.year - 1;
      earlier.to.year_field = DateField::kAbsolute;
      earlier.to.year = *from->anchor.year;
      return ResolveDateRange(earlier, context);
    }
    result.edtf = EndOf(*from, range.from, true) + "/" + EndOf(*to, range.to, false);
    result.anchor = to->anchor;
    result.relative = from->relative || to->relative;
  }
  const absl::StatusOr<DateInterval> interval = ParseEdtf(result.edtf);
  if (!interval.ok()) return std::nullopt;
  result.interval = *interval;
  return result;
}

}  // namespace yinzheng::text
