// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_PROPERTY_RULES_H_
#define YINZHENG_SERVICES_RECORD_PROPERTY_RULES_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::services {

// What a comparison may conclude from a property.
struct PropertyBehaviour {
  // Two values that exclude each other cannot both be right at one time. False for 共建单位, which
  // has many.
  bool single_valued = false;
  // The value does not change from report to report (面积, 成立时间): as-of times need not be
  // equal.
  bool timeless = false;
  // Many events have it, each once (出束时间): two values exclude each other only where both
  // speak of one event beyond doubt, which the property alone does not tell.
  bool once = false;
  // Tells how things stand (位于) or what a reporter did (采访时间): no event, whatever its time.
  bool standing = false;
};

// Knows which properties have one value and which keep it, from services/property_rules.tsv. It is
// cautious: a property that no rule names has many values, and so have changes, shares and
// multiples, so that nothing is called a contradiction for want of a rule.
//
// Immutable and safe for concurrent use.
class PropertyRules {
 public:
  // Reads the table from the data directory. NotFound if it is absent, InvalidArgument, naming the
  // line, if it cannot be read.
  static absl::StatusOr<PropertyRules> Create();

  // `table`: the contents of property_rules.tsv.
  static absl::StatusOr<PropertyRules> FromTable(std::string_view table);

  PropertyBehaviour Of(const v1::Fact& fact) const;

 private:
  enum class Match { kAny, kEquals, kSuffix, kContains, kUnit };
  struct Rule {
    v1::FactKind kind = v1::FACT_KIND_UNSPECIFIED;  // unspecified: any
    Match match = Match::kAny;
    std::string text;
    PropertyBehaviour behaviour;
  };

  static absl::StatusOr<Rule> ParseRule(const std::string& line);
  static bool Fits(const Rule& rule, const v1::Fact& fact, const std::string& property);

  std::vector<Rule> rules_;
};

// The kind of value that `fact` has; unspecified if none is set.
v1::FactKind KindOf(const v1::Fact& fact);

// A key that is equal for facts of one property: property_id, else the folded property.
std::string PropertyKey(const v1::Fact& fact);

// Whether `property`, a property or property_id as a request gives it, names that of `fact`.
bool HasProperty(const v1::Fact& fact, const std::string& property);

// A key that is equal for facts of one scope: qualifiers, the list and scope of a rank.
std::string ScopeKey(const v1::Fact& fact);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_PROPERTY_RULES_H_
