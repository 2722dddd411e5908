// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/knowledge/extract/extracted_facts.h"

namespace yinzheng::knowledge {
namespace {

using ::testing::Contains;
using ::testing::Not;

TEST(SubjectFinderTest, FiguresOfWhatStandsInAPlaceAreNotThePlaces) {
  for (const char* text : {"落户{P:东湖园}的项目总投资达50亿元。", "位于{P:江城市}的工厂占地40亩。",
                           "位于{P:江城市}的工厂有80人。", "入驻{P:东湖园}的企业有3个特点。",
                           "入驻{P:东湖园}的企业达50亿元。", "入驻{P:东湖园}的展厅有80个。"}) {
    for (const v1::Fact& fact : FactsOf(text)) {
      EXPECT_FALSE(fact.has_quantity() && !fact.subject().entity().empty()) << fact.DebugString();
    }
  }
  EXPECT_THAT(Lines(FactsOf("落户{P:东湖园}的科技企业共80家。")),
              Contains("东湖园|科技企业数|80家"));
}

TEST(SubjectFinderTest, WhatIsSaidOfANounIsNotSaidOfTheTopic) {
  for (const char* text :
       {"{C:蓝羽公司}成立了。技术的发展是渐进的过程。", "{C:蓝羽公司}成立了。这也是行业的进步。",
        "{C:蓝羽公司}成立了。这样的变化是如何产生的呢？"}) {
    for (const v1::Fact& fact : FactsOf(text)) EXPECT_FALSE(fact.has_text()) << fact.DebugString();
  }
}

TEST(SubjectFinderTest, FiguresOfListsSchemesAndOthersAreNotTheSubjects) {
  for (const char* text :
       {"{C:蓝羽公司}、{C:星河公司}两家公司参展。", "{P:东湖园}发布“人才九条”。",
        "{N:张明}出席论坛。嘉宾等约1000人参加。", "{O:江城市科技局}等四部门发文。"}) {
    for (const v1::Fact& fact : FactsOf(text)) {
      EXPECT_FALSE(fact.has_quantity()) << fact.DebugString();
    }
  }
}

TEST(SubjectFinderTest, WhatASpeakerWithoutAHouseSaysIsNotAboutHim) {
  const auto facts = FactsOf("“这种疾病是全身性疾病，危害很大。”{N:张明}说。");
  for (const v1::Fact& fact : facts) {
    EXPECT_TRUE(fact.property() == "言论" || fact.subject().display_name() != "张明")
        << fact.DebugString();
  }
}

TEST(SubjectFinderTest, ThingsWithoutANameCanBePointedAt) {
  const auto lines =
      Lines(FactsOf("临江国际医院项目占地30亩。该医院规划床位500张。该中心、该院和园区都很大。"));
  EXPECT_THAT(lines, Contains("临江国际医院项目|占地面积|30亩"));
  EXPECT_THAT(lines, Contains(testing::EndsWith("规划床位|500张")));
}

TEST(SubjectFinderTest, ClaimsOutsideOfArticlesHaveTheirNounAsSubject) {
  EXPECT_THAT(Lines(FactsOf("江城大学有留学生300名。")), Contains("江城大学|留学生数|300名"));
}

TEST(SubjectFinderTest, PlacesSideBySideEndInTheOneThatIsMeant) {
  EXPECT_THAT(Lines(FactsOf("{P:江省}{P:江城市}{P:东湖区}常住人口达到85万人。")),
              Contains("东湖区|常住人口|850000人"));
  EXPECT_THAT(Lines(FactsOf("在{P:江省}{P:江城市}，种植面积达到3000亩。")),
              Contains("江城市|种植面积|3000亩"));
}

TEST(SubjectFinderTest, TheOutletIsNotSpokenOf) {
  for (const v1::Fact& fact : FactsOf("{O:江城网}消息（江城早报）：去年发送旅客300万人次。")) {
    EXPECT_NE(fact.subject().display_name(), "江城网") << fact.DebugString();
  }
}

TEST(SubjectFinderTest, ANameThatOnlyBeginsThePhraseDoesNotAct) {
  const auto lines = Lines(FactsOf("5月9日，{P:江城}媒体发布消息。"));
  EXPECT_THAT(lines, Not(Contains(testing::StartsWith("江城|发布时间"))));
  EXPECT_THAT(lines, Contains("江城媒体|发布时间|2024-05-09"));
}

TEST(SubjectFinderTest, WhatIsLeftOfADateIsNoSubject) {
  for (const char* text :
       {"9月24日0—24时，31个县报告新增病例94例。", "截至9月24日24时，现有病例103例。"}) {
    for (const v1::Fact& fact : FactsOf(text)) {
      EXPECT_NE(fact.subject().display_name(), "0") << text;
      EXPECT_NE(fact.subject().display_name(), "24时") << text;
    }
  }
}

}  // namespace
}  // namespace yinzheng::knowledge
