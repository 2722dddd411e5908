// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/marked_name_finder.h"

#include "gmock/gmock.h"
#include "indexer/knowledge/names/name_text_fixture.h"

namespace yinzheng::knowledge {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using MarkedNameFinderTest = NameTextTest;

TEST_F(MarkedNameFinderTest, TitlesByTheirKind) {
  EXPECT_THAT(Find(FindMarkedNames, "会上发布了《某市促进算力发展行动方案(2024—2026年)》。"),
              ElementsAre("POLICY 某市促进算力发展行动方案(2024—2026年)"));
  EXPECT_THAT(Find(FindMarkedNames, "印发《内河船舶检验规程(试行)》"),
              ElementsAre("POLICY 内河船舶检验规程(试行)"));
  EXPECT_THAT(Find(FindMarkedNames, "《全球城市创新指数》显示"),
              ElementsAre("INDEX 全球城市创新指数"));
  EXPECT_THAT(Find(FindMarkedNames, "他写的小说《春天的湖》出版了"), IsEmpty());
}

TEST_F(MarkedNameFinderTest, QuotedNamesNeedANoun) {
  EXPECT_THAT(Find(FindMarkedNames, "研制出“海燕号”卫星"), ElementsAre("PRODUCT 海燕号"));
  EXPECT_THAT(Find(FindMarkedNames, "启动“育苗计划”以来"), ElementsAre("PROJECT 育苗计划"));
  EXPECT_THAT(Find(FindMarkedNames, "突破了一批“卡脖子”技术，做“从0到1”的事"), IsEmpty());
}

TEST_F(MarkedNameFinderTest, QuotedClausesAreNoNames) {
  for (const char* const text :
       {"大家想看“火箭已经飞到什么高度了”再说", "形成“用机器人制造机器人”的循环",
        "做到“用大模型检测大模型”", "做到“让数据替人跑路”的系统", "为了“看谁的芯片跑得更快”而来"}) {
    EXPECT_THAT(Find(FindMarkedNames, text), IsEmpty()) << text;
  }
}

TEST_F(MarkedNameFinderTest, PoliciesAreKnownByTheirArticles) {
  EXPECT_THAT(Find(FindMarkedNames, "发布“湖滨30条”和“兴农九条”"),
              ElementsAre("POLICY 湖滨30条", "POLICY 兴农九条"));
}

TEST_F(MarkedNameFinderTest, TheNounBehindAQuoteMayBelongToIt) {
  EXPECT_THAT(Find(FindMarkedNames, "湖滨区实施“新芽”计划，"), ElementsAre("PROJECT “新芽”计划"));
  EXPECT_THAT(Find(FindMarkedNames, "突破“翼身融合”关键技术，"),
              ElementsAre("TECHNOLOGY 翼身融合"));
  EXPECT_THAT(Find(FindMarkedNames, "“双碳”政策见效"), ElementsAre("POLICY 双碳"));
}

TEST_F(MarkedNameFinderTest, FiveYearPlansAreNamedWithTheirMarks) {
  EXPECT_THAT(Find(FindMarkedNames, "按照“十四五”规划和2035年远景目标纲要的部署"),
              ElementsAre("POLICY “十四五”规划和2035年远景目标纲要"));
  EXPECT_THAT(Find(FindMarkedNames, "“十四五”期间"), IsEmpty());
}

}  // namespace
}  // namespace yinzheng::knowledge
