// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/answer_ranker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/record/testing/fact_maker.h"

namespace yinzheng::services {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Question About(v1::QuestionType type, const std::string& property) {
  Question question;
  question.type = type;
  question.property = property;
  v1::Entity& subject = question.subjects.emplace_back();
  subject.set_name("entities/甲院");
  subject.set_display_name("甲院");
  subject.add_aliases()->set_text("甲院");
  return question;
}

std::vector<std::string> NamesOf(const std::vector<v1::Answer>& answers) {
  std::vector<std::string> names;
  for (const v1::Answer& answer : answers) names.push_back(answer.fact().name());
  return names;
}

std::vector<v1::Answer> Ranked(const Question& question, const std::vector<v1::Fact>& facts,
                               size_t limit) {
  static const auto* const kValues = new ValueComparison(*ValueComparison::Create());
  return RankAnswers(*kValues, question, {facts, {}}, limit);
}

std::vector<v1::Fact> Facts() {
  return {FactMaker("staff").Property("科研人员数").Figure("217", "名", "217名").In(2022),
          FactMaker("area").Property("总面积").Figure("7000", "平方米", "7000平方米").In(2022),
          FactMaker("foreign").Property("外籍人员数").Figure("12", "名", "12名").In(2022),
          FactMaker("founded").Dated("成立时间", "2017-12-24"),
          FactMaker("place").Related("位于", "丙园"),
          FactMaker("rank").Ranked(3, "创新指数").In(2021),
          FactMaker("other", "乙院").Property("科研人员数").Figure("90", "名", "90名").In(2022)};
}

TEST(RankAnswersTest, KindAndPropertyDecide) {
  EXPECT_THAT(NamesOf(Ranked(About(v1::QUESTION_TYPE_HOW_MANY, "科研人员"), Facts(), 1)),
              ElementsAre("facts/staff"));
  EXPECT_THAT(NamesOf(Ranked(About(v1::QUESTION_TYPE_WHEN, "成立"), Facts(), 5)),
              ElementsAre("facts/founded"));
  EXPECT_THAT(NamesOf(Ranked(About(v1::QUESTION_TYPE_WHERE, ""), Facts(), 1)),
              ElementsAre("facts/place"));
  EXPECT_THAT(NamesOf(Ranked(About(v1::QUESTION_TYPE_RANK, "创新指数"), Facts(), 1)),
              ElementsAre("facts/rank"));
}

TEST(RankAnswersTest, NothingIsNoAnswer) {
  EXPECT_THAT(Ranked(About(v1::QUESTION_TYPE_HOW_MANY, "专利"), Facts(), 5), IsEmpty());
  EXPECT_THAT(Ranked(About(v1::QUESTION_TYPE_WHEN, "搬迁"), {}, 5), IsEmpty());
}

TEST(RankAnswersTest, TheTimeAskedForGoesFirst) {
  Question question = About(v1::QUESTION_TYPE_HOW_MANY, "企业");
  question.time.emplace();
  question.time->set_edtf("2020");
  question.time->set_earliest("2020-01-01");
  question.time->set_latest("2020-12-31");
  const std::vector<v1::Fact> facts = {FactMaker("new").Figure("300", "家", "300家").In(2022),
                                       FactMaker("old").Figure("200", "家", "200家").In(2020)};
  EXPECT_THAT(NamesOf(Ranked(question, facts, 1)), ElementsAre("facts/old"));
  question.time.reset();
  EXPECT_THAT(NamesOf(Ranked(question, facts, 2)), ElementsAre("facts/new", "facts/old"))
      << "without a time the latest comes first";
}

TEST(RankAnswersTest, PlansFollowFactsAndKeepTheirModality) {
  const std::vector<v1::Fact> facts = {
      FactMaker("plan").Figure("500", "家", "500家").In(2025).Planned(),
      FactMaker("fact").Figure("300", "家", "300家").In(2022)};
  const std::vector<v1::Answer> answers =
      Ranked(About(v1::QUESTION_TYPE_HOW_MANY, "企业"), facts, 5);
  ASSERT_THAT(NamesOf(answers), ElementsAre("facts/fact", "facts/plan"));
  EXPECT_EQ(answers[1].fact().modality(), v1::MODALITY_PLANNED);
}

TEST(RankAnswersTest, SpeakersAreFoundByTheirWords) {
  Question question;
  question.type = v1::QUESTION_TYPE_WHO;
  question.asks_speaker = true;
  question.quotation = "人才引进要量身定制";
  const std::vector<v1::Fact> facts = {
      FactMaker("a").Text("言论", "设备要开放共享，不能关起门来用").SaidBy("李"),
      FactMaker("b").Text("言论", "我们的人才引进要量身定制，不看帽子").SaidBy("张")};
  const std::vector<v1::Answer> answers = Ranked(question, facts, 5);
  ASSERT_THAT(NamesOf(answers), ElementsAre("facts/b"));
}

TEST(RankAnswersTest, ScoresAreBetweenZeroAndOneAndOrdered) {
  double last = 1;
  for (const v1::Answer& answer :
       Ranked(About(v1::QUESTION_TYPE_UNSPECIFIED, "人员"), Facts(), 20)) {
    EXPECT_LE(answer.score(), last);
    EXPECT_GE(answer.score(), kAnswerScore);
    last = answer.score();
  }
}

TEST(RankAnswersTest, ASentenceSaysWhatItsFactLeavesOut) {
  // Both facts share no more than 企业 with the question; the sentence of one has the rest.
  v1::Fact told =
      FactMaker("told", "乙园").Figure("49", "家", "49家").From("1", "2022-03-01", "企业49家");
  told.mutable_citations(0)->mutable_span()->set_start(20);
  told.mutable_citations(0)->mutable_span()->set_end(25);
  const v1::Fact other =
      FactMaker("other", "丙园").Figure("90", "家", "90家").From("2", "2022-03-01", "企业90家");
  SentenceCandidate sentence;
  sentence.citation.set_article("articles/1");
  sentence.citation.set_quote("甲院孵化的集成电路企业49家。");
  sentence.citation.mutable_span()->set_start(10);
  sentence.citation.mutable_span()->set_end(26);
  const Question question = About(v1::QUESTION_TYPE_HOW_MANY, "孵化集成电路企业");
  static const auto* const kValues = new ValueComparison(*ValueComparison::Create());
  const std::vector<SentenceCandidate> sentences = {sentence};
  const AnswerCandidates candidates = {{other, told},
                                       WeighSentences(*kValues, question, sentences)};
  EXPECT_THAT(NamesOf(RankAnswers(*kValues, question, candidates, 5)), ElementsAre("facts/told"));
  EXPECT_THAT(NamesOf(Ranked(question, {other, told}, 5)), IsEmpty());
}

}  // namespace
}  // namespace yinzheng::services
