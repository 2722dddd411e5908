// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/article/article_service.h"

#include "absl/functional/bind_front.h"

namespace yinzheng::services {

grpc::ServerUnaryReactor* ArticleService::GetArticle(grpc::CallbackServerContext* context,
                                                     const v1::GetArticleRequest* request,
                                                     v1::GetArticleResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&ArticleHandler::GetArticle, &articles_));
}

grpc::ServerUnaryReactor* ArticleService::BatchGetArticles(
    grpc::CallbackServerContext* context, const v1::BatchGetArticlesRequest* request,
    v1::BatchGetArticlesResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&ArticleHandler::BatchGetArticles, &articles_));
}

grpc::ServerUnaryReactor* ArticleService::ListArticles(grpc::CallbackServerContext* context,
                                                       const v1::ListArticlesRequest* request,
                                                       v1::ListArticlesResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&ArticleHandler::ListArticles, &articles_));
}

grpc::ServerUnaryReactor* ArticleService::BatchGetPassages(
    grpc::CallbackServerContext* context, const v1::BatchGetPassagesRequest* request,
    v1::BatchGetPassagesResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&ArticleHandler::BatchGetPassages, &articles_));
}

}  // namespace yinzheng::services
