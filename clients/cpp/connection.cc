// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cpp/connection.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "clients/cpp/rpc_status.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "grpcpp/support/channel_arguments.h"
#include "yinzheng/v1/article_service.grpc.pb.h"
#include "yinzheng/v1/check_service.grpc.pb.h"
#include "yinzheng/v1/entity_service.grpc.pb.h"
#include "yinzheng/v1/fact_service.grpc.pb.h"
#include "yinzheng/v1/index_service.grpc.pb.h"
#include "yinzheng/v1/search_service.grpc.pb.h"

namespace yinzheng::client {
namespace {

// An article with its text may be as large as a file; gRPC itself would refuse 4 MiB.
constexpr int kMaxResponseBytes = 64 << 20;

// All methods read, and may be sent again, but for a reload: that is for the operator to repeat.
constexpr char kServiceConfig[] = R"({
  "loadBalancingConfig": [{"round_robin": {}}],
  "methodConfig": [{
    "name": [{}],
    "retryPolicy": {
      "maxAttempts": 4, "initialBackoff": "0.1s", "maxBackoff": "1s", "backoffMultiplier": 2,
      "retryableStatusCodes": ["UNAVAILABLE"]
    }
  }, {
    "name": [{"service": "yinzheng.v1.IndexService", "method": "ReloadIndex"}]
  }]
})";

std::shared_ptr<grpc::ChannelCredentials> CredentialsOf(const ClientOptions& options) {
  if (!options.tls.has_value()) return grpc::InsecureChannelCredentials();
  grpc::SslCredentialsOptions ssl;
  ssl.pem_root_certs = options.tls->root_certificates;
  ssl.pem_cert_chain = options.tls->certificate;
  ssl.pem_private_key = options.tls->private_key;
  return grpc::SslCredentials(ssl);
}

std::shared_ptr<grpc::Channel> ChannelOf(const ClientOptions& options) {
  grpc::ChannelArguments arguments;
  arguments.SetServiceConfigJSON(kServiceConfig);
  arguments.SetMaxReceiveMessageSize(kMaxResponseBytes);
  if (options.tls.has_value() && !options.tls->server_name.empty()) {
    arguments.SetSslTargetNameOverride(options.tls->server_name);
  }
  return grpc::CreateCustomChannel(options.address, CredentialsOf(options), arguments);
}

// Calls through the generated stubs, with deadline and token. Where the options were refused
// nothing is sent: every call fails with why.
class GrpcConnection : public Connection {
 public:
  explicit GrpcConnection(const ClientOptions& options)
      : refused_(CheckOptions(options)), deadline_(options.deadline), token_(options.token) {
    if (!refused_.ok()) return;
    const std::shared_ptr<grpc::Channel> channel = ChannelOf(options);
    search_ = v1::SearchService::NewStub(channel);
    article_ = v1::ArticleService::NewStub(channel);
    entity_ = v1::EntityService::NewStub(channel);
    fact_ = v1::FactService::NewStub(channel);
    check_ = v1::CheckService::NewStub(channel);
    index_ = v1::IndexService::NewStub(channel);
  }

  absl::StatusOr<v1::SearchResponse> Search(const v1::SearchRequest& request) override {
    return Call(search_, &v1::SearchService::Stub::Search, request);
  }
  absl::StatusOr<v1::SuggestResponse> Suggest(const v1::SuggestRequest& request) override {
    return Call(search_, &v1::SearchService::Stub::Suggest, request);
  }
  absl::StatusOr<v1::FindSimilarArticlesResponse> FindSimilarArticles(
      const v1::FindSimilarArticlesRequest& request) override {
    return Call(search_, &v1::SearchService::Stub::FindSimilarArticles, request);
  }
  absl::StatusOr<v1::AskResponse> Ask(const v1::AskRequest& request) override {
    return Call(search_, &v1::SearchService::Stub::Ask, request);
  }

  absl::StatusOr<v1::GetArticleResponse> GetArticle(const v1::GetArticleRequest& request) override {
    return Call(article_, &v1::ArticleService::Stub::GetArticle, request);
  }
  absl::StatusOr<v1::BatchGetArticlesResponse> BatchGetArticles(
      const v1::BatchGetArticlesRequest& request) override {
    return Call(article_, &v1::ArticleService::Stub::BatchGetArticles, request);
  }
  absl::StatusOr<v1::ListArticlesResponse> ListArticles(
      const v1::ListArticlesRequest& request) override {
    return Call(article_, &v1::ArticleService::Stub::ListArticles, request);
  }
  absl::StatusOr<v1::BatchGetPassagesResponse> BatchGetPassages(
      const v1::BatchGetPassagesRequest& request) override {
    return Call(article_, &v1::ArticleService::Stub::BatchGetPassages, request);
  }

