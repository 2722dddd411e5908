// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_CHECK_CLAIM_JUDGE_H_
#define YINZHENG_SERVICES_CHECK_CLAIM_JUDGE_H_

#include <string>
#include <vector>

#include "services/check/claim.h"
#include "services/record/record_rules.h"
#include "yinzheng/v1/check_service.pb.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::services {

// What one recorded fact says of a claim.
struct Finding {
  v1::Verdict verdict = v1::VERDICT_UNSPECIFIED;  // unspecified: it says nothing
  v1::VerdictReason reason = v1::VERDICT_REASON_UNSPECIFIED;
  double closeness = 0;  // of subject and property, 0 to 1; ranks findings of one verdict
};

// Holds a claim against recorded facts by the rules of CheckService: CONTRADICTED only where
// subject, property, scope, time and measure are the same and the property has one value. It is
// cautious: whatever differs otherwise makes AMBIGUOUS with the reason.
//
// Subjects are the same if they are the same entity of the index, or if neither is one and their
// names are the same; to support a claim it is also enough that both speak of the same names
// (ClaimRelevance). Immutable
// and thread-safe; borrows the rules.
class ClaimJudge {
 public:
  explicit ClaimJudge(const RecordRules& rules) : rules_(rules) {}

  // Sets verdict, reason, explanation and facts of an assertion that reads as `claim`. Where the
  // record both supports and excludes it, the verdict is AMBIGUOUS.
  void Judge(const Claim& claim, const std::vector<v1::Fact>& recorded,
             v1::Assertion& assertion) const;

 private:
  // How near a fact is by its words; see ClaimRelevance.
  struct Nearness {
    double closeness = 0;
    bool same_property = false;
    bool same_topic = false;
  };
  struct Found {
    Finding finding;
    const v1::Fact* fact = nullptr;
  };

  // What each fact that says something says, most decisive first.
  std::vector<Found> FindAll(const Claim& claim, const std::vector<v1::Fact>& recorded) const;
  Finding Compare(const v1::Fact& claim, const v1::Fact& recorded, const Nearness& near) const;
  // What a fact with a supporting value says: time, scope and speaker must fit as well.
  Finding JudgeSupport(const v1::Fact& claim, const v1::Fact& recorded, double closeness) const;
  // What a fact about the subject says whose value does not support the claim.
  Finding JudgeOtherValue(const v1::Fact& claim, const v1::Fact& recorded, const Nearness& near,
                          Agreement agreement) const;
  bool Excludes(const v1::Fact& claim, const v1::Fact& recorded) const;
  bool SameTime(const v1::Fact& claim, const v1::Fact& recorded) const;
  bool IsSingleValued(const v1::Fact& fact) const;
  bool AreDivided(const std::vector<Found>& findings) const;

  const RecordRules& rules_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_CHECK_CLAIM_JUDGE_H_
