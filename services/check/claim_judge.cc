// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/check/claim_judge.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/store/name_key.h"
#include "indexer/text/unicode.h"
#include "services/record/day_interval.h"

namespace yinzheng::services {
namespace {

constexpr int kMaxFacts = 5;
// From here on two wordings may be one property: enough to support a claim, never to contradict it.
constexpr double kNearProperty = 0.5;

bool SameName(const v1::EntityRef& a, const v1::EntityRef& b) {
  if (!a.entity().empty() || !b.entity().empty()) return a.entity() == b.entity();
  return store::NameKey(a.display_name()) == store::NameKey(b.display_name());
}

std::multiset<std::u32string> PairsOf(const std::string& text) {
  const std::u32string key = text::DecodeUtf8(store::NameKey(text));
  std::multiset<std::u32string> pairs;
  if (key.size() == 1) pairs.insert(key);
  for (size_t i = 0; i + 1 < key.size(); ++i) pairs.insert(key.substr(i, 2));
  return pairs;
}

// Dice's coefficient over character pairs; 1 for the same property.
double PropertyLikeness(const v1::Fact& a, const v1::Fact& b) {
  if (PropertyKey(a) == PropertyKey(b)) return 1;
  const auto left = PairsOf(a.property());
  const auto right = PairsOf(b.property());
  if (left.empty() || right.empty()) return 0;
  std::multiset<std::u32string> shared;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::inserter(shared, shared.begin()));
  return 2.0 * static_cast<double>(shared.size()) / static_cast<double>(left.size() + right.size());
}

bool IsPlan(const v1::Fact& fact) { return fact.modality() == v1::MODALITY_PLANNED; }
bool IsDenial(const v1::Fact& fact) { return fact.polarity() == v1::POLARITY_NEGATIVE; }

// A claim that names no list may be about the list of the record; a claim that names a scope is
// about that scope only.
bool SameScope(const v1::Fact& claim, const v1::Fact& recorded) {
  if (claim.has_rank() && claim.rank().list().empty() && claim.rank().scope().empty() &&
      claim.qualifiers().empty()) {
    return true;
  }
  return ScopeKey(claim) == ScopeKey(recorded);
}

bool HasSpeaker(const v1::Fact& fact) {
  return std::any_of(fact.citations().begin(), fact.citations().end(), [](const auto& citation) {
    return citation.attribution().speaker().ByteSizeLong() > 0;
  });
}

bool SpeakersDiffer(const v1::Fact& claim, const v1::Fact& recorded) {
  if (!HasSpeaker(claim) || !HasSpeaker(recorded)) return false;
  for (const v1::Citation& ours : claim.citations()) {
    for (const v1::Citation& theirs : recorded.citations()) {
      if (SameName(ours.attribution().speaker(), theirs.attribution().speaker())) return false;
    }
  }
  return true;
}

// Whether the claim's time rules the record out. A claim that says no time of its own (or only
// that of the day it is read on) is taken to speak of any; one that does is not borne out by a
// record that says none.
bool TimesDiffer(const v1::Fact& claim, const v1::Fact& recorded) {
  if (claim.time_basis() == v1::TIME_BASIS_PUBLISHED) return false;
  if (claim.time().edtf().empty()) return false;
  const TimeRelation relation = RelateTimes(claim.time(), recorded.time());
  return relation == TimeRelation::kDifferent || relation == TimeRelation::kUnknown;
}

std::string Explain(v1::Verdict verdict, v1::VerdictReason reason) {
  if (verdict == v1::VERDICT_SUPPORTED) return "the record states it";
  if (verdict == v1::VERDICT_CONTRADICTED) {
    return "the record has another value for the same subject, property and time";
  }
  if (verdict == v1::VERDICT_NOT_FOUND) return "the record says nothing about it";
  switch (reason) {
    case v1::VERDICT_REASON_VALUE_DIFFERS:
      return "the record has a value that neither agrees nor excludes it for certain";
    case v1::VERDICT_REASON_TIME_DIFFERS:
      return "the record speaks of another time or names none";
    case v1::VERDICT_REASON_SUBJECT_DIFFERS:
      return "the record says so of another subject";
    case v1::VERDICT_REASON_SCOPE_DIFFERS:
      return "the record speaks of another scope";
    case v1::VERDICT_REASON_MODALITY_DIFFERS:
      return "one of text and record states a plan, the other a fact";
    case v1::VERDICT_REASON_ATTRIBUTION_DIFFERS:
      return "the record credits it to somebody else";
    default:
      return "the record comes near and decides nothing";
  }
}

int RankOf(v1::Verdict verdict) {
  switch (verdict) {
    case v1::VERDICT_SUPPORTED:
      return 0;
    case v1::VERDICT_CONTRADICTED:
      return 1;
    default:
      return 2;
  }
}

}  // namespace

bool ClaimJudge::Excludes(const v1::Fact& claim, const v1::Fact& recorded) const {
  const PropertyBehaviour behaviour = rules_.properties.Of(claim);
  if (PropertyKey(claim) != PropertyKey(recorded) || ScopeKey(claim) != ScopeKey(recorded) ||
      !rules_.SameTime(claim, recorded)) {
    return false;
  }
  const Agreement agreement = rules_.values.Compare(recorded, claim);
  if (IsDenial(claim) != IsDenial(recorded)) return agreement == Agreement::kAgrees;
  return behaviour.single_valued && !IsDenial(claim) && agreement == Agreement::kExcludes;
}

