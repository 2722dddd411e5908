// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/sentence_finder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/record/testing/served_index.h"

namespace yinzheng::services {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kBody[] = "甲院在江城。甲院有217人。甲院很大。\n乙院在东山。";

class SentenceFinderTest : public ::testing::Test {
 protected:
  void SetUp() override {
    store::v1::ArticleRecord record =
        store::testing::MakeArticle("articles/1", "江城的研究院", kBody);
    record.clear_sentences();
    for (const auto& [start, end] : {std::pair{0, 6}, {6, 14}, {14, 19}, {20, 26}}) {
      v1::TextSpan& span = *record.add_sentences();
      span.set_start(start);
      span.set_end(end);
    }
    v1::Mention& mention = *record.add_mentions();
    mention.set_entity("entities/江城");
    mention.mutable_span()->set_start(3);
    mention.mutable_span()->set_end(5);
    index_.content().AddArticle(record);
    index_.Publish();
  }

  // The sentences of the first `passages` passages of the article.
  std::vector<SentenceCandidate> Sentences(int passages) {
    const auto snapshot = index_.manager().Acquire();
    store::ArticleHit hit;
    hit.article.set_name("articles/1");
    for (int i = 1; i <= passages; ++i) {
      const auto passage =
          snapshot->articles().GetPassage("articles/1/passages/" + std::to_string(i));
      EXPECT_TRUE(passage.ok()) << passage.status();
      hit.passages.emplace_back().passage = *passage;
    }
    const std::vector<store::ArticleHit> hits = {hit};
    const auto found = SentencesOf(RequestContext::Unlimited(), snapshot->articles(), hits);
    EXPECT_TRUE(found.ok()) << found.status();
    return *found;
  }

  static std::vector<std::string> QuotesOf(const std::vector<SentenceCandidate>& sentences) {
    std::vector<std::string> quotes;
    for (const SentenceCandidate& sentence : sentences) {
      quotes.push_back(sentence.citation.quote());
    }
    return quotes;
  }

  ServedIndex index_;
};

TEST_F(SentenceFinderTest, TheSentencesOfThePassagesAreCited) {
  EXPECT_THAT(QuotesOf(Sentences(1)), ElementsAre("甲院在江城。", "甲院有217人。", "甲院很大。"));
  EXPECT_THAT(QuotesOf(Sentences(2)),
              ElementsAre("甲院在江城。", "甲院有217人。", "甲院很大。", "乙院在东山。"));
  EXPECT_THAT(QuotesOf(Sentences(0)), IsEmpty());
}

TEST_F(SentenceFinderTest, WithWhatStandsBeforeAndTheNamesInThem) {
  const std::vector<SentenceCandidate> sentences = Sentences(1);
  ASSERT_EQ(sentences.size(), 3U);
  EXPECT_EQ(sentences[0].before, "江城的研究院");
  EXPECT_EQ(sentences[2].before, "江城的研究院\n甲院在江城。\n甲院有217人。");
  EXPECT_THAT(sentences[0].entities, ElementsAre("entities/江城"));
  EXPECT_THAT(sentences[1].entities, IsEmpty());
}

}  // namespace
}  // namespace yinzheng::services
