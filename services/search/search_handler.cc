// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/search_handler.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/query_parser.h"
#include "indexer/text/unicode.h"
#include "services/record/snapshot_access.h"
#include "services/record/warnings.h"
#include "services/request/error_info.h"
#include "services/request/limits.h"
#include "services/request/page_token.h"
#include "services/request/text_limits.h"
#include "services/search/result_builder.h"

namespace yinzheng::services {
namespace {

using SteadyClock = std::chrono::steady_clock;

int64_t MicrosSince(SteadyClock::time_point start) {
  return std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - start).count();
}

absl::Status CheckRequest(const v1::SearchRequest& request) {
  if (request.facets_size() > kMaxFacets) {
    return FieldOutOfRange("facets.size", absl::StrCat(request.facets_size()),
                           absl::StrCat("at most ", kMaxFacets));
  }
  if (request.passages_per_article() < 0 ||
      request.passages_per_article() > kPassagesPerArticle.max_size) {
    return FieldOutOfRange("passages_per_article", absl::StrCat(request.passages_per_article()),
                           absl::StrCat("0 to ", kPassagesPerArticle.max_size));
  }
  if (request.context_budget() < 0 || request.context_budget() > kMaxContextBudget) {
    return FieldOutOfRange("context_budget", absl::StrCat(request.context_budget()),
                           absl::StrCat("0 to ", kMaxContextBudget));
  }
  return absl::OkStatus();
}

store::PassageSearch MakeSearch(const v1::SearchRequest& request, store::CompiledQuery query,
                                store::FilterNode filter, const store::Page& page) {
  store::PassageSearch search;
  search.query = std::move(query);
  search.filter = std::move(filter);
  if (request.order() != v1::SEARCH_ORDER_UNSPECIFIED) search.order = request.order();
  search.page = page;
  search.passages_per_article = static_cast<size_t>(std::max(1, request.passages_per_article()));
  for (const int facet : request.facets()) {
    if (facet != v1::FACET_FIELD_UNSPECIFIED) {
      search.facets.push_back(static_cast<v1::FacetField>(facet));
    }
  }
  return search;
}

void SetStats(const store::SearchResults& found, int64_t parse_micros, int64_t highlight_micros,
              v1::SearchStats& stats) {
  stats.set_stop_reason(found.stopped_by_deadline ? v1::STOP_REASON_DEADLINE
                        : found.total_is_exact    ? v1::STOP_REASON_COMPLETE
                                                  : v1::STOP_REASON_LIMIT);
  stats.set_total_articles(static_cast<int32_t>(found.total_articles));
  stats.set_total_is_exact(found.total_is_exact);
  stats.set_parse_micros(parse_micros);
  stats.set_match_micros(absl::ToInt64Microseconds(found.match_time));
  stats.set_fetch_micros(absl::ToInt64Microseconds(found.fetch_time) + highlight_micros);
}

// Results that a page token may count on: with a total that is a lower bound, a full page may be
// followed by another one.
size_t ReachableArticles(const store::SearchResults& found, const store::Page& page) {
  const size_t seen = page.offset + found.hits.size();
  const bool full = found.hits.size() == page.limit;
  if (found.total_is_exact || !full) return found.total_articles;
  return std::max(found.total_articles, seen + 1);
}

void AddSuggestion(std::string text, v1::SuggestionKind kind, const std::string& resource,
                   std::set<std::string>& known, v1::SuggestResponse& response) {
  if (text.empty() || !known.insert(absl::StrCat(kind, text)).second) return;
  v1::Suggestion& suggestion = *response.add_suggestions();
  suggestion.set_text(std::move(text));
  suggestion.set_kind(kind);
  suggestion.set_resource(resource);
}

}  // namespace

