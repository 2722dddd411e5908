// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/date_evidence.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "indexer/base/status_macros.h"
#include "indexer/ingest/date_years.h"
#include "indexer/text/date.h"
#include "indexer/text/edtf.h"
#include "indexer/text/unicode.h"

namespace yinzheng::ingest {
namespace {

using re2::StringPiece;
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;
using text::Span;

// A wider interval tells nobody when a text was printed.
constexpr days kMaxWidth{1461};
// News of a day is printed within this time.
constexpr days kMaxReportDelay{14};
// How much of a clause is quoted on each side of its date, in characters.
constexpr uint32_t kQuoted = 24;
// The year in which the congresses met in May.
constexpr int kYearOfLateSessions = 2020;

sys_days Day(int year, unsigned month, unsigned day) {
  return sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}

sys_days EndOfMonth(sys_days day) {
  const year_month_day date(day);
  return sys_days(year_month_day_last(date.year(), std::chrono::month_day_last(date.month())));
}

bool IsFirstOfMonth(sys_days day) { return year_month_day(day).day() == std::chrono::day(1); }

std::string MonthOf(sys_days day) { return text::FormatDay(day).substr(0, 7); }
std::string YearOf(sys_days day) { return text::FormatDay(day).substr(0, 4); }

// The shortest EDTF of an interval.
std::string EdtfOf(sys_days earliest, sys_days latest) {
  if (earliest == latest) return text::FormatDay(earliest);
  const bool months = IsFirstOfMonth(earliest) && latest == EndOfMonth(latest);
  const bool years = months && text::FormatDay(earliest).ends_with("-01-01") &&
                     text::FormatDay(latest).ends_with("-12-31");
  if (years && YearOf(earliest) == YearOf(latest)) return YearOf(earliest);
  if (years) return absl::StrCat(YearOf(earliest), "/", YearOf(latest));
  if (months && MonthOf(earliest) == MonthOf(latest)) return MonthOf(earliest);
  if (months) return absl::StrCat(MonthOf(earliest), "/", MonthOf(latest));
  return absl::StrCat(text::FormatDay(earliest), "/", text::FormatDay(latest));
}

std::optional<sys_days> DayOf(const std::string& iso) {
  const auto interval = text::ParseEdtf(iso);
  return interval.ok() ? interval->earliest : std::nullopt;
}

// 70, 七十, 一百零五; 0 if it is none.
int CountOfYears(std::string_view words) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  int total = 0;
  int digit = 0;
  for (const char32_t c : text::DecodeUtf8(words)) {
    if (c >= U'0' && c <= U'9') {
      digit = digit * 10 + static_cast<int>(c - U'0');
    } else if (c == U'十' || c == U'百') {
      total += std::max(digit, 1) * (c == U'百' ? 100 : 10);
      digit = 0;
    } else if (const size_t value = kDigits.find(c); value != std::u32string_view::npos) {
      digit = static_cast<int>(value);
    } else if (c != U'零') {
      return 0;
    }
  }
  return total + digit;
}

bool EndsClause(char32_t c) {
  return text::IsClauseEnd(c) || text::IsSentenceEnd(c) || text::IsLineBreak(c);
}

}  // namespace

absl::StatusOr<std::unique_ptr<DateInference>> DateInference::Create(const CreditReader& credits) {
  YZ_ASSIGN_OR_RETURN(PatternRules rules, PatternRules::Load("date_rules.tsv"));
  return std::make_unique<DateInference>(std::move(rules), credits);
}

// Gathers the bounds of one page.
class DateInference::Collector {
 public:
  Collector(const PatternRules& rules, const Page& page) : rules_(rules), page_(page) {
    for (const PageLine& line : page.lines()) {
      if (line.role == LineRole::kProse) prose_.push_back(&line);
    }
  }

  std::optional<v1::DateValue> Infer(const CreditReader& credits) {
    YearCandidates years = FindYears(credits, page_);
    FindNamedYears(years);
    if (years.size() > 1) return std::nullopt;  // It contradicts itself.
    ReadAbsoluteDates();
    ReadReport(std::nullopt);
    ReadToday(std::nullopt);
    std::optional<int> year;
    if (!years.empty()) {
      year = years.begin()->first;
      year_evidence_ = years.begin()->second;
      NotBefore(Day(*year, 1, 1), year_evidence_);
      NotAfter(Day(*year, 12, 31), year_evidence_);
    } else if (earliest_ && latest_ && YearOf(*earliest_) == YearOf(*latest_)) {
      year = static_cast<int>(year_month_day(*earliest_).year());
    }
    if (year) ReadDatesOfYear(*year);
    return Result();
  }

