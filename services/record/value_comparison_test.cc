// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/value_comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/record/amount_interval.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::services {
namespace {

using testing::StatusIs;
using v1::Quantity;

v1::Fact Figure(const std::string& amount, const std::string& unit, Quantity::Modifier modifier,
                const std::string& text) {
  v1::Fact fact;
  Quantity& quantity = *fact.mutable_quantity();
  quantity.set_amount(amount);
  quantity.set_unit(unit);
  quantity.set_modifier(modifier);
  quantity.set_measure(Quantity::MEASURE_LEVEL);
  quantity.set_text(text);
  return fact;
}

v1::Fact Exact(const std::string& amount, const std::string& unit, const std::string& text) {
  return Figure(amount, unit, Quantity::MODIFIER_EXACT, text);
}

v1::Fact Between(const std::string& low, const std::string& high, const std::string& unit) {
  v1::Fact fact = Figure(low, unit, Quantity::MODIFIER_RANGE, low + "至" + high + unit);
  fact.mutable_quantity()->set_upper_amount(high);
  return fact;
}

v1::Fact Third() {
  v1::Fact fact = Exact("0.333333", "", "三分之一");
  fact.mutable_quantity()->mutable_fraction()->set_numerator("1");
  fact.mutable_quantity()->mutable_fraction()->set_denominator("3");
  return fact;
}

v1::Fact DateFact(const std::string& edtf, const std::string& earliest, const std::string& latest) {
  v1::Fact fact;
  fact.mutable_date()->set_edtf(edtf);
  fact.mutable_date()->set_earliest(earliest);
  fact.mutable_date()->set_latest(latest);
  return fact;
}

v1::Fact RankFact(int rank, const std::string& list) {
  v1::Fact fact;
  fact.mutable_rank()->set_rank(rank);
  fact.mutable_rank()->set_list(list);
  return fact;
}

v1::Fact TextFact(const std::string& text) {
  v1::Fact fact;
  fact.set_text(text);
  return fact;
}

v1::Fact RelationFact(const std::string& entity, const std::string& name) {
  v1::Fact fact;
  fact.mutable_entity()->set_entity(entity);
  fact.mutable_entity()->set_display_name(name);
  return fact;
}

struct Row {
  std::string name;
  v1::Fact a;
  v1::Fact b;
  Agreement agreement;
  bool a_supports_b;
  bool b_supports_a;
};

class CompareTest : public ::testing::TestWithParam<Row> {
 protected:
  static const ValueComparison& Values() {
    static const auto* const kValues = new ValueComparison(*ValueComparison::Create());
    return *kValues;
  }
};

TEST_P(CompareTest, IsSymmetricAndSupportsOneWay) {
  const Row& row = GetParam();
  EXPECT_EQ(Values().Compare(row.a, row.b), row.agreement);
  EXPECT_EQ(Values().Compare(row.b, row.a), row.agreement);
  EXPECT_EQ(Values().Supports(row.a, row.b), row.a_supports_b);
  EXPECT_EQ(Values().Supports(row.b, row.a), row.b_supports_a);
}

constexpr auto kAgrees = Agreement::kAgrees;
constexpr auto kUndecided = Agreement::kUndecided;
constexpr auto kExcludes = Agreement::kExcludes;

INSTANTIATE_TEST_SUITE_P(
    Amounts, CompareTest,
    ::testing::Values(
        Row{"Equal", Exact("217", "名", "217名"), Exact("217", "人", "217人"), kAgrees, true, true},
        Row{"PlainCountsAreExact", Exact("217", "名", "217名"), Exact("218", "名", "218名"),
            kExcludes, false, false},
        Row{"SmallRoundCountsAreExactToo", Exact("20", "家", "20家"), Exact("19", "家", "19家"),
            kExcludes, false, false},
        Row{"NearlyAgreesFromBelow", Exact("28200", "家", "2.82万家"),
            Figure("30000", "家", Quantity::MODIFIER_NEARLY, "3万家"), kAgrees, true, false},
        Row{"NearlyExcludesFromAfar", Exact("21873", "家", "21873家"),
            Figure("30000", "家", Quantity::MODIFIER_NEARLY, "3万家"), kExcludes, false, false},
        Row{"NearlyExcludesFromAbove", Exact("32700", "家", "3.27万家"),
            Figure("30000", "家", Quantity::MODIFIER_NEARLY, "3万家"), kExcludes, false, false},
        Row{"MoreThan", Exact("217", "个", "217个"),
            Figure("200", "个", Quantity::MODIFIER_MORE_THAN, "200个"), kAgrees, true, false},
        Row{"MoreThanExcludesLess", Exact("198", "个", "198个"),
            Figure("200", "个", Quantity::MODIFIER_MORE_THAN, "200个"), kExcludes, false, false},
        Row{"MoreThanARoundFigure", Exact("200", "个", "200个"),
            Figure("200", "个", Quantity::MODIFIER_MORE_THAN, "200个"), kUndecided, false, false},
        Row{"YuStaysBelowTheNextRoundFigure", Exact("650", "家", "650家"),
            Figure("500", "家", Quantity::MODIFIER_MORE_THAN, "500余家"), kExcludes, false, false},
        Row{"ExceedingHasNoEnd", Exact("650", "家", "650家"),
            Figure("500", "家", Quantity::MODIFIER_MORE_THAN, "500家"), kAgrees, true, false},
        Row{"AtLeastIncludes", Exact("3000", "亩", "3000亩"),
            Figure("3000", "亩", Quantity::MODIFIER_AT_LEAST, "3000亩"), kAgrees, true, false},
        Row{"LessThan", Exact("5.6", "%", "5.6%"),
            Figure("6", "%", Quantity::MODIFIER_LESS_THAN, "6%"), kAgrees, true, false},
        Row{"LessThanExcludes", Exact("6.4", "%", "6.4%"),
            Figure("6", "%", Quantity::MODIFIER_LESS_THAN, "6%"), kExcludes, false, false},
        Row{"Approx", Exact("3400", "人", "3400人"),
            Figure("3500", "人", Quantity::MODIFIER_APPROX, "3500人"), kAgrees, true, false},
        Row{"Ranges", Exact("450", "个", "450个"), Between("400", "600", "个"), kAgrees, true,
            false},
        Row{"RangesExclude", Exact("700", "个", "700个"), Between("400", "600", "个"), kExcludes,
            false, false},
        Row{"RoundedToPrintedDigits", Exact("28200", "家", "2.82万家"),
            Exact("28196", "家", "28196家"), kAgrees, false, true},
        Row{"RoundFiguresDecideNothing", Exact("794750000000", "元", "7947.5亿元"),
            Exact("800000000000", "元", "8000亿元"), kUndecided, false, false},
        Row{"UnitsOfOneGroup", Exact("3.22", "公顷", "3.22公顷"),
            Exact("32200", "平方米", "32200平方米"), kAgrees, false, true},
        Row{"UnitsOfDifferentGroups", Exact("7000", "平方米", "7000平方米"),
            Exact("7000", "元", "7000元"), kUndecided, false, false},
        Row{"FractionAndPercent", Third(), Exact("33.3", "%", "33.3%"), kAgrees, true, false}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    OtherKinds, CompareTest,
    ::testing::Values(
        Row{"DayInMonth", DateFact("2017-12-24", "2017-12-24", "2017-12-24"),
            DateFact("2017-12", "2017-12-01", "2017-12-31"), kAgrees, true, false},
        Row{"OtherMonth", DateFact("2017-11", "2017-11-01", "2017-11-30"),
            DateFact("2017-12", "2017-12-01", "2017-12-31"), kExcludes, false, false},
        Row{"ApproximateNeighbour", DateFact("2025-11", "2025-11-01", "2025-11-30"),
            DateFact("2025-12~", "2025-12-01", "2025-12-31"), kUndecided, false, false},
        Row{"SameRank", RankFact(3, "国际科技创新中心指数"), RankFact(3, ""), kAgrees, true, true},
        Row{"OtherRank", RankFact(3, "全球创新指数"), RankFact(4, "全球创新指数"), kExcludes, false,
            false},
        Row{"OtherList", RankFact(3, "全球创新指数"), RankFact(4, "国际科技创新中心指数"),
            kUndecided, false, false},
        Row{"SameEntity", RelationFact("entities/1", "甲所"),
            RelationFact("entities/1", "甲研究所"), kAgrees, true, true},
        Row{"OtherEntity", RelationFact("entities/1", "甲所"), RelationFact("entities/2", "乙所"),
            kExcludes, false, false},
        Row{"ScriptOfText", TextFact("發展委員會主任"), TextFact("发展委员会主任"), kAgrees, true,
            true},
        Row{"PartOfText", TextFact("理事长兼主任"), TextFact("主任"), kAgrees, true, false},
        Row{"OtherText", TextFact("院长"), TextFact("书记"), kUndecided, false, false},
        Row{"KindsDiffer", TextFact("3"), RankFact(3, ""), kUndecided, false, false}),
    [](const auto& row) { return row.param.name; });

TEST(ValueComparisonTest, MeasuresAreNotCompared) {
  const ValueComparison values = *ValueComparison::Create();
  v1::Fact change = Exact("6", "%", "6%");
  change.mutable_quantity()->set_measure(Quantity::MEASURE_CHANGE);
  EXPECT_EQ(values.Compare(change, Exact("8", "%", "8%")), Agreement::kUndecided);
}

TEST(ValueComparisonTest, PreciseValuesComeFirst) {
  const v1::Fact exact = Exact("28200", "家", "2.82万家");
  const v1::Fact nearly = Figure("30000", "家", Quantity::MODIFIER_NEARLY, "3万家");
  EXPECT_TRUE(MorePrecise(exact, nearly));
  EXPECT_FALSE(MorePrecise(nearly, exact));
  EXPECT_FALSE(MorePrecise(exact, exact));
  EXPECT_TRUE(MorePrecise(DateFact("2017-12-24", "2017-12-24", "2017-12-24"),
                          DateFact("2017-12", "2017-12-01", "2017-12-31")));
}

TEST(ValueComparisonTest, BadTablesNameTheirLine) {
  EXPECT_THAT(ValueComparison::FromTable("# unit\n米\tlength\t0\n"),
              StatusIs(absl::StatusCode::kInvalidArgument, ::testing::HasSubstr("line 2")));
}

}  // namespace
}  // namespace yinzheng::services
