// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/foreign_name_finder.h"

#include "gmock/gmock.h"
#include "indexer/knowledge/names/name_text_fixture.h"

namespace yinzheng::knowledge {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using ForeignNameFinderTest = NameTextTest;

TEST_F(ForeignNameFinderTest, DotsJoinNames) {
  EXPECT_THAT(Find(FindForeignNames, "总裁埃里克·霍夫曼在会上致辞"),
              ElementsAre("PERSON 埃里克·霍夫曼"));
}

TEST_F(ForeignNameFinderTest, HyphensJoinSurnamesBehindATitle) {
  EXPECT_THAT(Find(FindForeignNames, "总统杜阿斯-卡内特到访"), ElementsAre("PERSON 杜阿斯-卡内特"));
  for (const char* text : {"总统杜阿斯-", "总统杜阿斯-卡"}) {
    for (const std::string& found : Find(FindForeignNames, text)) {
      EXPECT_EQ(found, "PERSON 杜阿斯") << text;
    }
  }
}

TEST_F(ForeignNameFinderTest, WhatStandsBesideTellsPersonFromPlace) {
  EXPECT_THAT(Find(FindForeignNames, "外长费尔米诺夫表示"), ElementsAre("PERSON 费尔米诺夫"));
  EXPECT_THAT(Find(FindForeignNames, "飞机抵达斯塔尼卡机场"), ElementsAre("PLACE 斯塔尼卡"));
}

TEST_F(ForeignNameFinderTest, LoanWordsAreNoNames) {
  EXPECT_THAT(Find(FindForeignNames, "他喜欢马拉松和高尔夫，不喝咖啡"), IsEmpty());
}

}  // namespace
}  // namespace yinzheng::knowledge
