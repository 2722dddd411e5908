// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/record_rules.h"

#include <utility>

#include "indexer/base/status_macros.h"
#include "services/record/day_interval.h"

namespace yinzheng::services {
namespace {

bool IsDenial(const v1::Fact& fact) { return fact.polarity() == v1::POLARITY_NEGATIVE; }
// Whether some sentence states both: whoever wrote it meant two things, not one.
bool ShareSentence(const v1::Fact& a, const v1::Fact& b) {
  for (const v1::Citation& left : a.citations()) {
    for (const v1::Citation& right : b.citations()) {
      if (left.article() == right.article() && left.span().start() < right.span().end() &&
          right.span().start() < left.span().end()) {
        return true;
      }
    }
  }
  return false;
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
  return RelateTimes(a.time(), b.time()) == TimeRelation::kSame;
}

bool RecordRules::Conflict(const v1::Fact& a, const v1::Fact& b) const {
  if (!properties.Of(a).single_valued || !properties.Of(b).single_valued) return false;
  if (IsPlan(a) || IsPlan(b) || PropertyKey(a) != PropertyKey(b) || ScopeKey(a) != ScopeKey(b)) {
    return false;
  }
  if (!SameTime(a, b) || ShareSentence(a, b)) return false;
  const Agreement agreement = values.Compare(a, b);
  if (IsDenial(a) && IsDenial(b)) return false;
  if (IsDenial(a) != IsDenial(b)) return agreement == Agreement::kAgrees;
  return agreement == Agreement::kExcludes;
}

}  // namespace yinzheng::services
