// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_ARTICLE_ARTICLE_HANDLER_H_
#define YINZHENG_SERVICES_ARTICLE_ARTICLE_HANDLER_H_

#include "absl/status/statusor.h"
#include "indexer/store/index_manager.h"
#include "services/request/request_context.h"
#include "yinzheng/v1/article_service.pb.h"

namespace yinzheng::services {

// Articles and passages by name, as ArticleService promises. It finds nothing by content: that is
// search.
//
// Thread-safe; borrows the index manager.
class ArticleHandler {
 public:
  explicit ArticleHandler(const store::IndexManager& index) : index_(index) {}

  absl::StatusOr<v1::GetArticleResponse> GetArticle(const RequestContext& context,
                                                    const v1::GetArticleRequest& request) const;
  absl::StatusOr<v1::BatchGetArticlesResponse> BatchGetArticles(
      const RequestContext& context, const v1::BatchGetArticlesRequest& request) const;
  absl::StatusOr<v1::ListArticlesResponse> ListArticles(
      const RequestContext& context, const v1::ListArticlesRequest& request) const;
  absl::StatusOr<v1::BatchGetPassagesResponse> BatchGetPassages(
      const RequestContext& context, const v1::BatchGetPassagesRequest& request) const;

 private:
  const store::IndexManager& index_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_ARTICLE_ARTICLE_HANDLER_H_
