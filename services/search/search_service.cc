// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/search_service.h"

#include "absl/functional/bind_front.h"

namespace yinzheng::services {

grpc::ServerUnaryReactor* SearchService::Search(grpc::CallbackServerContext* context,
                                                const v1::SearchRequest* request,
                                                v1::SearchResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&SearchHandler::Search, &search_));
}

grpc::ServerUnaryReactor* SearchService::Suggest(grpc::CallbackServerContext* context,
                                                 const v1::SuggestRequest* request,
                                                 v1::SuggestResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&SuggestHandler::Suggest, &suggest_));
}

grpc::ServerUnaryReactor* SearchService::FindSimilarArticles(
    grpc::CallbackServerContext* context, const v1::FindSimilarArticlesRequest* request,
    v1::FindSimilarArticlesResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&SearchHandler::FindSimilarArticles, &search_));
}

grpc::ServerUnaryReactor* SearchService::Ask(grpc::CallbackServerContext* context,
                                             const v1::AskRequest* request,
                                             v1::AskResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&AskHandler::Ask, &ask_));
}

}  // namespace yinzheng::services
