// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/date_parser.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/text/date_number.h"
#include "indexer/text/number_rules.h"
#include "indexer/text/number_text.h"
#include "indexer/text/unit_matcher.h"

namespace yinzheng::text {
namespace {

bool IsOneOf(char32_t c, std::u32string_view set) {
  return c != 0 && set.find(c) != std::u32string_view::npos;
}

char32_t Before(std::u32string_view text, std::size_t position) {
  return position == 0 ? U'\0' : At(text, position - 1);
}

class DateParser {
 public:
  DateParser(std::u32string_view text, std::size_t position) : text_(text), at_(position) {
    date_.begin = position;
    date_.end = position;
  }

  std::optional<DateExpression> Run() {
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

 private:
  void Advance(std::size_t end) {
    at_ = end;
    date_.end = end;
  }

  std::optional<DateExpression> Done() {
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

  const DateWordRule* MatchWord(DateWordKind kind) const {
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
  bool ReadPlan() {
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
    if (IsNumeralCharacter(At(text_, end)) || IsNumeralCharacter(Before(text_, begin)))
      return false;
    const bool closed = quoted && IsOneOf(At(text_, end), U"”\"」』’");
    const std::size_t after = end + (closed ? 1 : 0);
    if (!(closed && end - begin == 3) && !PlanWordFollows(after, end - begin)) return false;
    if (quoted && !closed) return false;
    date_.plan = plan;
    Advance(after);
    ReadPlanEdge();
    return true;
  }

  bool PlanWordFollows(std::size_t position, std::size_t size) const {
    for (const std::u32string_view word :
         {U"期间", U"时期", U"以来", U"规划", U"末", U"开局", U"收官", U"计划"}) {
      if (StartsWithAt(text_, position, word)) return true;
    }
    return size == 3 && MatchUnit(text_, position).end == 0 && At(text_, position) != U'岁';
  }

  void ReadPlanEdge() {
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
  bool ReadDecade() {
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
    if (!decade || !StartsWithAt(text_, decade->end, U"年代") || decade->value % 10 != 0)
      return false;
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

  bool ReadNow() {
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

  void ReadLunarMark() {
    for (const std::u32string_view mark : {U"农历", U"阴历", U"旧历"}) {
      if (!StartsWithAt(text_, at_, mark)) continue;
      date_.lunar = true;
      at_ += mark.size();
    }
  }

  bool ReadYear() {
    if (const DateWordRule* const word = MatchWord(DateWordKind::kYear)) {
      return SetYear(DateField::kPublished, word->value, at_ + word->form.size());
    }
    if (const DateWordRule* const word = MatchWord(DateWordKind::kYearAfter)) {
      return SetYear(DateField::kAnchored, word->value, at_ + word->form.size());
    }
    return ReadEra() || ReadNumberYear();
  }

  bool SetYear(DateField field, int year, std::size_t end) {
    date_.year_field = field;
    date_.year = year;
    Advance(end);
    return true;
  }

  // 雍正四年, 民国元年.
  bool ReadEra() {
    for (const std::size_t size : {4, 2}) {
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

  // 2017年, 二〇二四年, 98年3月. A small number before 年 is a duration unless a month follows.
  bool ReadNumberYear() {
    if (IsNumeralCharacter(Before(text_, at_)) || Before(text_, at_) == U'.') return false;
    const auto number = ReadSmallNumber(text_, at_);
    if (!number) return false;
    const std::size_t mark = SkipBlanks(text_, number->end);
    if (At(text_, mark) != U'年') return false;
    const char32_t after = At(text_, mark + 1);
    if (IsOneOf(after, U"级代龄轮薪") || (after == U'制' && number->value < 1900)) return false;
    const bool month = MonthFollows(mark + 1);
    const bool full = number->value >= (month ? 1000 : 1500) && number->value <= 2200;
    const bool spelt = !number->arabic && number->size >= 3;
    const bool round = !number->arabic && number->value % 1000 == 0;  // 两千年 is a long time
    if (full && (!round || month)) {
      SetYear(DateField::kAbsolute, number->value, mark + 1);
    } else if (month && (number->size == 2 || spelt) && number->value > 0) {
      const int century = number->size > 2 ? 0 : number->value >= 30 ? 1900 : 2000;
      SetYear(DateField::kAbsolute, number->value + century, mark + 1);
    } else {
      return false;
    }
    if (At(text_, at_) == U'度') Advance(at_ + 1);
    return true;
  }

  bool MonthFollows(std::size_t position) const {
    position = SkipBlanks(text_, position);
    if (StartsWithAt(text_, position, U"农历")) position += 2;
    if (IsOneOf(At(text_, position), U"正腊大")) return true;
    const auto number = ReadSmallNumber(text_, position);
    return number && At(text_, SkipBlanks(text_, number->end)) == U'月' && number->value <= 12;
  }

  // What stands behind the year, or alone: month, quarter, half, season, edge.
  void ReadWithinYear() {
    const bool year = date_.year_field != DateField::kNone;
    const std::size_t begin = at_;
    if (year) at_ = SkipBlanks(text_, at_);
    if (ReadMonth() || ReadQuarter() || ReadFirstMonths() || ReadPart() || ReadYearEdge()) return;
    at_ = begin;
  }

  bool ReadMonth() {
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
    if (At(text_, mark) != U'月' || IsOneOf(At(text_, mark + 1), U"球亮光饼票均薪租供嫂子"))
      return false;
    return SetMonth(DateField::kAbsolute, number->value, mark + 1, !number->arabic);
  }

  bool SetMonth(DateField field, int month, std::size_t end, bool han = false) {
    date_.month_field = field;
    date_.month = month;
    if (At(text_, end) == U'份') ++end;
    Advance(end);
    ReadDayOfMonth(han);
    return true;
  }

  // 大年初一, 大年三十.
  bool ReadNewYear() {
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
  void ReadDayOfMonth(bool han_month) {
    const std::size_t begin = SkipBlanks(text_, at_);
    const char32_t c = At(text_, begin);
    const auto next_is = [&](char32_t mark) { return At(text_, begin + 1) == mark; };
    if (c == U'初' && HanDigit(At(text_, begin + 1))) {
      const auto number = ReadSmallNumber(text_, begin + 1);
      if (number && number->value <= 10) {
        date_.lunar = true;
        return SetDay(number->value, number->end);
      }
    }
    if (next_is(U'旬') && IsOneOf(c, U"上中下")) {
      date_.third = c == U'上' ? 0 : c == U'中' ? 1 : 2;
      return Advance(begin + 2);
    }
    if (IsOneOf(c, U"初底末") ||
        (c == U'中' && !IsOneOf(At(text_, begin + 1), U"国央共医外美华日俄法"))) {
      date_.edge = c == U'初' ? DateEdge::kStart : c == U'中' ? DateEdge::kMiddle : DateEdge::kEnd;
      return Advance(begin + 1);
    }
    const auto number = ReadSmallNumber(text_, begin);
    if (!number || number->value < 1 || number->value > 31 || number->size > 3) return;
    const std::size_t mark = SkipBlanks(text_, number->end);
    if (IsOneOf(At(text_, mark), U"日号")) return SetDay(number->value, mark + 1);
    // 八月十五: a Han day needs no 日, unless it counts something.
    const bool counts = MatchUnit(text_, number->end).end > 0;
    if (han_month && !number->arabic && begin == at_ && !counts) SetDay(number->value, number->end);
  }

  void SetDay(int day, std::size_t end) {
    date_.day_field = DateField::kAbsolute;
    date_.day = day;
    Advance(end);
  }

  // 一季度, 第三季度末.
  bool ReadQuarter() {
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

  void ReadPeriodEnd() {
    if (!IsOneOf(At(text_, at_), U"末底初")) return;
    date_.edge = At(text_, at_) == U'初' ? DateEdge::kStart : DateEdge::kEnd;
    Advance(at_ + 1);
  }

  // 前三季度, 前10个月.
  bool ReadFirstMonths() {
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

  bool ReadPart() {
    const DateWordRule* const word = MatchWord(DateWordKind::kPart);
    if (!word) return false;
    if (word->value < 30 && date_.year_field == DateField::kNone) return false;  // 春天 is no date
    date_.part = word->value;
    Advance(at_ + word->form.size());
    if (word->value >= 40) ReadPeriodEnd();
    return true;
  }

  // 2025年底, 去年底, 年初: with the 年 before it taken as the year's.
  bool ReadYearEdge() {
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
    const bool middle = c == U'中' && !IsOneOf(after, U"国央共医外美华日俄法东小考心学关") &&
                        (!year || EndsWithAt(text_, at, U"年"));
    if (!IsOneOf(c, U"初底末") && !middle) return false;
    if (c == U'中' && !year && !IsBoundary(text_, at + 1) && !IsOneOf(after, U"前后的将已"))
      return false;
    date_.edge = c == U'初' ? DateEdge::kStart : c == U'中' ? DateEdge::kMiddle : DateEdge::kEnd;
    Advance(at + 1);
    return true;
  }

  // 明天, 25日.
  bool ReadDayAlone() {
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
    if (IsNumeralCharacter(before) || IsOneOf(before, U".-—/第近共续期满前后每过历足逾超约余隔"))
      return false;
    const auto number = ReadSmallNumber(text_, at_);
    if (!number || number->value < 1 || number->value > 31 || number->size > 3) return false;
    const std::size_t mark = number->end;
    if (!DayMarkHolds(mark)) return false;
    SetDay(number->value, mark + 1);
    return true;
  }

  // 25日 but not 10日内; 12号 but not 12号线.
  bool DayMarkHolds(std::size_t mark) const {
    const char32_t after = At(text_, mark + 1);
    if (At(text_, mark) == U'日') return !IsOneOf(after, U"内均游本元产常照子之化龄间");
    if (At(text_, mark) != U'号' || !IsArabicDigit(At(text_, mark - 1))) return false;  // 华龙一号
    return IsBoundary(text_, mark + 1) ||
           IsOneOf(after, U"你我他的上下晚早到至起前后是有举召在将就凌深中");
  }

  // 周三, 上周一, 这个星期日, 最后一个周三.
  bool ReadWeekday() {
    std::size_t at = at_;
    if (IsOneOf(Before(text_, at_), U"每一二三四五六七八九十两个数几首单双逢")) return false;
    for (const auto& [prefix, week] :
         {std::pair(U"上一个", -1), std::pair(U"下一个", 1), std::pair(U"上个", -1),
          std::pair(U"下个", 1), std::pair(U"这个", 0), std::pair(U"上上", -2),
          std::pair(U"下下", 2), std::pair(U"上", -1), std::pair(U"下", 1), std::pair(U"本", 0),
          std::pair(U"这", 0)}) {
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

  // Skips `size` characters if a month or day follows them (去年的6月), else stays.
  void TryAfter(std::size_t size) {
    if (MonthFollows(at_ + size)) at_ += size;
  }

  std::u32string_view text_;
  std::size_t at_;
  DateExpression date_;
};

}  // namespace

std::optional<DateExpression> ParseDate(std::u32string_view text, std::size_t position) {
  if (position >= text.size()) return std::nullopt;
  if (IsArabicDigit(text[position])) {
    if (auto numeric = ParseNumericDate(text, position)) return numeric;
  }
  return DateParser(text, position).Run();
}

}  // namespace yinzheng::text
