// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What a search says beside its hits: reprints, the credit for recent articles, the parts of a
// score, totals.

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/store/article_tokens.h"
#include "indexer/store/filter_parser.h"
#include "indexer/store/freshness.h"
#include "indexer/store/index_snapshot.h"
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
using ::testing::IsEmpty;
using ::testing::SizeIs;
using yinzheng::testing::IsOk;

struct Source {
  const char* id;
  const char* title;
  const char* body;
  const char* day;
  const char* outlet;
  const char* group;  // Empty: printed once.
};

// Our own sentences. The bridge is printed three times, once under a telling headline.
constexpr Source kSources[] = {
    {"a", "青江大桥合龙", "青江大桥昨日合龙，全长二千八百米。\n大桥明年通车。", "2023-05-02",
     "江城日报", "articles/a"},
    {"b", "合龙", "青江大桥昨日合龙，全长二千八百米。", "2023-05-03", "湖滨晚报", "articles/a"},
    {"c", "青江大桥昨日合龙", "青江大桥昨日合龙，全长二千八百米。", "2023-05-01", "", "articles/a"},
    {"d", "渡轮停航", "因大桥合龙，青江渡轮本月停航。", "2020-05-01", "湖滨晚报", ""},
    {"e", "大桥检修", "城南大桥今年检修，车辆绕行。", "2024-05-01", "江城日报", ""},
    {"f", "无日期", "大桥边的公园开放。", "", "江城日报", ""},
};

v1::ArticleRecord RecordOf(const Source& source) {
  v1::ArticleRecord record =
      MakeArticle(std::string("articles/") + source.id, source.title, source.body);
  record.mutable_article()->set_outlet(source.outlet);
  record.mutable_article()->mutable_published()->set_earliest(source.day);
  record.mutable_article()->mutable_published()->set_latest(source.day);
  record.set_reprint_group(source.group);
  return record;
}

class SearchResultsTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    suite_index = new TempIndex();
    for (const Source& source : kSources) suite_index->AddArticle(RecordOf(source));
    auto snapshot = suite_index->Publish();
    ASSERT_THAT(snapshot, IsOk());
    suite_snapshot = new std::shared_ptr<const IndexSnapshot>(*std::move(snapshot));
    auto compiler = QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter());
    ASSERT_THAT(compiler, IsOk());
    suite_compiler = compiler->release();
  }
  static void TearDownTestSuite() {
    delete suite_compiler;
    delete suite_snapshot;
    delete suite_index;
  }

  static PassageSearch Request(const std::string& query) {
    PassageSearch search;
    search.query = suite_compiler->Compile(ParseQuery(query));
    return search;
  }

  static SearchResults Run(const PassageSearch& search) {
    absl::StatusOr<SearchResults> results = (*suite_snapshot)->passages().Search(search);
    EXPECT_THAT(results, IsOk());
    return results.ok() ? *std::move(results) : SearchResults();
  }

  static std::vector<std::string> Ids(const SearchResults& results) {
    std::vector<std::string> ids;
    for (const ArticleHit& hit : results.hits) ids.push_back(hit.article.name().substr(9));
    return ids;
  }

  static SimilarSearch LikeArticle(const Source& source) {
    SimilarSearch search;
    search.tokens = ArticleTokens(SharedAnalyzer(), RecordOf(source));
    search.article = std::string("articles/") + source.id;
    search.reprint_group = source.group;
    return search;
  }

  static inline TempIndex* suite_index = nullptr;
  static inline std::shared_ptr<const IndexSnapshot>* suite_snapshot = nullptr;
  static inline QueryCompiler* suite_compiler = nullptr;
};

TEST_F(SearchResultsTest, TheBestPrintStandsForAll) {
  const SearchResults results = Run(Request("青江大桥昨日合龙"));
  EXPECT_THAT(Ids(results), ElementsAre("c", "d", "e", "f"));
  EXPECT_EQ(results.total_articles, 4U);
  EXPECT_TRUE(results.total_is_exact);
  const ArticleHit& bridge = results.hits[0];
  EXPECT_EQ(bridge.reprint_count, 2);
  ASSERT_THAT(bridge.reprints, SizeIs(2));
  EXPECT_EQ(bridge.reprints[0].article(), "articles/a") << "earliest first";
  EXPECT_EQ(bridge.reprints[0].outlet(), "江城日报");
  EXPECT_EQ(bridge.reprints[0].published(), "2023-05-02");
  EXPECT_EQ(bridge.reprints[1].article(), "articles/b");
  EXPECT_EQ(results.hits[1].reprint_count, 0);
  EXPECT_THAT(results.hits[1].reprints, IsEmpty());
}

