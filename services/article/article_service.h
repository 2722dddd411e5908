// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_ARTICLE_ARTICLE_SERVICE_H_
#define YINZHENG_SERVICES_ARTICLE_ARTICLE_SERVICE_H_

#include "grpcpp/server_context.h"
#include "grpcpp/support/server_callback.h"
#include "services/article/article_handler.h"
#include "services/rpc/unary_call.h"
#include "yinzheng/v1/article_service.grpc.pb.h"

namespace yinzheng::services {

// ArticleService over gRPC: hands every call to its handler on the worker pool. It decides nothing.
//
// Thread-safe; borrows handler and environment.
class ArticleService final : public v1::ArticleService::CallbackService {
 public:
  ArticleService(const ArticleHandler& articles, const CallEnvironment& environment)
      : articles_(articles), environment_(environment) {}

  grpc::ServerUnaryReactor* GetArticle(grpc::CallbackServerContext* context,
                                       const v1::GetArticleRequest* request,
                                       v1::GetArticleResponse* response) override;
  grpc::ServerUnaryReactor* BatchGetArticles(grpc::CallbackServerContext* context,
                                             const v1::BatchGetArticlesRequest* request,
                                             v1::BatchGetArticlesResponse* response) override;
  grpc::ServerUnaryReactor* ListArticles(grpc::CallbackServerContext* context,
                                         const v1::ListArticlesRequest* request,
                                         v1::ListArticlesResponse* response) override;
  grpc::ServerUnaryReactor* BatchGetPassages(grpc::CallbackServerContext* context,
                                             const v1::BatchGetPassagesRequest* request,
                                             v1::BatchGetPassagesResponse* response) override;

 private:
  const ArticleHandler& articles_;
  const CallEnvironment& environment_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_ARTICLE_ARTICLE_SERVICE_H_
