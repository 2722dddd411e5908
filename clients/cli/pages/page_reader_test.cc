// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/page_reader.h"

#include <memory>
#include <utility>

#include "clients/cpp/testing/mock_connection.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace yinzheng::cli::pages {
namespace {

using ::testing::_;
using ::testing::NiceMock;
using ::testing::Property;
using ::testing::Return;

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
    return PageReader(client::Client(connection_)).EachArticle([this](const v1::Article& article) {
      names_.push_back(article.name());
      return true;
    });
  }

  std::shared_ptr<client::MockConnection> connection_ = std::make_shared<client::MockConnection>();
  std::vector<std::string> names_;
};

TEST_F(PageReaderTest, ReadsPageAfterPage) {
  EXPECT_CALL(*connection_, ListArticles(_))
      .WillOnce(Return(Articles("articles/1", "g", "more")))
      .WillOnce(Return(Articles("articles/2", "g", "")));
  EXPECT_TRUE(ListArticles().ok());
  EXPECT_THAT(names_, ::testing::ElementsAre("articles/1", "articles/2"));
}

TEST_F(PageReaderTest, ARepeatedTokenEndsTheList) {
  EXPECT_CALL(*connection_, ListArticles(_))
      .WillOnce(Return(Articles("articles/1", "g", "one")))
      .WillOnce(Return(Articles("articles/2", "g", "two")))
      .WillOnce(Return(Articles("articles/1", "g", "one")));
  const absl::Status status = ListArticles();
  EXPECT_EQ(status.code(), absl::StatusCode::kInternal);
  EXPECT_THAT(status.message(), ::testing::HasSubstr("repeats the page token one"));
}

TEST_F(PageReaderTest, AnotherGenerationEndsTheList) {
  EXPECT_CALL(*connection_, ListArticles(_))
      .WillOnce(Return(Articles("articles/1", "before", "more")))
      .WillOnce(Return(Articles("articles/2", "after", "")));
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
    EXPECT_CALL(*connection_, SearchFacts(_)).WillOnce(Return(facts));
    ON_CALL(*connection_, ListRelatedEntities(_))
        .WillByDefault(Return(Of<v1::ListRelatedEntitiesResponse>("g")));
    ON_CALL(*connection_, ListMentions(_)).WillByDefault(Return(Of<v1::ListMentionsResponse>("g")));
    v1::Entity entity;
    entity.set_name("entities/1");
    return PageReader(client::Client(connection_)).ReadEntityRecord(entity);
  }

  std::shared_ptr<NiceMock<client::MockConnection>> connection_ =
      std::make_shared<NiceMock<client::MockConnection>>();
};

TEST_F(EntityRecordTest, AsksForATimelineOfEachProperty) {
  auto timeline = Of<v1::GetTimelineResponse>("g");
  v1::TimelineSeries& series = *timeline.add_series();
  series.mutable_subject()->set_entity("entities/1");
  series.set_property("面积");
  series.add_groups();
  series.add_groups();
  EXPECT_CALL(*connection_,
              GetTimeline(Property(&v1::GetTimelineRequest::property, std::string("面积"))))
      .WillOnce(Return(timeline));
  const absl::StatusOr<EntityRecord> record = Read("面积");
  ASSERT_TRUE(record.ok()) << record.status();
  EXPECT_EQ(record->timelines.size(), 1U);
}

TEST_F(EntityRecordTest, AsksForNoTimelineWithoutAProperty) {
  EXPECT_CALL(*connection_, GetTimeline(_)).Times(0);
  const absl::StatusOr<EntityRecord> record = Read("");
  ASSERT_TRUE(record.ok()) << record.status();
  EXPECT_EQ(record->facts.size(), 2U);
}

TEST_F(EntityRecordTest, APageWithoutItsChartIsAPage) {
  for (const absl::StatusCode code :
       {absl::StatusCode::kResourceExhausted, absl::StatusCode::kInvalidArgument,
        absl::StatusCode::kDeadlineExceeded}) {
    connection_ = std::make_shared<NiceMock<client::MockConnection>>();
    EXPECT_CALL(*connection_, GetTimeline(_)).WillOnce(Return(absl::Status(code, "too much")));
    const absl::StatusOr<EntityRecord> record = Read("面积");
    ASSERT_TRUE(record.ok()) << record.status();
    EXPECT_EQ(record->facts.size(), 2U);
    EXPECT_TRUE(record->timelines.empty());
  }
}

TEST_F(EntityRecordTest, OtherFailuresOfATimelineAreFailures) {
  EXPECT_CALL(*connection_, GetTimeline(_)).WillOnce(Return(absl::InternalError("broken")));
  EXPECT_EQ(Read("面积").status().code(), absl::StatusCode::kInternal);
}

}  // namespace
}  // namespace yinzheng::cli::pages
