// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cpp/client.h"

#include <chrono>
#include <utility>

#include "absl/strings/str_cat.h"
#include "clients/cpp/rpc_status.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "grpcpp/support/channel_arguments.h"

namespace yinzheng::client {
namespace {

// Every method may be sent again when no server was reached: all read, and a reload that is asked
// for twice is done once.
constexpr char kServiceConfig[] = R"({
  "loadBalancingConfig": [{"round_robin": {}}],
  "methodConfig": [{
    "name": [{}],
    "retryPolicy": {
      "maxAttempts": 4, "initialBackoff": "0.1s", "maxBackoff": "1s", "backoffMultiplier": 2,
      "retryableStatusCodes": ["UNAVAILABLE"]
    }
  }]
})";

template <typename Response, typename Stub, typename Request>
absl::StatusOr<Response> Call(Stub& stub,
                              grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                                           Response*),
                              const Request& request, const CallSettings& settings) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() +
                       absl::ToChronoMilliseconds(settings.deadline));
  if (!settings.token.empty()) {
    context.AddMetadata("authorization", absl::StrCat("Bearer ", settings.token));
  }
  Response response;
  const grpc::Status status = (stub.*method)(&context, request, &response);
  if (!status.ok()) return FromGrpcStatus(status);
  return response;
}

std::shared_ptr<grpc::ChannelCredentials> CredentialsOf(const ClientOptions& options) {
  if (!options.tls.has_value()) return grpc::InsecureChannelCredentials();
  grpc::SslCredentialsOptions ssl;
  ssl.pem_root_certs = options.tls->root_certificates;
  ssl.pem_cert_chain = options.tls->certificate;
  ssl.pem_private_key = options.tls->private_key;
  return grpc::SslCredentials(ssl);
}

}  // namespace

std::unique_ptr<Client> Client::Connect(const ClientOptions& options) {
  grpc::ChannelArguments arguments;
  arguments.SetServiceConfigJSON(kServiceConfig);
  if (options.tls.has_value() && !options.tls->server_name.empty()) {
    arguments.SetSslTargetNameOverride(options.tls->server_name);
  }
  const std::shared_ptr<grpc::Channel> channel =
      grpc::CreateCustomChannel(options.address, CredentialsOf(options), arguments);
  Stubs stubs;
  stubs.search = v1::SearchService::NewStub(channel);
  stubs.article = v1::ArticleService::NewStub(channel);
  stubs.entity = v1::EntityService::NewStub(channel);
  stubs.fact = v1::FactService::NewStub(channel);
  stubs.check = v1::CheckService::NewStub(channel);
  stubs.index = v1::IndexService::NewStub(channel);
  return std::make_unique<Client>(
      std::move(stubs), CallSettings{.deadline = options.deadline, .token = options.token});
}

Client::Client(Stubs stubs, CallSettings settings)
    : stubs_(std::move(stubs)), settings_(std::move(settings)) {}

absl::StatusOr<v1::SearchResponse> Client::Search(const v1::SearchRequest& request) const {
  return Call(*stubs_.search, &v1::SearchService::StubInterface::Search, request, settings_);
}

absl::StatusOr<v1::SuggestResponse> Client::Suggest(const v1::SuggestRequest& request) const {
  return Call(*stubs_.search, &v1::SearchService::StubInterface::Suggest, request, settings_);
}

absl::StatusOr<v1::FindSimilarArticlesResponse> Client::FindSimilarArticles(
    const v1::FindSimilarArticlesRequest& request) const {
  return Call(*stubs_.search, &v1::SearchService::StubInterface::FindSimilarArticles, request,
              settings_);
}

absl::StatusOr<v1::AskResponse> Client::Ask(const v1::AskRequest& request) const {
  return Call(*stubs_.search, &v1::SearchService::StubInterface::Ask, request, settings_);
}

absl::StatusOr<v1::GetArticleResponse> Client::GetArticle(
    const v1::GetArticleRequest& request) const {
  return Call(*stubs_.article, &v1::ArticleService::StubInterface::GetArticle, request, settings_);
}

absl::StatusOr<v1::BatchGetArticlesResponse> Client::BatchGetArticles(
    const v1::BatchGetArticlesRequest& request) const {
  return Call(*stubs_.article, &v1::ArticleService::StubInterface::BatchGetArticles, request,
              settings_);
}

absl::StatusOr<v1::ListArticlesResponse> Client::ListArticles(
    const v1::ListArticlesRequest& request) const {
  return Call(*stubs_.article, &v1::ArticleService::StubInterface::ListArticles, request,
              settings_);
}

