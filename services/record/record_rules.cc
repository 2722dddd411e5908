// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/record_rules.h"

#include <optional>
#include <string>
#include <utility>

#include "absl/time/civil_time.h"
#include "indexer/base/status_macros.h"
#include "services/record/day_interval.h"
#include "services/record/subject_naming.h"

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
  const std::string& day = a.time().earliest();
  absl::CivilDay counted;
  if (!a.has_quantity() || a.time().latest() != day || b.time().earliest() != day ||
      b.time().latest() != day || !absl::ParseCivilTime(day, &counted)) {
    return false;
  }
  const auto is_news = [&](const std::optional<absl::CivilDay>& printed) {
    return printed.has_value() && *printed >= counted && *printed - counted <= kDaysOfNews;
  };
  const std::optional<absl::CivilDay> first = FirstPrinted(a);
  const std::optional<absl::CivilDay> second = FirstPrinted(b);
  return is_news(first) && is_news(second) && *first != *second;
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
  if (a.has_date() && !(NamesItself(a) && NamesItself(b))) return false;
  const Agreement agreement = values.Compare(a, b);
  if (IsDenial(a) && IsDenial(b)) return false;
  if (IsDenial(a) != IsDenial(b)) return agreement == Agreement::kAgrees;
  return agreement == Agreement::kExcludes;
}

}  // namespace yinzheng::services