TEST_F(SearchResultsTest, AFilterChoosesAmongPrints) {
  PassageSearch search = Request("合龙");
  YZ_ASSERT_OK_AND_ASSIGN(search.filter,
                          ParseFilter("outlet = \"湖滨晚报\"", ArticleFilterFields()));
  const SearchResults results = Run(search);
  EXPECT_THAT(Ids(results), ::testing::UnorderedElementsAre("b", "d"));
  for (const ArticleHit& hit : results.hits) {
    EXPECT_EQ(hit.reprint_count, hit.article.name() == "articles/b" ? 2 : 0);
  }
}

TEST_F(SearchResultsTest, ReprintsAreShownWhereAskedFor) {
  PassageSearch search = Request("合龙");
  search.group_reprints = false;
  const SearchResults results = Run(search);
  EXPECT_THAT(Ids(results), ::testing::UnorderedElementsAre("a", "b", "c", "d"));
  EXPECT_EQ(results.total_articles, 4U);
  for (const ArticleHit& hit : results.hits) {
    EXPECT_EQ(hit.reprint_count, 0);
    EXPECT_THAT(hit.reprints, IsEmpty());
  }
}

TEST_F(SearchResultsTest, PagesOfGroupsPartTheList) {
  std::vector<std::string> paged;
  PassageSearch search = Request("");
  for (search.page = {0, 2}; search.page.offset < 4; search.page.offset += 2) {
    const SearchResults results = Run(search);
    EXPECT_EQ(results.total_articles, 4U);
    for (const std::string& id : Ids(results)) paged.push_back(id);
  }
  EXPECT_THAT(paged, ElementsAre("a", "d", "e", "f"));
}

TEST_F(SearchResultsTest, FacetsCountEveryPrint) {
  PassageSearch search = Request("合龙");
  search.facets = {yinzheng::v1::FACET_FIELD_OUTLET};
  const SearchResults results = Run(search);
  EXPECT_EQ(results.total_articles, 2U);
  ASSERT_THAT(results.facets, SizeIs(1));
  ASSERT_EQ(results.facets[0].counts_size(), 2);
  EXPECT_EQ(results.facets[0].counts(0).value(), "湖滨晚报");
  EXPECT_EQ(results.facets[0].counts(0).count(), 2);
}

TEST_F(SearchResultsTest, FurtherPassagesAreOfTheArticleShown) {
  PassageSearch search = Request("大桥通车合龙");
  search.passages_per_article = 5;
  const SearchResults results = Run(search);
  ASSERT_FALSE(results.hits.empty());
  for (const ArticleHit& hit : results.hits) {
    for (const PassageHit& passage : hit.passages) {
      EXPECT_EQ(passage.passage.name().rfind(hit.article.name() + "/", 0), 0U);
    }
  }
}

TEST_F(SearchResultsTest, RecentArticlesAreCredited) {
  PassageSearch search = Request("大桥");
  search.group_reprints = false;
  const SearchResults plain = Run(search);
  search.freshness = FreshnessCredit{.half_life_days = 30, .reference_day = ""};
  const SearchResults fresh = Run(search);
  EXPECT_EQ(Ids(fresh).front(), "e") << "printed on the last day of the index";
  EXPECT_EQ(fresh.total_articles, plain.total_articles) << "what matches stays the same";
  // The credit of the reference day is half of the best score; the undated one has none.
  const auto score = [](const SearchResults& results, const std::string& id) {
    for (const ArticleHit& hit : results.hits) {
      if (hit.article.name() == "articles/" + id) return hit.score;
    }
    return -1.0;
  };
  double best = 0;  // Of the match: what is added after it is credited nothing.
  for (const ArticleHit& hit : plain.hits) best = std::max(best, hit.score - hit.closeness);
  EXPECT_NEAR(score(fresh, "e") - score(plain, "e"), kFreshnessShare * best, 1e-9);
  EXPECT_NEAR(score(fresh, "f"), score(plain, "f"), 1e-9);
  EXPECT_NEAR(score(fresh, "d"), score(plain, "d"), 1e-9) << "too old to count";
  search.freshness = FreshnessCredit{.half_life_days = 1, .reference_day = "2023-05-02"};
  const SearchResults may = Run(search);
  EXPECT_NEAR(score(may, "a") - score(plain, "a"), kFreshnessShare * best, 1e-9);
  EXPECT_NEAR(score(may, "c") - score(plain, "c"), kFreshnessShare * best / 2, 1e-9);
  EXPECT_NEAR(score(may, "e") - score(plain, "e"), kFreshnessShare * best, 1e-9) << "later";
}

