// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/base/digest.h"
#include "indexer/text/unicode.h"
#include "tests/integration/served_corpus.h"
#include "yinzheng/v1/article_service.grpc.pb.h"
#include "yinzheng/v1/search_service.grpc.pb.h"

namespace yinzheng::testing {
namespace {

using Stub = v1::ArticleService::Stub;

template <typename Method, typename Request, typename Response>
grpc::Status Call(Method method, const Request& request, Response* response) {
  return ServedCorpus::Get().Call<v1::ArticleService>(method, request, response);
}

v1::ListArticlesResponse List(const v1::ListArticlesRequest& request) {
  v1::ListArticlesResponse response;
  const grpc::Status status = Call(&Stub::ListArticles, request, &response);
  EXPECT_TRUE(status.ok()) << status.error_message();
  return response;
}

TEST(ListArticlesTest, PagesInOrderOfNames) {
  v1::ListArticlesRequest request;
  request.set_page_size(2);
  std::vector<std::string> names;
  do {
    const v1::ListArticlesResponse response = List(request);
    EXPECT_EQ(response.total_size(), 5);
    for (const v1::Article& article : response.articles()) names.push_back(article.name());
    request.set_page_token(response.next_page_token());
    ASSERT_LE(names.size(), 5U);
  } while (!request.page_token().empty());
  EXPECT_EQ(names.size(), 5U);
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
}

TEST(ListArticlesTest, FiltersAndViews) {
  v1::ListArticlesRequest request;
  request.set_filter("language = \"zh-Hant\"");
  request.set_view(v1::ARTICLE_VIEW_FULL);
  const v1::ListArticlesResponse response = List(request);
  ASSERT_EQ(response.articles_size(), 1);
  const v1::Article& article = response.articles(0);
  EXPECT_EQ(article.external_id(), "ftz-science-innovation-area.txt");
  EXPECT_EQ(article.body_sha256(), base::Sha256Hex(article.body()));
  EXPECT_EQ(article.body_length(), static_cast<int>(text::DecodeUtf8(article.body()).size()));

  v1::ListArticlesResponse refused;
  request.set_filter("colour = 1");
  EXPECT_EQ(InfoOf(Call(&Stub::ListArticles, request, &refused)).reason(), "FILTER_INVALID");
}

TEST(GetArticleTest, BasicViewHasNoBody) {
  v1::GetArticleRequest request;
  request.set_name(List({}).articles(0).name());
  v1::GetArticleResponse response;
  ASSERT_TRUE(Call(&Stub::GetArticle, request, &response).ok());
  EXPECT_EQ(response.article().name(), request.name());
  EXPECT_TRUE(response.article().body().empty());
  EXPECT_GT(response.article().body_length(), 0);
  EXPECT_FALSE(response.generation().id().empty());
}

TEST(GetArticleTest, ErrorsNameWhatIsMissing) {
  v1::GetArticleRequest request;
  v1::GetArticleResponse response;
  EXPECT_EQ(InfoOf(Call(&Stub::GetArticle, request, &response)).reason(), "FIELD_REQUIRED");
  request.set_name("article/1");
  EXPECT_EQ(InfoOf(Call(&Stub::GetArticle, request, &response)).reason(), "FIELD_MALFORMED");
  request.set_name("articles/none");
  const grpc::Status status = Call(&Stub::GetArticle, request, &response);
  EXPECT_EQ(status.error_code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(InfoOf(status).metadata().at("name"), "articles/none");
}

TEST(BatchGetArticlesTest, KeepsTheOrderAskedFor) {
  const v1::ListArticlesResponse all = List({});
  v1::BatchGetArticlesRequest request;
  request.add_names(all.articles(3).name());
  request.add_names(all.articles(1).name());
  v1::BatchGetArticlesResponse response;
  ASSERT_TRUE(Call(&Stub::BatchGetArticles, request, &response).ok());
  ASSERT_EQ(response.articles_size(), 2);
  EXPECT_EQ(response.articles(0).name(), request.names(0));
  EXPECT_EQ(response.articles(1).name(), request.names(1));

  request.add_names("articles/none");
  EXPECT_EQ(InfoOf(Call(&Stub::BatchGetArticles, request, &response)).metadata().at("name"),
            "articles/none");
  for (int i = 0; i < 100; ++i) request.add_names(request.names(0));
  EXPECT_EQ(InfoOf(Call(&Stub::BatchGetArticles, request, &response)).reason(),
            "FIELD_OUT_OF_RANGE");
}

TEST(BatchGetPassagesTest, PassagesAreOfTheBody) {
  v1::SearchRequest search;
  search.set_query("怀柔");
  v1::SearchResponse found;
  ASSERT_TRUE(ServedCorpus::Get()
                  .Call<v1::SearchService>(&v1::SearchService::Stub::Search, search, &found)
                  .ok());
  v1::BatchGetPassagesRequest request;
  for (const v1::SearchResult& result : found.results()) {
    request.add_names(result.passages(0).passage().name());
  }
  v1::BatchGetPassagesResponse response;
  ASSERT_TRUE(Call(&Stub::BatchGetPassages, request, &response).ok());
  ASSERT_EQ(response.passages_size(), request.names_size());
  for (int i = 0; i < response.passages_size(); ++i) {
    const v1::Passage& passage = response.passages(i);
    EXPECT_EQ(passage.name(), request.names(i));
    const std::string article = passage.name().substr(0, passage.name().find("/passages/"));
    const std::u32string body = text::DecodeUtf8(ServedCorpus::Get().Article(article).body());
    const auto start = static_cast<size_t>(passage.span().start());
    const auto end = static_cast<size_t>(passage.span().end());
    EXPECT_EQ(text::EncodeUtf8(body.substr(start, end - start)), passage.text());
  }
  request.add_names("articles/none/passages/1");
  EXPECT_EQ(InfoOf(Call(&Stub::BatchGetPassages, request, &response)).reason(),
            "RESOURCE_NOT_FOUND");
}

}  // namespace
}  // namespace yinzheng::testing
