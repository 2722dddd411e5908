// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/suffix_name_finder.h"

#include "gmock/gmock.h"
#include "indexer/knowledge/names/name_text_fixture.h"

namespace yinzheng::knowledge {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using SuffixNameFinderTest = NameTextTest;

TEST_F(SuffixNameFinderTest, ExtendsToTheProperName) {
  EXPECT_THAT(Find(FindSuffixNames, "昨日，杭州智能传感与信息处理研究院正式揭牌。"),
              ElementsAre("ORGANIZATION 杭州智能传感与信息处理研究院"));
  EXPECT_THAT(Find(FindSuffixNames, "由上海海关负责"), ElementsAre("ORGANIZATION 上海海关"));
}

TEST_F(SuffixNameFinderTest, StopsAtVerbsAndJoins) {
  EXPECT_THAT(Find(FindSuffixNames, "他们正在推动建设苏州国家实验室"),
              ElementsAre("FACILITY 苏州国家实验室"));
  EXPECT_THAT(Find(FindSuffixNames, "建成海洋基因平台和深海能源平台。"),
              ElementsAre("FACILITY 海洋基因平台", "FACILITY 深海能源平台"));
}

TEST_F(SuffixNameFinderTest, KeepsBracketedPlaceAndQuotes) {
  EXPECT_THAT(Find(FindSuffixNames, "签约方是启明光电(武汉)有限公司。"),
              ElementsAre("COMPANY 启明光电(武汉)有限公司"));
  EXPECT_THAT(Find(FindSuffixNames, "走进“星火链”研发实验室"),
              ElementsAre("FACILITY “星火链”研发实验室"));
}

TEST_F(SuffixNameFinderTest, DashesJoinNames) {
  EXPECT_THAT(Find(FindSuffixNames, "中国—非洲博览会昨天开幕"),
              ElementsAre("EVENT 中国—非洲博览会"));
  EXPECT_THAT(Find(FindSuffixNames, "他谈到了中国——非洲博览会是新的"),
              ElementsAre("EVENT 非洲博览会"));
}

TEST_F(SuffixNameFinderTest, OfficesEndInsideTheTitle) {
  EXPECT_THAT(Find(FindSuffixNames, "芬兰农林部长今天来访"),
              ElementsAre("ORGANIZATION 芬兰农林部"));
}

TEST_F(SuffixNameFinderTest, CommitteesEndInsideTheTitleOfTheirSecretary) {
  EXPECT_THAT(Find(FindSuffixNames, "房山区委书记张明说"),
              ::testing::Contains("ORGANIZATION 房山区委"));
  EXPECT_THAT(Find(FindSuffixNames, "德清县委书记张明说"),
              ::testing::Contains("ORGANIZATION 德清县委"));
}

TEST_F(SuffixNameFinderTest, EditionsKeepTheirYear) {
  EXPECT_THAT(Find(FindSuffixNames, "2022年广州市政府工作报告提出"),
              ElementsAre("POLICY 2022年广州市政府工作报告"));
}

TEST_F(SuffixNameFinderTest, MeetingsAreEvents) {
  EXPECT_THAT(Find(FindSuffixNames, "由协会承办的材料基因组学术研讨会在会议厅召开"),
              ElementsAre("EVENT 材料基因组学术研讨会"));
  EXPECT_THAT(Find(FindSuffixNames, "2025杭州数字经济推介会昨日举行"),
              ElementsAre("EVENT 2025杭州数字经济推介会"));
  EXPECT_THAT(Find(FindSuffixNames, "公司召开座谈会，随后举行新闻发布会"), IsEmpty());
}

TEST_F(SuffixNameFinderTest, ProductsAreMadeOrShown) {
  const struct {
    const char* text;
    const char* product;
  } rows[] = {
      {"公司自主研制的液氧煤油发动机正在试车", "PRODUCT 液氧煤油发动机"},
      {"工厂做到了单分子蛋白质测序仪的量产。", "PRODUCT 单分子蛋白质测序仪"},
      {"展台上光电融合感知芯片亮相。", "PRODUCT 光电融合感知芯片"},
      {"，50W大功率芯片大批量生产", "PRODUCT 50W大功率芯片"},
      {"院里准备发射小批量货运飞船，", "PRODUCT 小批量货运飞船"},
      {"、安晟科技肺结节AI诊断软件等", "PRODUCT 肺结节AI诊断软件"},
      {"，80兆瓦级重型燃气轮机样机运抵", "PRODUCT 80兆瓦级重型燃气轮机"},
  };
  for (const auto& row : rows) {
    EXPECT_THAT(Find(FindSuffixNames, row.text), ElementsAre(row.product)) << row.text;
  }
  for (const char* const text : {"研发芯片和电池", "他们用光电融合感知芯片", "购买新型机器人"}) {
    EXPECT_THAT(Find(FindSuffixNames, text), IsEmpty()) << text;
  }
}

TEST_F(SuffixNameFinderTest, BuildingIsNoPartOfAName) {
  EXPECT_THAT(Find(FindSuffixNames, "，丰台区建设量子芯片产业园。"),
              ElementsAre("PLACE 丰台区", "PLACE 量子芯片产业园"));
}

TEST_F(SuffixNameFinderTest, HeadsSayWhatADepartmentIs) {
  EXPECT_THAT(Find(FindSuffixNames, "，材料物理与化学系主任王某说"),
              ElementsAre("ORGANIZATION 材料物理与化学系"));
  EXPECT_THAT(Find(FindSuffixNames, "，陆地生态监测司司长王某说"),
              ElementsAre("ORGANIZATION 陆地生态监测司"));
  EXPECT_THAT(Find(FindSuffixNames, "两个部主任说"), IsEmpty());
}

TEST_F(SuffixNameFinderTest, WhatIsLaunchedIsNamed) {
  EXPECT_THAT(Find(FindSuffixNames, "将深入实施装备制造业产业链提升行动，"),
              ElementsAre("PROJECT 装备制造业产业链提升行动"));
  EXPECT_THAT(Find(FindSuffixNames, "双方共同打造数据安全服务联合实验室"),
              ElementsAre("FACILITY 数据安全服务联合实验室"));
  EXPECT_THAT(Find(FindSuffixNames, "打造高水平科技创新平台"), IsEmpty());
  EXPECT_THAT(Find(FindSuffixNames, "全面落实海洋装备产业倍增行动计划，"),
              ElementsAre("POLICY 海洋装备产业倍增行动计划"));
  EXPECT_THAT(Find(FindSuffixNames, "深圳计划投资百亿元"), IsEmpty());
}

TEST_F(SuffixNameFinderTest, KnownNamesNeedNoPlaceBeforeThem) {
  EXPECT_THAT(Find(FindSuffixNames, "在上海张江科学城"),
              testing::Not(testing::Contains("PLACE 上海张江科学城")));
}

TEST_F(SuffixNameFinderTest, LaboratoriesOfBrandsAndFields) {
  EXPECT_THAT(Find(FindSuffixNames, "，安晟科技云安全实验室负责人"),
              ElementsAre("FACILITY 安晟科技云安全实验室"));
  EXPECT_THAT(Find(FindSuffixNames, "揭牌的还有海洋焊接技术与装备全国重点实验室。"),
              ElementsAre("FACILITY 海洋焊接技术与装备全国重点实验室"));
}

TEST_F(SuffixNameFinderTest, AQuotedPlaceMakesNoPlatform) {
  EXPECT_THAT(Find(FindSuffixNames, "依托“三城一区”主平台办展"), IsEmpty());
}

TEST_F(SuffixNameFinderTest, TechnologiesAreNamedByWhatTheyAreAbout) {
  EXPECT_THAT(Find(FindSuffixNames, "在煤矿粉尘静电除尘技术、输送方面领先"),
              ElementsAre("TECHNOLOGY 煤矿粉尘静电除尘技术"));
  for (const char* const text : {"掌握煤矿粉尘静电除尘技术体系", "突破水下焊接前沿技术，",
                                 "推广新型先进技术。", "应用区块链技术。"}) {
    EXPECT_THAT(Find(FindSuffixNames, text), IsEmpty()) << text;
  }
}

TEST_F(SuffixNameFinderTest, AKnownNameBeforeAJoinIsAnother) {
  EXPECT_THAT(Find(FindSuffixNames, "百度与启元研究院的团队"),
              ElementsAre("ORGANIZATION 启元研究院"));
}

TEST_F(SuffixNameFinderTest, MissionsAbroadAreNamedWithTheirCountry) {
  EXPECT_THAT(Find(FindSuffixNames, "中国驻法国大使馆提醒"),
              ::testing::Contains("ORGANIZATION 中国驻法国大使馆"));
}

TEST_F(SuffixNameFinderTest, VillagesHaveTheirFirstCharacter) {
  EXPECT_THAT(Find(FindSuffixNames, "在富川瑶族自治县岔山村，有人起舞。"),
              ::testing::Contains("PLACE 岔山村"));
  EXPECT_THAT(Find(FindSuffixNames, "省市县乡村五级联动"),
              ::testing::Not(::testing::Contains("PLACE 县乡村")));
  EXPECT_THAT(Find(FindSuffixNames, "修好了十二条乡村公路"),
              ::testing::Not(::testing::Contains("PLACE 条乡村")));
}

TEST_F(SuffixNameFinderTest, TownsUnknownHaveCommittees) {
  EXPECT_THAT(Find(FindSuffixNames, "洞岔镇党委决定迁址。"),
              ::testing::Contains("ORGANIZATION 洞岔镇党委"));
}

TEST_F(SuffixNameFinderTest, PartsOfKnownInstitutionsAreNamedWithThem) {
  EXPECT_THAT(Find(FindSuffixNames, "国家中医药管理局医政司负责人介绍"),
              ElementsAre("ORGANIZATION 国家中医药管理局医政司"));
  EXPECT_THAT(Find(FindSuffixNames, "中国人民银行会同公安部部署行动"),
              ::testing::Not(::testing::Contains("ORGANIZATION 中国人民银行会同公安部")));
}

TEST_F(SuffixNameFinderTest, ACountryMakesATeam) {
  EXPECT_THAT(Find(FindSuffixNames, "昨天战胜捷克队，进入决赛"),
              ElementsAre("ORGANIZATION 捷克队"));
}

TEST_F(SuffixNameFinderTest, AnEndingInsideAWordIsNoVerb) {
  EXPECT_THAT(Find(FindSuffixNames, "装机容量仅次于三峡工程"), ElementsAre("PROJECT 三峡工程"));
}

TEST_F(SuffixNameFinderTest, GenericNounsAreNoNames) {
  for (const char* const text :
       {"这家企业建立了研究中心。", "各地的重点实验室", "建设公共服务平台", "12个科技创新平台",
        "拥有多家医院和学校", "全面推进改革工作", "内蒙古东部有雨", "共有81家电商平台参加"}) {
    EXPECT_THAT(Find(FindSuffixNames, text), IsEmpty()) << text;
  }
}

}  // namespace
}  // namespace yinzheng::knowledge
