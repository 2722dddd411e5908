// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/article/article_handler.h"

#include <string>
#include <string_view>
#include <utility>

#include "indexer/base/status_macros.h"
#include "services/record/snapshot_access.h"
#include "services/request/error_info.h"
#include "services/request/limits.h"
#include "services/request/text_limits.h"

namespace yinzheng::services {
namespace {

constexpr std::string_view kHint = "ListArticles and Search give the names that exist";

bool IsFull(v1::ArticleView view) { return view == v1::ARTICLE_VIEW_FULL; }

absl::StatusOr<v1::Article> ReadArticle(const store::IndexSnapshot& snapshot,
                                        const std::string& name, v1::ArticleView view) {
  YZ_RETURN_IF_ERROR(CheckResourceName("name", name, "articles"));
  if (!IsFull(view)) {
    absl::StatusOr<v1::Article> article = snapshot.articles().GetArticleBasic(name);
    if (!article.ok()) return NamingResource(article.status(), name, kHint);
    return article;
  }
  absl::StatusOr<store::v1::ArticleRecord> record = snapshot.articles().GetArticle(name);
  if (!record.ok()) return NamingResource(record.status(), name, kHint);
  return std::move(*record->mutable_article());
}

}  // namespace

absl::StatusOr<v1::GetArticleResponse> ArticleHandler::GetArticle(
    const RequestContext& /*context*/, const v1::GetArticleRequest& request) const {
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  v1::GetArticleResponse response;
  YZ_ASSIGN_OR_RETURN(*response.mutable_article(),
                      ReadArticle(*snapshot, request.name(), request.view()));
  *response.mutable_generation() = StampOf(*snapshot);
  return response;
}

absl::StatusOr<v1::BatchGetArticlesResponse> ArticleHandler::BatchGetArticles(
    const RequestContext& context, const v1::BatchGetArticlesRequest& request) const {
  YZ_RETURN_IF_ERROR(CheckBatchSize("names", request.names_size(), kMaxBatch));
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  v1::BatchGetArticlesResponse response;
  for (const std::string& name : request.names()) {
    YZ_RETURN_IF_ERROR(context.Check());
    YZ_ASSIGN_OR_RETURN(*response.add_articles(), ReadArticle(*snapshot, name, request.view()));
  }
  *response.mutable_generation() = StampOf(*snapshot);
  return response;
}

absl::StatusOr<v1::ListArticlesResponse> ArticleHandler::ListArticles(
    const RequestContext& /*context*/, const v1::ListArticlesRequest& request) const {
  const bool full = IsFull(request.view());
  YZ_ASSIGN_OR_RETURN(const store::FilterNode filter,
                      ReadFilter(request.filter(), store::ArticleFilterFields()));
  YZ_ASSIGN_OR_RETURN(const PageStart start,
                      StartPage(index_, request, full ? kArticlePageFull : kArticlePageBasic));
  YZ_ASSIGN_OR_RETURN(auto listed, start.snapshot->articles().List(filter, start.page, full));
  v1::ListArticlesResponse response;
  for (v1::Article& article : listed.items) *response.add_articles() = std::move(article);
  response.set_total_size(static_cast<int32_t>(listed.total));
  response.set_next_page_token(NextPageToken(start, request, listed.items.size(), listed.total));
  *response.mutable_generation() = StampOf(*start.snapshot);
  return response;
}

absl::StatusOr<v1::BatchGetPassagesResponse> ArticleHandler::BatchGetPassages(
    const RequestContext& context, const v1::BatchGetPassagesRequest& request) const {
  YZ_RETURN_IF_ERROR(CheckBatchSize("names", request.names_size(), kMaxBatch));
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  v1::BatchGetPassagesResponse response;
  for (const std::string& name : request.names()) {
    YZ_RETURN_IF_ERROR(context.Check());
    YZ_RETURN_IF_ERROR(CheckResourceName("names", name, "articles"));
    if (name.find("/passages/") == std::string::npos) {
      return FieldMalformed("names", name, "a name such as articles/3f2a/passages/7");
    }
    absl::StatusOr<v1::Passage> passage = snapshot->articles().GetPassage(name);
    if (!passage.ok()) {
      return NamingResource(passage.status(), name, "Search gives the names of passages");
    }
    *response.add_passages() = *std::move(passage);
  }
  *response.mutable_generation() = StampOf(*snapshot);
  return response;
}

}  // namespace yinzheng::services
