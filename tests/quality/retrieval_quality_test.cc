// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The measuring itself: scores, halves, the bootstrap, the baselines and the change of script.

#include <cmath>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/segmenter.h"
#include "tests/quality/baseline_ranker.h"
#include "tests/quality/retrieval_scores.h"
#include "tests/quality/retrieval_set.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::quality {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using yinzheng::testing::StatusIs;

TEST(RetrievalScores, TheFirstAnswerCounts) {
  const Question question = {"q", "", {"a", "b"}};
  EXPECT_THAT(ScoreOf(question, {"a", "x"}), ElementsAre(1, 1, 1, 1));
  EXPECT_THAT(ScoreOf(question, {"x", "b", "a"}), ElementsAre(0, 0.5, 1, 1 / std::log2(3.0)));
  EXPECT_THAT(ScoreOf(question, {}), ElementsAre(0, 0, 0, 0));
  std::vector<std::string> eleventh(10, "x");
  eleventh.push_back("a");
  EXPECT_THAT(ScoreOf(question, eleventh), ElementsAre(0, 0, 0, 0));
  EXPECT_THAT(Mean({{1, 1, 1, 1}, {0, 0.5, 1, 0.5}}), ElementsAre(0.5, 0.75, 1, 0.75));
  EXPECT_THAT(Mean({}), ElementsAre(0, 0, 0, 0));
}

TEST(RetrievalScores, TheBootstrapTellsADifferenceFromNone) {
  std::vector<double> ours(400, 1);
  std::vector<double> theirs(400, 1);
  for (size_t i = 0; i < 40; ++i) theirs[i * 10] = 0;
  const Difference clear = PairedBootstrap(ours, theirs);
  EXPECT_NEAR(clear.mean, 0.1, 1e-9);
  EXPECT_GT(clear.low, 0.05);
  EXPECT_LT(clear.high, 0.15);
  EXPECT_EQ(clear.wins, 1);
  ours[5] = 0;
  theirs = ours;
  theirs[5] = 1;
  theirs[6] = 0;
  const Difference even = PairedBootstrap(ours, theirs);
  EXPECT_NEAR(even.mean, 0, 1e-9);
  EXPECT_LT(even.low, 0);
  EXPECT_GT(even.high, 0);
  EXPECT_EQ(PairedBootstrap(ours, theirs).low, even.low) << "the seed fixes it";
}

TEST(RetrievalSet, ReadsLinesAndNamesBadOnes) {
  const yinzheng::testing::TempDir dir;
  const std::string path = (dir.path() / "x.jsonl").string();
  const auto write = [&](const char* text) { std::ofstream(path) << text; };
  write("{\"id\":\"a\",\"title\":\"题\",\"text\":\"文\"}\n\n{\"id\":\"b\",\"text\":\"本\"}\n");
  YZ_ASSERT_OK_AND_ASSIGN(const std::vector<Record> records, ReadRecords(path));
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0].text, "题\n文");
  EXPECT_EQ(records[1].text, "本");
  EXPECT_THAT(ReadQuestions(path), StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr(":1:")));
  write("{\"id\":\"q\",\"hits\":[\"a\",\"b\"]}\n[]\n");
  EXPECT_THAT(ReadRun(path), StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr(":2:")));
  EXPECT_THAT(ReadRun(path + "x"), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST(RetrievalSet, HalvesDependOnTheIdAlone) {
  size_t tuned = 0;
  for (int i = 0; i < 1000; ++i) tuned += IsTuned("question-" + std::to_string(i)) ? 1 : 0;
  EXPECT_GT(tuned, 430U);
  EXPECT_LT(tuned, 570U);
  EXPECT_TRUE(IsTuned("a"));   // SHA-256 begins with ca.
  EXPECT_FALSE(IsTuned("e"));  // 3f.
}

TEST(RetrievalSet, QuestionsChangeScript) {
  YZ_ASSERT_OK_AND_ASSIGN(const auto simplified, InOtherScript({{"q", "臺灣的鐵路", {}}}));
  EXPECT_EQ(simplified[0].text, "台湾的铁路");
  YZ_ASSERT_OK_AND_ASSIGN(const auto traditional, InOtherScript({{"q", "上海的铁路", {}}}));
  EXPECT_EQ(traditional[0].text, "上海的鐵路");
}

TEST(BaselineRanker, EveryKindFindsWhatItHas) {
  YZ_ASSERT_OK_AND_ASSIGN(const auto segmenter, text::Segmenter::Create());
  const text::Analyzer analyzer(*segmenter);
  for (const BaselineTerms terms : kBaselines) {
    BaselineRanker ranker(terms, analyzer, *segmenter);
    ranker.Add({"rail", "铁路今天通车，铁路很长。"});
    ranker.Add({"park", "公园今天开放，游人很多。"});
    ranker.Add({"code", "C919客机今天试飞。"});
    EXPECT_THAT(ranker.Rank("鐵路", 10), ElementsAre("rail")) << NameOf(terms);
    EXPECT_THAT(ranker.Rank("c919", 10), ElementsAre("code")) << NameOf(terms);
    EXPECT_EQ(ranker.Rank("公园今天开放吗", 1).front(), "park") << NameOf(terms);
    EXPECT_THAT(ranker.Rank("，。", 10), IsEmpty()) << NameOf(terms);
  }
}

}  // namespace
}  // namespace yinzheng::quality
