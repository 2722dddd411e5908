// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What comes with the results of a search, on the wire: passages by name, the parts of a score,
// credit for recent articles, facets, statistics, reprints of a pasted text.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "tests/integration/served_corpus.h"
#include "yinzheng/v1/article_service.grpc.pb.h"
#include "yinzheng/v1/search_service.grpc.pb.h"

namespace yinzheng::testing {
namespace {

using Stub = v1::SearchService::Stub;

v1::SearchResponse Search(const v1::SearchRequest& request) {
  v1::SearchResponse response;
  const grpc::Status status =
      ServedCorpus::Get().Call<v1::SearchService>(&Stub::Search, request, &response);
  EXPECT_TRUE(status.ok()) << status.error_message();
  return response;
}

TEST(SearchResultsTest, PassagesResolveByName) {
  v1::SearchRequest request;
  request.set_query("科学城");
  request.set_passages_per_article(5);
  v1::BatchGetPassagesRequest batch;
  std::vector<v1::Passage> shown;
  const v1::SearchResponse found = Search(request);
  for (const v1::SearchResult& result : found.results()) {
    for (const v1::PassageMatch& match : result.passages()) {
      batch.add_names(match.passage().name());
      shown.push_back(match.passage());
    }
  }
  ASSERT_GT(shown.size(), 1U);
  v1::BatchGetPassagesResponse response;
  ASSERT_TRUE(
      ServedCorpus::Get()
          .Call<v1::ArticleService>(&v1::ArticleService::Stub::BatchGetPassages, batch, &response)
          .ok());
  ASSERT_EQ(response.passages_size(), static_cast<int>(shown.size()));
  for (int i = 0; i < response.passages_size(); ++i) {
    EXPECT_EQ(response.passages(i).SerializeAsString(),
              shown[static_cast<size_t>(i)].SerializeAsString());
  }
}

TEST(SearchResultsTest, ScoresAreExplainedOnRequest) {
  v1::SearchRequest request;
  request.set_query("怀柔科学城的大科学装置");
  const v1::SearchResponse plain = Search(request);
  for (const v1::SearchResult& result : plain.results()) {
    EXPECT_TRUE(result.score_parts().empty());
  }
  request.set_explain(true);
  request.mutable_freshness()->set_half_life_days(365);
  const v1::SearchResponse response = Search(request);
  ASSERT_GT(response.results_size(), 1);
  std::set<int> kinds;
  for (const v1::SearchResult& result : response.results()) {
    double sum = 0;
    for (const v1::ScorePart& part : result.score_parts()) {
      sum += part.weight();
      kinds.insert(part.kind());
    }
    EXPECT_NEAR(sum, result.score(), 1e-6 * result.score());
  }
  EXPECT_TRUE(kinds.contains(v1::SCORE_PART_KIND_BODY));
  EXPECT_TRUE(kinds.contains(v1::SCORE_PART_KIND_FRESHNESS));
  EXPECT_FALSE(kinds.contains(v1::SCORE_PART_KIND_OTHER));
}

TEST(SearchResultsTest, RecentArticlesComeFirstWhereAllFit) {
  v1::SearchRequest request;
  request.mutable_freshness()->set_half_life_days(100);
  const v1::SearchResponse newest = Search(request);
  ASSERT_EQ(newest.results_size(), 5);
  std::string last = "9999";
  for (const v1::SearchResult& result : newest.results()) {
    EXPECT_LE(result.article().published().earliest(), last);
    last = result.article().published().earliest();
  }
}

TEST(SearchResultsTest, EveryFacetCounts) {
  v1::SearchRequest request;
  for (const auto field : {v1::FACET_FIELD_OUTLET, v1::FACET_FIELD_YEAR, v1::FACET_FIELD_AUTHOR,
                           v1::FACET_FIELD_ENTITY, v1::FACET_FIELD_ENTITY_TYPE}) {
    request.add_facets(field);
  }
  const v1::SearchResponse response = Search(request);
  ASSERT_EQ(response.facets_size(), 5);
  for (int i = 0; i < response.facets_size(); ++i) {
    const v1::Facet& facet = response.facets(i);
    EXPECT_EQ(facet.field(), request.facets(i));
    ASSERT_GT(facet.counts_size(), 0) << v1::FacetField_Name(facet.field());
    int32_t last = 5;
    for (const v1::FacetCount& count : facet.counts()) {
      EXPECT_FALSE(count.value().empty());
      EXPECT_FALSE(count.display_name().empty());
      EXPECT_LE(count.count(), last) << "most frequent first";
      last = count.count();
    }
  }
}

TEST(SearchResultsTest, LimitsBeyondTheLargestAreReducedWithAWarning) {
  v1::SearchRequest request;
  request.set_query("北京");
  request.set_count_limit(10000);
  EXPECT_EQ(Search(request).warnings_size(), 0);
  request.set_count_limit(10001);
  const v1::SearchResponse response = Search(request);
  ASSERT_EQ(response.warnings_size(), 1);
  EXPECT_EQ(response.warnings(0).code(), v1::WARNING_CODE_REDUCED);
  EXPECT_EQ(response.warnings(0).subject(), "10001");
}

TEST(SearchResultsTest, StatisticsSayWhatWasDone) {
  v1::SearchRequest request;
  request.set_query("北京");
  request.set_page_size(2);
  request.set_context_budget(100);
  const v1::SearchStats stats = Search(request).stats();
  EXPECT_EQ(stats.stop_reason(), v1::STOP_REASON_COMPLETE);
  EXPECT_TRUE(stats.total_is_exact());
  EXPECT_EQ(stats.total_articles(), 5);
  EXPECT_GT(stats.parse_micros(), 0);
  EXPECT_GT(stats.match_micros(), 0);
  EXPECT_GT(stats.fetch_micros(), 0);
  EXPECT_GT(stats.highlight_micros(), 0);
}

TEST(SearchResultsTest, APastedTextFindsItsArticleAsAReprint) {
  v1::SearchRequest search;
  search.set_query("科技创新片区");
  const std::string name = Search(search).results(0).article().name();
  v1::FindSimilarArticlesRequest request;
  request.set_text("转自网络\n" + ServedCorpus::Get().Article(name).body());
  v1::FindSimilarArticlesResponse response;
  ASSERT_TRUE(ServedCorpus::Get()
                  .Call<v1::SearchService>(&Stub::FindSimilarArticles, request, &response)
                  .ok());
  ASSERT_GT(response.articles_size(), 1);
  EXPECT_EQ(response.articles(0).article().name(), name);
  EXPECT_TRUE(response.articles(0).is_reprint());
  EXPECT_FALSE(response.articles(1).is_reprint());
}

}  // namespace
}  // namespace yinzheng::testing
