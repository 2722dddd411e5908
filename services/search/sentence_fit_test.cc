// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/sentence_fit.h"

#include <gtest/gtest.h>

namespace yinzheng::services {
namespace {

double Fit(const Question& question, const SentenceCandidate& sentence) {
  static const auto* const kValues = new ValueComparison(*ValueComparison::Create());
  return SentenceFit(*kValues, question, sentence);
}

SentenceCandidate Sentence(const std::string& quote) {
  SentenceCandidate sentence;
  sentence.citation.set_quote(quote);
  return sentence;
}

Question Asking(v1::QuestionType type) {
  Question question;
  question.type = type;
  return question;
}

TEST(SentenceFitTest, AFigureOfTheUnitAskedFor) {
  Question question = Asking(v1::QUESTION_TYPE_HOW_MANY);
  question.unit_group = "area";
  const double area = Fit(question, Sentence("甲园占地300公顷。"));
  const double count = Fit(question, Sentence("甲园有企业300家。"));
  const double none = Fit(question, Sentence("甲园的企业很多。"));
  EXPECT_EQ(area, 1);
  EXPECT_LT(count, area);
  EXPECT_LT(none, count);
}

TEST(SentenceFitTest, ADate) {
  const Question question = Asking(v1::QUESTION_TYPE_WHEN);
  EXPECT_EQ(Fit(question, Sentence("甲园于2019年5月开园。")), 1);
  EXPECT_LT(Fit(question, Sentence("甲园正式开园。")), 0.5);
}

TEST(SentenceFitTest, ARank) {
  Question question = Asking(v1::QUESTION_TYPE_RANK);
  question.answer_words = {U"前列"};
  const double rank = Fit(question, Sentence("甲市的专利数位居全国第三。"));
  const double word = Fit(question, Sentence("甲市的专利数位于前列。"));
  EXPECT_EQ(rank, 1);
  EXPECT_LT(word, rank);
  EXPECT_LT(Fit(question, Sentence("甲市的专利数很多。")), word);
}

TEST(SentenceFitTest, AWordOfPlaceAndANameThatTheQuestionDoesNotHave) {
  Question question = Asking(v1::QUESTION_TYPE_WHERE);
  question.answer_words = {U"位于"};
  question.subjects.emplace_back().set_name("entities/甲院");
  SentenceCandidate both = Sentence("甲院位于乙城。");
  both.entities = {"entities/甲院", "entities/乙城"};
  SentenceCandidate word = Sentence("甲院位于城中。");
  word.entities = {"entities/甲院"};
  EXPECT_EQ(Fit(question, both), 1);
  EXPECT_LT(Fit(question, word), 1);
  EXPECT_LT(Fit(question, Sentence("甲院很大。")), Fit(question, word));
}

TEST(SentenceFitTest, AnotherTimeThanAskedFor) {
  Question question = Asking(v1::QUESTION_TYPE_HOW_MANY);
  question.time.emplace();
  question.time->set_edtf("2021");
  question.time->set_earliest("2021-01-01");
  question.time->set_latest("2021-12-31");
  const double same = Fit(question, Sentence("2021年，甲园新增企业30家。"));
  const double undated = Fit(question, Sentence("甲园新增企业30家。"));
  EXPECT_EQ(same, 1);
  EXPECT_LT(undated, same);
  EXPECT_LT(Fit(question, Sentence("2018年，甲园新增企业30家。")), undated);
}

TEST(SentenceFitTest, RelativeDatesAreReadAgainstThePublication) {
  Question question = Asking(v1::QUESTION_TYPE_HOW_MANY);
  question.time.emplace();
  question.time->set_edtf("2021");
  question.time->set_earliest("2021-01-01");
  question.time->set_latest("2021-12-31");
  SentenceCandidate sentence = Sentence("去年，甲园新增企业30家。");
  sentence.citation.mutable_published()->set_edtf("2022-03");
  EXPECT_EQ(Fit(question, sentence), 1);
  sentence.citation.mutable_published()->set_edtf("2020-03");
  EXPECT_LT(Fit(question, sentence), 1);
}

TEST(SentenceFitTest, HardLineBreaksAndTraditionalPrintHideNothing) {
  Question question = Asking(v1::QUESTION_TYPE_WHERE);
  question.answer_words = {U"坐落"};
  SentenceCandidate sentence = Sentence("甲院坐\n落於乙園。");
  sentence.entities = {"entities/乙园"};
  EXPECT_EQ(Fit(question, sentence), 1);
}

}  // namespace
}  // namespace yinzheng::services