absl::StatusOr<v1::SearchResponse> SearchHandler::Search(const RequestContext& context,
                                                         const v1::SearchRequest& request) const {
  YZ_RETURN_IF_ERROR(CheckRequest(request));
  YZ_ASSIGN_OR_RETURN(store::FilterNode filter,
                      ReadFilter(request.filter(), store::ArticleFilterFields()));
  YZ_ASSIGN_OR_RETURN(const PageStart start, StartPage(index_, request, kSearchPage));
  const auto begin = SteadyClock::now();
  store::PassageSearch search =
      MakeSearch(request, compiler_.Compile(store::ParseQuery(request.query())), std::move(filter),
                 start.page);
  search.control = ControlOf(context);
  const int64_t parse_micros = MicrosSince(begin);
  YZ_ASSIGN_OR_RETURN(store::SearchResults found, start.snapshot->passages().Search(search));

  v1::SearchResponse response;
  const auto build_begin = SteadyClock::now();
  const ResultBuilder builder(start.snapshot->articles(), highlighter_, request.context_budget());
  for (const store::ArticleHit& hit : found.hits) {
    YZ_ASSIGN_OR_RETURN(*response.add_results(), builder.Build(search.query, hit));
  }
  SetStats(found, parse_micros, MicrosSince(build_begin), *response.mutable_stats());
  for (v1::Facet& facet : found.facets) *response.add_facets() = std::move(facet);
  for (const v1::Warning& warning : search.query.warnings) *response.add_warnings() = warning;
  for (const v1::Warning& warning : found.warnings) *response.add_warnings() = warning;
  if (auto reduced = ReducedWarning("page_size", request.page_size(), kSearchPage)) {
    *response.add_warnings() = *std::move(reduced);
  }
  response.set_next_page_token(
      NextPageToken(start, request, found.hits.size(), ReachableArticles(found, start.page)));
  *response.mutable_generation() = StampOf(*start.snapshot);
  return response;
}

absl::StatusOr<v1::SuggestResponse> SearchHandler::Suggest(
    const RequestContext& context, const v1::SuggestRequest& request) const {
  YZ_RETURN_IF_ERROR(CheckRequiredText("prefix", request.prefix(), kMaxPrefixLength));
  YZ_ASSIGN_OR_RETURN(const int32_t limit, ReadPageSize(request.limit(), kSuggestPage, "limit"));
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  v1::SuggestResponse response;
  std::set<std::string> known;
  YZ_ASSIGN_OR_RETURN(const std::vector<store::NamedEntity> entities,
                      snapshot->entities().ByPrefix(request.prefix(), static_cast<size_t>(limit)));
  for (const store::NamedEntity& named : entities) {
    AddSuggestion(named.name.text(), v1::SUGGESTION_KIND_ENTITY, named.entity.name(), known,
                  response);
  }
  YZ_RETURN_IF_ERROR(context.Check());
  const int left = limit - response.suggestions_size();
  if (left > 0) {
    YZ_ASSIGN_OR_RETURN(
        const std::vector<v1::Article> titles,
        snapshot->articles().TitlesByPrefix(request.prefix(), static_cast<size_t>(left)));
    for (const v1::Article& article : titles) {
      AddSuggestion(article.title(), v1::SUGGESTION_KIND_TITLE, article.name(), known, response);
    }
  }
  *response.mutable_generation() = StampOf(*snapshot);
  return response;
}

absl::StatusOr<v1::FindSimilarArticlesResponse> SearchHandler::FindSimilarArticles(
    const RequestContext& context, const v1::FindSimilarArticlesRequest& request) const {
  if (request.like_case() == v1::FindSimilarArticlesRequest::LIKE_NOT_SET) {
    return FieldRequired("like");
  }
  YZ_ASSIGN_OR_RETURN(const int32_t limit, ReadPageSize(request.limit(), kSimilarPage, "limit"));
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  const auto count = static_cast<size_t>(limit);
  absl::StatusOr<std::vector<store::ArticleScore>> found;
  if (request.has_article()) {
    YZ_RETURN_IF_ERROR(CheckResourceName("article", request.article(), "articles"));
    found = snapshot->passages().FindSimilarToArticle(request.article(), count, ControlOf(context));
    if (!found.ok()) {
      return NamingResource(found.status(), request.article(), "ListArticles gives the names");
    }
  } else {
    YZ_RETURN_IF_ERROR(CheckRequiredText("text", request.text(), kMaxTextLength));
    found = snapshot->passages().FindSimilarToText(
        analyzer_.Analyze(text::DecodeUtf8(request.text())), count, ControlOf(context));
    if (!found.ok()) return found.status();
  }
  v1::FindSimilarArticlesResponse response;
  for (store::ArticleScore& similar : *found) {
    v1::SimilarArticle& article = *response.add_articles();
    *article.mutable_article() = std::move(similar.article);
    article.set_score(similar.score);
  }
  *response.mutable_generation() = StampOf(*snapshot);
  return response;
}

}  // namespace yinzheng::services
