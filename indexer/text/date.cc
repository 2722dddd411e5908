// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/date.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/date_finder.h"
#include "indexer/text/date_parser.h"
#include "indexer/text/date_resolver.h"
#include "indexer/text/edtf.h"
#include "indexer/text/number_rules.h"
#include "indexer/text/number_text.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

// How far from the date a clause is searched for words such as 预计.
constexpr std::size_t kReach = 24;

// A sentence longer than this has lost its beginning.
constexpr std::size_t kSentenceReach = 200;

// A date as it stands in the text, before it is resolved.
struct FoundDate {
  DateExpression date;  // of a range, the first end
  std::optional<DateRange> range;
  Span span;
};

// The characters a date can begin with: most places need no closer look.
const std::unordered_set<char32_t>& DateStarts() {
  static const auto* const starts = [] {
    auto* const set = new std::unordered_set<char32_t>;
    for (const DateWordRule& rule : Rules().date_words) set->insert(rule.form.front());
    for (const auto& [era, year] : Rules().eras) set->insert(era.front());
    for (const char32_t c :
         U"“\"「『‘农阴旧正冬腊大年第首前上本这下最星礼周"
         U"0123456789〇零○一二三四五六七八九十两千") {
      if (c != 0) set->insert(c);
    }
    return set;
  }();
  return *starts;
}

std::optional<FoundDate> FindDateAt(std::u32string_view text, std::size_t position) {
  if (!DateStarts().contains(text[position])) return std::nullopt;
  std::optional<DateExpression> single = ParseDate(text, position);
  std::optional<DateRange> range = ParseDateRange(text, position, single);
  if (range && (!single || range->end > single->end)) {
    FoundDate found{range->from, range, MakeSpan(position, range->end)};
    return found;
  }
  if (!single) return std::nullopt;
  return FoundDate{*single, std::nullopt, MakeSpan(position, single->end)};
}

std::vector<FoundDate> FindAll(std::u32string_view text) {
  std::vector<FoundDate> found;
  for (std::size_t position = 0; position < text.size();) {
    std::optional<FoundDate> date = FindDateAt(text, position);
    if (date) {
      position = date->span.end;
      found.push_back(*date);
    } else {
      ++position;
    }
  }
  return found;
}

bool EndsClause(char32_t c) { return IsClauseEnd(c) || IsSentenceEnd(c) || IsLineBreak(c); }

bool HasPlanWord(std::u32string_view clause, bool before) {
  for (const DateWordRule& rule : Rules().date_words) {
    if (rule.kind != DateWordKind::kPlan) continue;
    for (std::size_t at = clause.find(rule.form); at != std::u32string_view::npos;
         at = clause.find(rule.form, at + 1)) {
      const std::size_t end = at + rule.form.size();
      // 到 makes a plan only right before the date: 到2030年.
      if (rule.form == U"到" && (!before || end != clause.size())) continue;
      if (at > 0 && IsOneOf(clause[at - 1], rule.not_after)) continue;
      if (!IsOneOf(At(clause, end), rule.not_before)) return true;
    }
  }
  return false;
}

bool IsPlanned(std::u32string_view text, Span span) {
  std::size_t begin = span.begin;
  while (begin > 0 && span.begin - begin < kReach && !EndsClause(text[begin - 1])) --begin;
  if (HasPlanWord(text.substr(begin, span.begin - begin), true)) return true;
  std::size_t end = span.end;
  while (end < text.size() && end - span.end < kReach && !EndsClause(text[end])) ++end;
  return HasPlanWord(text.substr(span.end, end - span.end), false);
}

bool IsAsOf(std::u32string_view text, const FoundDate& found) {
  if (found.date.now) return true;
  std::size_t begin = found.span.begin;
  while (begin > 0 && IsBlank(text[begin - 1])) --begin;
  return std::any_of(
      Rules().date_words.begin(), Rules().date_words.end(), [&](const DateWordRule& rule) {
        return rule.kind == DateWordKind::kAsOf && EndsWithAt(text, begin, rule.form);
      });
}

// Resolves the dates of one text in order, since later ones lean on earlier ones.
class DateReader {
 public:
  DateReader(std::u32string_view text, const std::optional<ReferenceDate>& published,
             DateDirection direction)
      : text_(text), direction_(direction) {
    context_.published = published;
  }

  std::vector<DateMatch> Run() {
    std::vector<DateMatch> matches;
    for (const FoundDate& found : FindAll(text_)) {
      if (std::optional<DateMatch> match = Read(found)) matches.push_back(*std::move(match));
    }
    return matches;
  }

