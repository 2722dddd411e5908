// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/property_rules.h"

#include <map>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/name_key.h"

namespace yinzheng::services {
namespace {

constexpr std::string_view kQuotationProperty = "言论";

const std::map<std::string, v1::FactKind>& KindNames() {
  static const auto* const kNames = new std::map<std::string, v1::FactKind>{
      {"*", v1::FACT_KIND_UNSPECIFIED},       {"quantity", v1::FACT_KIND_QUANTITY},
      {"date", v1::FACT_KIND_DATE},           {"rank", v1::FACT_KIND_RANK},
      {"relation", v1::FACT_KIND_RELATION},   {"attribute", v1::FACT_KIND_ATTRIBUTE},
      {"quotation", v1::FACT_KIND_QUOTATION},
  };
  return *kNames;
}

// Growth rates, shares and multiples say too little by their property: 增长比例 of what, against
// when?
bool CountsNoLevel(const v1::Fact& fact) {
  return fact.has_quantity() && fact.quantity().measure() != v1::Quantity::MEASURE_LEVEL &&
         fact.quantity().measure() != v1::Quantity::MEASURE_UNSPECIFIED;
}

}  // namespace

absl::StatusOr<PropertyRules> PropertyRules::Create() {
  YZ_ASSIGN_OR_RETURN(const std::string table, base::ReadDataFile("services/property_rules.tsv"));
  return FromTable(table);
}

absl::StatusOr<PropertyRules> PropertyRules::FromTable(std::string_view table) {
  PropertyRules rules;
  int number = 0;
  const std::vector<std::string> lines = absl::StrSplit(base::AbslView(table), '\n');
  for (const std::string& line : lines) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    absl::StatusOr<Rule> rule = ParseRule(line);
    if (!rule.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("read property_rules.tsv, line ", number, ": ", rule.status().message()));
    }
    rules.rules_.push_back(*std::move(rule));
  }
  return rules;
}

absl::StatusOr<PropertyRules::Rule> PropertyRules::ParseRule(const std::string& line) {
  static const auto* const kMatches =
      new std::map<std::string, Match>{{"*", Match::kAny},
                                       {"equals", Match::kEquals},
                                       {"suffix", Match::kSuffix},
                                       {"contains", Match::kContains},
                                       {"unit", Match::kUnit}};
  const std::vector<std::string> columns = absl::StrSplit(line, '\t');
  if (columns.size() < 5) {
    return absl::InvalidArgumentError(absl::StrCat("\"", line, "\" has fewer than five columns"));
  }
  const auto kind = KindNames().find(columns[0]);
  const auto match = kMatches->find(columns[1]);
  const bool known =
      kind != KindNames().end() && match != kMatches->end() &&
      (columns[3] == "one" || columns[3] == "once" || columns[3] == "many") &&
      (columns[4] == "timeless" || columns[4] == "as-of" || columns[4] == "standing");
  if (!known) {
    return absl::InvalidArgumentError(
        absl::StrCat("\"", line, "\" has a word that the head of the file does not list"));
  }
  const bool standing = columns[4] == "standing";
  // A date is the same whenever it is told.
  const bool timeless =
      columns[4] == "timeless" || (standing && kind->second == v1::FACT_KIND_DATE);
  return Rule{kind->second,
              match->second,
              match->second == Match::kUnit ? columns[2] : store::NameKey(columns[2]),
              {columns[3] == "one", timeless, columns[3] == "once", standing}};
}

bool PropertyRules::Fits(const Rule& rule, const v1::Fact& fact, const std::string& property) {
  if (rule.kind != v1::FACT_KIND_UNSPECIFIED && rule.kind != KindOf(fact)) return false;
  switch (rule.match) {
    case Match::kEquals:
      return property == rule.text;
    case Match::kSuffix:
      return absl::EndsWith(property, rule.text);
    case Match::kContains:
      return absl::StrContains(property, rule.text);
    case Match::kUnit:
      return fact.quantity().unit() == rule.text;
    case Match::kAny:
      break;
  }
  return true;
}

PropertyBehaviour PropertyRules::Of(const v1::Fact& fact) const {
  const std::string property = store::NameKey(fact.property());
  if (property.empty() || CountsNoLevel(fact)) return {};
  for (const Rule& rule : rules_) {
    if (Fits(rule, fact, property)) return rule.behaviour;
  }
  return {};
}

v1::FactKind KindOf(const v1::Fact& fact) {
  switch (fact.value_case()) {
    case v1::Fact::kQuantity:
      return v1::FACT_KIND_QUANTITY;
    case v1::Fact::kDate:
      return v1::FACT_KIND_DATE;
    case v1::Fact::kRank:
      return v1::FACT_KIND_RANK;
    case v1::Fact::kEntity:
      return v1::FACT_KIND_RELATION;
    case v1::Fact::kText:
      return fact.property() == kQuotationProperty ? v1::FACT_KIND_QUOTATION
                                                   : v1::FACT_KIND_ATTRIBUTE;
    default:
      return v1::FACT_KIND_UNSPECIFIED;
  }
}

std::string PropertyKey(const v1::Fact& fact) {
  return fact.property_id().empty() ? absl::StrCat("~", store::NameKey(fact.property()))
                                    : fact.property_id();
}

bool HasProperty(const v1::Fact& fact, const std::string& property) {
  if (!fact.property_id().empty() && fact.property_id() == property) return true;
  return store::NameKey(fact.property()) == store::NameKey(property);
}

std::string ScopeKey(const v1::Fact& fact) {
  std::string key;
  for (const v1::Qualifier& qualifier : fact.qualifiers()) {
    absl::StrAppend(&key, store::NameKey(qualifier.key()), "=", store::NameKey(qualifier.value()),
                    ";");
  }
  if (fact.has_rank()) {
    absl::StrAppend(&key, "list=", store::NameKey(fact.rank().list()),
                    ";scope=", store::NameKey(fact.rank().scope()));
  }
  return key;
}

}  // namespace yinzheng::services
