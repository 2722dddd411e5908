// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/question_coverage.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/record/testing/fact_maker.h"

namespace yinzheng::services {
namespace {

Question About(const std::string& subject, const std::string& property) {
  Question question;
  question.property = property;
  if (subject.empty()) return question;
  v1::Entity& entity = question.subjects.emplace_back();
  entity.set_name("entities/" + subject);
  entity.set_display_name(subject);
  entity.add_aliases()->set_text(subject);
  question.names.push_back(subject);
  return question;
}

double Coverage(const Question& question, const v1::Fact& fact) {
  return QuestionCoverage(question, {&fact}).Of(0);
}

TEST(QuestionCoverageTest, ThePropertyTellsMostThenTheSentenceThenWhatComesBefore) {
  const Question question = About("", "科研人员");
  const double property = Coverage(question, FactMaker("a").Property("科研人员数"));
  const double sentence = Coverage(question, FactMaker("b").Cited("这里的科研人员有90名"));
  v1::Fact after = FactMaker("c").Cited("有90名");
  after.mutable_citations(0)->set_prefix("这里的科研人员，");
  const double before = Coverage(question, after);
  EXPECT_GT(property, sentence);
  EXPECT_GT(sentence, before);
  EXPECT_GT(before, Coverage(question, FactMaker("d").Cited("有90名")));
}

TEST(QuestionCoverageTest, SubjectsTellMostThenValuesThenNamesInTheSentence) {
  const Question question = About("甲院", "");
  const double subject = Coverage(question, FactMaker("a"));
  const double value = Coverage(question, FactMaker("b", "乙院").Related("合作方", "甲院"));
  const double named = Coverage(question, FactMaker("c", "乙院").Cited("乙院和甲院同在一地"));
  EXPECT_GT(subject, value);
  EXPECT_GT(value, named);
  EXPECT_GT(named, Coverage(question, FactMaker("d", "乙院").Cited("乙院在山里")));
}

TEST(QuestionCoverageTest, NamesAloneDoNotAnswer) {
  const Question question = About("甲院", "专利");
  EXPECT_LT(Coverage(question, FactMaker("a").Property("科研人员数")), 0.35);
  EXPECT_GT(Coverage(question, FactMaker("b").Property("专利数")), 0.8);
}

TEST(QuestionCoverageTest, AnotherWordForTheSameCountsALittleLess) {
  Question question = About("", "动工");
  const v1::Fact own = FactMaker("a").Cited("工程三月动工");
  const v1::Fact other = FactMaker("b").Cited("工程三月开工");
  EXPECT_GT(Coverage(question, own), Coverage(question, other));
  const double before = Coverage(question, other);
  question.rewordings.push_back({"动工", {"开工", "开建"}});
  EXPECT_GT(Coverage(question, other), before);
  EXPECT_GT(Coverage(question, own), Coverage(question, other));
}

TEST(QuestionCoverageTest, RareWordsCountMoreThanCommonOnes) {
  const Question question = About("", "园区菌种");
  std::vector<v1::Fact> facts = {FactMaker("rare").Cited("菌种很多"),
                                 FactMaker("common").Cited("园区很大")};
  for (int i = 0; i < 20; ++i) facts.push_back(FactMaker(std::to_string(i)).Cited("园区很好"));
  std::vector<const v1::Fact*> pointers;
  for (const v1::Fact& fact : facts) pointers.push_back(&fact);
  const QuestionCoverage coverage(question, pointers);
  EXPECT_GT(coverage.Of(0), coverage.Of(1));
}

TEST(QuestionCoverageTest, AQuestionOfNothingIsNotCovered) {
  EXPECT_EQ(Coverage(Question(), FactMaker("a")), 0);
}

}  // namespace
}  // namespace yinzheng::services