absl::StatusOr<v1::BatchGetPassagesResponse> Client::BatchGetPassages(
    const v1::BatchGetPassagesRequest& request) const {
  return Call(*stubs_.article, &v1::ArticleService::StubInterface::BatchGetPassages, request,
              settings_);
}

absl::StatusOr<v1::LookupEntitiesResponse> Client::LookupEntities(
    const v1::LookupEntitiesRequest& request) const {
  return Call(*stubs_.entity, &v1::EntityService::StubInterface::LookupEntities, request,
              settings_);
}

absl::StatusOr<v1::GetEntityResponse> Client::GetEntity(const v1::GetEntityRequest& request) const {
  return Call(*stubs_.entity, &v1::EntityService::StubInterface::GetEntity, request, settings_);
}

absl::StatusOr<v1::ListEntitiesResponse> Client::ListEntities(
    const v1::ListEntitiesRequest& request) const {
  return Call(*stubs_.entity, &v1::EntityService::StubInterface::ListEntities, request, settings_);
}

absl::StatusOr<v1::ListMentionsResponse> Client::ListMentions(
    const v1::ListMentionsRequest& request) const {
  return Call(*stubs_.entity, &v1::EntityService::StubInterface::ListMentions, request, settings_);
}

absl::StatusOr<v1::ListRelatedEntitiesResponse> Client::ListRelatedEntities(
    const v1::ListRelatedEntitiesRequest& request) const {
  return Call(*stubs_.entity, &v1::EntityService::StubInterface::ListRelatedEntities, request,
              settings_);
}

absl::StatusOr<v1::SearchFactsResponse> Client::SearchFacts(
    const v1::SearchFactsRequest& request) const {
  return Call(*stubs_.fact, &v1::FactService::StubInterface::SearchFacts, request, settings_);
}

absl::StatusOr<v1::GetFactResponse> Client::GetFact(const v1::GetFactRequest& request) const {
  return Call(*stubs_.fact, &v1::FactService::StubInterface::GetFact, request, settings_);
}

absl::StatusOr<v1::BatchGetFactsResponse> Client::BatchGetFacts(
    const v1::BatchGetFactsRequest& request) const {
  return Call(*stubs_.fact, &v1::FactService::StubInterface::BatchGetFacts, request, settings_);
}

absl::StatusOr<v1::ListPropertiesResponse> Client::ListProperties(
    const v1::ListPropertiesRequest& request) const {
  return Call(*stubs_.fact, &v1::FactService::StubInterface::ListProperties, request, settings_);
}

absl::StatusOr<v1::GetTimelineResponse> Client::GetTimeline(
    const v1::GetTimelineRequest& request) const {
  return Call(*stubs_.fact, &v1::FactService::StubInterface::GetTimeline, request, settings_);
}

absl::StatusOr<v1::ListConflictsResponse> Client::ListConflicts(
    const v1::ListConflictsRequest& request) const {
  return Call(*stubs_.fact, &v1::FactService::StubInterface::ListConflicts, request, settings_);
}

absl::StatusOr<v1::CheckClaimResponse> Client::CheckClaim(
    const v1::CheckClaimRequest& request) const {
  return Call(*stubs_.check, &v1::CheckService::StubInterface::CheckClaim, request, settings_);
}

absl::StatusOr<v1::VerifyQuotesResponse> Client::VerifyQuotes(
    const v1::VerifyQuotesRequest& request) const {
  return Call(*stubs_.check, &v1::CheckService::StubInterface::VerifyQuotes, request, settings_);
}

absl::StatusOr<v1::AnalyzeTextResponse> Client::AnalyzeText(
    const v1::AnalyzeTextRequest& request) const {
  return Call(*stubs_.check, &v1::CheckService::StubInterface::AnalyzeText, request, settings_);
}

absl::StatusOr<v1::GetIndexStatusResponse> Client::GetIndexStatus(
    const v1::GetIndexStatusRequest& request) const {
  return Call(*stubs_.index, &v1::IndexService::StubInterface::GetIndexStatus, request, settings_);
}

absl::StatusOr<v1::ReloadIndexResponse> Client::ReloadIndex(
    const v1::ReloadIndexRequest& request) const {
  return Call(*stubs_.index, &v1::IndexService::StubInterface::ReloadIndex, request, settings_);
}

absl::StatusOr<v1::ListGenerationsResponse> Client::ListGenerations(
    const v1::ListGenerationsRequest& request) const {
  return Call(*stubs_.index, &v1::IndexService::StubInterface::ListGenerations, request, settings_);
}

}  // namespace yinzheng::client