 private:
  void NotBefore(sys_days day, const std::string& evidence) {
    if (earliest_ && *earliest_ >= day) return;
    earliest_ = day;
    earliest_evidence_ = evidence;
  }

  void NotAfter(sys_days day, const std::string& evidence) {
    if (latest_ && *latest_ <= day) return;
    latest_ = day;
    latest_evidence_ = evidence;
  }

  std::optional<v1::DateValue> Result() const {
    if (!earliest_ || !latest_ || *earliest_ > *latest_) return std::nullopt;
    if (*latest_ - *earliest_ > kMaxWidth) return std::nullopt;
    v1::DateValue date;
    date.set_edtf(EdtfOf(*earliest_, *latest_));
    date.set_earliest(text::FormatDay(*earliest_));
    date.set_latest(text::FormatDay(*latest_));
    date.set_basis(v1::DATE_BASIS_INFERRED);
    std::vector<std::string> evidence;
    for (const std::string* words : {&year_evidence_, &earliest_evidence_, &latest_evidence_}) {
      const bool known = std::find(evidence.begin(), evidence.end(), *words) != evidence.end();
      if (!words->empty() && !known) evidence.push_back(*words);
    }
    date.set_evidence(absl::StrJoin(evidence, "; "));
    return date;
  }

  bool Has(std::string_view kind, const std::string& key) const {
    for (const PatternRule* rule : rules_.OfKind(kind)) {
      if (RE2::PartialMatch(key, *rule->pattern)) return true;
    }
    return false;
  }

  // The words that a rule of `kind` finds in `key`; empty if none does.
  std::string Found(std::string_view kind, const std::string& key) const {
    for (const PatternRule* rule : rules_.OfKind(kind)) {
      StringPiece found;
      if (rule->pattern->Match(key, 0, key.size(), RE2::UNANCHORED, &found, 1)) {
        return std::string(found);
      }
    }
    return "";
  }

  void FindNamedYears(YearCandidates& years) const {
    for (const PatternRule& rule : rules_.rules()) {
      int year = 0;
      if (RE2::FullMatch(rule.kind, R"((\d{4}))", &year)) {
        for (const PageLine* line : prose_) {
          const std::string found = Found(rule.kind, line->keyed->key());
          if (!found.empty()) years.emplace(year, found);
        }
      } else if (RE2::FullMatch(rule.kind, R"(since-(\d{4}))", &year)) {
        FindAnniversary(rule, year, years);
      }
    }
  }

  // 今年是…成立70周年: the rule knows what began in `first`, the text says how long ago.
  void FindAnniversary(const PatternRule& rule, int first, YearCandidates& years) const {
    for (const PageLine* line : prose_) {
      const std::string& key = line->keyed->key();
      StringPiece parts[2];  // The whole words, and the number in them.
      if (!rule.pattern->Match(key, 0, key.size(), RE2::UNANCHORED, parts, 2)) continue;
      const int passed = CountOfYears({parts[1].data(), parts[1].size()});
      if (passed > 0) years.emplace(first + passed, std::string(parts[0]));
    }
  }

  // The part of a line around a date up to marks that `ends` knows, in code points of the page.
  template <typename Ends>
  Span PartAround(const PageLine& line, Span date, Ends ends) const {
    Span part = date;
    const std::u32string_view text = page_.text();
    while (part.begin > line.span.begin && !ends(text[part.begin - 1])) --part.begin;
    while (part.end < line.span.end && !ends(text[part.end])) ++part.end;
    return part;
  }

  // The clause around a date; behind a date that stands alone (今年5月，…) the next one too.
  Span ClauseOf(const PageLine& line, Span date) const {
    const Span clause = PartAround(line, date, EndsClause);
    if (clause.end != date.end || clause.end >= line.span.end) return clause;
    return {clause.begin, PartAround(line, {date.begin, date.end + 1}, EndsClause).end};
  }

  std::string Quote(Span clause, Span date) const {
    const uint32_t begin = date.begin - std::min(date.begin - clause.begin, kQuoted);
    const uint32_t end = std::min(clause.end, date.end + kQuoted);
    return text::EncodeUtf8(page_.Text({begin, end}));
  }

