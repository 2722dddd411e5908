// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CPP_CONNECTION_H_
#define YINZHENG_CLIENTS_CPP_CONNECTION_H_

#include <memory>

#include "absl/status/statusor.h"
#include "clients/cpp/client_options.h"
#include "yinzheng/v1/article_service.pb.h"
#include "yinzheng/v1/check_service.pb.h"
#include "yinzheng/v1/entity_service.pb.h"
#include "yinzheng/v1/fact_service.pb.h"
#include "yinzheng/v1/index_service.pb.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::client {

// What a Client sends its calls through: one function for each method of the contract. Deadlines,
// retries and credentials are its business. Programs use MakeConnection(), their tests
// MockConnection (testing/mock_connection.h), and whoever wants to count, log or cache calls wraps
// one in a class of his own.
//
// Functions block, are safe to call from many threads at once, and return errors that keep the
// service's ErrorInfo (rpc_status.h).
class Connection {
 public:
  virtual ~Connection() = default;

  virtual absl::StatusOr<v1::SearchResponse> Search(const v1::SearchRequest& request) = 0;
  virtual absl::StatusOr<v1::SuggestResponse> Suggest(const v1::SuggestRequest& request) = 0;
  virtual absl::StatusOr<v1::FindSimilarArticlesResponse> FindSimilarArticles(
      const v1::FindSimilarArticlesRequest& request) = 0;
  virtual absl::StatusOr<v1::AskResponse> Ask(const v1::AskRequest& request) = 0;

  virtual absl::StatusOr<v1::GetArticleResponse> GetArticle(
      const v1::GetArticleRequest& request) = 0;
  virtual absl::StatusOr<v1::BatchGetArticlesResponse> BatchGetArticles(
      const v1::BatchGetArticlesRequest& request) = 0;
  virtual absl::StatusOr<v1::ListArticlesResponse> ListArticles(
      const v1::ListArticlesRequest& request) = 0;
  virtual absl::StatusOr<v1::BatchGetPassagesResponse> BatchGetPassages(
      const v1::BatchGetPassagesRequest& request) = 0;

  virtual absl::StatusOr<v1::LookupEntitiesResponse> LookupEntities(
      const v1::LookupEntitiesRequest& request) = 0;
  virtual absl::StatusOr<v1::GetEntityResponse> GetEntity(const v1::GetEntityRequest& request) = 0;
  virtual absl::StatusOr<v1::ListEntitiesResponse> ListEntities(
      const v1::ListEntitiesRequest& request) = 0;
  virtual absl::StatusOr<v1::ListMentionsResponse> ListMentions(
      const v1::ListMentionsRequest& request) = 0;
  virtual absl::StatusOr<v1::ListRelatedEntitiesResponse> ListRelatedEntities(
      const v1::ListRelatedEntitiesRequest& request) = 0;

  virtual absl::StatusOr<v1::SearchFactsResponse> SearchFacts(
      const v1::SearchFactsRequest& request) = 0;
  virtual absl::StatusOr<v1::GetFactResponse> GetFact(const v1::GetFactRequest& request) = 0;
  virtual absl::StatusOr<v1::BatchGetFactsResponse> BatchGetFacts(
      const v1::BatchGetFactsRequest& request) = 0;
  virtual absl::StatusOr<v1::ListPropertiesResponse> ListProperties(
      const v1::ListPropertiesRequest& request) = 0;
  virtual absl::StatusOr<v1::GetTimelineResponse> GetTimeline(
      const v1::GetTimelineRequest& request) = 0;
  virtual absl::StatusOr<v1::ListConflictsResponse> ListConflicts(
      const v1::ListConflictsRequest& request) = 0;

  virtual absl::StatusOr<v1::CheckClaimResponse> CheckClaim(
      const v1::CheckClaimRequest& request) = 0;
  virtual absl::StatusOr<v1::VerifyQuotesResponse> VerifyQuotes(
      const v1::VerifyQuotesRequest& request) = 0;
  virtual absl::StatusOr<v1::AnalyzeTextResponse> AnalyzeText(
      const v1::AnalyzeTextRequest& request) = 0;

  virtual absl::StatusOr<v1::GetIndexStatusResponse> GetIndexStatus(
      const v1::GetIndexStatusRequest& request) = 0;
  virtual absl::StatusOr<v1::ReloadIndexResponse> ReloadIndex(
      const v1::ReloadIndexRequest& request) = 0;
  virtual absl::StatusOr<v1::ListGenerationsResponse> ListGenerations(
      const v1::ListGenerationsRequest& request) = 0;
};

// A connection to a server by gRPC. Addresses of a name take turns; calls that reach no server
// (UNAVAILABLE) are sent again, up to four times in all and 0.1 to 1 s apart, except ReloadIndex;
// responses may have 64 MiB.
//
// Never fails and waits for nothing: a wrong address shows at the first call, as UNAVAILABLE, and
// options that CheckOptions() refuses fail every call with what it says.
std::shared_ptr<Connection> MakeConnection(const ClientOptions& options);

}  // namespace yinzheng::client

#endif  // YINZHENG_CLIENTS_CPP_CONNECTION_H_
