// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

// The fields within a year: months, days, quarters, halves, edges, weekdays.

#include "indexer/text/date_parser_fields.h"

#include <algorithm>
#include <utility>

#include "indexer/text/date_number.h"
#include "indexer/text/number_rules.h"
#include "indexer/text/number_text.h"
#include "indexer/text/unit_matcher.h"

namespace yinzheng::text {
namespace {

// 今年|中秋, 2024年|中非论坛: characters that make a word of their own with 中.
constexpr std::u32string_view kBehindMiddle =
    U"国央共医外美华日俄法东小考心学关秋非欧阿期西韩泰越巴英德澳拉马老柬蒙朝塞匈葡药级超科铁粮";

}  // namespace

bool DateParser::ReadMonth() {
  if (ReadNewYear()) return true;
  if (const DateWordRule* const word = MatchWord(DateWordKind::kMonth)) {
    return SetMonth(DateField::kPublished, word->value, at_ + word->form.size());
  }
  if (const DateWordRule* const word = MatchWord(DateWordKind::kMonthAfter)) {
    return SetMonth(DateField::kAnchored, word->value, at_ + word->form.size());
  }
  const std::u32string_view lunar_months = U"正冬腊";
  const std::size_t lunar = lunar_months.find(At(text_, at_));
  if (lunar != std::u32string_view::npos && At(text_, at_) != 0 && At(text_, at_ + 1) == U'月') {
    constexpr int kMonths[] = {1, 11, 12};
    date_.lunar = true;
    return SetMonth(DateField::kAbsolute, kMonths[lunar], at_ + 2, true);
  }
  if (date_.year_field == DateField::kNone &&
      (IsNumeralCharacter(Before(text_, at_)) || IsOneOf(Before(text_, at_), U".第前每"))) {
    return false;
  }
  const auto number = ReadSmallNumber(text_, at_);
  if (!number || number->value < 1 || number->value > 12 || number->size > 2) return false;
  const std::size_t mark = SkipBlanks(text_, number->end);
  if (At(text_, mark) != U'月' || IsOneOf(At(text_, mark + 1), U"球亮光饼票均薪租供嫂子")) {
    return false;
  }
  const bool age = At(text_, mark + 1) == U'大' &&
                   (IsBoundary(text_, mark + 2) || IsOneOf(At(text_, mark + 2), U"的时婴宝"));
  if (age) return false;  // 十二月大的婴儿
  return SetMonth(DateField::kAbsolute, number->value, mark + 1, !number->arabic);
}

bool DateParser::SetMonth(DateField field, int month, std::size_t end, bool han) {
  date_.month_field = field;
  date_.month = month;
  if (At(text_, end) == U'份') ++end;
  Advance(end);
  ReadDayOfMonth(han);
  return true;
}

// 大年初一, 大年三十.
bool DateParser::ReadNewYear() {
  if (!StartsWithAt(text_, at_, U"大年")) return false;
  const bool first = StartsWithAt(text_, at_ + 2, U"初");
  const auto number = ReadSmallNumber(text_, at_ + (first ? 3 : 2));
  if (!number || number->value < 1 || number->value > 30) return false;
  date_.lunar = true;
  date_.month_field = DateField::kAbsolute;
  date_.month = 1;
  date_.day_field = DateField::kAbsolute;
  date_.day = number->value;
  Advance(number->end);
  return true;
}

// What follows a month: 25日, 初一, 上旬, 底.
void DateParser::ReadDayOfMonth(bool han_month) {
  const std::size_t begin = SkipBlanks(text_, at_);
  if (ReadPartOfMonth(begin)) return;
  const auto number = ReadSmallNumber(text_, begin);
  if (!number || number->value < 1 || number->value > 31 || number->size > 3) return;
  const std::size_t mark = SkipBlanks(text_, number->end);
  if (IsOneOf(At(text_, mark), U"日号")) return SetDay(number->value, mark + 1);
  // 八月十五: a Han day needs no 日, unless it counts something.
  const bool counts = MatchUnit(text_, number->end).end > 0;
  if (han_month && !number->arabic && begin == at_ && !counts) SetDay(number->value, number->end);
}

// 初一, 上旬, 底.
bool DateParser::ReadPartOfMonth(std::size_t begin) {
  const char32_t c = At(text_, begin);
  const char32_t next = At(text_, begin + 1);
  if (c == U'初' && HanDigit(next)) {
    const auto number = ReadSmallNumber(text_, begin + 1);
    if (!number || number->value > 10) return false;
    date_.lunar = true;
    SetDay(number->value, number->end);
    return true;
  }
  if (next == U'旬' && IsOneOf(c, U"上中下")) {
    date_.third = c == U'上' ? 0 : c == U'中' ? 1 : 2;
    Advance(begin + 2);
    return true;
  }
  const bool middle = c == U'中' && !IsOneOf(next, kBehindMiddle);
  if (!IsOneOf(c, U"初底末") && !middle) return false;
  date_.edge = c == U'初' ? DateEdge::kStart : middle ? DateEdge::kMiddle : DateEdge::kEnd;
  Advance(begin + 1);
  return true;
}

void DateParser::SetDay(int day, std::size_t end) {
  date_.day_field = DateField::kAbsolute;
  date_.day = day;
  Advance(end);
}

// 一季度, 第三季度末.
bool DateParser::ReadQuarter() {
  std::size_t at = at_;
  if (At(text_, at) == U'第') ++at;
  int quarter = 0;
  if (At(text_, at) == U'首') {
    quarter = 1;
  } else if (!IsNumeralCharacter(At(text_, at + 1))) {
    const char32_t c = At(text_, at);
    quarter = IsArabicDigit(c) ? static_cast<int>(c - U'0') : HanDigit(c).value_or(0);
  }
  if (quarter < 1 || quarter > 4 || At(text_, at) == U'两') return false;
  if (!StartsWithAt(text_, at + 1, U"季度")) return false;
  if (at == at_ &&
      (IsOneOf(Before(text_, at_), U"前续近每") || IsNumeralCharacter(Before(text_, at_)))) {
    return false;
  }
  date_.part = 32 + quarter;
  Advance(at + 3);
  ReadPeriodEnd();
  return true;
}

void DateParser::ReadPeriodEnd() {
  if (!IsOneOf(At(text_, at_), U"末底初")) return;
  date_.edge = At(text_, at_) == U'初' ? DateEdge::kStart : DateEdge::kEnd;
  Advance(at_ + 1);
}

// 前三季度, 前10个月.
bool DateParser::ReadFirstMonths() {
  if (At(text_, at_) != U'前' || IsOneOf(Before(text_, at_), U"以目之此日提空事从")) return false;
  const auto number = ReadSmallNumber(text_, at_ + 1);
  if (!number || number->value < 1 || number->value > 12) return false;
  std::size_t end = number->end;
  if (At(text_, end) == U'个') ++end;
  if (At(text_, end) == U'月') {
    date_.until_month = number->value;
    Advance(end + (At(text_, end + 1) == U'份' ? 2 : 1));
    return true;
  }
  if (!StartsWithAt(text_, end, U"季度") || number->value > 4) return false;
  date_.until_month = number->value * 3;
  Advance(end + 2);
  return true;
}

bool DateParser::ReadPart() {
  const DateWordRule* const word = MatchWord(DateWordKind::kPart);
  if (!word) return false;
  if (word->value < 30 && date_.year_field == DateField::kNone) return false;  // 春天 is no date
  date_.part = word->value;
  Advance(at_ + word->form.size());
  if (word->value >= 40) ReadPeriodEnd();
  return true;
}

// 2025年底, 去年底, 年初: with the 年 before it taken as the year's.
bool DateParser::ReadYearEdge() {
  std::size_t at = at_;
  const bool year = date_.year_field != DateField::kNone;
  if (!year) {
    if (At(text_, at) != U'年' || IsNumeralCharacter(Before(text_, at)) ||
        IsOneOf(Before(text_, at), U"今去明前每当同次全多半几数整")) {
      return false;
    }
    ++at;
  } else if (At(text_, at) == U'年') {
    ++at;  // 今年年底
  }
  const char32_t c = At(text_, at);
  const char32_t after = At(text_, at + 1);
  const bool middle =
      c == U'中' && !IsOneOf(after, kBehindMiddle) && (!year || EndsWithAt(text_, at, U"年"));
  if (!IsOneOf(c, U"初底末") && !middle) return false;
  if (c == U'中' && !year && !IsBoundary(text_, at + 1) && !IsOneOf(after, U"前后的将已")) {
    return false;
  }
  date_.edge = c == U'初' ? DateEdge::kStart : c == U'中' ? DateEdge::kMiddle : DateEdge::kEnd;
  Advance(at + 1);
  return true;
}

// 明天, 25日.
bool DateParser::ReadDayAlone() {
  for (const auto& [kind, field] : {std::pair(DateWordKind::kDay, DateField::kPublished),
                                    std::pair(DateWordKind::kDayAfter, DateField::kAnchored)}) {
    const DateWordRule* const word = MatchWord(kind);
    if (!word) continue;
    date_.day_field = field;
    date_.day = word->value;
    Advance(at_ + word->form.size());
    return true;
  }
  const char32_t before = Before(text_, at_);
  if (IsNumeralCharacter(before) || IsOneOf(before, U".-—/第近共续期满前后每过历足逾超约余隔")) {
    return false;
  }
  const auto number = ReadSmallNumber(text_, at_);
  if (!number || number->value < 1 || number->value > 31 || number->size > 3) return false;
  const std::size_t mark = number->end;
  if (!DayMarkHolds(mark)) return false;
  SetDay(number->value, mark + 1);
  return true;
}

// 25日 but not 10日内; 12号 but not 12号线.
bool DateParser::DayMarkHolds(std::size_t mark) const {
  const char32_t after = At(text_, mark + 1);
  if (At(text_, mark) == U'日') return !IsOneOf(after, U"内均游本元产常照子之化龄间");
  if (At(text_, mark) != U'号' || !IsArabicDigit(At(text_, mark - 1))) return false;  // 华龙一号
  return IsBoundary(text_, mark + 1) ||
         IsOneOf(after, U"你我他的上下晚早到至起前后是有举召在将就凌深中");
}

// 周三, 上周一, 这个星期日, 最后一个周三.
bool DateParser::ReadWeekday() {
  std::size_t at = at_;
  if (IsOneOf(Before(text_, at_), U"每一二三四五六七八九十两个数几首单双逢")) return false;
  for (const auto& [prefix, week] :
       {std::pair(U"上一个", -1), std::pair(U"下一个", 1), std::pair(U"上个", -1),
        std::pair(U"下个", 1), std::pair(U"这个", 0), std::pair(U"上上", -2), std::pair(U"下下", 2),
        std::pair(U"上", -1), std::pair(U"下", 1), std::pair(U"本", 0), std::pair(U"这", 0)}) {
    const std::u32string_view view(prefix);
    if (!StartsWithAt(text_, at, view)) continue;
    date_.week = week;
    at += view.size();
    break;
  }
  for (const std::u32string_view last : {U"最后一个的", U"最后一个"}) {
    if (at == at_ && StartsWithAt(text_, at, last)) {
      date_.week = -1;
      at += last.size();
    }
  }
  for (const std::u32string_view word : {U"星期", U"礼拜", U"周"}) {
    if (!StartsWithAt(text_, at, word)) continue;
    const char32_t c = At(text_, at + word.size());
    const std::size_t day = std::u32string_view(U"一二三四五六日天").find(c);
    if (c == 0 || day == std::u32string_view::npos || c == U'两') return false;
    if (word == U"周" && c == U'天') return false;
    if (IsNumeralCharacter(At(text_, at + word.size() + 1))) return false;
    date_.weekday = std::min<int>(static_cast<int>(day) + 1, 7);
    Advance(at + word.size() + 1);
    return true;
  }
  return false;
}

}  // namespace yinzheng::text
