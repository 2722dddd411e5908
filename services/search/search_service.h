// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SEARCH_SEARCH_SERVICE_H_
#define YINZHENG_SERVICES_SEARCH_SEARCH_SERVICE_H_

#include "grpcpp/server_context.h"
#include "grpcpp/support/server_callback.h"
#include "services/rpc/unary_call.h"
#include "services/search/ask_handler.h"
#include "services/search/search_handler.h"
#include "services/search/suggest_handler.h"
#include "yinzheng/v1/search_service.grpc.pb.h"

namespace yinzheng::services {

// SearchService over gRPC: hands every call to its handler on the worker pool. It decides nothing.
//
// Thread-safe; borrows handlers and environment.
class SearchService final : public v1::SearchService::CallbackService {
 public:
  SearchService(const SearchHandler& search, const SuggestHandler& suggest, const AskHandler& ask,
                const CallEnvironment& environment)
      : search_(search), suggest_(suggest), ask_(ask), environment_(environment) {}

  grpc::ServerUnaryReactor* Search(grpc::CallbackServerContext* context,
                                   const v1::SearchRequest* request,
                                   v1::SearchResponse* response) override;
  grpc::ServerUnaryReactor* Suggest(grpc::CallbackServerContext* context,
                                    const v1::SuggestRequest* request,
                                    v1::SuggestResponse* response) override;
  grpc::ServerUnaryReactor* FindSimilarArticles(grpc::CallbackServerContext* context,
                                                const v1::FindSimilarArticlesRequest* request,
                                                v1::FindSimilarArticlesResponse* response) override;
  grpc::ServerUnaryReactor* Ask(grpc::CallbackServerContext* context, const v1::AskRequest* request,
                                v1::AskResponse* response) override;

 private:
  const SearchHandler& search_;
  const SuggestHandler& suggest_;
  const AskHandler& ask_;
  const CallEnvironment& environment_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SEARCH_SEARCH_SERVICE_H_