 private:
  std::optional<DateMatch> Read(const FoundDate& found) {
    DateMatch match;
    match.span = found.span;
    match.planned = IsPlanned(text_, found.span);
    match.as_of = IsAsOf(text_, found);
    match.vague = found.date.now || found.date.recent;
    match.lunar = found.date.lunar;
    context_.future = direction_ == DateDirection::kFuture ||
                      (direction_ == DateDirection::kAuto && match.planned && !match.as_of);
    context_.nearest = direction_ == DateDirection::kAuto && !match.as_of;
    context_.anchor.same_sentence = SameSentence(found.span.begin);
    const auto resolved =
        found.range ? ResolveDateRange(*found.range, context_) : ResolveDate(found.date, context_);
    if (!resolved) return std::nullopt;
    match.edtf = resolved->edtf;
    // What lies ahead of the publication date cannot but be planned.
    if (context_.published && resolved->interval.earliest &&
        *resolved->interval.earliest > context_.published->latest()) {
      match.planned = true;
    }
    match.relative = resolved->relative;
    if (resolved->interval.earliest) match.earliest = FormatDay(*resolved->interval.earliest);
    if (resolved->interval.latest) match.latest = FormatDay(*resolved->interval.latest);
    const bool interval = match.edtf.find('/') != std::string::npos;
    match.kind = found.date.plan           ? DateKind::kPeriod
                 : found.range || interval ? DateKind::kRange
                                           : DateKind::kPoint;
    if (!match.vague && resolved->anchor.year) {
      context_.anchor = resolved->anchor;
      anchor_end_ = found.span.end;
    }
    return match;
  }

  bool SameSentence(std::size_t position) const {
    if (position - anchor_end_ > kSentenceReach) return false;
    for (std::size_t at = anchor_end_; at < position; ++at) {
      if (IsSentenceEnd(text_[at])) return false;
      if (IsLineBreak(text_[at]) && IsLineBreak(At(text_, at + 1))) return false;
    }
    return true;
  }

  std::u32string_view text_;
  DateDirection direction_;
  DateContext context_;
  std::size_t anchor_end_ = 0;
};

// The date a reference stands for, at the precision its EDTF has.
absl::StatusOr<int> ReadNumber(std::string_view edtf, std::size_t at, std::size_t size) {
  int value = 0;
  if (at + size > edtf.size() || !absl::SimpleAtoi(base::AbslView(edtf.substr(at, size)), &value)) {
    return absl::InvalidArgumentError(absl::StrCat(
        "reading the publication date \"", base::AbslView(edtf), "\": it has no definite year"));
  }
  return value;
}

}  // namespace

absl::StatusOr<ReferenceDate> ReferenceDate::FromEdtf(std::string_view edtf) {
  YZ_ASSIGN_OR_RETURN(const DateInterval interval, ParseEdtf(edtf));
  if (!interval.latest) {
    return absl::InvalidArgumentError(absl::StrCat(
        "reading the publication date \"", base::AbslView(edtf), "\": the interval has no end"));
  }
  const std::size_t slash = edtf.find('/');
  std::string_view point = slash == std::string_view::npos ? edtf : edtf.substr(slash + 1);
  while (!point.empty() && (point.back() == '~' || point.back() == '?' || point.back() == '%')) {
    point.remove_suffix(1);
  }
  const std::chrono::year_month_day latest(*interval.latest);
  YZ_ASSIGN_OR_RETURN(const int year, ReadNumber(point, 0, 4));
  if (point.size() < 7 || point.substr(5, 2) == "XX") {
    return ReferenceDate(year, std::nullopt, std::nullopt);
  }
  const int month = static_cast<int>(static_cast<unsigned>(latest.month()));
  const int latest_year = static_cast<int>(latest.year());  // a winter ends in the next year
  if (point.size() < 10 || point.substr(8, 2) == "XX") {
    return ReferenceDate(latest_year, month, std::nullopt);
  }
  return ReferenceDate(year, month, static_cast<int>(static_cast<unsigned>(latest.day())));
}

std::string ReferenceDate::edtf() const {
  if (!month_) return absl::StrFormat("%04d", year_);
  if (!day_) return absl::StrFormat("%04d-%02d", year_, *month_);
  return absl::StrFormat("%04d-%02d-%02d", year_, *month_, *day_);
}

std::chrono::sys_days ReferenceDate::latest() const {
  const std::chrono::year_month month = std::chrono::year(year_) / month_.value_or(12);
  if (day_) return std::chrono::sys_days(month / *day_);
  return std::chrono::sys_days(month / std::chrono::last);
}

std::vector<Span> FindNormalizedDateSpans(std::u32string_view normalized) {
  std::vector<Span> spans;
  for (const FoundDate& found : FindAll(normalized)) {
    if (!found.date.now && !found.date.recent) spans.push_back(found.span);
  }
  return spans;
}

std::vector<DateMatch> FindDates(std::u32string_view text,
                                 const std::optional<ReferenceDate>& published,
                                 DateDirection direction) {
  const std::u32string normalized = NormalizeNumberText(text);
  return DateReader(normalized, published, direction).Run();
}

}  // namespace yinzheng::text
