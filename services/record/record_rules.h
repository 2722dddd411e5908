// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_RECORD_RULES_H_
#define YINZHENG_SERVICES_RECORD_RECORD_RULES_H_

#include "absl/status/statusor.h"
#include "services/record/property_rules.h"
#include "services/record/rewordings.h"
#include "services/record/value_comparison.h"

namespace yinzheng::services {

// Every rule by which facts are judged against each other, loaded once by the server and borrowed
// by its handlers. Immutable and safe for concurrent use.
struct RecordRules {
  ValueComparison values;
  PropertyRules properties;
  Rewordings rewordings;

  // Reads the tables from the data directory; errors name file and line.
  static absl::StatusOr<RecordRules> Create();

  // Whether two facts of one subject and property cannot both be right: their property has one
  // value, scope, measure and time are the same, both are asserted, and their values (or their
  // polarities, if the values agree) exclude each other. Facts that one article states do not
  // conflict: it speaks of two things. Neither do a count of one day and what a later print makes
  // of it, nor dates whose sentence is about something that the subject's name is only part of.
  // Subjects are not compared. docs/value-comparison.md has the rules.
  bool Conflict(const v1::Fact& a, const v1::Fact& b) const;

  // Whether the as-of times of two facts are the same for the purpose of a comparison: equal days
  // that are known alike (a day of print is not held against one that a text names), or a property
  // that keeps its value.
  bool SameTime(const v1::Fact& a, const v1::Fact& b) const;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_RECORD_RULES_H_
