// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/word_coverage.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/record/testing/fact_maker.h"

namespace yinzheng::services {
namespace {

SoughtWords About(const std::string& subject, const std::string& words) {
  SoughtWords sought;
  sought.words = words;
  if (!subject.empty()) sought.names.push_back({"entities/" + subject, subject, {subject}});
  return sought;
}

double Coverage(const SoughtWords& question, const v1::Fact& fact) {
  return WordCoverage(question, {&fact}).Of(0);
}

TEST(WordCoverageTest, ThePropertyTellsMostThenTheSentenceThenWhatComesBefore) {
  const SoughtWords question = About("", "科研人员");
  const double property = Coverage(question, FactMaker("a").Property("科研人员数"));
  const double sentence = Coverage(question, FactMaker("b").Cited("这里的科研人员有90名"));
  v1::Fact after = FactMaker("c").Cited("有90名");
  after.mutable_citations(0)->set_prefix("这里的科研人员，");
  const double before = Coverage(question, after);
  EXPECT_GT(property, sentence);
  EXPECT_GT(sentence, before);
  EXPECT_GT(before, Coverage(question, FactMaker("d").Cited("有90名")));
}

TEST(WordCoverageTest, SubjectsTellMostThenValuesThenNamesInTheSentence) {
  const SoughtWords question = About("甲院", "");
  const double subject = Coverage(question, FactMaker("a"));
  const double value = Coverage(question, FactMaker("b", "乙院").Related("合作方", "甲院"));
  const double named = Coverage(question, FactMaker("c", "乙院").Cited("乙院和甲院同在一地"));
  EXPECT_GT(subject, value);
  EXPECT_GT(value, named);
  EXPECT_GT(named, Coverage(question, FactMaker("d", "乙院").Cited("乙院在山里")));
}

TEST(WordCoverageTest, NamesAloneDoNotAnswer) {
  const SoughtWords question = About("甲院", "专利");
  EXPECT_LT(Coverage(question, FactMaker("a").Property("科研人员数")), 0.35);
  EXPECT_GT(Coverage(question, FactMaker("b").Property("专利数")), 0.8);
}

TEST(WordCoverageTest, AnotherWordForTheSameCountsALittleLess) {
  SoughtWords question = About("", "动工");
  const v1::Fact own = FactMaker("a").Cited("工程三月动工");
  const v1::Fact other = FactMaker("b").Cited("工程三月开工");
  EXPECT_GT(Coverage(question, own), Coverage(question, other));
  const double before = Coverage(question, other);
  question.rewordings.push_back({"动工", {"开工", "开建"}});
  EXPECT_GT(Coverage(question, other), before);
  EXPECT_GT(Coverage(question, own), Coverage(question, other));
}

TEST(WordCoverageTest, RareWordsCountMoreThanCommonOnes) {
  const SoughtWords question = About("", "园区菌种");
  std::vector<v1::Fact> facts = {FactMaker("rare").Cited("菌种很多"),
                                 FactMaker("common").Cited("园区很大")};
  for (int i = 0; i < 20; ++i) facts.push_back(FactMaker(std::to_string(i)).Cited("园区很好"));
  std::vector<const v1::Fact*> pointers;
  for (const v1::Fact& fact : facts) pointers.push_back(&fact);
  const WordCoverage coverage(question, pointers);
  EXPECT_GT(coverage.Of(0), coverage.Of(1));
}

TEST(WordCoverageTest, WordsAreAlsoCountedWithoutTheNames) {
  const SoughtWords question = About("甲院", "专利");
  const v1::Fact fact = FactMaker("a", "乙院").Property("专利数");
  EXPECT_EQ(WordCoverage(question, {&fact}).OfWords(0), 1);
  EXPECT_LT(WordCoverage(question, {&fact}).Of(0), 1);
}

TEST(WordCoverageTest, AQuestionOfNothingIsNotCovered) {
  EXPECT_EQ(Coverage(SoughtWords(), FactMaker("a")), 0);
}

}  // namespace
}  // namespace yinzheng::services
