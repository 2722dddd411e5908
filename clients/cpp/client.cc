// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cpp/client.h"

namespace yinzheng::client {

std::unique_ptr<Client> Client::Connect(const ClientOptions& options) {
  return std::make_unique<Client>(MakeConnection(options));
}

absl::StatusOr<v1::SearchResponse> Client::Search(const v1::SearchRequest& request) const {
  return connection_->Search(request);
}

absl::StatusOr<v1::SuggestResponse> Client::Suggest(const v1::SuggestRequest& request) const {
  return connection_->Suggest(request);
}

absl::StatusOr<v1::FindSimilarArticlesResponse> Client::FindSimilarArticles(
    const v1::FindSimilarArticlesRequest& request) const {
  return connection_->FindSimilarArticles(request);
}

absl::StatusOr<v1::AskResponse> Client::Ask(const v1::AskRequest& request) const {
  return connection_->Ask(request);
}

absl::StatusOr<v1::GetArticleResponse> Client::GetArticle(
    const v1::GetArticleRequest& request) const {
  return connection_->GetArticle(request);
}

absl::StatusOr<v1::BatchGetArticlesResponse> Client::BatchGetArticles(
    const v1::BatchGetArticlesRequest& request) const {
  return connection_->BatchGetArticles(request);
}

absl::StatusOr<v1::ListArticlesResponse> Client::ListArticles(
    const v1::ListArticlesRequest& request) const {
  return connection_->ListArticles(request);
}

absl::StatusOr<v1::BatchGetPassagesResponse> Client::BatchGetPassages(
    const v1::BatchGetPassagesRequest& request) const {
  return connection_->BatchGetPassages(request);
}

absl::StatusOr<v1::LookupEntitiesResponse> Client::LookupEntities(
    const v1::LookupEntitiesRequest& request) const {
  return connection_->LookupEntities(request);
}

absl::StatusOr<v1::GetEntityResponse> Client::GetEntity(const v1::GetEntityRequest& request) const {
  return connection_->GetEntity(request);
}

absl::StatusOr<v1::ListEntitiesResponse> Client::ListEntities(
    const v1::ListEntitiesRequest& request) const {
  return connection_->ListEntities(request);
}

absl::StatusOr<v1::ListMentionsResponse> Client::ListMentions(
    const v1::ListMentionsRequest& request) const {
  return connection_->ListMentions(request);
}

absl::StatusOr<v1::ListRelatedEntitiesResponse> Client::ListRelatedEntities(
    const v1::ListRelatedEntitiesRequest& request) const {
  return connection_->ListRelatedEntities(request);
}

absl::StatusOr<v1::SearchFactsResponse> Client::SearchFacts(
    const v1::SearchFactsRequest& request) const {
  return connection_->SearchFacts(request);
}

absl::StatusOr<v1::GetFactResponse> Client::GetFact(const v1::GetFactRequest& request) const {
  return connection_->GetFact(request);
}

absl::StatusOr<v1::BatchGetFactsResponse> Client::BatchGetFacts(
    const v1::BatchGetFactsRequest& request) const {
  return connection_->BatchGetFacts(request);
}

absl::StatusOr<v1::ListPropertiesResponse> Client::ListProperties(
    const v1::ListPropertiesRequest& request) const {
  return connection_->ListProperties(request);
}

absl::StatusOr<v1::GetTimelineResponse> Client::GetTimeline(
    const v1::GetTimelineRequest& request) const {
  return connection_->GetTimeline(request);
}

absl::StatusOr<v1::ListConflictsResponse> Client::ListConflicts(
    const v1::ListConflictsRequest& request) const {
  return connection_->ListConflicts(request);
}

absl::StatusOr<v1::CheckClaimResponse> Client::CheckClaim(
    const v1::CheckClaimRequest& request) const {
  return connection_->CheckClaim(request);
}

absl::StatusOr<v1::VerifyQuotesResponse> Client::VerifyQuotes(
    const v1::VerifyQuotesRequest& request) const {
  return connection_->VerifyQuotes(request);
}

absl::StatusOr<v1::AnalyzeTextResponse> Client::AnalyzeText(
    const v1::AnalyzeTextRequest& request) const {
  return connection_->AnalyzeText(request);
}

absl::StatusOr<v1::GetIndexStatusResponse> Client::GetIndexStatus(
    const v1::GetIndexStatusRequest& request) const {
  return connection_->GetIndexStatus(request);
}

absl::StatusOr<v1::ReloadIndexResponse> Client::ReloadIndex(
    const v1::ReloadIndexRequest& request) const {
  return connection_->ReloadIndex(request);
}

absl::StatusOr<v1::ListGenerationsResponse> Client::ListGenerations(
    const v1::ListGenerationsRequest& request) const {
  return connection_->ListGenerations(request);
}

}  // namespace yinzheng::client
