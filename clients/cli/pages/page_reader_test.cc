// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/page_reader.h"

#include <memory>
#include <utility>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "yinzheng/v1/article_service_mock.grpc.pb.h"
#include "yinzheng/v1/entity_service_mock.grpc.pb.h"
#include "yinzheng/v1/fact_service_mock.grpc.pb.h"

namespace yinzheng::cli::pages {
namespace {

using ::testing::_;
using ::testing::DoAll;
using ::testing::Property;
using ::testing::Return;
using ::testing::SetArgPointee;

template <typename Response>
auto Answer(const Response& response) {
  return DoAll(SetArgPointee<2>(response), Return(grpc::Status::OK));
}

template <typename Response>
Response Of(const std::string& generation) {
  Response response;
  response.mutable_generation()->set_id(generation);
  return response;
}

v1::ListArticlesResponse Articles(const std::string& name, const std::string& generation,
                                  const std::string& next_page_token) {
  auto response = Of<v1::ListArticlesResponse>(generation);
  response.set_next_page_token(next_page_token);
  response.add_articles()->set_name(name);
  return response;
}

class PageReaderTest : public ::testing::Test {
 protected:
  absl::Status ListArticles() {
    client::Stubs stubs;
    stubs.article = std::move(article_);
    const client::Client client(std::move(stubs), {.deadline = absl::Seconds(1)});
    return PageReader(client).EachArticle([this](const v1::Article& article) {
      names_.push_back(article.name());
      return true;
    });
  }

  std::unique_ptr<v1::MockArticleServiceStub> article_ =
      std::make_unique<v1::MockArticleServiceStub>();
  std::vector<std::string> names_;
};

TEST_F(PageReaderTest, ReadsPageAfterPage) {
  EXPECT_CALL(*article_, ListArticles(_, _, _))
      .WillOnce(Answer(Articles("articles/1", "g", "more")))
      .WillOnce(Answer(Articles("articles/2", "g", "")));
  EXPECT_TRUE(ListArticles().ok());
  EXPECT_THAT(names_, ::testing::ElementsAre("articles/1", "articles/2"));
}

TEST_F(PageReaderTest, ARepeatedTokenEndsTheList) {
  EXPECT_CALL(*article_, ListArticles(_, _, _))
      .WillOnce(Answer(Articles("articles/1", "g", "one")))
      .WillOnce(Answer(Articles("articles/2", "g", "two")))
      .WillOnce(Answer(Articles("articles/1", "g", "one")));
  const absl::Status status = ListArticles();
  EXPECT_EQ(status.code(), absl::StatusCode::kInternal);
  EXPECT_THAT(status.message(), ::testing::HasSubstr("repeats the page token one"));
}

TEST_F(PageReaderTest, AnotherGenerationEndsTheList) {
  EXPECT_CALL(*article_, ListArticles(_, _, _))
      .WillOnce(Answer(Articles("articles/1", "before", "more")))
      .WillOnce(Answer(Articles("articles/2", "after", "")));
  EXPECT_EQ(ListArticles().code(), absl::StatusCode::kAborted);
  EXPECT_EQ(names_.size(), 1U);
}

// Reads an entity with facts of `property` in two years; the timeline ends with `timeline`.
class EntityRecordTest : public ::testing::Test {
 protected:
  absl::StatusOr<EntityRecord> Read(const std::string& property) {
    auto facts = Of<v1::SearchFactsResponse>("g");
    for (const char* year : {"2021", "2022"}) {
      v1::Fact& stated = *facts.add_facts();
      stated.set_property(property);
      stated.mutable_time()->set_edtf(year);
    }
    EXPECT_CALL(*fact_, SearchFacts(_, _, _)).WillOnce(Answer(facts));
    ON_CALL(*entity_, ListRelatedEntities(_, _, _))
        .WillByDefault(Answer(Of<v1::ListRelatedEntitiesResponse>("g")));
    ON_CALL(*entity_, ListMentions(_, _, _))
        .WillByDefault(Answer(Of<v1::ListMentionsResponse>("g")));
    client::Stubs stubs;
    stubs.entity = std::move(entity_);
    stubs.fact = std::move(fact_);
    const client::Client client(std::move(stubs), {.deadline = absl::Seconds(1)});
    v1::Entity entity;
    entity.set_name("entities/1");
    return PageReader(client).ReadEntityRecord(entity);
  }

  std::unique_ptr<::testing::NiceMock<v1::MockEntityServiceStub>> entity_ =
      std::make_unique<::testing::NiceMock<v1::MockEntityServiceStub>>();
  std::unique_ptr<v1::MockFactServiceStub> fact_ = std::make_unique<v1::MockFactServiceStub>();
};

TEST_F(EntityRecordTest, AsksForATimelineOfEachProperty) {
  auto timeline = Of<v1::GetTimelineResponse>("g");
  v1::TimelineSeries& series = *timeline.add_series();
  series.mutable_subject()->set_entity("entities/1");
  series.set_property("面积");
  series.add_groups();
  series.add_groups();
  EXPECT_CALL(*fact_,
              GetTimeline(_, Property(&v1::GetTimelineRequest::property, std::string("面积")), _))
      .WillOnce(Answer(timeline));
  const absl::StatusOr<EntityRecord> record = Read("面积");
  ASSERT_TRUE(record.ok()) << record.status();
  EXPECT_EQ(record->timelines.size(), 1U);
}

TEST_F(EntityRecordTest, AsksForNoTimelineWithoutAProperty) {
  EXPECT_CALL(*fact_, GetTimeline(_, _, _)).Times(0);
  const absl::StatusOr<EntityRecord> record = Read("");
  ASSERT_TRUE(record.ok()) << record.status();
  EXPECT_EQ(record->facts.size(), 2U);
}

TEST_F(EntityRecordTest, APageWithoutItsChartIsAPage) {
  for (const grpc::StatusCode code :
       {grpc::StatusCode::RESOURCE_EXHAUSTED, grpc::StatusCode::INVALID_ARGUMENT,
        grpc::StatusCode::DEADLINE_EXCEEDED}) {
    entity_ = std::make_unique<::testing::NiceMock<v1::MockEntityServiceStub>>();
    fact_ = std::make_unique<v1::MockFactServiceStub>();
    EXPECT_CALL(*fact_, GetTimeline(_, _, _)).WillOnce(Return(grpc::Status(code, "too much")));
    const absl::StatusOr<EntityRecord> record = Read("面积");
    ASSERT_TRUE(record.ok()) << record.status();
    EXPECT_EQ(record->facts.size(), 2U);
    EXPECT_TRUE(record->timelines.empty());
  }
}

TEST_F(EntityRecordTest, OtherFailuresOfATimelineAreFailures) {
  EXPECT_CALL(*fact_, GetTimeline(_, _, _))
      .WillOnce(Return(grpc::Status(grpc::StatusCode::INTERNAL, "broken")));
  EXPECT_EQ(Read("面积").status().code(), absl::StatusCode::kInternal);
}

}  // namespace
}  // namespace yinzheng::cli::pages