  std::string KeyOf(Span clause) const { return KeyedText(page_.text(), clause).key(); }

  void ReadAbsoluteDates() {
    for (const PageLine* line : prose_) {
      for (const text::DateMatch& match : text::FindDates(page_.Text(line->span), std::nullopt)) {
        if (!match.relative) TakeDate(*line, match);
      }
    }
  }

  void TakeDate(const PageLine& line, const text::DateMatch& match) {
    if (match.lunar || match.vague || match.kind == text::DateKind::kPeriod) return;
    // 2024年中 is the middle of a year, or the beginning of 中国 and the like.
    if (text::Slice(page_.Text(line.span), match.span).ends_with(U"年中")) return;
    const Span date{line.span.begin + match.span.begin, line.span.begin + match.span.end};
    const Span clause = ClauseOf(line, date);
    const std::optional<sys_days> earliest = DayOf(match.earliest);
    const std::optional<sys_days> latest = DayOf(match.latest);
    if (match.planned) {
      const bool ahead = !match.as_of && IsAhead(clause, date, IsWholeYear(match)) &&
                         !Has("document", KeyOf(PartAround(line, date, text::IsSentenceEnd)));
      if (latest && ahead) NotAfter(*latest, Quote(clause, date));
    } else if (earliest && IsPast(match, line, clause)) {
      NotBefore(*earliest, Quote(clause, date));
    }
  }

  static bool IsWholeYear(const text::DateMatch& match) { return match.edtf.size() == 4; }

  // True if what the clause tells of a date has not come when it is told.
  bool IsAhead(Span clause, Span date, bool whole_year) const {
    static const RE2* const kRightBehind = new RE2(R"(^.{0,6}(?:将|拟|计划|力争))");
    const std::string key = KeyOf(clause);
    const bool planned = Has("planned", KeyOf({clause.begin, date.begin})) ||
                         RE2::PartialMatch(KeyOf({date.end, clause.end}), *kRightBehind);
    if (!planned || Has("grown", key)) return false;
    return !whole_year || !Has("estimate", key) || Has("completion", key);
  }

  // True if what the clause tells of the date has happened: it needs a word for that, a day too
  // (新规 2023年8月28日正式施行 may be printed before). A year may be part of a name (2023年校招)
  // that is older than the year: it counts before 已, and at the head of a clause with figures.
  bool IsPast(const text::DateMatch& match, const PageLine& line, Span clause) const {
    const Span date{line.span.begin + match.span.begin, line.span.begin + match.span.end};
    const std::string key = KeyOf(clause);
    if (Has("coming", key)) return false;
    if (match.relative) return Has("surely-done", key);
    if (!IsWholeYear(match)) return match.as_of || Has("done", key);
    // 预计2024年…，2025年…: one word for all years of a sentence.
    if (Has("coming", KeyOf(PartAround(line, date, text::IsSentenceEnd)))) return false;
    const std::string behind = KeyOf({date.end, clause.end});
    if (behind.find("已") != std::string::npos) return true;
    if (date.begin != clause.begin) return false;
    return behind.starts_with(",") ? Has("done", behind) : Has("figure", behind);
  }

  // What the text says of the year it was printed in, once that is known.
  void ReadDatesOfYear(int year) {
    const auto reference = text::ReferenceDate::FromEdtf(absl::StrFormat("%04d", year));
    if (!reference.ok()) return;
    for (const PageLine* line : prose_) {
      for (const text::DateMatch& match : text::FindDates(page_.Text(line->span), *reference)) {
        const std::u32string_view words = text::Slice(page_.Text(line->span), match.span);
        const bool this_year = words.starts_with(U"今年") || words.starts_with(U"本年");
        if (match.relative && this_year) TakeDate(*line, match);
      }
    }
    ReadSessions(year);
    ReadReport(year);
    ReadToday(year);
  }

  void ReadSessions(int year) {
    const std::string sessions = SessionsColumn();
    if (!sessions.empty() && year != kYearOfLateSessions) NotAfter(Day(year, 3, 31), sessions);
  }

  // The heading of a column that papers print while congresses meet: those of provinces from
  // January on, the national ones in March.
  std::string SessionsColumn() const {
    for (const PageLine& line : page_.lines()) {
      if (line.role != LineRole::kLabel && line.role != LineRole::kHeading) continue;
      std::string found = Found("sessions", line.keyed->key());
      if (!found.empty()) return found;
    }
    return "";
  }

