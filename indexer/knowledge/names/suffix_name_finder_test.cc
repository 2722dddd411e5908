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

TEST_F(SuffixNameFinderTest, OfficesEndInsideTheTitle) {
  EXPECT_THAT(Find(FindSuffixNames, "芬兰农林部长今天来访"),
              ElementsAre("ORGANIZATION 芬兰农林部"));
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

TEST_F(SuffixNameFinderTest, GenericNounsAreNoNames) {
  for (const char* const text :
       {"这家企业建立了研究中心。", "各地的重点实验室", "建设公共服务平台", "12个科技创新平台",
        "拥有多家医院和学校", "全面推进改革工作", "内蒙古东部有雨"}) {
    EXPECT_THAT(Find(FindSuffixNames, text), IsEmpty()) << text;
  }
}

}  // namespace
}  // namespace yinzheng::knowledge
