// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/numbered_name_finder.h"

#include "gmock/gmock.h"
#include "indexer/knowledge/names/name_text_fixture.h"

namespace yinzheng::knowledge {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using NumberedNameFinderTest = NameTextTest;

TEST_F(NumberedNameFinderTest, CraftAreNumbered) {
  EXPECT_THAT(Find(FindNumberedNames, "将发射凤凰七号、凤凰十二号，它们"),
              ElementsAre("PRODUCT 凤凰七号", "PRODUCT 凤凰十二号"));
}

TEST_F(NumberedNameFinderTest, LinesHousesAndDaysAreNoCraft) {
  for (const char* const text : {"地铁一号线开通", "住在三号楼", "学习中央一号文件", "定于六月一号",
                                 "今年第九号台风", "全市一号工程"}) {
    EXPECT_THAT(Find(FindNumberedNames, text), IsEmpty()) << text;
  }
}

}  // namespace
}  // namespace yinzheng::knowledge
