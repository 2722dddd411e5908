// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/knowledge/extract/extracted_facts.h"

namespace yinzheng::knowledge {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(StatedRolesTest, AnOfficeIsNoPosition) {
  for (const char* text :
       {"{N:李青}是{O:东湖研究院}的院长。", "{O:东湖研究院}的院长是{N:李青}教授。",
        "{N:李青}成为{O:东湖研究院}院长。"}) {
    for (const v1::Fact& fact : FactsOf(text)) {
      EXPECT_NE(fact.property(), "定位") << text;
      EXPECT_NE(fact.property(), "地位") << text;
    }
  }
}

TEST(StatedRolesTest, OnlyOfficesOfPersonsAreStated) {
  for (const char* text :
       {"{N:李青}是一名老师。", "{N:李青}是老师。", "{C:蓝羽公司}是行业龙头。",
        "{C:蓝羽公司}是{O:东湖协会}理事长单位。", "{N:李青}的父亲是{O:东湖研究院}的院长。",
        "{N:李青}说，您再次当选{O:东湖协会}会长。", "{N:李青}说，担任{O:东湖协会}会长很光荣。",
        "受{N:李青}之邀，就任{O:东湖研究院}院长。", "{N:李青}曾任{O:东湖研究院}院长。",
        "{N:李青}担任过{O:东湖研究院}院长。", "{N:李青}是{O:东湖研究院}原院长。",
        "{N:李青}是{O:东湖研究院}前任院长。",
        "{N:李青}和{N:王立}分别担任{O:东湖研究院}院长、副院长。",
        "{O:东湖研究院}院长、副院长由{N:李青}、{N:王立}担任。",
        "如果{N:李青}担任{O:东湖研究院}院长，研究会很快。", "{N:李青}是{O:东湖研究院}院长吗？",
        "{O:东湖研究院}的院长是{N:李青}的朋友。",
        "{N:李青}和{N:王立}来访，他是{O:东湖研究院}的院长。"}) {
    for (const v1::Fact& fact : FactsOf(text)) {
      EXPECT_NE(fact.property(), "职务") << text;
      EXPECT_NE(fact.property(), "任职机构") << text;
    }
  }
}

TEST(StatedRolesTest, AnOfficeThatGoesOnBelongsToTheNameBehind) {
  const auto lines = Lines(FactsOf("{N:李青}是{O:东湖研究院}院长{N:王立}的学生。"));
  EXPECT_THAT(lines, Contains("王立|职务|院长"));
  EXPECT_THAT(lines, Not(Contains(testing::StartsWith("李青|职务"))));
}

// The modality and the polarity of the offices that `text` states.
std::vector<std::pair<v1::Modality, v1::Polarity>> OfficesOf(const char* text) {
  std::vector<std::pair<v1::Modality, v1::Polarity>> offices;
  for (const v1::Fact& fact : FactsOf(text)) {
    if (fact.property() != "职务" && fact.property() != "任职机构") continue;
    offices.emplace_back(fact.modality(), fact.polarity());
  }
  return offices;
}

TEST(StatedRolesTest, OfficesArePlannedAndDeniedWithTheirVerb) {
  const auto all = [](v1::Modality modality, v1::Polarity polarity) {
    return testing::AllOf(testing::SizeIs(2), testing::Each(testing::Pair(modality, polarity)));
  };
  for (const char* text :
       {"{N:李青}将担任{O:东湖研究院}院长。", "{O:东湖研究院}院长将由{N:李青}担任。"}) {
    EXPECT_THAT(OfficesOf(text), all(v1::MODALITY_PLANNED, v1::POLARITY_POSITIVE)) << text;
  }
  for (const char* text :
       {"{N:李青}不再担任{O:东湖研究院}院长。", "{N:李青}不担任{O:东湖研究院}院长。",
        "{O:东湖研究院}院长不再由{N:李青}担任。"}) {
    EXPECT_THAT(OfficesOf(text), all(v1::MODALITY_ASSERTED, v1::POLARITY_NEGATIVE)) << text;
  }
}

TEST(StatedRolesTest, OfficesToComeArePlanned) {
  for (const char* text : {"{N:李青}拟任{O:江城大学}校长。", "{N:李青}将任{O:江城大学}校长。",
                           "{O:江城大学}校长拟任{N:李青}。"}) {
    for (const auto& [modality, polarity] : OfficesOf(text)) {
      EXPECT_EQ(modality, v1::MODALITY_PLANNED) << text;
      EXPECT_EQ(polarity, v1::POLARITY_POSITIVE) << text;
    }
  }
  EXPECT_THAT(OfficesOf("{N:李青}拟任{O:江城大学}校长。"), testing::SizeIs(2));
}

TEST(StatedRolesTest, WhoIsProposedHoldsNoOfficeYet) {
  for (const char* text :
       {"董事会提名{N:李青}担任{O:江城大学}校长。", "董事会推荐{N:李青}为{O:江城大学}校长。",
        "专家建议{N:李青}出任{O:江城大学}校长。", "董事会建议任命{N:李青}为{O:江城大学}校长。",
        "董事会拟由{N:李青}出任{O:江城大学}校长。",
        "{N:李青}回来了。董事会提名她担任{O:江城大学}校长。"}) {
    EXPECT_THAT(OfficesOf(text), testing::SizeIs(2)) << text;
    for (const auto& office : OfficesOf(text)) {
      EXPECT_EQ(office.first, v1::MODALITY_PLANNED) << text;
    }
  }
}

TEST(StatedRolesTest, AVerbBeforeTheNameGivesAnOfficeOnlyIfItEffectsIt) {
  for (const char* text :
       {"工会反对{N:李青}出任{O:东湖研究院}院长。", "工会反对聘请{N:李青}担任{O:东湖研究院}院长。",
        "{N:张明}误以为{N:李青}是{O:东湖研究院}院长。",
        "{N:张明}怀疑{N:李青}是{O:东湖研究院}院长。", "工会阻止{N:李青}担任{O:东湖研究院}院长。",
        "{N:李青}回来了。工会反对她出任{O:东湖研究院}院长。",
        "董事会并未任命{N:李青}为{O:东湖研究院}院长。",
        "董事会不建议{N:李青}担任{O:东湖研究院}院长。"}) {
    EXPECT_THAT(OfficesOf(text), IsEmpty()) << text;
  }
  for (const char* text :
       {"董事会任命{N:李青}为{O:东湖研究院}院长。",
        "董事会决定聘请{N:李青}担任{O:东湖研究院}院长。",
        "大会选举{N:李青}担任{O:东湖研究院}院长。", "董事会聘请{N:李青}担任{O:东湖研究院}院长。",
        "董事会委任{N:李青}出任{O:东湖研究院}院长。"}) {
    EXPECT_THAT(OfficesOf(text), testing::SizeIs(2)) << text;
    for (const auto& office : OfficesOf(text)) {
      EXPECT_EQ(office.first, v1::MODALITY_ASSERTED) << text;
    }
  }
}

TEST(StatedRolesTest, DelegatesHoldOfficesByTheirWholeTitle) {
  for (const char* text :
       {"{N:李青}成为优秀代表。", "{N:李青}是家长代表。", "{N:李青}是学生代表。"}) {
    EXPECT_THAT(OfficesOf(text), IsEmpty()) << text;
  }
  for (const char* text : {"{N:李青}是全国人大代表。", "{N:李青}是省人大代表。",
                           "{N:李青}当选党代表。", "{N:李青}担任首席代表。"}) {
    EXPECT_THAT(OfficesOf(text), testing::SizeIs(1)) << text;
  }
}

TEST(StatedRolesTest, APlaceEmploysThoseWhoGovernIt) {
  EXPECT_THAT(Lines(FactsOf("{P:江城}运动员{N:张明}夺冠。")), Not(Contains("张明|任职机构|@江城")));
  EXPECT_THAT(Lines(FactsOf("{P:江城}市长{N:张明}出席。")), Contains("张明|任职机构|@江城"));
}

}  // namespace
}  // namespace yinzheng::knowledge
