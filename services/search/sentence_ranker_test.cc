// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/sentence_ranker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace yinzheng::services {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Question HowMany(const std::string& subject, const std::string& property) {
  Question question;
  question.type = v1::QUESTION_TYPE_HOW_MANY;
  question.property = property;
  v1::Entity& entity = question.subjects.emplace_back();
  entity.set_name("entities/" + subject);
  entity.set_display_name(subject);
  entity.add_aliases()->set_text(subject);
  return question;
}

std::vector<SentenceCandidate> Sentences(const std::vector<std::string>& quotes) {
  std::vector<SentenceCandidate> sentences;
  int position = 0;
  for (const std::string& quote : quotes) {
    SentenceCandidate& sentence = sentences.emplace_back();
    sentence.citation.set_article("articles/1");
    sentence.citation.set_quote(quote);
    sentence.citation.mutable_span()->set_start(position);
    position += static_cast<int>(quote.size());
    sentence.citation.mutable_span()->set_end(position);
  }
  return sentences;
}

std::vector<std::string> QuotesOf(const std::vector<v1::AnswerSentence>& ranked) {
  std::vector<std::string> quotes;
  for (const v1::AnswerSentence& sentence : ranked) {
    quotes.push_back(sentence.citation().quote());
  }
  return quotes;
}

std::vector<v1::AnswerSentence> Ranked(const Question& question,
                                       const std::vector<SentenceCandidate>& sentences,
                                       size_t limit = 5) {
  static const auto* const kValues = new ValueComparison(*ValueComparison::Create());
  return BestSentences(WeighSentences(*kValues, question, sentences), limit);
}

TEST(BestSentencesTest, WordsNamesAndKindDecide) {
  const auto ranked = Ranked(HowMany("甲院", "科研人员"),
                             Sentences({"乙院有科研人员90名。", "甲院的科研人员来自各地。",
                                        "甲院现有科研人员217名。", "甲院占地30公顷。"}));
  ASSERT_FALSE(ranked.empty());
  EXPECT_EQ(ranked.front().citation().quote(), "甲院现有科研人员217名。");
  EXPECT_LE(ranked.front().score(), 1);
}

TEST(BestSentencesTest, WhatStandsBeforeNamesTheSubject) {
  std::vector<SentenceCandidate> sentences =
      Sentences({"现有科研人员217名。", "现有科研人员90名。"});
  sentences[0].before = "甲院成立于2017年。";
  sentences[1].before = "乙院成立于2018年。";
  const auto ranked = Ranked(HowMany("甲院", "科研人员"), sentences, 1);
  EXPECT_THAT(QuotesOf(ranked), ElementsAre("现有科研人员217名。"));
}

TEST(BestSentencesTest, NothingThatHoldsTooLittle) {
  EXPECT_THAT(Ranked(HowMany("甲院", "科研人员"), Sentences({"天气很好。", "共有30家。"})),
              IsEmpty());
  EXPECT_THAT(Ranked(HowMany("甲院", "科研人员"), {}), IsEmpty());
}

TEST(BestSentencesTest, TheLimitHoldsAndTiesGoToTheShorter) {
  const std::vector<SentenceCandidate> sentences = Sentences(
      {"甲院现有科研人员217名，天气晴朗。", "甲院现有科研人员217名。", "甲院现有科研人员217名！"});
  const auto ranked = Ranked(HowMany("甲院", "科研人员"), sentences, 2);
  ASSERT_THAT(ranked, SizeIs(2));
  EXPECT_THAT(QuotesOf(ranked), ElementsAre("甲院现有科研人员217名。", "甲院现有科研人员217名！"));
}

}  // namespace
}  // namespace yinzheng::services