  absl::StatusOr<v1::LookupEntitiesResponse> LookupEntities(
      const v1::LookupEntitiesRequest& request) override {
    return Call(entity_, &v1::EntityService::Stub::LookupEntities, request);
  }
  absl::StatusOr<v1::GetEntityResponse> GetEntity(const v1::GetEntityRequest& request) override {
    return Call(entity_, &v1::EntityService::Stub::GetEntity, request);
  }
  absl::StatusOr<v1::ListEntitiesResponse> ListEntities(
      const v1::ListEntitiesRequest& request) override {
    return Call(entity_, &v1::EntityService::Stub::ListEntities, request);
  }
  absl::StatusOr<v1::ListMentionsResponse> ListMentions(
      const v1::ListMentionsRequest& request) override {
    return Call(entity_, &v1::EntityService::Stub::ListMentions, request);
  }
  absl::StatusOr<v1::ListRelatedEntitiesResponse> ListRelatedEntities(
      const v1::ListRelatedEntitiesRequest& request) override {
    return Call(entity_, &v1::EntityService::Stub::ListRelatedEntities, request);
  }

  absl::StatusOr<v1::SearchFactsResponse> SearchFacts(
      const v1::SearchFactsRequest& request) override {
    return Call(fact_, &v1::FactService::Stub::SearchFacts, request);
  }
  absl::StatusOr<v1::GetFactResponse> GetFact(const v1::GetFactRequest& request) override {
    return Call(fact_, &v1::FactService::Stub::GetFact, request);
  }
  absl::StatusOr<v1::BatchGetFactsResponse> BatchGetFacts(
      const v1::BatchGetFactsRequest& request) override {
    return Call(fact_, &v1::FactService::Stub::BatchGetFacts, request);
  }
  absl::StatusOr<v1::ListPropertiesResponse> ListProperties(
      const v1::ListPropertiesRequest& request) override {
    return Call(fact_, &v1::FactService::Stub::ListProperties, request);
  }
  absl::StatusOr<v1::GetTimelineResponse> GetTimeline(
      const v1::GetTimelineRequest& request) override {
    return Call(fact_, &v1::FactService::Stub::GetTimeline, request);
  }
  absl::StatusOr<v1::ListConflictsResponse> ListConflicts(
      const v1::ListConflictsRequest& request) override {
    return Call(fact_, &v1::FactService::Stub::ListConflicts, request);
  }

  absl::StatusOr<v1::CheckClaimResponse> CheckClaim(const v1::CheckClaimRequest& request) override {
    return Call(check_, &v1::CheckService::Stub::CheckClaim, request);
  }
  absl::StatusOr<v1::VerifyQuotesResponse> VerifyQuotes(
      const v1::VerifyQuotesRequest& request) override {
    return Call(check_, &v1::CheckService::Stub::VerifyQuotes, request);
  }
  absl::StatusOr<v1::AnalyzeTextResponse> AnalyzeText(
      const v1::AnalyzeTextRequest& request) override {
    return Call(check_, &v1::CheckService::Stub::AnalyzeText, request);
  }

  absl::StatusOr<v1::GetIndexStatusResponse> GetIndexStatus(
      const v1::GetIndexStatusRequest& request) override {
    return Call(index_, &v1::IndexService::Stub::GetIndexStatus, request);
  }
  absl::StatusOr<v1::ReloadIndexResponse> ReloadIndex(
      const v1::ReloadIndexRequest& request) override {
    return Call(index_, &v1::IndexService::Stub::ReloadIndex, request);
  }
  absl::StatusOr<v1::ListGenerationsResponse> ListGenerations(
      const v1::ListGenerationsRequest& request) override {
    return Call(index_, &v1::IndexService::Stub::ListGenerations, request);
  }

 private:
  template <typename Stub, typename Request, typename Response>
  absl::StatusOr<Response> Call(const std::unique_ptr<Stub>& stub,
                                grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                                             Response*),
                                const Request& request) const {
    if (!refused_.ok()) return refused_;
    grpc::ClientContext context;
    context.set_deadline(absl::ToChronoTime(absl::Now() + deadline_));
    if (!token_.empty()) context.AddMetadata("authorization", absl::StrCat("Bearer ", token_));
    Response response;
    const grpc::Status status = ((*stub).*method)(&context, request, &response);
    if (!status.ok()) return FromGrpcStatus(status);
    return response;
  }

  const absl::Status refused_;
  const absl::Duration deadline_;
  const std::string token_;
  std::unique_ptr<v1::SearchService::Stub> search_;
  std::unique_ptr<v1::ArticleService::Stub> article_;
  std::unique_ptr<v1::EntityService::Stub> entity_;
  std::unique_ptr<v1::FactService::Stub> fact_;
  std::unique_ptr<v1::CheckService::Stub> check_;
  std::unique_ptr<v1::IndexService::Stub> index_;
};

}  // namespace

std::shared_ptr<Connection> MakeConnection(const ClientOptions& options) {
  return std::make_shared<GrpcConnection>(options);
}

}  // namespace yinzheng::client
