// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/fact/timeline_handler.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/record/testing/fact_maker.h"
#include "services/record/testing/served_index.h"
#include "services/request/error_info.h"

namespace yinzheng::services {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

const PartRelations& Parts() {
  static const auto* const kParts = new PartRelations(*PartRelations::Create());
  return *kParts;
}

class TimelineHandlerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"甲院", "甲院加速器部", "乙所", "甲院东区分部"}) {
      index_.content().AddEntity(store::testing::MakeEntity(std::string("entities/") + name, name,
                                                            v1::ENTITY_TYPE_ORGANIZATION));
    }
    for (const char* name : {"丙园", "丁市", "香港"}) {
      index_.content().AddEntity(
          store::testing::MakeEntity(std::string("entities/") + name, name, v1::ENTITY_TYPE_PLACE));
    }
    Add(FactMaker("10", "戊公司").Related("签约地", "丙园").In(2020));
    Add(FactMaker("11", "戊公司").Related("签约地", "丁市").In(2020));
    Add(FactMaker("13", "戊公司").Related("签约地", "香港").In(2020));
    v1::Fact doubtful = FactMaker("12", "己公司").Related("签约方", "甲院").In(2020);
    doubtful.set_confidence(0.4);
    Add(doubtful);
    Add(FactMaker("1").Dated("成立时间", "2017-12-24"));
    Add(FactMaker("2", "甲院加速器部").Dated("启动时间", "2019-06-29"));
    Add(FactMaker("3", "甲院加速器部").Related("隶属", "甲院"));
    Add(FactMaker("4").Related("组成部分", "乙所"));
    Add(FactMaker("5", "乙所").Dated("建成时间", "2020-01-01"));
    Add(FactMaker("6").Figure("217", "家", "217家").In(2022));
    Add(FactMaker("7").Figure("312", "家", "312家").In(2022));
    Add(FactMaker("8", "乙所").Figure("7012", "平方米", "7012平方米").Property("总面积").In(2020));
    Add(FactMaker("9", "乙所").Figure("9034", "平方米", "9034平方米").Property("总面积").In(2021));
    index_.Publish();
  }

  void Add(const v1::Fact& fact) { index_.content().AddFact(fact); }

  TimelineHandler Handler() {
    return TimelineHandler(index_.manager(), ServedIndex::Rules(), Parts());
  }

  ServedIndex index_;
};

TEST_F(TimelineHandlerTest, EventsOfPartsComeWithTheWhole) {
  v1::GetTimelineRequest request;
  request.add_subjects("entities/甲院");
  const auto response = Handler().GetTimeline(RequestContext::Unlimited(), request);
  ASSERT_TRUE(response.ok()) << response.status();
  std::vector<std::string> subjects;
  for (const v1::TimelineSeries& series : response->series()) {
    subjects.push_back(series.subject().display_name());
  }
  EXPECT_THAT(subjects, ::testing::UnorderedElementsAre("甲院", "甲院加速器部", "乙所"));
}

TEST_F(TimelineHandlerTest, WhatOthersDidAtASiteIsItsEventAndNotThatOfACity) {
  v1::GetTimelineRequest request;
  request.add_subjects("entities/丙园");
  auto response = Handler().GetTimeline(RequestContext::Unlimited(), request);
  ASSERT_TRUE(response.ok()) << response.status();
  ASSERT_EQ(response->series_size(), 1);
  EXPECT_EQ(response->series(0).subject().display_name(), "戊公司");
  for (const char* city : {"entities/丁市", "entities/香港"}) {
    request.set_subjects(0, city);
    response = Handler().GetTimeline(RequestContext::Unlimited(), request);
    ASSERT_TRUE(response.ok()) << response.status();
    EXPECT_THAT(response->series(), IsEmpty()) << city;
  }
}

TEST_F(TimelineHandlerTest, PropertiesFollowTheSubjectsAloneAndNameOthers) {
  v1::GetTimelineRequest request;
  request.add_subjects("entities/甲院");
  request.set_property("企业数");
  const auto response = Handler().GetTimeline(RequestContext::Unlimited(), request);
  ASSERT_TRUE(response.ok()) << response.status();
  ASSERT_EQ(response->series_size(), 1);
  EXPECT_EQ(response->series(0).groups_size(), 2);
  EXPECT_TRUE(response->series(0).groups(0).conflicting());
  std::vector<std::string> others;
  for (const v1::EntityRef& other : response->possibly_same()) {
    others.push_back(other.display_name());
  }
  EXPECT_THAT(others, Contains("乙所"));
  EXPECT_THAT(others, Contains("甲院加速器部"));
  EXPECT_THAT(others, Not(Contains("甲院")));
  EXPECT_THAT(others, Not(Contains("己公司"))) << "its relation is too doubtful";
}

TEST_F(TimelineHandlerTest, ConflictsOfTheWholeIndexPageByPage) {
  const TimelineHandler handler = Handler();
  v1::ListConflictsRequest request;
  request.set_page_size(1);
  std::vector<std::string> properties;
  do {
    const auto response = handler.ListConflicts(RequestContext::Unlimited(), request);
    ASSERT_TRUE(response.ok()) << response.status();
    EXPECT_EQ(response->total_size(), 2);
    for (const v1::Conflict& conflict : response->conflicts()) {
      properties.push_back(conflict.subject().display_name() + conflict.property());
    }
    request.set_page_token(response->next_page_token());
  } while (!request.page_token().empty());
  EXPECT_THAT(properties, ElementsAre("乙所总面积", "甲院企业数"));
}

TEST_F(TimelineHandlerTest, ConflictsOfOneSubject) {
  v1::ListConflictsRequest request;
  request.set_subject("entities/乙所");
  const auto response = Handler().ListConflicts(RequestContext::Unlimited(), request);
  ASSERT_TRUE(response.ok()) << response.status();
  ASSERT_EQ(response->conflicts_size(), 1);
  EXPECT_EQ(response->conflicts(0).facts_size(), 2);
}

TEST_F(TimelineHandlerTest, MissingSubjectsAreNamed) {
  v1::GetTimelineRequest request;
  request.add_subjects("entities/甲院");
  request.add_subjects("entities/丙");
  const auto response = Handler().GetTimeline(RequestContext::Unlimited(), request);
  EXPECT_EQ(response.status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(ErrorInfoOf(response.status()).metadata().at("name"), "entities/丙");
}

TEST(PartRelationsTest, BadRowsNameTheirLine) {
  const auto parts = PartRelations::FromTable("# head\n组成部分\tsideways\twhy\n");
  EXPECT_EQ(parts.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(parts.status().message()), ::testing::HasSubstr("line 2"));
}

}  // namespace
}  // namespace yinzheng::services