  // A day as a text names it, and how long after it the text can have been printed.
  struct NewsDay {
    StringPiece year;  // Digits; empty if the text leaves the year out.
    unsigned month = 0;
    unsigned day = 0;
    days least_delay{0};
    days most_delay{0};
  };

  // 今天（7月12日）, 昨天（7月11日）.
  void ReadToday(std::optional<int> known_year) {
    static const RE2* const kToday = new RE2(
        R"(((今|昨)[天日](?:上午|中午|下午|晚上?|凌晨)?\((?:(\d{4})年)?(\d{1,2})月(\d{1,2})日\)))");
    for (const PageLine* line : prose_) {
      StringPiece rest(line->keyed->key());
      std::string words;
      std::string which;
      NewsDay news;
      while (
          RE2::FindAndConsume(&rest, *kToday, &words, &which, &news.year, &news.month, &news.day)) {
        news.least_delay = days{which == "昨" ? 1 : 0};
        news.most_delay = news.least_delay;
        TakeNews(news, known_year, words);
      }
    }
  }

  // 新华社某市7月25日电 was sent that day; 7月25日,记者从某处获悉 is news of that day. Without an
  // end behind it 电 begins a word (电网, 电影).
  void ReadReport(std::optional<int> known_year) {
    if (prose_.empty()) return;
    const std::string& key = prose_.front()->keyed->key();
    static const RE2* const kDateline =
        new RE2(R"(^[^。]{0,30}?((?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:专?电|讯))(?:$|[\s\pP|]))");
    static const RE2* const kLead =
        new RE2(R"(^(?:[^。]{0,60}?[)】〕\]] ?)?((?:(\d{4})年)?(\d{1,2})月(\d{1,2})日)[,，])");
    StringPiece words;
    NewsDay news;
    const bool sent =
        RE2::PartialMatch(key, *kDateline, &words, &news.year, &news.month, &news.day);
    const bool told = !sent &&
                      RE2::PartialMatch(key, *kLead, &words, &news.year, &news.month, &news.day) &&
                      Has("report", key.substr(0, key.find("。")));
    if (!sent && !told) return;
    news.most_delay = sent ? days{1} : kMaxReportDelay;
    TakeNews(news, known_year, std::string(words));
  }

  void TakeNews(const NewsDay& news, std::optional<int> known_year, const std::string& words) {
    const std::optional<sys_days> day = DayOfNews(news, known_year);
    if (!day) return;
    NotBefore(*day + news.least_delay, words);
    NotAfter(*day + news.most_delay, words);
  }

  // The day whose year is printed, or that fits the known year of print: in its first days
  // 12月30日 is of the year before. Nothing if both may be meant.
  std::optional<sys_days> DayOfNews(const NewsDay& news, std::optional<int> known_year) const {
    int year = 0;
    if (!news.year.empty()) {
      if (!RE2::FullMatch(news.year, R"((\d+))", &year)) return std::nullopt;
      return ExistingDay(year, news);
    }
    if (!known_year) return std::nullopt;
    const std::optional<sys_days> now = ExistingDay(*known_year, news);
    const std::optional<sys_days> before = ExistingDay(*known_year - 1, news);
    if (!before || !CanBePrinted(*before, news)) return now;
    if (now && CanBePrinted(*now, news)) return std::nullopt;
    return before;
  }

  static std::optional<sys_days> ExistingDay(int year, const NewsDay& news) {
    const year_month_day date{std::chrono::year(year), std::chrono::month(news.month),
                              std::chrono::day(news.day)};
    if (year == 0 || !date.ok()) return std::nullopt;
    return sys_days(date);
  }

  // Whether news of that day can be printed within the bounds found so far.
  bool CanBePrinted(sys_days day, const NewsDay& news) const {
    return (!latest_ || day + news.least_delay <= *latest_) &&
           (!earliest_ || day + news.most_delay >= *earliest_);
  }

  const PatternRules& rules_;
  const Page& page_;
  std::vector<const PageLine*> prose_;
  std::optional<sys_days> earliest_;
  std::optional<sys_days> latest_;
  std::string year_evidence_;
  std::string earliest_evidence_;
  std::string latest_evidence_;
};

std::optional<v1::DateValue> DateInference::Infer(const Page& page) const {
  return Collector(rules_, page).Infer(credits_);
}

}  // namespace yinzheng::ingest
