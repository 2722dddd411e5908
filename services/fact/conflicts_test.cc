// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/fact/conflicts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/record/testing/fact_maker.h"

namespace yinzheng::services {
namespace {

using ::testing::HasSubstr;

const RecordRules& Rules() {
  static const auto* const kRules = new RecordRules(*RecordRules::Create());
  return *kRules;
}

TEST(FindConflictsTest, OneSetHoldsAllThatExcludeEachOther) {
  const std::vector<v1::Conflict> conflicts =
      FindConflicts(Rules(), {FactMaker("c").Figure("350", "家", "351家").In(2022),
                              FactMaker("a").Figure("217", "家", "217家").In(2022),
                              FactMaker("b").Figure("218", "家", "218家").In(2022)});
  ASSERT_EQ(conflicts.size(), 1U);
  EXPECT_EQ(conflicts[0].subject().display_name(), "甲院");
  EXPECT_EQ(conflicts[0].property(), "企业数");
  ASSERT_EQ(conflicts[0].facts_size(), 3);
  EXPECT_EQ(conflicts[0].facts(0).name(), "facts/a");
  EXPECT_THAT(conflicts[0].reason(), HasSubstr("as of 2022"));
  EXPECT_THAT(conflicts[0].reason(), HasSubstr("217家 / 218家 / 351家"));
}

TEST(FindConflictsTest, ManyValuesAreAMixtureAndNoConflict) {
  std::vector<v1::Fact> facts;
  for (int i = 0; i < 6; ++i) {
    const std::string amount = std::to_string(111 + 7 * i);
    facts.push_back(FactMaker(amount).Figure(amount, "家", amount + "家").In(2022));
  }
  EXPECT_EQ(FindConflicts(Rules(), facts).size(), 0U);
  facts.resize(3);
  EXPECT_EQ(FindConflicts(Rules(), facts).size(), 1U);
}

struct Row {
  std::string name;
  v1::Fact a;
  v1::Fact b;
  bool conflict;
};

class PairTest : public ::testing::TestWithParam<Row> {};

TEST_P(PairTest, ConflictsOnlyWhereNothingElseDiffers) {
  const Row& row = GetParam();
  EXPECT_EQ(FindConflicts(Rules(), {row.a, row.b}).size(), row.conflict ? 1U : 0U);
  EXPECT_EQ(FindConflicts(Rules(), {row.b, row.a}).size(), row.conflict ? 1U : 0U);
}

v1::Fact Base() { return FactMaker("a").Figure("217", "家", "217家").In(2022); }

INSTANTIATE_TEST_SUITE_P(
    Pairs, PairTest,
    ::testing::Values(
        Row{"Values", Base(), FactMaker("b").Figure("312", "家", "312家").In(2022), true},
        Row{"Agreeing", Base(),
            FactMaker("b").Figure("200", "家", "200家", v1::Quantity::MODIFIER_MORE_THAN).In(2022),
            false},
        Row{"OtherTime", Base(), FactMaker("b").Figure("312", "家", "312家").In(2023), false},
        Row{"NoTime", Base(), FactMaker("b").Figure("312", "家", "312家"), false},
        Row{"OtherScope", Base(),
            FactMaker("b").Figure("12", "家", "12家").In(2022).Within("范围", "外资企业"), false},
        Row{"OtherSubject", Base(), FactMaker("b", "乙院").Figure("312", "家", "312家").In(2022),
            false},
        Row{"OtherProperty", Base(),
            FactMaker("b").Figure("312", "家", "312家").In(2022).Property("上市企业数"), false},
        Row{"Plan", Base(), FactMaker("b").Figure("312", "家", "312家").In(2022).Planned(), false},
        Row{"Denial", Base(), FactMaker("b").Figure("217", "家", "217家").In(2022).Denied(), true},
        Row{"Founding", FactMaker("a").Dated("成立时间", "2017-12-24"),
            FactMaker("b").Dated("成立时间", "2018-03-01"), true},
        Row{"Visits", FactMaker("a").Dated("探访时间", "2017-12-24"),
            FactMaker("b").Dated("探访时间", "2018-03-01"), false},
        Row{"AreaAtAnyTime",
            FactMaker("a").Figure("7000", "平方米", "7012平方米").Property("总面积").In(2020),
            FactMaker("b").Figure("9000", "平方米", "9034平方米").Property("总面积").In(2022),
            true},
        Row{"Founders", FactMaker("a").Related("共建单位", "乙院").In(2017),
            FactMaker("b").Related("共建单位", "丙院").In(2017), false},
        Row{"Ranks", FactMaker("a").Ranked(3, "创新指数").In(2021),
            FactMaker("b").Ranked(4, "创新指数").In(2021), true},
        Row{"RanksOfOtherLists", FactMaker("a").Ranked(3, "创新指数").In(2021),
            FactMaker("b").Ranked(4, "集群榜单").In(2021), false},
        Row{"OneArticle",
            FactMaker("a").Figure("217", "家", "217家").In(2022).From("1", "2023-02-01"),
            FactMaker("b").Figure("312", "家", "312家").In(2022).From("1", "2023-02-01"), false},
        Row{"TwoArticles",
            FactMaker("a").Figure("217", "家", "217家").In(2022).From("1", "2023-02-01"),
            FactMaker("b").Figure("312", "家", "312家").In(2022).From("2", "2023-03-01"), true},
        Row{"DayOfPrint", FactMaker("a").Figure("217", "家", "217家").On("2022-11-25"),
            FactMaker("b").Figure("312", "家", "312家").On("2022-11-25").AsPrinted(), false},
        Row{"BothDaysOfPrint",
            FactMaker("a").Figure("217", "家", "217家").On("2022-11-25").AsPrinted(),
            FactMaker("b").Figure("312", "家", "312家").On("2022-11-25").AsPrinted(), true},
        Row{"TollBroughtUpToDate",
            FactMaker("a").Figure("28", "人", "28人").On("2023-01-30").From("1", "2023-01-30"),
            FactMaker("b").Figure("95", "人", "95人").On("2023-01-30").From("2", "2023-01-31"),
            false},
        Row{"YearEndOfLaterReports",
            FactMaker("a").Figure("217", "家", "217家").On("2022-12-31").From("1", "2023-02-01"),
            FactMaker("b").Figure("312", "家", "312家").On("2022-12-31").From("2", "2023-03-01"),
            true},
        Row{"Durations", FactMaker("a").Figure("50", "周年", "50周年").Property("建交数").In(2022),
            FactMaker("b").Figure("30", "周年", "30周年").Property("建交数").In(2022), false},
        Row{"PartOfAName",
            FactMaker("a").Dated("开工时间", "2017-12-24").Cited("甲院南区2017年12月24日开工。"),
            FactMaker("b").Dated("开工时间", "2018-03-01").Cited("甲院2018年3月1日开工。"), false},
        Row{"EndOfAName",
            FactMaker("a").Dated("开工时间", "2017-12-24").Cited("新甲院2017年12月24日开工。"),
            FactMaker("b").Dated("开工时间", "2018-03-01").Cited("甲院2018年3月1日开工。"), false},
        Row{"WholeNames",
            FactMaker("a").Dated("开工时间", "2017-12-24").Cited("甲院于2017年12月24日开工。"),
            FactMaker("b").Dated("开工时间", "2018-03-01").Cited("去年，甲院2018年3月1日开工。"),
            true}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace yinzheng::services
