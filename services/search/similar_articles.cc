// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/similar_articles.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/base/status_macros.h"
#include "indexer/store/article_tokens.h"
#include "indexer/store/passage_analysis.h"
#include "indexer/text/text_sketch.h"
#include "indexer/text/unicode.h"
#include "services/record/snapshot_access.h"
#include "services/request/error_info.h"
#include "services/request/limits.h"
#include "services/request/page_token.h"
#include "services/request/text_limits.h"

namespace yinzheng::services {
namespace {

// Reprints of a text share nearly all its words and come first.
constexpr size_t kComparedWithText = 10;

absl::StatusOr<store::SimilarSearch> SearchLikeArticle(const store::IndexSnapshot& snapshot,
                                                       const text::Analyzer& analyzer,
                                                       const std::string& name) {
  YZ_RETURN_IF_ERROR(CheckResourceName("article", name, "articles"));
  const absl::StatusOr<store::v1::ArticleRecord> record = snapshot.articles().GetArticle(name);
  if (!record.ok()) return NamingResource(record.status(), name, "ListArticles gives the names");
  store::SimilarSearch search;
  search.tokens = store::ArticleTokens(analyzer, *record);
  search.article = name;
  search.reprint_group = record->reprint_group();
  return search;
}

// Marks what is the pasted text in another print.
absl::Status MarkReprints(const store::IndexSnapshot& snapshot, std::u32string_view text,
                          std::vector<store::SimilarArticle>& found) {
  const text::TextSketch sketch = text::SketchText(text);
  for (size_t i = 0; i < std::min(found.size(), kComparedWithText); ++i) {
    YZ_ASSIGN_OR_RETURN(const store::v1::ArticleRecord record,
                        snapshot.articles().GetArticle(found[i].article.name()));
    const std::u32string body = text::DecodeUtf8(record.article().body());
    found[i].is_reprint =
        text::IsReprint(sketch, text::SketchText(body, store::MaskSpans(record.article())));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::FindSimilarArticlesResponse> FindSimilarArticles(
    const store::IndexSnapshot& snapshot, const text::Analyzer& analyzer,
    const RequestContext& context, const v1::FindSimilarArticlesRequest& request) {
  YZ_ASSIGN_OR_RETURN(const int32_t limit, ReadPageSize(request.limit(), kSimilarPage, "limit"));
  store::SimilarSearch search;
  std::u32string text;
  switch (request.like_case()) {
    case v1::FindSimilarArticlesRequest::LIKE_NOT_SET:
      return FieldRequired("like");
    case v1::FindSimilarArticlesRequest::kArticle: {
      YZ_ASSIGN_OR_RETURN(search, SearchLikeArticle(snapshot, analyzer, request.article()));
      break;
    }
    case v1::FindSimilarArticlesRequest::kText:
      YZ_RETURN_IF_ERROR(CheckRequiredText("text", request.text(), kMaxTextLength));
      text = text::DecodeUtf8(request.text());
      search.tokens = analyzer.Analyze(text);
      break;
  }
  search.limit = static_cast<size_t>(limit);
  search.control = ControlOf(context, request.allow_partial_results());
  YZ_ASSIGN_OR_RETURN(std::vector<store::SimilarArticle> found,
                      snapshot.passages().FindSimilar(search));
  if (request.has_text()) YZ_RETURN_IF_ERROR(MarkReprints(snapshot, text, found));
  v1::FindSimilarArticlesResponse response;
  for (store::SimilarArticle& similar : found) {
    v1::SimilarArticle& article = *response.add_articles();
    *article.mutable_article() = std::move(similar.article);
    article.set_score(similar.score);
    article.set_is_reprint(similar.is_reprint);
    article.set_reprint_count(similar.reprint_count);
  }
  TellMissing(search.control, response);
  return response;
}

}  // namespace yinzheng::services
