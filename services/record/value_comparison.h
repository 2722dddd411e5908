// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_VALUE_COMPARISON_H_
#define YINZHENG_SERVICES_RECORD_VALUE_COMPARISON_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/text/decimal.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::services {

// What two values say of each other.
enum class Agreement {
  kAgrees,     // both can be right, and each fits the other's words
  kUndecided,  // neither: they cannot be compared, or they are near but do not fit
  kExcludes,   // they cannot both be right, if they are values of one single-valued property
};

// Compares the values of facts: amounts with their hedges, dates, ranks, entities and short texts.
// It looks at nothing but the value: whether the facts speak of the same subject, property, time
// and scope is the caller's question. docs/value-comparison.md states every rule.
//
// Immutable and safe for concurrent use.
class ValueComparison {
 public:
  // Reads services/units.tsv from the data directory. NotFound if it is absent, InvalidArgument,
  // naming the line, if it cannot be read.
  static absl::StatusOr<ValueComparison> Create();

  // `table`: the contents of units.tsv.
  static absl::StatusOr<ValueComparison> FromTable(std::string_view table);

  // Symmetric. Values of different kinds are undecided.
  Agreement Compare(const v1::Fact& a, const v1::Fact& b) const;

  Agreement CompareQuantities(const v1::Quantity& a, const v1::Quantity& b) const;

  // Whether what `evidence` says makes `claim` true: 2.82万 supports 近3万 and 超过2万; 近3万 does
  // not support 2.82万. Not symmetric; implies that they agree.
  bool Supports(const v1::Fact& evidence, const v1::Fact& claim) const;

  // A unit and what one of another unit is in it.
  struct Conversion {
    std::string unit;
    text::Decimal factor;
  };
  // The units whose amounts can be compared with those of `unit`, `unit` first with factor 1: for
  // 亩 平方米 with 666.666667. `unit` alone if it is in no group.
  std::vector<Conversion> ConversionsOf(const std::string& unit) const;

  // A key that is equal for units whose amounts can be compared: the group, else the unit itself.
  std::string UnitGroup(const std::string& unit) const;

 private:
  struct Unit {
    std::string group;
    text::Decimal factor;
  };

  // The factors that bring both to one unit; nullopt if they have none in common.
  std::optional<std::pair<text::Decimal, text::Decimal>> CommonUnit(const v1::Quantity& a,
                                                                    const v1::Quantity& b) const;

  std::map<std::string, Unit> units_;
};

// Dates agree if one covers the other, exclude each other if no day is in both. Approximate dates
// (~, ?) that miss each other by less than a quarter are undecided.
Agreement CompareDates(const v1::DateValue& a, const v1::DateValue& b);

// Ranks of one list and scope agree if equal and exclude each other if not; of different or unnamed
// lists they are undecided unless equal.
Agreement CompareRanks(const v1::Rank& a, const v1::Rank& b);

// Orders values by how much they say: true if `a` is more precise than `b` (2.82万 before 近3万
// before 超过2万; a day before a month). A strict weak order on facts of one kind.
bool MorePrecise(const v1::Fact& a, const v1::Fact& b);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_VALUE_COMPARISON_H_
