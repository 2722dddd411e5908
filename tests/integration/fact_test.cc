// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "tests/integration/served_corpus.h"
#include "yinzheng/v1/fact_service.grpc.pb.h"
#include "yinzheng/v1/index_service.grpc.pb.h"

namespace yinzheng::testing {
namespace {

using Stub = v1::FactService::Stub;

template <typename Method, typename Request, typename Response>
grpc::Status Call(Method method, const Request& request, Response* response) {
  return ServedCorpus::Get().Call<v1::FactService>(method, request, response);
}

v1::SearchFactsResponse SearchFacts(const v1::SearchFactsRequest& request) {
  v1::SearchFactsResponse response;
  const grpc::Status status = Call(&Stub::SearchFacts, request, &response);
  EXPECT_TRUE(status.ok()) << status.error_message();
  return response;
}

TEST(SearchFactsTest, EveryFactOfTheIndexIsCitedVerbatim) {
  v1::SearchFactsRequest request;
  request.set_page_size(100);
  std::set<std::string> names;
  int total = 0;
  do {
    const v1::SearchFactsResponse response = SearchFacts(request);
    for (const v1::Fact& fact : response.facts()) {
      SCOPED_TRACE(fact.name());
      EXPECT_TRUE(names.insert(fact.name()).second);
      EXPECT_FALSE(fact.citations().empty());
      for (const v1::Citation& citation : fact.citations()) ExpectVerbatim(citation);
    }
    total = response.total_size();
    request.set_page_token(response.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_EQ(names.size(), static_cast<size_t>(total));

  v1::GetIndexStatusResponse status;
  ASSERT_TRUE(ServedCorpus::Get()
                  .Call<v1::IndexService>(&v1::IndexService::Stub::GetIndexStatus,
                                          v1::GetIndexStatusRequest(), &status)
                  .ok());
  EXPECT_EQ(status.info().counts().facts(), total);
  EXPECT_GT(total, 300);
}

TEST(SearchFactsTest, ConditionsAllHold) {
  v1::SearchFactsRequest request;
  request.set_subject(ServedCorpus::Get().EntityNamed("量子院"));
  request.add_kinds(v1::FACT_KIND_QUANTITY);
  request.set_min_amount("30");
  request.set_max_amount("217");
  const v1::SearchFactsResponse response = SearchFacts(request);
  ASSERT_GT(response.facts_size(), 0);
  for (const v1::Fact& fact : response.facts()) {
    EXPECT_EQ(fact.subject().entity(), request.subject());
    ASSERT_TRUE(fact.has_quantity());
    EXPECT_GE(std::stod(fact.quantity().amount()), 30);
    EXPECT_LE(std::stod(fact.quantity().amount()), 217);
  }
}

TEST(SearchFactsTest, WordsInEitherScriptFindTheSame) {
  v1::SearchFactsRequest request;
  request.set_query("技术合同成交额");
  const v1::SearchFactsResponse simplified = SearchFacts(request);
  request.set_query("技術合同成交額");
  const v1::SearchFactsResponse traditional = SearchFacts(request);
  ASSERT_GT(simplified.facts_size(), 0);
  EXPECT_EQ(simplified.total_size(), traditional.total_size());
  EXPECT_EQ(simplified.facts(0).name(), traditional.facts(0).name());
  EXPECT_EQ(simplified.facts(0).property(), "技术合同成交额");
}

TEST(SearchFactsTest, BadConditionsAreRefused) {
  v1::SearchFactsResponse response;
  const auto reason = [&](const v1::SearchFactsRequest& request) {
    return InfoOf(Call(&Stub::SearchFacts, request, &response)).reason();
  };
  v1::SearchFactsRequest request;
  request.set_subject("量子院");
  EXPECT_EQ(reason(request), "FIELD_MALFORMED");
  request.Clear();
  request.set_min_amount("1e3");
  EXPECT_EQ(reason(request), "FIELD_MALFORMED");
  request.Clear();
  request.set_earliest("2022-02-30");
  EXPECT_EQ(reason(request), "FIELD_MALFORMED");
  request.Clear();
  request.set_filter("amount >");
  EXPECT_EQ(reason(request), "FILTER_INVALID");
  request.Clear();
  request.set_page_size(-1);
  EXPECT_EQ(reason(request), "FIELD_OUT_OF_RANGE");
}

TEST(GetFactTest, ByNameAloneAndInBatches) {
  v1::SearchFactsRequest search;
  search.set_page_size(3);
  const v1::SearchFactsResponse found = SearchFacts(search);
  ASSERT_EQ(found.facts_size(), 3);
  v1::GetFactRequest request;
  request.set_name(found.facts(1).name());
  v1::GetFactResponse response;
  ASSERT_TRUE(Call(&Stub::GetFact, request, &response).ok());
  EXPECT_EQ(response.fact().SerializeAsString(), found.facts(1).SerializeAsString());

  v1::BatchGetFactsRequest batch;
  batch.add_names(found.facts(2).name());
  batch.add_names(found.facts(0).name());
  v1::BatchGetFactsResponse facts;
  ASSERT_TRUE(Call(&Stub::BatchGetFacts, batch, &facts).ok());
  EXPECT_EQ(facts.facts(0).name(), batch.names(0));
  EXPECT_EQ(facts.facts(1).name(), batch.names(1));
  batch.add_names("facts/none");
  EXPECT_EQ(InfoOf(Call(&Stub::BatchGetFacts, batch, &facts)).metadata().at("name"), "facts/none");
}

TEST(ListPropertiesTest, CountsAddUpToTheFacts) {
  v1::ListPropertiesRequest request;
  request.set_subject(ServedCorpus::Get().EntityNamed("量子院"));
  v1::ListPropertiesResponse response;
  ASSERT_TRUE(Call(&Stub::ListProperties, request, &response).ok());
  int count = 0;
  for (const v1::PropertySummary& summary : response.properties()) count += summary.fact_count();
  v1::SearchFactsRequest search;
  search.set_subject(request.subject());
  EXPECT_EQ(count, SearchFacts(search).total_size());
  request.set_subject("entities/none");
  EXPECT_EQ(InfoOf(Call(&Stub::ListProperties, request, &response)).reason(), "RESOURCE_NOT_FOUND");
}

TEST(GetTimelineTest, FollowsOnePropertyOverTime) {
  v1::GetTimelineRequest request;
  request.add_subjects(ServedCorpus::Get().EntityNamed("北京"));
  request.set_property("技术合同成交额");
  v1::GetTimelineResponse response;
  ASSERT_TRUE(Call(&Stub::GetTimeline, request, &response).ok());
  ASSERT_EQ(response.series_size(), 1);
  EXPECT_EQ(response.series(0).unit(), "元");
  std::string last;
  for (const v1::TimelineGroup& group : response.series(0).groups()) {
    EXPECT_GE(group.time().earliest(), last);
    last = group.time().earliest();
    for (const v1::Fact& fact : group.facts()) {
      for (const v1::Citation& citation : fact.citations()) ExpectVerbatim(citation);
    }
  }
}

TEST(GetTimelineTest, EventsOfASubjectWithPlansApart) {
  v1::GetTimelineRequest request;
  request.add_subjects(ServedCorpus::Get().EntityNamed("高能同步辐射光源"));
  v1::GetTimelineResponse response;
  ASSERT_TRUE(Call(&Stub::GetTimeline, request, &response).ok());
  ASSERT_GT(response.series_size(), 0);
  ASSERT_EQ(response.series(0).plans_size(), 1);
  EXPECT_EQ(response.series(0).plans(0).time().edtf(), "2025-12~");
}

TEST(GetTimelineTest, LimitsHold) {
  v1::GetTimelineRequest request;
  v1::GetTimelineResponse response;
  EXPECT_EQ(InfoOf(Call(&Stub::GetTimeline, request, &response)).reason(), "FIELD_REQUIRED");
  for (int i = 0; i < 21; ++i) request.add_subjects("entities/1");
  EXPECT_EQ(InfoOf(Call(&Stub::GetTimeline, request, &response)).reason(), "FIELD_OUT_OF_RANGE");
}

TEST(ListConflictsTest, ConflictsAreOfOneSubjectPropertyAndTime) {
  v1::ListConflictsRequest request;
  v1::ListConflictsResponse response;
  ASSERT_TRUE(Call(&Stub::ListConflicts, request, &response).ok());
  EXPECT_EQ(response.total_size(), response.conflicts_size());
  for (const v1::Conflict& conflict : response.conflicts()) {
    EXPECT_GE(conflict.facts_size(), 2);
    EXPECT_FALSE(conflict.reason().empty());
    for (const v1::Fact& fact : conflict.facts()) {
      EXPECT_EQ(fact.subject().entity(), conflict.subject().entity());
    }
  }
  request.set_subject("entities/none");
  EXPECT_EQ(InfoOf(Call(&Stub::ListConflicts, request, &response)).reason(), "RESOURCE_NOT_FOUND");
}

}  // namespace
}  // namespace yinzheng::testing
