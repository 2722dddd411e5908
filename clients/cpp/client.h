// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CPP_CLIENT_H_
#define YINZHENG_CLIENTS_CPP_CLIENT_H_

#include <memory>
#include <utility>

#include "absl/status/statusor.h"
#include "clients/cpp/client_options.h"
#include "clients/cpp/connection.h"
#include "yinzheng/v1/article_service.pb.h"
#include "yinzheng/v1/check_service.pb.h"
#include "yinzheng/v1/entity_service.pb.h"
#include "yinzheng/v1/fact_service.pb.h"
#include "yinzheng/v1/index_service.pb.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::client {

// A client of all services of Yinzheng. Every call has a deadline, is sent again where no server
// answers, and fails with the reason of the service; see connection.h and rpc_status.h.
//
// Example:
//   auto client = Client::Connect({.address = "127.0.0.1:50151"});
//   v1::SearchRequest request;
//   request.set_query("怀柔科学城");
//   absl::StatusOr<v1::SearchResponse> response = client->Search(request);
//
// Thread-safe. Methods block. Copies share the connection and cost nothing: make one and keep it.
class Client {
 public:
  // A client over MakeConnection(options), which never fails.
  static std::unique_ptr<Client> Connect(const ClientOptions& options = {});
  // `connection` must be set.
  explicit Client(std::shared_ptr<Connection> connection) : connection_(std::move(connection)) {}

  absl::StatusOr<v1::SearchResponse> Search(const v1::SearchRequest& request) const;
  absl::StatusOr<v1::SuggestResponse> Suggest(const v1::SuggestRequest& request) const;
  absl::StatusOr<v1::FindSimilarArticlesResponse> FindSimilarArticles(
      const v1::FindSimilarArticlesRequest& request) const;
  absl::StatusOr<v1::AskResponse> Ask(const v1::AskRequest& request) const;

  absl::StatusOr<v1::GetArticleResponse> GetArticle(const v1::GetArticleRequest& request) const;
  absl::StatusOr<v1::BatchGetArticlesResponse> BatchGetArticles(
      const v1::BatchGetArticlesRequest& request) const;
  absl::StatusOr<v1::ListArticlesResponse> ListArticles(
      const v1::ListArticlesRequest& request) const;
  absl::StatusOr<v1::BatchGetPassagesResponse> BatchGetPassages(
      const v1::BatchGetPassagesRequest& request) const;

  absl::StatusOr<v1::LookupEntitiesResponse> LookupEntities(
      const v1::LookupEntitiesRequest& request) const;
  absl::StatusOr<v1::GetEntityResponse> GetEntity(const v1::GetEntityRequest& request) const;
  absl::StatusOr<v1::ListEntitiesResponse> ListEntities(
      const v1::ListEntitiesRequest& request) const;
  absl::StatusOr<v1::ListMentionsResponse> ListMentions(
      const v1::ListMentionsRequest& request) const;
  absl::StatusOr<v1::ListRelatedEntitiesResponse> ListRelatedEntities(
      const v1::ListRelatedEntitiesRequest& request) const;

  absl::StatusOr<v1::SearchFactsResponse> SearchFacts(const v1::SearchFactsRequest& request) const;
  absl::StatusOr<v1::GetFactResponse> GetFact(const v1::GetFactRequest& request) const;
  absl::StatusOr<v1::BatchGetFactsResponse> BatchGetFacts(
      const v1::BatchGetFactsRequest& request) const;
  absl::StatusOr<v1::ListPropertiesResponse> ListProperties(
      const v1::ListPropertiesRequest& request) const;
  absl::StatusOr<v1::GetTimelineResponse> GetTimeline(const v1::GetTimelineRequest& request) const;
  absl::StatusOr<v1::ListConflictsResponse> ListConflicts(
      const v1::ListConflictsRequest& request) const;

  absl::StatusOr<v1::CheckClaimResponse> CheckClaim(const v1::CheckClaimRequest& request) const;
  absl::StatusOr<v1::VerifyQuotesResponse> VerifyQuotes(
      const v1::VerifyQuotesRequest& request) const;
  absl::StatusOr<v1::AnalyzeTextResponse> AnalyzeText(const v1::AnalyzeTextRequest& request) const;

  absl::StatusOr<v1::GetIndexStatusResponse> GetIndexStatus(
      const v1::GetIndexStatusRequest& request) const;
  absl::StatusOr<v1::ReloadIndexResponse> ReloadIndex(const v1::ReloadIndexRequest& request) const;
  absl::StatusOr<v1::ListGenerationsResponse> ListGenerations(
      const v1::ListGenerationsRequest& request) const;

 private:
  std::shared_ptr<Connection> connection_;
};

}  // namespace yinzheng::client

#endif  // YINZHENG_CLIENTS_CPP_CLIENT_H_
