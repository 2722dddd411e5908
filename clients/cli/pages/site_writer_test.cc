// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/site_writer.h"

#include <filesystem>
#include <memory>
#include <utility>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "yinzheng/v1/article_service_mock.grpc.pb.h"
#include "yinzheng/v1/entity_service_mock.grpc.pb.h"
#include "yinzheng/v1/fact_service_mock.grpc.pb.h"
#include "yinzheng/v1/index_service_mock.grpc.pb.h"

namespace yinzheng::cli::pages {
namespace {

namespace fs = std::filesystem;
using ::testing::_;
using ::testing::DoAll;
using ::testing::NiceMock;
using ::testing::Return;
using ::testing::SetArgPointee;

template <typename Response>
auto Answer(Response response) {
  response.mutable_generation()->set_id("g");
  return DoAll(SetArgPointee<2>(response), Return(grpc::Status::OK));
}

// A service with two articles and no entities.
class SiteWriterTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = ::testing::TempDir() + "/site-XXXXXX";
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    parent_ = name;
    v1::ListArticlesResponse articles;
    articles.add_articles()->set_name("articles/1");
    articles.add_articles()->set_name("articles/2");
    ON_CALL(*index_, GetIndexStatus(_, _, _)).WillByDefault(Answer(v1::GetIndexStatusResponse()));
    ON_CALL(*article_, ListArticles(_, _, _)).WillByDefault(Answer(articles));
    ON_CALL(*entity_, ListEntities(_, _, _)).WillByDefault(Answer(v1::ListEntitiesResponse()));
    ON_CALL(*fact_, SearchFacts(_, _, _)).WillByDefault(Answer(v1::SearchFactsResponse()));
  }
  void TearDown() override { fs::remove_all(parent_); }

  static v1::GetArticleResponse Article(const std::string& name) {
    v1::GetArticleResponse response;
    response.mutable_article()->set_name(name);
    return response;
  }

  absl::StatusOr<SiteCounts> Write(int most_entities = 0) {
    client::Stubs stubs;
    stubs.index = std::move(index_);
    stubs.article = std::move(article_);
    stubs.entity = std::move(entity_);
    stubs.fact = std::move(fact_);
    const client::Client client(std::move(stubs), {.deadline = absl::Seconds(1)});
    SiteOptions options;
    options.directory = parent_ / "site";
    options.most_entities = most_entities;
    return WriteSite(client, options);
  }

  fs::path parent_;
  std::unique_ptr<NiceMock<v1::MockIndexServiceStub>> index_ =
      std::make_unique<NiceMock<v1::MockIndexServiceStub>>();
  std::unique_ptr<NiceMock<v1::MockArticleServiceStub>> article_ =
      std::make_unique<NiceMock<v1::MockArticleServiceStub>>();
  std::unique_ptr<NiceMock<v1::MockEntityServiceStub>> entity_ =
      std::make_unique<NiceMock<v1::MockEntityServiceStub>>();
  std::unique_ptr<NiceMock<v1::MockFactServiceStub>> fact_ =
      std::make_unique<NiceMock<v1::MockFactServiceStub>>();
};

TEST_F(SiteWriterTest, WritesAllArticles) {
  EXPECT_CALL(*article_, GetArticle(_, _, _))
      .WillOnce(Answer(Article("articles/1")))
      .WillOnce(Answer(Article("articles/2")));
  const absl::StatusOr<SiteCounts> counts = Write();
  ASSERT_TRUE(counts.ok()) << counts.status();
  EXPECT_EQ(counts->articles, 2U);
  EXPECT_TRUE(fs::exists(parent_ / "site/articles/2.html"));
  EXPECT_TRUE(fs::exists(parent_ / "site/index.html"));
}

TEST_F(SiteWriterTest, AFailureAfterSomePagesLeavesNothing) {
  EXPECT_CALL(*article_, GetArticle(_, _, _))
      .WillOnce(Answer(Article("articles/1")))
      .WillOnce(Return(grpc::Status(grpc::StatusCode::INTERNAL, "broken")));
  EXPECT_EQ(Write().status().code(), absl::StatusCode::kInternal);
  EXPECT_TRUE(fs::is_empty(parent_));
}

TEST_F(SiteWriterTest, AsksForFactsOnlyWhereTheyDecide) {
  // Once for each page of an article; without a limit of entities for their subjects as well.
  EXPECT_CALL(*fact_, SearchFacts(_, _, _)).Times(2);
  EXPECT_CALL(*article_, GetArticle(_, _, _))
      .WillOnce(Answer(Article("articles/1")))
      .WillOnce(Answer(Article("articles/2")));
  EXPECT_TRUE(Write(1).ok());
}

}  // namespace
}  // namespace yinzheng::cli::pages
