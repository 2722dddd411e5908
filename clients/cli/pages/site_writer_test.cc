// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/site_writer.h"

#include <filesystem>
#include <memory>
#include <utility>

#include "clients/cpp/testing/mock_connection.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace yinzheng::cli::pages {
namespace {

namespace fs = std::filesystem;
using ::testing::_;
using ::testing::NiceMock;
using ::testing::Return;

template <typename Response>
auto Answer(Response response) {
  response.mutable_generation()->set_id("g");
  return Return(response);
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
    ON_CALL(*connection_, GetIndexStatus(_)).WillByDefault(Answer(v1::GetIndexStatusResponse()));
    ON_CALL(*connection_, ListArticles(_)).WillByDefault(Answer(articles));
    ON_CALL(*connection_, ListEntities(_)).WillByDefault(Answer(v1::ListEntitiesResponse()));
    ON_CALL(*connection_, SearchFacts(_)).WillByDefault(Answer(v1::SearchFactsResponse()));
  }
  void TearDown() override { fs::remove_all(parent_); }

  static v1::GetArticleResponse Article(const std::string& name) {
    v1::GetArticleResponse response;
    response.mutable_article()->set_name(name);
    return response;
  }

  absl::StatusOr<SiteCounts> Write(int most_entities = 0) {
    SiteOptions options;
    options.directory = parent_ / "site";
    options.most_entities = most_entities;
    return WriteSite(client::Client(connection_), options);
  }

  fs::path parent_;
  std::shared_ptr<NiceMock<client::MockConnection>> connection_ =
      std::make_shared<NiceMock<client::MockConnection>>();
};

TEST_F(SiteWriterTest, WritesAllArticles) {
  EXPECT_CALL(*connection_, GetArticle(_))
      .WillOnce(Answer(Article("articles/1")))
      .WillOnce(Answer(Article("articles/2")));
  const absl::StatusOr<SiteCounts> counts = Write();
  ASSERT_TRUE(counts.ok()) << counts.status();
  EXPECT_EQ(counts->articles, 2U);
  EXPECT_TRUE(fs::exists(parent_ / "site/articles/2.html"));
  EXPECT_TRUE(fs::exists(parent_ / "site/index.html"));
}

TEST_F(SiteWriterTest, AFailureAfterSomePagesLeavesNothing) {
  EXPECT_CALL(*connection_, GetArticle(_))
      .WillOnce(Answer(Article("articles/1")))
      .WillOnce(Return(absl::InternalError("broken")));
  EXPECT_EQ(Write().status().code(), absl::StatusCode::kInternal);
  EXPECT_TRUE(fs::is_empty(parent_));
}

TEST_F(SiteWriterTest, AsksForFactsOnlyWhereTheyDecide) {
  // Once for each page of an article; without a limit of entities for their subjects as well.
  EXPECT_CALL(*connection_, SearchFacts(_)).Times(2);
  EXPECT_CALL(*connection_, GetArticle(_))
      .WillOnce(Answer(Article("articles/1")))
      .WillOnce(Answer(Article("articles/2")));
  EXPECT_TRUE(Write(1).ok());
}

}  // namespace
}  // namespace yinzheng::cli::pages
