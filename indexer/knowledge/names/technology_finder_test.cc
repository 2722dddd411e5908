// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/technology_finder.h"

#include <string>

#include "gmock/gmock.h"
#include "indexer/knowledge/names/name_text_fixture.h"

namespace yinzheng::knowledge {
namespace {

using testing::Each;
using testing::IsEmpty;
using testing::SizeIs;

using TechnologyFinderTest = NameTextTest;

TEST_F(TechnologyFinderTest, FindsWhatATextIsAbout) {
  std::string text;
  for (int i = 0; i < 9; ++i) text += "工厂正在试用量子计算。";
  const std::vector<std::string> found = Find(FindTechnologies, text);
  EXPECT_THAT(found, SizeIs(9));
  EXPECT_THAT(found, Each("TECHNOLOGY 量子计算"));
}

TEST_F(TechnologyFinderTest, TheLongestNameCounts) {
  std::string text;
  for (int i = 0; i < 7; ++i) text += "工厂用上人工智能。";
  text += "离通用人工智能还远。";
  EXPECT_THAT(Find(FindTechnologies, text), IsEmpty());
}

TEST_F(TechnologyFinderTest, LeavesWhatIsMentionedInPassing) {
  EXPECT_THAT(Find(FindTechnologies, "工厂正在试用量子计算，也在试用区块链。"), IsEmpty());
}

}  // namespace
}  // namespace yinzheng::knowledge