TEST_F(SearchResultsTest, FreshnessAloneOrdersWhatAllMatch) {
  PassageSearch search = Request("");
  search.group_reprints = false;
  search.freshness = FreshnessCredit{.half_life_days = 365, .reference_day = ""};
  EXPECT_THAT(Ids(Run(search)), ElementsAre("e", "b", "a", "c", "d", "f"));
  search.order = yinzheng::v1::SEARCH_ORDER_OLDEST;
  EXPECT_EQ(Ids(Run(search)).front(), "d") << "an order by date has no credit";
}

TEST_F(SearchResultsTest, ScorePartsAddUp) {
  const char* queries[] = {"青江大桥合龙",    "\"大桥昨日合龙\"",     "大桥 -渡轮",
                           "title:大桥 合龙", "合龙 OR \"大桥检修\"", "outlet:江城日报 大桥"};
  for (const char* query : queries) {
    for (const bool fresh : {false, true}) {
      PassageSearch search = Request(query);
      search.explain = true;
      if (fresh) search.freshness = FreshnessCredit{.half_life_days = 100, .reference_day = ""};
      const SearchResults results = Run(search);
      ASSERT_FALSE(results.hits.empty()) << query;
      for (const ArticleHit& hit : results.hits) {
        double sum = 0;
        bool credited = false;
        for (const auto& part : hit.score_parts) {
          sum += part.weight();
          credited |= part.kind() == yinzheng::v1::SCORE_PART_KIND_FRESHNESS;
          EXPECT_NE(part.kind(), yinzheng::v1::SCORE_PART_KIND_OTHER) << query;
        }
        EXPECT_NEAR(sum, hit.score, 1e-6) << query << " " << hit.article.name();
        EXPECT_EQ(credited, fresh && hit.article.published().earliest() > "2022") << query;
      }
    }
  }
}

TEST_F(SearchResultsTest, ScorePartsSayWhere) {
  PassageSearch search = Request("渡轮");
  search.explain = true;
  const SearchResults results = Run(search);
  ASSERT_THAT(results.hits, SizeIs(1));
  bool in_body = false;
  bool in_title = false;
  for (const auto& part : results.hits[0].score_parts) {
    if (part.terms() != "渡轮") continue;
    in_body |= part.kind() == yinzheng::v1::SCORE_PART_KIND_BODY;
    in_title |= part.kind() == yinzheng::v1::SCORE_PART_KIND_TITLE;
  }
  EXPECT_TRUE(in_body);
  EXPECT_TRUE(in_title);
  search.explain = false;
  EXPECT_THAT(Run(search).hits[0].score_parts, IsEmpty());
}

TEST_F(SearchResultsTest, SimilarArticlesAreGroupedAndReprintsMarked) {
  YZ_ASSERT_OK_AND_ASSIGN(const auto like,
                          (*suite_snapshot)->passages().FindSimilar(LikeArticle(kSources[0])));
  ASSERT_FALSE(like.empty());
  EXPECT_TRUE(like[0].is_reprint);
  EXPECT_EQ(like[0].reprint_count, 1) << "three prints: the example, the one shown, one more";
  for (size_t i = 0; i < like.size(); ++i) {
    EXPECT_NE(like[i].article.name(), "articles/a");
    EXPECT_EQ(like[i].is_reprint, i == 0);
  }
  YZ_ASSERT_OK_AND_ASSIGN(const auto ferry,
                          (*suite_snapshot)->passages().FindSimilar(LikeArticle(kSources[3])));
  ASSERT_FALSE(ferry.empty());
  EXPECT_FALSE(ferry[0].is_reprint);
  EXPECT_EQ(ferry[0].reprint_count, 2);
}

}  // namespace
}  // namespace yinzheng::store
