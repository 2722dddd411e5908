// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/closeness.h"

#include <memory>
#include <string>

#include "gtest/gtest.h"
#include "indexer/store/passage_key.h"
#include "indexer/store/query_compiler.h"
#include "indexer/store/query_parser.h"
#include "indexer/store/testing/temp_index.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using store::testing::SharedAnalyzer;
using store::testing::SharedSegmenter;

class ClosenessTest : public ::testing::Test {
 protected:
  void SetUp() override {
    YZ_ASSERT_OK_AND_ASSIGN(compiler_, QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter()));
  }

  // Every term is as rare as every other one.
  double Of(const std::string& query, const std::string& passage) const {
    const Closeness closeness(compiler_->Compile(ParseQuery(query)),
                              [](const std::string&) { return 1.0; });
    return closeness.Of(PassageKey(passage, 0, {}));
  }

  std::unique_ptr<QueryCompiler> compiler_;
};

TEST_F(ClosenessTest, WordsOfTwoNeighbouringSentencesAreClose) {
  const std::string far = "产业园今年春天开工建设。一期工程已经完成了。明年会有更多企业进来。";
  const struct {
    const char* query;
    const char* closer;
    const char* farther;
  } rows[] = {
      // One sentence has all of it.
      {"产业园企业", "产业园明年会有更多企业进来。一期工程已经完成了。", far.c_str()},
      // Two neighbours are as good as one.
      {"产业园工程", far.c_str(), "产业园今年春天开工建设。一期项目已经完成了。工程还会继续。"},
      // A line ends a sentence without a mark.
      {"产业园企业", "产业园今年春天开工建设\n明年会有更多企业进来",
       "产业园今年春天开工建设\n一期项目已经完成了\n明年会有更多企业进来"},
      // Either script.
      {"產業園企業", "产业园明年会有更多企业进来。一期工程已经完成了。", far.c_str()},
  };
  for (const auto& row : rows) {
    EXPECT_GT(Of(row.query, row.closer), Of(row.query, row.farther)) << row.query;
  }
}

TEST_F(ClosenessTest, ATermCountsOnce) {
  EXPECT_DOUBLE_EQ(Of("产业园", "产业园今天开工。"), Of("产业园", "产业园，产业园，产业园开工。"));
  EXPECT_DOUBLE_EQ(Of("产业园", "产业园今天正式开工。产业园很大。"), Of("产业园", "产业园开工。"));
  // However often the query says it.
  EXPECT_DOUBLE_EQ(Of("产业园 \"产业园\"", "产业园开工。"), Of("产业园", "产业园开工。"));
  EXPECT_DOUBLE_EQ(Of("\"产业园\" \"产业园\"", "产业园开工。"), Of("\"产业园\"", "产业园开工。"));
}

TEST_F(ClosenessTest, NothingInCommonIsZero) {
  EXPECT_EQ(Of("产业园", "街道更换了老旧的灯。"), 0);
  EXPECT_EQ(Of("产业园", ""), 0);
  EXPECT_EQ(Of("", "产业园开工。"), 0);
  EXPECT_EQ(Of("-产业园", "产业园开工。"), 0) << "what is excluded is not asked for";
  EXPECT_EQ(Of("title:产业园", "产业园开工。"), 0) << "the passage is not the title";
}

TEST_F(ClosenessTest, NumbersAndLatinWordsAreWhole) {
  EXPECT_GT(Of("1200", "营收1,200亿元。"), 0);
  EXPECT_GT(Of("１２００", "营收1200亿元。"), 0);
  EXPECT_EQ(Of("1200", "编号312000号。"), 0);
  EXPECT_EQ(Of("led", "a paddled boat"), 0);
  EXPECT_GT(Of("led", "大灯换成了ＬＥＤ。"), 0);
}

TEST_F(ClosenessTest, QuotedWordsCountToo) { EXPECT_GT(Of("\"产业园\"", "产业园开工。"), 0); }

TEST_F(ClosenessTest, RareTermsTellMore) {
  const CompiledQuery query = compiler_->CompileWords("量子 企业");
  const Closeness closeness(query,
                            [](const std::string& term) { return term == "量子" ? 5.0 : 1.0; });
  EXPECT_GT(closeness.Of(U"量子产品。"), closeness.Of(U"企业产品。"));
}

TEST_F(ClosenessTest, LongQueriesAndLongPassagesAreAnswered) {
  std::string query;
  for (int i = 0; i < 500; ++i) query += "甲乙丙丁" + std::to_string(i);
  EXPECT_GT(Of(query, query), 0);
}

}  // namespace
}  // namespace yinzheng::store
