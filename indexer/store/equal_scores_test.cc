// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Passages whose scores are equal but for the order in which their parts were added up: they are
// ordered by name, and pages part the list all the same.

#include <algorithm>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
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

constexpr char kQuery[] = "qaz wsx edc rfv tgb";

// Texts of the same words, of which each has another one once, twice and so on to five times. A
// query of all five scores them alike, but adds the same numbers up in another order.
std::vector<std::string> EqualTexts() {
  const std::vector<std::string> words = {"qaz", "wsx", "edc", "rfv", "tgb"};
  std::vector<int> counts = {1, 2, 3, 4, 5};
  std::vector<std::string> texts;
  do {
    std::string& text = texts.emplace_back();
    for (size_t word = 0; word < words.size(); ++word) {
      for (int i = 0; i < counts[word]; ++i) absl::StrAppend(&text, words[word], "。");
    }
  } while (std::next_permutation(counts.begin(), counts.end()));
  return texts;
}

class EqualScoresTest : public ::testing::TestWithParam<size_t> {
 protected:
  // Adds what was never searched for, so that the words tell something.
  void Publish(TempIndex& index) {
    for (size_t i = 0; i < 40; ++i) {
      index.AddArticle(MakeArticle(absl::StrCat("articles/x", i), "别的", "别的话。"));
    }
    auto snapshot = index.Publish();
    ASSERT_THAT(snapshot, yinzheng::testing::IsOk());
    snapshot_ = *std::move(snapshot);
    YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<QueryCompiler> compiler,
                            QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter()));
    search_.query = compiler->Compile(ParseQuery(kQuery));
  }

  // The different articles on the pages of `size` that `all` articles are on.
  std::set<std::string> FoundOnPages(size_t size, size_t all) {
    std::set<std::string> found;
    for (search_.page = {0, size}; search_.page.offset < all; search_.page.offset += size) {
      const absl::StatusOr<SearchResults> page = snapshot_->passages().Search(search_);
      EXPECT_THAT(page, yinzheng::testing::IsOk());
      if (!page.ok()) break;
      for (const ArticleHit& hit : page->hits) found.insert(hit.article.name());
    }
    return found;
  }

  std::shared_ptr<const IndexSnapshot> snapshot_;
  PassageSearch search_;
};

// Some of them at a time: sums that differ have to meet where the first ten end.
TEST_P(EqualScoresTest, PagesPartTheListWhateverTheirSize) {
  std::mt19937 random(20261130);
  for (int round = 0; round < 5; ++round) {
    SCOPED_TRACE(round);
    std::vector<std::string> texts = EqualTexts();
    std::shuffle(texts.begin(), texts.end(), random);
    texts.resize(16);
    TempIndex index(SharedAnalyzer(), GetParam());
    for (size_t i = 0; i < texts.size(); ++i) {
      index.AddArticle(MakeArticle(absl::StrFormat("articles/%03d", i), "题目", texts[i]));
    }
    Publish(index);
    for (const size_t size : {size_t{3}, size_t{7}, size_t{9}, size_t{11}}) {
      SCOPED_TRACE(size);
      EXPECT_EQ(FoundOnPages(size, texts.size()).size(), texts.size());
    }
  }
}

TEST_P(EqualScoresTest, FurtherPassagesAreOrderedByName) {
  TempIndex index(SharedAnalyzer(), GetParam());
  std::string body;
  for (const std::string& text : EqualTexts()) absl::StrAppend(&body, text, "\n");
  index.AddArticle(MakeArticle("articles/a", "题目", body));
  Publish(index);
  search_.passages_per_article = 200;
  YZ_ASSERT_OK_AND_ASSIGN(const SearchResults results, snapshot_->passages().Search(search_));
  ASSERT_EQ(results.hits.size(), 1U);
  const std::vector<PassageHit>& passages = results.hits[0].passages;
  ASSERT_EQ(passages.size(), 120U);
  for (size_t i = 2; i < passages.size(); ++i) {
    ASSERT_EQ(passages[i].score, passages[i - 1].score);
    ASSERT_LT(passages[i - 1].passage.span().start(), passages[i].passage.span().start());
  }
}

INSTANTIATE_TEST_SUITE_P(Shards, EqualScoresTest, ::testing::Values(1, 3),
                         [](const auto& instance) { return std::to_string(instance.param); });

}  // namespace
}  // namespace yinzheng::store
