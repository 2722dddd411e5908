// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/code_name_finder.h"

#include "gmock/gmock.h"
#include "indexer/knowledge/names/name_text_fixture.h"

namespace yinzheng::knowledge {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using CodeNameFinderTest = NameTextTest;

TEST_F(CodeNameFinderTest, CapitalsDashDigits) {
  EXPECT_THAT(Find(FindCodeNames, "抗体药物AB-107和AB-12进入临床"),
              ElementsAre("PRODUCT AB-107", "PRODUCT AB-12"));
}

TEST_F(CodeNameFinderTest, PagesDatesAndWordsAreNoCodes) {
  EXPECT_THAT(Find(FindCodeNames, "A04-A05版，2021-01-16，COVID-19，e-mail，Web 3.0"),
              testing::Not(testing::Contains("PRODUCT A04-A05")));
  EXPECT_THAT(Find(FindCodeNames, "2021-01-16，e-mail，Web 3.0"), IsEmpty());
}

}  // namespace
}  // namespace yinzheng::knowledge
