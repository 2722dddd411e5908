// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CPP_TESTING_MOCK_CONNECTION_H_
#define YINZHENG_CLIENTS_CPP_TESTING_MOCK_CONNECTION_H_

#include <gmock/gmock.h>

#include "clients/cpp/connection.h"

namespace yinzheng::client {

// A connection whose answers a test gives, without a server:
//
//   auto connection = std::make_shared<MockConnection>();
//   EXPECT_CALL(*connection, GetFact(_)).WillOnce(Return(absl::NotFoundError("no such fact")));
//   Client client(connection);
//
// Errors with a reason are made by ErrorWithReason() of rpc_status.h. Needs GoogleMock.
class MockConnection : public Connection {
 public:
  MOCK_METHOD(absl::StatusOr<v1::SearchResponse>, Search, (const v1::SearchRequest&), (override));
  MOCK_METHOD(absl::StatusOr<v1::SuggestResponse>, Suggest, (const v1::SuggestRequest&),
              (override));
  MOCK_METHOD(absl::StatusOr<v1::FindSimilarArticlesResponse>, FindSimilarArticles,
              (const v1::FindSimilarArticlesRequest&), (override));
  MOCK_METHOD(absl::StatusOr<v1::AskResponse>, Ask, (const v1::AskRequest&), (override));

  MOCK_METHOD(absl::StatusOr<v1::GetArticleResponse>, GetArticle, (const v1::GetArticleRequest&),
              (override));
  MOCK_METHOD(absl::StatusOr<v1::BatchGetArticlesResponse>, BatchGetArticles,
              (const v1::BatchGetArticlesRequest&), (override));
  MOCK_METHOD(absl::StatusOr<v1::ListArticlesResponse>, ListArticles,
              (const v1::ListArticlesRequest&), (override));
  MOCK_METHOD(absl::StatusOr<v1::BatchGetPassagesResponse>, BatchGetPassages,
              (const v1::BatchGetPassagesRequest&), (override));

  MOCK_METHOD(absl::StatusOr<v1::LookupEntitiesResponse>, LookupEntities,
              (const v1::LookupEntitiesRequest&), (override));
  MOCK_METHOD(absl::StatusOr<v1::GetEntityResponse>, GetEntity, (const v1::GetEntityRequest&),
              (override));
  MOCK_METHOD(absl::StatusOr<v1::ListEntitiesResponse>, ListEntities,
              (const v1::ListEntitiesRequest&), (override));
  MOCK_METHOD(absl::StatusOr<v1::ListMentionsResponse>, ListMentions,
              (const v1::ListMentionsRequest&), (override));
  MOCK_METHOD(absl::StatusOr<v1::ListRelatedEntitiesResponse>, ListRelatedEntities,
              (const v1::ListRelatedEntitiesRequest&), (override));

  MOCK_METHOD(absl::StatusOr<v1::SearchFactsResponse>, SearchFacts, (const v1::SearchFactsRequest&),
              (override));
  MOCK_METHOD(absl::StatusOr<v1::GetFactResponse>, GetFact, (const v1::GetFactRequest&),
              (override));
  MOCK_METHOD(absl::StatusOr<v1::BatchGetFactsResponse>, BatchGetFacts,
              (const v1::BatchGetFactsRequest&), (override));
  MOCK_METHOD(absl::StatusOr<v1::ListPropertiesResponse>, ListProperties,
              (const v1::ListPropertiesRequest&), (override));
  MOCK_METHOD(absl::StatusOr<v1::GetTimelineResponse>, GetTimeline, (const v1::GetTimelineRequest&),
              (override));
  MOCK_METHOD(absl::StatusOr<v1::ListConflictsResponse>, ListConflicts,
              (const v1::ListConflictsRequest&), (override));

  MOCK_METHOD(absl::StatusOr<v1::CheckClaimResponse>, CheckClaim, (const v1::CheckClaimRequest&),
              (override));
  MOCK_METHOD(absl::StatusOr<v1::VerifyQuotesResponse>, VerifyQuotes,
              (const v1::VerifyQuotesRequest&), (override));
  MOCK_METHOD(absl::StatusOr<v1::AnalyzeTextResponse>, AnalyzeText, (const v1::AnalyzeTextRequest&),
              (override));

  MOCK_METHOD(absl::StatusOr<v1::GetIndexStatusResponse>, GetIndexStatus,
              (const v1::GetIndexStatusRequest&), (override));
  MOCK_METHOD(absl::StatusOr<v1::ReloadIndexResponse>, ReloadIndex, (const v1::ReloadIndexRequest&),
              (override));
  MOCK_METHOD(absl::StatusOr<v1::ListGenerationsResponse>, ListGenerations,
              (const v1::ListGenerationsRequest&), (override));
};

}  // namespace yinzheng::client

#endif  // YINZHENG_CLIENTS_CPP_TESTING_MOCK_CONNECTION_H_