Finding ClaimJudge::JudgeSupport(const v1::Fact& claim, const v1::Fact& recorded,
                                 double closeness) const {
  const auto ambiguous = [&](v1::VerdictReason reason) {
    return Finding{v1::VERDICT_AMBIGUOUS, reason, closeness};
  };
  if (!rules_.properties.Of(recorded).timeless && TimesDiffer(claim, recorded)) {
    return ambiguous(v1::VERDICT_REASON_TIME_DIFFERS);
  }
  if (!SameScope(claim, recorded)) return ambiguous(v1::VERDICT_REASON_SCOPE_DIFFERS);
  if (SpeakersDiffer(claim, recorded)) return ambiguous(v1::VERDICT_REASON_ATTRIBUTION_DIFFERS);
  return {v1::VERDICT_SUPPORTED, v1::VERDICT_REASON_UNSPECIFIED, closeness};
}

Finding ClaimJudge::CompareRelevant(const v1::Fact& claim, const v1::Fact& recorded,
                                    double closeness) const {
  const auto ambiguous = [&](v1::VerdictReason reason) {
    return Finding{v1::VERDICT_AMBIGUOUS, reason, closeness};
  };
  const bool same_subject = SameName(claim.subject(), recorded.subject());
  const bool supports =
      rules_.values.Supports(recorded, claim) && IsDenial(claim) == IsDenial(recorded);
  const Agreement agreement = rules_.values.Compare(recorded, claim);
  if (!same_subject) return supports ? ambiguous(v1::VERDICT_REASON_SUBJECT_DIFFERS) : Finding{};
  if (IsPlan(claim) != IsPlan(recorded)) {
    return agreement == Agreement::kAgrees ? ambiguous(v1::VERDICT_REASON_MODALITY_DIFFERS)
                                           : Finding{};
  }
  if (supports) return JudgeSupport(claim, recorded, closeness);
  if (Excludes(claim, recorded)) {
    return {v1::VERDICT_CONTRADICTED, v1::VERDICT_REASON_VALUE_DIFFERS, closeness};
  }
  // Other values of what has many values say nothing of the claim.
  if (agreement != Agreement::kAgrees && !rules_.properties.Of(recorded).single_valued) return {};
  if (recorded.has_quantity() && recorded.quantity().measure() != claim.quantity().measure()) {
    return {};
  }
  if (TimesDiffer(claim, recorded)) return ambiguous(v1::VERDICT_REASON_TIME_DIFFERS);
  if (!SameScope(claim, recorded)) return ambiguous(v1::VERDICT_REASON_SCOPE_DIFFERS);
  return ambiguous(v1::VERDICT_REASON_VALUE_DIFFERS);
}

Finding ClaimJudge::Compare(const v1::Fact& claim, const v1::Fact& recorded) const {
  if (KindOf(claim) != KindOf(recorded)) return {};
  const double likeness = PropertyLikeness(claim, recorded);
  if (likeness < kNearProperty) return {};
  return CompareRelevant(claim, recorded, likeness);
}

void ClaimJudge::Judge(const v1::Fact& claim, const std::vector<v1::Fact>& recorded,
                       v1::Assertion& assertion) const {
  std::vector<std::pair<Finding, const v1::Fact*>> findings;
  std::set<std::string> known;
  for (const v1::Fact& fact : recorded) {
    const Finding finding = Compare(claim, fact);
    if (finding.verdict != v1::VERDICT_UNSPECIFIED && known.insert(fact.name()).second) {
      findings.emplace_back(finding, &fact);
    }
  }
  std::stable_sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) {
    return std::tuple(RankOf(a.first.verdict), -a.first.closeness, a.second->name()) <
           std::tuple(RankOf(b.first.verdict), -b.first.closeness, b.second->name());
  });
  Finding decisive{v1::VERDICT_NOT_FOUND, v1::VERDICT_REASON_UNSPECIFIED, 0};
  if (!findings.empty()) decisive = findings.front().first;
  const bool disputed = decisive.verdict == v1::VERDICT_SUPPORTED &&
                        std::any_of(findings.begin(), findings.end(), [](const auto& finding) {
                          return finding.first.verdict == v1::VERDICT_CONTRADICTED;
                        });
  if (disputed) decisive = {v1::VERDICT_AMBIGUOUS, v1::VERDICT_REASON_VALUE_DIFFERS, 0};
  assertion.set_verdict(decisive.verdict);
  assertion.set_reason(decisive.reason);
  assertion.set_explanation(disputed ? "the record both states it and excludes it"
                                     : Explain(decisive.verdict, decisive.reason));
  for (const auto& [finding, fact] : findings) {
    const bool decides =
        disputed ? RankOf(finding.verdict) < 2 : finding.verdict == decisive.verdict;
    if (decides && assertion.facts_size() < kMaxFacts) *assertion.add_facts() = *fact;
  }
}

}  // namespace yinzheng::services
