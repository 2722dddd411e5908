// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/record_rules.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/time/civil_time.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/unicode.h"
#include "services/record/day_interval.h"

namespace yinzheng::services {
namespace {

bool IsDenial(const v1::Fact& fact) { return fact.polarity() == v1::POLARITY_NEGATIVE; }
// Whether some article states both: whoever wrote it meant two things, not one.
bool ShareArticle(const v1::Fact& a, const v1::Fact& b) {
  for (const v1::Citation& left : a.citations()) {
    for (const v1::Citation& right : b.citations()) {
      if (!left.article().empty() && left.article() == right.article()) return true;
    }
  }
  return false;
}

// When a figure was printed says little of when it held: it is no time to hold against one that a
// text names.
bool KnownAlike(const v1::Fact& a, const v1::Fact& b) {
  const auto printed = [](const v1::Fact& fact) {
    return fact.time_basis() == v1::TIME_BASIS_PUBLISHED;
  };
  return printed(a) == printed(b);
}

// The first day that any of its sources was printed; nullopt if none is dated.
std::optional<absl::CivilDay> FirstPrinted(const v1::Fact& fact) {
  std::optional<absl::CivilDay> first;
  for (const v1::Citation& citation : fact.citations()) {
    absl::CivilDay day;
    if (!absl::ParseCivilTime(citation.published().earliest(), &day)) continue;
    if (!first.has_value() || day < *first) first = day;
  }
  return first;
}

// A count of one day that is printed again in the days after it is brought up to date, not
// contradicted: 28 killed by the evening, 95 by the morning.
bool IsRevision(const v1::Fact& a, const v1::Fact& b) {
  constexpr int kDaysOfNews = 10;
  absl::CivilDay counted;
  if (!a.has_quantity() || a.time().earliest() != a.time().latest() ||
      !absl::ParseCivilTime(a.time().earliest(), &counted)) {
    return false;
  }
  const std::optional<absl::CivilDay> first = FirstPrinted(a);
  const std::optional<absl::CivilDay> second = FirstPrinted(b);
  return first.has_value() && second.has_value() && *first != *second &&
         *first - counted <= kDaysOfNews && *second - counted <= kDaysOfNews;
}

// Characters that a name may stand behind without being the end of a longer one.
bool EndsWord(char32_t c) {
  static constexpr std::u32string_view kBefore = U"的在由和与及对将让使从";
  return !text::IsHan(c) || kBefore.find(c) != std::u32string_view::npos;
}

// Characters that may follow a name without making it the beginning of a longer one.
bool BeginsClause(char32_t c) {
  static constexpr std::u32string_view kAfter = U"于自在已将正今昨前日经由从是也又才刚成建竣开颁";
  return !text::IsHan(c) || kAfter.find(c) != std::u32string_view::npos;
}

// Whether the sentences are about the subject itself, not about something whose name its own is
// part of (北京大熊猫基地开工 dates nothing of 北京) nor about something that they do not name at
// all. Facts without sentences are taken at their word.
bool StandsAlone(const v1::Fact& fact) {
  const std::u32string name = text::DecodeUtf8(fact.subject().display_name());
  return std::all_of(fact.citations().begin(), fact.citations().end(),
                     [&](const v1::Citation& citation) {
                       const std::u32string quote = text::DecodeUtf8(citation.quote());
                       if (quote.empty()) return true;
                       const size_t at = quote.find(name);
                       if (at == std::u32string::npos) return false;
                       const size_t end = at + name.size();
                       return (at == 0 || EndsWord(quote[at - 1])) &&
                              (end == quote.size() || BeginsClause(quote[end]));
                     });
}

bool IsPlan(const v1::Fact& fact) { return fact.modality() == v1::MODALITY_PLANNED; }

}  // namespace

absl::StatusOr<RecordRules> RecordRules::Create() {
  YZ_ASSIGN_OR_RETURN(ValueComparison values, ValueComparison::Create());
  YZ_ASSIGN_OR_RETURN(PropertyRules properties, PropertyRules::Create());
  YZ_ASSIGN_OR_RETURN(Rewordings rewordings, Rewordings::Load());
  return RecordRules{std::move(values), std::move(properties), std::move(rewordings)};
}

bool RecordRules::SameTime(const v1::Fact& a, const v1::Fact& b) const {
  if (properties.Of(a).timeless && properties.Of(b).timeless) return true;
  return KnownAlike(a, b) && RelateTimes(a.time(), b.time()) == TimeRelation::kSame;
}

bool RecordRules::Conflict(const v1::Fact& a, const v1::Fact& b) const {
  if (!properties.Of(a).single_valued || !properties.Of(b).single_valued) return false;
  if (IsPlan(a) || IsPlan(b) || PropertyKey(a) != PropertyKey(b) || ScopeKey(a) != ScopeKey(b)) {
    return false;
  }
  if (!SameTime(a, b) || ShareArticle(a, b) || IsRevision(a, b)) return false;
  if (a.has_date() && !(StandsAlone(a) && StandsAlone(b))) return false;
  const Agreement agreement = values.Compare(a, b);
  if (IsDenial(a) && IsDenial(b)) return false;
  if (IsDenial(a) != IsDenial(b)) return agreement == Agreement::kAgrees;
  return agreement == Agreement::kExcludes;
}

}  // namespace yinzheng::services
