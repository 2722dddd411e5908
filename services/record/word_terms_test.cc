// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/word_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace yinzheng::services {
namespace {

using ::testing::ElementsAre;

TEST(WordTermsTest, CharactersAndPairsEachOnce) {
  EXPECT_EQ(WordTerms("科研科研").size(), 4U) << "科, 研, 科研, 研科";
  EXPECT_EQ(WordTerms("科，研").size(), 2U) << "no pair runs across punctuation";
  EXPECT_TRUE(WordTerms("？！").empty());
}

TEST(WordTermsTest, MarksWhatOccursInEitherScriptAndAcrossLineBreaks) {
  const WordTerms terms("人员");
  std::vector<double> marks(terms.size());
  terms.Mark(FoldedText("全職科研人\n員數"), 0.5, marks);
  EXPECT_THAT(marks, ElementsAre(0.5, 0.5, 0.5));
  terms.Mark(FoldedText("人"), 0.9, marks);
  EXPECT_THAT(marks, ElementsAre(0.9, 0.5, 0.5)) << "人, 人员, 员: the higher mark stays";
}

TEST(WordTermsTest, CoverageCountsPairsTwice) {
  EXPECT_DOUBLE_EQ(WordTerms("科研人员").CoveredBy(FoldedText("全職科研人員數")), 1);
  EXPECT_DOUBLE_EQ(WordTerms("").CoveredBy(FoldedText("科研")), 1);
  EXPECT_DOUBLE_EQ(WordTerms("科研").CoveredBy(FoldedText("")), 0);
  EXPECT_DOUBLE_EQ(WordTerms("科研").CoveredBy(WordTerms("科学")), 0.25);
}

}  // namespace
}  // namespace yinzheng::services
