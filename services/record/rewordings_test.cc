// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/rewordings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/status_matchers.h"

namespace yinzheng::services {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(RewordingsTest, EachWordThatStandsThereHasTheOthersOfItsRow) {
  const Rewordings rewordings = Rewordings::FromTable("# head\n动工 开工 开建\tbuilding begins\n");
  const auto found = rewordings.Of("平台何时动工");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].word, "动工");
  EXPECT_THAT(found[0].others, ElementsAre("开工", "开建"));
  EXPECT_THAT(rewordings.Of("平台"), IsEmpty());
}

TEST(RewordingsTest, TheTableHasNoWordOfOneCharacter) {
  YZ_ASSERT_OK_AND_ASSIGN(const Rewordings rewordings, Rewordings::Load());
  for (const char* const character : {"占", "买", "建", "说"}) {
    EXPECT_THAT(rewordings.Of(character), IsEmpty()) << character;
  }
}

}  // namespace
}  // namespace yinzheng::services
