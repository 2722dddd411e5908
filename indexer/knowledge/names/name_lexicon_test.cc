// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/name_lexicon.h"

#include "indexer/knowledge/names/name_text_fixture.h"

namespace yinzheng::knowledge {
namespace {

using NameLexiconTest = NameTextTest;

TEST_F(NameLexiconTest, KnowsNamesAndWhatTheyAreShortFor) {
  const KnownName* const name = shared_lexicon->FindKnown(U"中科院");
  ASSERT_NE(name, nullptr);
  EXPECT_EQ(name->canonical, U"中国科学院");
  EXPECT_EQ(name->type, v1::ENTITY_TYPE_ORGANIZATION);
  EXPECT_EQ(shared_lexicon->FindKnown(U"没有这个名字"), nullptr);
}

TEST_F(NameLexiconTest, AmbiguousNamesAreMarked) {
  const KnownName* const name = shared_lexicon->FindKnown(U"小米");
  ASSERT_NE(name, nullptr);
  EXPECT_TRUE(name->ambiguous);
}

TEST_F(NameLexiconTest, KnowsTheLongestNameOfAFirstCharacter) {
  EXPECT_GE(shared_lexicon->LongestKnown(U'中'), std::u32string_view(U"中国科学院").size());
  EXPECT_EQ(shared_lexicon->LongestKnown(U'，'), 0u);
}

TEST_F(NameLexiconTest, TechnologiesHaveOneName) {
  EXPECT_EQ(shared_lexicon->TechnologyOf(U"AGI"), U"通用人工智能");
  EXPECT_EQ(shared_lexicon->TechnologyOf(U"通用人工智能"), U"通用人工智能");
  EXPECT_TRUE(shared_lexicon->TechnologyOf(U"天气").empty());
}

TEST_F(NameLexiconTest, SuffixesCarryTheirRule) {
  const SuffixRule* const rule = shared_lexicon->FindSuffix(U"股份有限公司");
  ASSERT_NE(rule, nullptr);
  EXPECT_EQ(rule->type, v1::ENTITY_TYPE_COMPANY);
  EXPECT_EQ(rule->need, SuffixNeed::kLegal);
}

TEST_F(NameLexiconTest, NamesAvoidParticles) {
  EXPECT_GT(shared_lexicon->GivenLast(U'涛'), 10);
  EXPECT_LT(shared_lexicon->GivenLast(U'的'), -20);
  EXPECT_EQ(shared_lexicon->SurnameWeight(U"欧阳"), 3);
  EXPECT_EQ(shared_lexicon->SurnameWeight(U"桌"), 0);
}

TEST_F(NameLexiconTest, TitlesBeforeAndWordsAfter) {
  EXPECT_EQ(shared_lexicon->TitleBefore(U"公司副总经理"), 4u);
  EXPECT_EQ(shared_lexicon->TitleBefore(U"天气很好"), 0u);
  EXPECT_EQ(shared_lexicon->WordAfter(U"先生说", kTitleAfter), 2u);
}

TEST(NameLexiconLoadTest, AMissingFolderIsNotFound) {
  const auto lexicon = NameLexicon::Load("/nonexistent/knowledge");
  ASSERT_FALSE(lexicon.ok());
  EXPECT_NE(std::string(lexicon.status().message()).find("name_words.tsv"), std::string::npos);
}

}  // namespace
}  // namespace yinzheng::knowledge
