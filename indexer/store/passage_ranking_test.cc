// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Which article comes first, where several have the words of a query.

#include <memory>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/passage_searcher.h"
#include "indexer/store/query_compiler.h"
#include "indexer/store/query_parser.h"
#include "indexer/store/testing/temp_index.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using store::testing::MakeArticle;
using store::testing::SharedAnalyzer;
using store::testing::SharedSegmenter;
using store::testing::TempIndex;
using ::testing::ElementsAre;
using yinzheng::testing::IsOk;

class PassageRankingTest : public ::testing::Test {
 protected:
  void SetUp() override {
    YZ_ASSERT_OK_AND_ASSIGN(compiler_, QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter()));
  }

  void Add(const std::string& id, const std::string& title, const std::string& body) {
    index_.AddArticle(MakeArticle("articles/" + id, title, body));
  }

  void Publish() { YZ_ASSERT_OK_AND_ASSIGN(snapshot_, index_.Publish()); }

  SearchResults Search(const std::string& query, const Page& page) {
    PassageSearch search;
    search.query = compiler_->Compile(ParseQuery(query));
    search.page = page;
    absl::StatusOr<SearchResults> results = snapshot_->passages().Search(search);
    EXPECT_THAT(results, IsOk()) << query;
    return results.ok() ? *std::move(results) : SearchResults();
  }

  std::vector<std::string> Found(const std::string& query, const Page& page = {}) {
    std::vector<std::string> ids;
    for (const ArticleHit& hit : Search(query, page).hits) {
      ids.push_back(hit.article.name().substr(9));
    }
    return ids;
  }

  TempIndex index_;
  std::shared_ptr<const IndexSnapshot> snapshot_;
  std::unique_ptr<QueryCompiler> compiler_;
};

TEST_F(PassageRankingTest, WordsCloseTogetherComeFirst) {
  // Both have the same words as often and are of one length.
  const std::string filler = "街道两旁种了新的树苗。市民在广场上散步聊天。";
  Add("far", "", "地铁今年延长到郊区。" + filler + "票价没有任何变动。");
  Add("near", "", filler + "地铁今年延长到郊区。票价没有任何变动。");
  Publish();
  EXPECT_THAT(Found("地铁票价"), ElementsAre("near", "far"));
  const SearchResults results = Search("地铁票价", {});
  EXPECT_GT(results.hits[0].closeness, results.hits[1].closeness);
  EXPECT_GT(results.hits[0].score, results.hits[1].score);
}

TEST_F(PassageRankingTest, PagesOfAnySizePartOneOrder) {
  for (int i = 0; i < 25; ++i) {
    std::string body = i % 3 == 0 ? "地铁延长了。" : "地铁延长，票价不变。";
    for (int j = 0; j < i % 7; ++j) body += "街道两旁种了新的树苗。";
    Add("a" + std::to_string(i), "", body + (i % 2 == 0 ? "票价另行公布。" : "乘客很多。"));
  }
  Publish();
  const std::vector<std::string> all = Found("地铁票价", {0, 25});
  ASSERT_EQ(all.size(), 25U);
  for (const size_t size : {1, 3, 10, 24}) {
    std::vector<std::string> paged;
    for (size_t offset = 0; offset < all.size(); offset += size) {
      for (std::string& id : Found("地铁票价", {offset, size})) paged.push_back(std::move(id));
    }
    EXPECT_EQ(paged, all) << "pages of " << size;
  }
  const std::vector<ArticleHit> hits = Search("地铁票价", {0, 25}).hits;
  for (size_t i = 1; i < hits.size(); ++i) EXPECT_GE(hits[i - 1].score, hits[i].score) << i;
}

TEST_F(PassageRankingTest, EqualScoresAreOrderedByName) {
  for (const char* id : {"c", "a", "b"}) Add(id, "", "地铁票价不变。");
  Publish();
  EXPECT_THAT(Found("地铁票价"), ElementsAre("a", "b", "c"));
}

TEST_F(PassageRankingTest, ATitleCounts) {
  Add("other", "市政消息", "票价不变，乘客很多。");
  Add("titled", "地铁动态", "票价不变，乘客很多。");
  Publish();
  EXPECT_EQ(Found("地铁票价").front(), "titled");
}

TEST_F(PassageRankingTest, QuestionWordsDoNotCount) {
  Add("answer", "", "昌平站于2010年动工。");
  Add("noise", "", "什么时候？什么时候？他反复问什么。");
  Publish();
  EXPECT_EQ(Found("昌平站什么时候动工").front(), "answer");
}

TEST_F(PassageRankingTest, WordsBesideAPhraseOnlyRank) {
  Add("both", "", "昌平站于2010年动工。");
  Add("phrase", "", "昌平站人来人往。");
  Add("words", "", "大桥2010年动工。");
  Publish();
  EXPECT_THAT(Found("「昌平站」是哪一年动工的？"), ElementsAre("both", "phrase"));
}

TEST_F(PassageRankingTest, ACharacterThatStandsAloneFinds) {
  Add("herb", "", "蓍，菊科植物，又名锯草。");
  Add("name", "", "北京的别名很多。");
  Publish();
  EXPECT_EQ(Found("蓍的别名是什么").size(), 2U);
}

}  // namespace
}  // namespace yinzheng::store
