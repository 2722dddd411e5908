// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CPP_CLIENT_H_
#define YINZHENG_CLIENTS_CPP_CLIENT_H_

#include <memory>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "yinzheng/v1/article_service.grpc.pb.h"
#include "yinzheng/v1/check_service.grpc.pb.h"
#include "yinzheng/v1/entity_service.grpc.pb.h"
#include "yinzheng/v1/fact_service.grpc.pb.h"
#include "yinzheng/v1/index_service.grpc.pb.h"
#include "yinzheng/v1/search_service.grpc.pb.h"

namespace yinzheng::client {

// TLS of a client, as PEM texts.
struct ClientTls {
  // Roots that the server's certificate must go back to; empty means the system's.
  std::string root_certificates;
  // The client's own certificate and key, for servers that ask for one (mTLS); both or none.
  std::string certificate;
  std::string private_key;
  // Name that the certificate must bear, where it is not the host of the address; for tunnels.
  std::string server_name;
};

// What every call of a client is sent with.
struct CallSettings {
  absl::Duration deadline = absl::Seconds(10);
  // Sent as metadata `authorization: Bearer TOKEN`; empty sends none.
  std::string token{};
};

// Where a client connects, how long it waits and what it shows.
struct ClientOptions {
  // `host:port`, `unix:PATH` or any other gRPC target.
  std::string address = "127.0.0.1:50151";
  // Deadline of each call.
  absl::Duration deadline = absl::Seconds(10);
  // Token of a server that asks for one. It is sent without TLS as well, where others on the way
  // could read it: use `tls` wherever the address is not this machine.
  std::string token{};
  // Not set: no TLS.
  std::optional<ClientTls> tls{};
};

// The stubs a client speaks through: the seam for tests, which put the generated mocks here.
struct Stubs {
  std::unique_ptr<v1::SearchService::StubInterface> search;
  std::unique_ptr<v1::ArticleService::StubInterface> article;
  std::unique_ptr<v1::EntityService::StubInterface> entity;
  std::unique_ptr<v1::FactService::StubInterface> fact;
  std::unique_ptr<v1::CheckService::StubInterface> check;
  std::unique_ptr<v1::IndexService::StubInterface> index;
};

// A client of all services of Yinzheng. Every call has a deadline; calls that find no connection
// are tried again (all of them are safe to repeat) by gRPC's retry policy, up to four times. Errors
// keep the service's ErrorInfo; see rpc_status.h.
//
// Example:
//   auto client = Client::Connect({.address = "127.0.0.1:50151"});
//   v1::SearchRequest request;
//   request.set_query("怀柔科学城");
//   absl::StatusOr<v1::SearchResponse> response = client->Search(request);
//
// Thread-safe. Methods block.
class Client {
 public:
  // Never fails: a wrong address shows at the first call, as UNAVAILABLE.
  static std::unique_ptr<Client> Connect(const ClientOptions& options);
  Client(Stubs stubs, CallSettings settings);

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
  Stubs stubs_;
  CallSettings settings_;
};

}  // namespace yinzheng::client

#endif  // YINZHENG_CLIENTS_CPP_CLIENT_H_
