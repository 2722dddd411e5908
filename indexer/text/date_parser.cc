// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/date_parser.h"

#include <algorithm>

#include "indexer/text/date_number.h"
#include "indexer/text/date_parser_fields.h"
#include "indexer/text/number_rules.h"
#include "indexer/text/number_text.h"
#include "indexer/text/unit_matcher.h"

namespace yinzheng::text {

std::optional<DateExpression> DateParser::Run() {
  if (ReadPlan() || ReadDecade() || ReadNow()) return Done();
  ReadLunarMark();
  const bool year = ReadYear();
  if (year) {
    ReadLunarMark();
    if (At(text_, at_) == U'的') TryAfter(1);
  }
  ReadWithinYear();
  if (!year && date_.IsEmpty() && !ReadDayAlone() && !ReadWeekday()) return std::nullopt;
  return Done();
}

void DateParser::Advance(std::size_t end) {
  at_ = end;
  date_.end = end;
}

std::optional<DateExpression> DateParser::Done() {
  if (date_.IsEmpty()) return std::nullopt;
  for (const std::u32string_view word : {U"期间", U"时期"}) {
    if (date_.plan && StartsWithAt(text_, at_, word)) Advance(at_ + word.size());
  }
  for (const std::u32string_view word : {U"以来", U"至今", U"迄今"}) {
    if (!StartsWithAt(text_, at_, word)) continue;
    date_.since = true;
    Advance(at_ + word.size());
    break;
  }
  return date_;
}

const DateWordRule* DateParser::MatchWord(DateWordKind kind) const {
  const auto& by_first = Rules().date_words_by_first;
  const auto words = by_first.find(At(text_, at_));
  if (words == by_first.end()) return nullptr;
  for (const DateWordRule* const rule : words->second) {
    if (rule->kind != kind || !StartsWithAt(text_, at_, rule->form)) continue;
    const bool another_word = IsOneOf(Before(text_, at_), rule->not_after) ||
                              IsOneOf(At(text_, at_ + rule->form.size()), rule->not_before);
    return another_word ? nullptr : rule;
  }
  return nullptr;
}

// “十四五”, with its quotation marks; without them only where the name is long enough to be safe.
bool DateParser::ReadPlan() {
  const bool quoted = IsOneOf(At(text_, at_), U"“\"「『‘");
  const std::size_t begin = at_ + (quoted ? 1 : 0);
  int plan = 0;
  std::size_t end = begin;
  if (At(text_, end) == U'十') {
    plan = 10;
    ++end;
  }
  const int digit = HanDigit(At(text_, end)).value_or(0);
  if (digit == 0 || At(text_, end) == U'两') return false;
  // 十五 is ten, five; 十四五 fourteen, five.
  const bool five_next = At(text_, end + 1) == U'五';
  if (five_next) {
    plan += digit;
    end += 2;
  } else if (plan == 10 && digit == 5) {
    end += 1;
  } else {
    return false;
  }
  if (IsNumeralCharacter(At(text_, end)) || IsNumeralCharacter(Before(text_, begin))) return false;
  const bool closed = quoted && IsOneOf(At(text_, end), U"”\"」』’");
  const std::size_t after = end + (closed ? 1 : 0);
  if (!(closed && end - begin == 3) && !PlanWordFollows(after, end - begin)) return false;
  if (quoted && !closed) return false;
  date_.plan = plan;
  Advance(after);
  ReadPlanEdge();
  return true;
}

bool DateParser::PlanWordFollows(std::size_t position, std::size_t size) const {
  for (const std::u32string_view word :
       {U"期间", U"时期", U"以来", U"规划", U"末", U"开局", U"收官", U"计划"}) {
    if (StartsWithAt(text_, position, word)) return true;
  }
  return size == 3 && MatchUnit(text_, position).end == 0 && At(text_, position) != U'岁';
}

void DateParser::ReadPlanEdge() {
  if (StartsWithAt(text_, at_, U"期末") || StartsWithAt(text_, at_, U"末期")) {
    date_.edge = DateEdge::kEnd;
    Advance(at_ + 2);
  } else if (At(text_, at_) == U'末') {
    date_.edge = DateEdge::kEnd;
    Advance(at_ + 1);
  } else if (StartsWithAt(text_, at_, U"初期") || StartsWithAt(text_, at_, U"期初")) {
    date_.edge = DateEdge::kStart;
    Advance(at_ + 2);
  }
}

// 20世纪90年代, 上世纪80年代, 九十年代, 2010年代.
bool DateParser::ReadDecade() {
  std::size_t at = at_;
  int century = 1900;
  if (StartsWithAt(text_, at, U"上世纪") || StartsWithAt(text_, at, U"上个世纪")) {
    at += StartsWithAt(text_, at, U"上世纪") ? 3 : 4;
  } else if (StartsWithAt(text_, at, U"本世纪")) {
    century = 2000;
    at += 3;
  } else if (const auto number = ReadSmallNumber(text_, at);
             number && StartsWithAt(text_, number->end, U"世纪")) {
    century = (number->value - 1) * 100;
    at = number->end + 2;
  }
  const auto decade = ReadSmallNumber(text_, at);
  if (!decade || !StartsWithAt(text_, decade->end, U"年代") || decade->value % 10 != 0) {
    return false;
  }
  if (decade->value >= 1000 && at == at_) {
    date_.decade = decade->value;
  } else if (decade->value < 100 && century >= 0 && century < 3000) {
    date_.decade = century + decade->value;
  } else {
    return false;
  }
  Advance(decade->end + 2);
  return true;
}

bool DateParser::ReadNow() {
  for (const DateWordKind kind : {DateWordKind::kNow, DateWordKind::kRecent}) {
    const DateWordRule* const word = MatchWord(kind);
    if (!word) continue;
    date_.now = kind == DateWordKind::kNow;
    date_.recent = !date_.now;
    Advance(at_ + word->form.size());
    return true;
  }
  return false;
}

void DateParser::ReadLunarMark() {
  for (const std::u32string_view mark : {U"农历", U"阴历", U"旧历"}) {
    if (!StartsWithAt(text_, at_, mark)) continue;
    date_.lunar = true;
    at_ += mark.size();
  }
}

bool DateParser::ReadYear() {
  if (const DateWordRule* const word = MatchWord(DateWordKind::kYear)) {
    return SetYear(DateField::kPublished, word->value, at_ + word->form.size());
  }
  if (const DateWordRule* const word = MatchWord(DateWordKind::kYearAfter)) {
    return SetYear(DateField::kAnchored, word->value, at_ + word->form.size());
  }
  return ReadEra() || ReadNumberYear();
}

bool DateParser::SetYear(DateField field, int year, std::size_t end) {
  date_.year_field = field;
  date_.year = year;
  Advance(end);
  return true;
}

// 雍正四年, 民国元年.
bool DateParser::ReadEra() {
  for (const std::size_t size : {std::size_t{4}, std::size_t{2}}) {
    const auto era = Rules().eras.find(text_.substr(std::min(at_, text_.size()), size));
    if (era == Rules().eras.end()) continue;
    const std::size_t at = at_ + era->first.size();
    if (StartsWithAt(text_, at, U"元年")) {
      return SetYear(DateField::kAbsolute, era->second, at + 2);
    }
    const auto number = ReadSmallNumber(text_, at);
    if (!number || number->value < 1 || number->value > 99) continue;
    if (At(text_, number->end) != U'年') continue;
    return SetYear(DateField::kAbsolute, era->second + number->value - 1, number->end + 1);
  }
  return false;
}

namespace {

// The year that a number before 年 means, if it is one: any plausible one in full, and with a month
// behind it also a short one (98年3月, 三六七年一月).
std::optional<int> FullYear(const SmallNumber& number, bool month) {
  const bool full = number.value >= (month ? 1000 : 1500) && number.value <= 2200;
  const bool round = !number.arabic && number.value % 1000 == 0;  // 两千年 is a long time
  if (full && (!round || month)) return number.value;
  const bool spelt = !number.arabic && number.size >= 3;
  if (!month || number.value == 0 || (number.size != 2 && !spelt)) return std::nullopt;
  if (spelt) return number.value;
  return number.value + (number.value >= 30 ? 1900 : 2000);
}

}  // namespace

// 2017年, 二〇二四年, 98年3月. A small number before 年 is a duration unless a month follows.
bool DateParser::ReadNumberYear() {
  if (IsNumeralCharacter(Before(text_, at_)) || Before(text_, at_) == U'.') return false;
  const auto number = ReadSmallNumber(text_, at_);
  if (!number) return false;
  const std::size_t mark = SkipBlanks(text_, number->end);
  if (At(text_, mark) != U'年') return false;
  const char32_t after = At(text_, mark + 1);
  if (IsOneOf(after, U"级代龄轮薪") || (after == U'制' && number->value < 1900)) return false;
  const std::optional<int> year = FullYear(*number, MonthFollows(mark + 1));
  if (!year) return false;
  SetYear(DateField::kAbsolute, *year, mark + 1);
  if (At(text_, at_) == U'度') Advance(at_ + 1);
  return true;
}

bool DateParser::MonthFollows(std::size_t position) const {
  position = SkipBlanks(text_, position);
  if (StartsWithAt(text_, position, U"农历")) position += 2;
  if (IsOneOf(At(text_, position), U"正腊大")) return true;
  const auto number = ReadSmallNumber(text_, position);
  return number && At(text_, SkipBlanks(text_, number->end)) == U'月' && number->value <= 12;
}

// What stands behind the year, or alone: month, quarter, half, season, edge.
void DateParser::ReadWithinYear() {
  const bool year = date_.year_field != DateField::kNone;
  const std::size_t begin = at_;
  if (year) at_ = SkipBlanks(text_, at_);
  if (ReadMonth() || ReadQuarter() || ReadFirstMonths() || ReadPart() || ReadYearEdge()) return;
  at_ = begin;
}

// Skips `size` characters if a month or day follows them (去年的6月), else stays.
void DateParser::TryAfter(std::size_t size) {
  if (MonthFollows(at_ + size)) at_ += size;
}

std::optional<DateExpression> ParseDate(std::u32string_view text, std::size_t position) {
  if (position >= text.size()) return std::nullopt;
  if (IsArabicDigit(text[position])) {
    if (auto numeric = ParseNumericDate(text, position)) return numeric;
  }
  return DateParser(text, position).Run();
}

}  // namespace yinzheng::text
