// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/property_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/status_matchers.h"

namespace yinzheng::services {
namespace {

using testing::StatusIs;

v1::Fact FactOf(v1::FactKind kind, const std::string& property) {
  v1::Fact fact;
  fact.set_property(property);
  switch (kind) {
    case v1::FACT_KIND_QUANTITY:
      fact.mutable_quantity();
      break;
    case v1::FACT_KIND_DATE:
      fact.mutable_date();
      break;
    case v1::FACT_KIND_RANK:
      fact.mutable_rank();
      break;
    case v1::FACT_KIND_RELATION:
      fact.mutable_entity();
      break;
    default:
      fact.set_text("文");
  }
  return fact;
}

struct Row {
  v1::FactKind kind;
  std::string property;
  bool single_valued;
  bool timeless;
};

class PropertyRulesTest : public ::testing::TestWithParam<Row> {};

TEST_P(PropertyRulesTest, TableDecides) {
  static const auto* const kRules = new PropertyRules(*PropertyRules::Create());
  const v1::Fact fact = FactOf(GetParam().kind, GetParam().property);
  EXPECT_EQ(kRules->Of(fact).single_valued, GetParam().single_valued) << GetParam().property;
  EXPECT_EQ(kRules->Of(fact).timeless, GetParam().timeless) << GetParam().property;
}

INSTANTIATE_TEST_SUITE_P(Properties, PropertyRulesTest,
                         ::testing::Values(Row{v1::FACT_KIND_QUANTITY, "科研人员数", true, false},
                                           Row{v1::FACT_KIND_QUANTITY, "總面積", true, true},
                                           Row{v1::FACT_KIND_QUANTITY, "数量", false, false},
                                           Row{v1::FACT_KIND_QUANTITY, "面积", false, false},
                                           Row{v1::FACT_KIND_QUANTITY, "小麦种植面积", true, false},
                                           Row{v1::FACT_KIND_DATE, "启动时间", false, true},
                                           Row{v1::FACT_KIND_QUANTITY, "", false, false},
                                           Row{v1::FACT_KIND_DATE, "成立时间", true, true},
                                           Row{v1::FACT_KIND_DATE, "记者探访时间", false, true},
                                           Row{v1::FACT_KIND_RANK, "排名", true, false},
                                           Row{v1::FACT_KIND_RELATION, "共建单位", false, false},
                                           Row{v1::FACT_KIND_RELATION, "注册地", true, false},
                                           Row{v1::FACT_KIND_ATTRIBUTE, "职务", false, false},
                                           Row{v1::FACT_KIND_QUOTATION, "言论", false, false}));

TEST(PropertyRulesMeasureTest, OnlyLevelsHaveOneValue) {
  const PropertyRules rules = *PropertyRules::Create();
  v1::Fact fact = FactOf(v1::FACT_KIND_QUANTITY, "科研人员数");
  fact.mutable_quantity()->set_measure(v1::Quantity::MEASURE_LEVEL);
  EXPECT_TRUE(rules.Of(fact).single_valued);
  fact.mutable_quantity()->set_measure(v1::Quantity::MEASURE_SHARE);
  EXPECT_FALSE(rules.Of(fact).single_valued);
}

TEST(PropertyRulesTableTest, BadRowsNameTheirLine) {
  EXPECT_THAT(PropertyRules::FromTable("# head\nquantity\tsuffix\t数\tfew\tas-of\twhy\n"),
              StatusIs(absl::StatusCode::kInvalidArgument, ::testing::HasSubstr("line 2")));
  EXPECT_THAT(PropertyRules::FromTable("quantity\tsuffix\n"),
              StatusIs(absl::StatusCode::kInvalidArgument, ::testing::HasSubstr("line 1")));
}

TEST(PropertyKeyTest, IdsGoBeforeWords) {
  v1::Fact a = FactOf(v1::FACT_KIND_QUANTITY, "全职科研人员数");
  v1::Fact b = FactOf(v1::FACT_KIND_QUANTITY, "全職科研人員數");
  EXPECT_EQ(PropertyKey(a), PropertyKey(b));
  a.set_property_id("staff");
  EXPECT_NE(PropertyKey(a), PropertyKey(b));
  EXPECT_TRUE(HasProperty(a, "staff"));
  EXPECT_TRUE(HasProperty(a, "全職科研人員數"));
  EXPECT_FALSE(HasProperty(b, "staff"));
}

TEST(ScopeKeyTest, ListsAndQualifiersCount) {
  v1::Fact a = FactOf(v1::FACT_KIND_RANK, "排名");
  v1::Fact b = a;
  EXPECT_EQ(ScopeKey(a), ScopeKey(b));
  b.mutable_rank()->set_scope("全国");
  EXPECT_NE(ScopeKey(a), ScopeKey(b));
  v1::Qualifier& qualifier = *a.add_qualifiers();
  qualifier.set_key("其中");
  qualifier.set_value("外籍人员");
  EXPECT_NE(ScopeKey(a), ScopeKey(FactOf(v1::FACT_KIND_RANK, "排名")));
}

}  // namespace
}  // namespace yinzheng::services
