// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/check/claim_judge.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "indexer/store/name_key.h"
#include "services/check/claim_relevance.h"
#include "services/record/day_interval.h"
#include "services/record/word_terms.h"

namespace yinzheng::services {
namespace {

constexpr int kMaxFacts = 5;

bool SameName(const v1::EntityRef& a, const v1::EntityRef& b) {
  if (!a.entity().empty() || !b.entity().empty()) return a.entity() == b.entity();
  return store::NameKey(a.display_name()) == store::NameKey(b.display_name());
}

bool IsPlan(const v1::Fact& fact) { return fact.modality() == v1::MODALITY_PLANNED; }
bool IsDenial(const v1::Fact& fact) { return fact.polarity() == v1::POLARITY_NEGATIVE; }

std::string WordsOf(const v1::Fact& fact) {
  std::string words = fact.property();
  if (fact.has_rank()) absl::StrAppend(&words, "，", fact.rank().list(), "，", fact.rank().scope());
  for (const v1::Citation& citation : fact.citations()) {
    absl::StrAppend(&words, "，", citation.prefix(), citation.quote());
  }
  return words;
}

// Whether every part, list and range that `narrowed` names is spoken of by `other` as well.
bool NamesScopeOf(const v1::Fact& narrowed, const v1::Fact& other) {
  constexpr double kNamed = 0.8;  // Share of the words.
  const std::u32string words = FoldedText(WordsOf(other));
  std::vector<std::string> scopes;
  for (const v1::Qualifier& qualifier : narrowed.qualifiers()) scopes.push_back(qualifier.value());
  if (narrowed.has_rank()) {
    scopes.push_back(narrowed.rank().list());
    scopes.push_back(narrowed.rank().scope());
  }
  return std::all_of(scopes.begin(), scopes.end(), [&words](const std::string& scope) {
    return WordTerms(scope).CoveredBy(words) >= kNamed;
  });
}

// A claim that names no list may be about the list of the record; a claim that names a scope is
// about that scope only.
bool SameScope(const v1::Fact& claim, const v1::Fact& recorded) {
  if (claim.has_rank() && claim.rank().list().empty() && claim.rank().scope().empty() &&
      claim.qualifiers().empty()) {
    return true;
  }
  if (ScopeKey(claim) == ScopeKey(recorded)) return true;
  return NamesScopeOf(claim, recorded) && NamesScopeOf(recorded, claim);
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

// A claim that says no time of its own (or only that of the day it is read on).
bool IsUntimed(const v1::Fact& claim) {
  return claim.time().edtf().empty() || claim.time_basis() == v1::TIME_BASIS_PUBLISHED;
}

// Whether the record names the claim's time in the same words, in its sentence or right before: a
// year, perhaps in the name of a list. 去年 is another year in every article.
bool NamesTime(const v1::Fact& claim, const v1::Fact& recorded) {
  const std::string& words = claim.time().text();
  constexpr int kYearDigits = 4;
  if (std::count_if(words.begin(), words.end(), absl::ascii_isdigit) < kYearDigits) return false;
  return std::any_of(recorded.citations().begin(), recorded.citations().end(),
                     [&words](const v1::Citation& citation) {
                       return absl::StrContains(citation.quote(), words) ||
                              absl::StrContains(citation.prefix(), words);
                     });
}

// Whether the claim's time rules the record out. A claim without a time of its own is taken to
// speak of any; one that has one is not borne out by a record that says none.
bool TimesDiffer(const v1::Fact& claim, const v1::Fact& recorded) {
  if (IsUntimed(claim)) return false;
  const TimeRelation relation = RelateTimes(claim.time(), recorded.time());
  if (relation == TimeRelation::kUnknown) return !NamesTime(claim, recorded);
  return relation == TimeRelation::kDifferent;
}

// Whether a claim without a time of its own can be held against the record: it speaks of its own
// day, and figures change, so that a record of more than a year before says nothing of it, and one
// of a later time nothing at all. A claim without any day is held against whatever is recorded.
bool IsNearInTime(const v1::Fact& claim, const v1::Fact& recorded) {
  constexpr int64_t kDays = 366;
  if (!claim.has_time() || !recorded.has_time()) return true;
  const DayInterval day = DaysOf(claim.time());
  const DayInterval then = DaysOf(recorded.time());
  const bool later =
      day.latest.has_value() && then.earliest.has_value() && *then.earliest > *day.latest;
  return !later && day.Gap(then) <= kDays;
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

// A document that is named in title marks is issued once.
bool IsOfDocument(const v1::Fact& fact) {
  return std::any_of(fact.citations().begin(), fact.citations().end(), [&](const auto& citation) {
    return absl::StrContains(citation.quote(),
                             absl::StrCat("《", fact.subject().display_name(), "》"));
  });
}

}  // namespace

bool ClaimJudge::SameTime(const v1::Fact& claim, const v1::Fact& recorded) const {
  if (rules_.properties.Of(claim).timeless && rules_.properties.Of(recorded).timeless) return true;
  return IsUntimed(claim) ? IsNearInTime(claim, recorded) : !TimesDiffer(claim, recorded);
}

// Where the words are those of one statement beyond doubt, a share of one whole has one value like
// a level, and an event one day.
bool ClaimJudge::IsSingleValued(const v1::Fact& fact) const {
  const PropertyBehaviour behaviour = rules_.properties.Of(fact);
  if (behaviour.single_valued || behaviour.once) return true;
  if (fact.has_date()) return IsOfDocument(fact);
  return fact.has_quantity() && fact.quantity().measure() == v1::Quantity::MEASURE_SHARE;
}

bool ClaimJudge::Excludes(const v1::Fact& claim, const v1::Fact& recorded) const {
  if (!SameScope(claim, recorded) || !SameTime(claim, recorded)) return false;
  if (claim.has_quantity() && recorded.has_quantity() &&
      claim.quantity().measure() != recorded.quantity().measure()) {
    return false;
  }
  const Agreement agreement = rules_.values.Compare(recorded, claim);
  // What was not so yet may be so now.
  if (IsDenial(claim) != IsDenial(recorded)) {
    return agreement == Agreement::kAgrees && !IsUntimed(claim);
  }
  return IsSingleValued(claim) && IsSingleValued(recorded) && !IsDenial(claim) &&
         agreement == Agreement::kExcludes;
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

Finding ClaimJudge::Compare(const v1::Fact& claim, const v1::Fact& recorded,
                            const Nearness& near) const {
  const auto ambiguous = [&](v1::VerdictReason reason) {
    return Finding{v1::VERDICT_AMBIGUOUS, reason, near.closeness};
  };
  const bool same_subject = near.same_topic || SameName(claim.subject(), recorded.subject());
  if (KindOf(claim) != KindOf(recorded)) {
    // 已经建成 against a planned day: no value to compare, and a plan all the same.
    const bool planned = same_subject && claim.has_text() && IsPlan(recorded) && !IsPlan(claim);
    return planned ? ambiguous(v1::VERDICT_REASON_MODALITY_DIFFERS) : Finding{};
  }
  const bool supports =
      rules_.values.Supports(recorded, claim) && IsDenial(claim) == IsDenial(recorded);
  const Agreement agreement = rules_.values.Compare(recorded, claim);
  if (!same_subject) return supports ? ambiguous(v1::VERDICT_REASON_SUBJECT_DIFFERS) : Finding{};
  if (IsPlan(claim) != IsPlan(recorded)) {
    return agreement == Agreement::kAgrees ? ambiguous(v1::VERDICT_REASON_MODALITY_DIFFERS)
                                           : Finding{};
  }
  if (supports) return JudgeSupport(claim, recorded, near.closeness);
  return JudgeOtherValue(claim, recorded, near, agreement);
}

Finding ClaimJudge::JudgeOtherValue(const v1::Fact& claim, const v1::Fact& recorded,
                                    const Nearness& near, Agreement agreement) const {
  const auto ambiguous = [&](v1::VerdictReason reason) {
    return Finding{v1::VERDICT_AMBIGUOUS, reason, near.closeness};
  };
  const bool named = SameName(claim.subject(), recorded.subject());
  if (named && near.same_property && Excludes(claim, recorded)) {
    return {v1::VERDICT_CONTRADICTED, v1::VERDICT_REASON_VALUE_DIFFERS, near.closeness};
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

std::vector<ClaimJudge::Found> ClaimJudge::FindAll(const Claim& claim,
                                                   const std::vector<v1::Fact>& recorded) const {
  std::vector<const v1::Fact*> distinct;
  std::set<std::string_view> known;
  for (const v1::Fact& fact : recorded) {
    if (known.insert(fact.name()).second) distinct.push_back(&fact);
  }
  const ClaimRelevance relevance(claim, distinct);
  std::vector<Found> findings;
  for (size_t i = 0; i < distinct.size(); ++i) {
    Nearness near{relevance.Closeness(i)};
    if (near.closeness < ClaimRelevance::kNear) continue;
    near.same_property = relevance.SameProperty(i);
    near.same_topic = relevance.SameTopic(i);
    const Finding finding = Compare(claim.fact, *distinct[i], near);
    if (finding.verdict != v1::VERDICT_UNSPECIFIED) findings.push_back({finding, distinct[i]});
  }
  std::stable_sort(findings.begin(), findings.end(), [](const Found& a, const Found& b) {
    return std::tuple(RankOf(a.finding.verdict), -a.finding.closeness, a.fact->name()) <
           std::tuple(RankOf(b.finding.verdict), -b.finding.closeness, b.fact->name());
  });
  return findings;
}

// Whether the record itself has several values that exclude each other: what it counts is then no
// one thing, whatever its property is called, and contradicts nobody.
bool ClaimJudge::AreDivided(const std::vector<Found>& findings) const {
  std::vector<const v1::Fact*> against;
  for (const Found& found : findings) {
    if (found.finding.verdict == v1::VERDICT_CONTRADICTED) against.push_back(found.fact);
  }
  constexpr size_t kCompared = 20;
  for (size_t i = 0; i < std::min(against.size(), kCompared); ++i) {
    for (size_t j = 0; j < i; ++j) {
      if (rules_.values.Compare(*against[i], *against[j]) == Agreement::kExcludes) return true;
    }
  }
  return false;
}

void ClaimJudge::Judge(const Claim& claim, const std::vector<v1::Fact>& recorded,
                       v1::Assertion& assertion) const {
  const std::vector<Found> findings = FindAll(claim, recorded);
  Finding decisive{v1::VERDICT_NOT_FOUND, v1::VERDICT_REASON_UNSPECIFIED, 0};
  if (!findings.empty()) decisive = findings.front().finding;
  // What contradicts counts beside what supports only if it is as near.
  const bool disputed = decisive.verdict == v1::VERDICT_SUPPORTED &&
                        std::any_of(findings.begin(), findings.end(), [&](const Found& found) {
                          return found.finding.verdict == v1::VERDICT_CONTRADICTED &&
                                 found.finding.closeness >= decisive.closeness;
                        });
  const bool divided = decisive.verdict == v1::VERDICT_CONTRADICTED && AreDivided(findings);
  if (disputed || divided) {
    decisive = {v1::VERDICT_AMBIGUOUS, v1::VERDICT_REASON_VALUE_DIFFERS, 0};
  }
  assertion.set_verdict(decisive.verdict);
  assertion.set_reason(decisive.reason);
  assertion.set_explanation(disputed  ? "the record both states it and excludes it"
                            : divided ? "the record has several values that exclude each other"
                                      : Explain(decisive.verdict, decisive.reason));
  const bool open = disputed || divided;
  for (const Found& found : findings) {
    const bool decides =
        open ? RankOf(found.finding.verdict) < 2 : found.finding.verdict == decisive.verdict;
    if (decides && assertion.facts_size() < kMaxFacts) *assertion.add_facts() = *found.fact;
  }
}

}  // namespace yinzheng::services
