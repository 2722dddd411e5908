// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_CHECK_CLAIM_RELEVANCE_H_
#define YINZHENG_SERVICES_CHECK_CLAIM_RELEVANCE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "services/check/claim.h"
#include "services/record/word_coverage.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::services {

// Dice's coefficient over the character pairs of two properties; 1 for the same property.
double PropertyLikeness(const v1::Fact& a, const v1::Fact& b);

// Whether recorded facts speak of what a claim speaks of, by their words; values are not looked at.
// Borrows claim and facts. Immutable.
class ClaimRelevance {
 public:
  ClaimRelevance(const Claim& claim, const std::vector<const v1::Fact*>& recorded);

  // How near the fact at `index` is, 0 to 1: by its property or by its sentence, whichever is
  // nearer. From kNear on it may be what the claim speaks of: enough to support it.
  double Closeness(size_t index) const;
  static constexpr double kNear = 0.5;

  // Whether its property is beyond doubt the claim's: the same one, or each says in property or
  // clause every character of the other. 企业数 is not 上市企业数.
  bool SameProperty(size_t index) const;

  // Whether its subject is named in the claim, and its sentence names all that the claim names:
  // both speak of the same things, whichever of them is taken for the subject.
  bool SameTopic(size_t index) const;

 private:
  bool NamesSubject(const v1::EntityRef& subject) const;

  const Claim& claim_;
  const std::vector<const v1::Fact*>& recorded_;
  WordCoverage coverage_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_CHECK_CLAIM_RELEVANCE_H_
