// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/fact/timeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "services/record/testing/fact_maker.h"

namespace yinzheng::services {
namespace {

using ::testing::ElementsAre;
using v1::Quantity;

const RecordRules& Rules() {
  static const auto* const kRules = new RecordRules(*RecordRules::Create());
  return *kRules;
}

std::vector<std::string> NamesOf(const v1::TimelineGroup& group) {
  std::vector<std::string> names;
  for (const v1::Fact& fact : group.facts()) names.push_back(fact.name());
  return names;
}

TEST(BuildTimelineTest, GroupsWhatAgreesAndOrdersByTime) {
  const std::vector<v1::TimelineSeries> series = BuildTimeline(
      Rules(), {FactMaker("b").Figure("30000", "家", "3万家", Quantity::MODIFIER_NEARLY).In(2022),
                FactMaker("a").Figure("28200", "家", "2.82万家").In(2022),
                FactMaker("c").Figure("25000", "家", "2.5万家").In(2020)});
  ASSERT_EQ(series.size(), 1U);
  EXPECT_EQ(series[0].property(), "企业数");
  EXPECT_EQ(series[0].unit(), "家");
  ASSERT_EQ(series[0].groups_size(), 2);
  EXPECT_THAT(NamesOf(series[0].groups(0)), ElementsAre("facts/c"));
  EXPECT_THAT(NamesOf(series[0].groups(1)), ElementsAre("facts/a", "facts/b"))
      << "the more precise value comes first";
  EXPECT_FALSE(series[0].groups(1).conflicting());
}

TEST(BuildTimelineTest, MarksConflictsOfOneTimeOnly) {
  const std::vector<v1::TimelineSeries> series =
      BuildTimeline(Rules(), {FactMaker("a").Figure("217", "名", "217名").In(2022),
                              FactMaker("b").Figure("300", "名", "312名").In(2022),
                              FactMaker("c").Figure("350", "名", "350名").In(2023)});
  ASSERT_EQ(series.size(), 1U);
  ASSERT_EQ(series[0].groups_size(), 3);
  EXPECT_TRUE(series[0].groups(0).conflicting());
  EXPECT_TRUE(series[0].groups(1).conflicting());
  EXPECT_FALSE(series[0].groups(2).conflicting());
}

TEST(BuildTimelineTest, AHeadlineJoinsTheFigureThatItRounds) {
  const std::vector<v1::TimelineSeries> series = BuildTimeline(
      Rules(), {FactMaker("a").Figure("28200", "家", "2.82万家").In(2022).From("1", "2023-07-25"),
                FactMaker("b")
                    .Figure("30000", "家", "近3万家", Quantity::MODIFIER_NEARLY)
                    .On("2023-07-25")
                    .AsPrinted()
                    .From("1", "2023-07-25"),
                FactMaker("c")
                    .Figure("30000", "家", "近3万家", Quantity::MODIFIER_NEARLY)
                    .On("2023-08-01")
                    .AsPrinted()
                    .From("2", "2023-08-01")});
  ASSERT_EQ(series.size(), 1U);
  ASSERT_EQ(series[0].groups_size(), 2);
  EXPECT_THAT(NamesOf(series[0].groups(0)), ElementsAre("facts/a", "facts/b"));
  EXPECT_THAT(NamesOf(series[0].groups(1)), ElementsAre("facts/c")) << "another article";
}

TEST(BuildTimelineTest, MixturesAreNotMarked) {
  std::vector<v1::Fact> facts;
  for (int i = 0; i < 6; ++i) {
    const std::string amount = std::to_string(111 + 7 * i);
    facts.push_back(FactMaker(amount).Figure(amount, "家", amount + "家").In(2022));
  }
  const std::vector<v1::TimelineSeries> series = BuildTimeline(Rules(), facts);
  ASSERT_EQ(series.size(), 1U);
  for (const v1::TimelineGroup& group : series[0].groups()) EXPECT_FALSE(group.conflicting());
}

TEST(KeepLatestTest, AYearIsLaterThanItsFirstNineMonths) {
  v1::Fact nine_months = FactMaker("a").Figure("1059", "元", "1059元").In(2022);
  nine_months.mutable_time()->set_edtf("2022-09-30~");
  nine_months.mutable_time()->set_earliest("2022-09-30");
  nine_months.mutable_time()->set_latest("2022-09-30");
  std::vector<v1::TimelineSeries> series =
      BuildTimeline(Rules(), {nine_months, FactMaker("b").Figure("1192", "元", "1192元").In(2022)});
  ASSERT_EQ(series.size(), 1U);
  KeepLatest(series[0]);
  ASSERT_EQ(series[0].groups_size(), 1);
  EXPECT_THAT(NamesOf(series[0].groups(0)), ElementsAre("facts/b"));
}

TEST(BuildTimelineTest, OtherScopesAreNoConflict) {
  const std::vector<v1::TimelineSeries> series = BuildTimeline(
      Rules(), {FactMaker("a").Figure("217", "名", "217名").In(2022),
                FactMaker("b").Figure("12", "名", "12名").In(2022).Within("其中", "外籍人员")});
  ASSERT_EQ(series.size(), 1U);
  ASSERT_EQ(series[0].groups_size(), 2);
  EXPECT_FALSE(series[0].groups(0).conflicting());
}

TEST(BuildTimelineTest, KeepsPlansUnitsAndSubjectsApart) {
  const std::vector<v1::TimelineSeries> series =
      BuildTimeline(Rules(), {FactMaker("a").Figure("217", "名", "217名").In(2022),
                              FactMaker("b").Figure("500", "名", "500名").In(2025).Planned(),
                              FactMaker("c").Figure("7000", "平方米", "7000平方米").In(2022),
                              FactMaker("d", "乙院").Figure("90", "名", "90名").In(2022)});
  ASSERT_EQ(series.size(), 3U);
  EXPECT_EQ(series[0].groups_size(), 1);
  EXPECT_EQ(series[0].plans_size(), 1) << "the series with most groups comes first";
  EXPECT_THAT(NamesOf(series[0].plans(0)), ElementsAre("facts/b"));
}

TEST(BuildTimelineTest, UndatedGroupsComeLastAndDenialsApart) {
  const std::vector<v1::TimelineSeries> series =
      BuildTimeline(Rules(), {FactMaker("a").Figure("217", "名", "217名"),
                              FactMaker("b").Figure("217", "名", "217名").In(2022),
                              FactMaker("c").Figure("217", "名", "217名").In(2022).Denied()});
  ASSERT_EQ(series.size(), 1U);
  ASSERT_EQ(series[0].groups_size(), 3);
  EXPECT_TRUE(series[0].groups(0).conflicting()) << "what one states the other denies";
  EXPECT_TRUE(series[0].groups(1).conflicting());
  EXPECT_FALSE(series[0].groups(2).has_time());
}

TEST(BuildChronicleTest, OrdersEventsOfEachSubject) {
  const std::vector<v1::TimelineSeries> series =
      BuildChronicle(Rules(), {FactMaker("b").Dated("开工时间", "2019-06-29"),
                               FactMaker("a").Dated("成立时间", "2017-12-24"),
                               FactMaker("c").Figure("217", "名", "217名").In(2022),
                               FactMaker("d").Dated("建成时间", "2025-12-31").Planned()});
  ASSERT_EQ(series.size(), 1U);
  EXPECT_EQ(series[0].property(), "");
  ASSERT_EQ(series[0].groups_size(), 2);
  EXPECT_THAT(NamesOf(series[0].groups(0)), ElementsAre("facts/a"));
  EXPECT_EQ(series[0].groups(0).time().edtf(), "2017-12-24");
  EXPECT_THAT(NamesOf(series[0].groups(1)), ElementsAre("facts/b"));
  ASSERT_EQ(series[0].plans_size(), 1);
}

TEST(BuildChronicleTest, WhatOnlyStandsSoIsNoEvent) {
  EXPECT_TRUE(BuildChronicle(Rules(), {FactMaker("a").Related("位于", "乙园").In(2022),
                                       FactMaker("b").Dated("记者采访时间", "2022-07-25")})
                  .empty());
  EXPECT_EQ(BuildChronicle(Rules(), {FactMaker("a").Related("签约方", "乙园").In(2022)}).size(),
            1U);
}

TEST(BuildChronicleTest, OneThingIsFoundedOnce) {
  const std::vector<v1::TimelineSeries> series =
      BuildChronicle(Rules(), {FactMaker("a").Dated("成立时间", "2017-12-24"),
                               FactMaker("b").Dated("成立时间", "2018-03-01")});
  ASSERT_EQ(series.size(), 1U);
  ASSERT_EQ(series[0].groups_size(), 2);
  EXPECT_TRUE(series[0].groups(0).conflicting());
}

TEST(KeepLatestTest, KeepsEveryGroupOfTheLatestTime) {
  std::vector<v1::TimelineSeries> series =
      BuildTimeline(Rules(), {FactMaker("a").Figure("100", "名", "100名").In(2020),
                              FactMaker("b").Figure("217", "名", "217名").In(2022),
                              FactMaker("c").Figure("312", "名", "312名").In(2022),
                              FactMaker("d").Figure("1", "名", "1名")});
  KeepLatest(series[0]);
  ASSERT_EQ(series[0].groups_size(), 2);
  EXPECT_THAT(NamesOf(series[0].groups(0)), ElementsAre("facts/b"));
  EXPECT_THAT(NamesOf(series[0].groups(1)), ElementsAre("facts/c"));
}

}  // namespace
}  // namespace yinzheng::services
