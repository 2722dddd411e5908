// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/search_handler.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/query_parser.h"
#include "services/record/day_interval.h"
#include "services/record/snapshot_access.h"
#include "services/record/warnings.h"
#include "services/request/error_info.h"
#include "services/request/limits.h"
#include "services/request/page_token.h"
#include "services/request/text_limits.h"
#include "services/search/result_builder.h"
#include "services/search/similar_articles.h"

namespace yinzheng::services {
namespace {

using SteadyClock = std::chrono::steady_clock;

int64_t MicrosSince(SteadyClock::time_point start) {
  return std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - start).count();
}

absl::Status CheckFreshness(const v1::Freshness& freshness) {
  const double half_life = freshness.half_life_days();
  // Not the other way round: a NaN is out of every range.
  if (!(half_life >= kMinHalfLifeDays && half_life <= kMaxHalfLifeDays)) {
    return FieldOutOfRange("freshness.half_life_days", absl::StrCat(half_life),
                           absl::StrCat(kMinHalfLifeDays, " to ", kMaxHalfLifeDays));
  }
  return ParseDay("freshness.reference_date", freshness.reference_date()).status();
}

absl::Status CheckRequest(const v1::SearchRequest& request) {
  if (request.facets_size() > kMaxFacets) {
    return FieldOutOfRange("facets.size", absl::StrCat(request.facets_size()),
                           absl::StrCat("at most ", kMaxFacets));
  }
  // A newer client may know more values than this server.
  for (const int facet : request.facets()) {
    if (!v1::FacetField_IsValid(facet)) {
      return FieldMalformed("facets", absl::StrCat(facet), "a value of FacetField");
    }
  }
  if (!v1::SearchOrder_IsValid(request.order())) {
    return FieldMalformed("order", absl::StrCat(request.order()), "a value of SearchOrder");
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
  if (request.count_limit() < 0) {
    return FieldOutOfRange("count_limit", absl::StrCat(request.count_limit()),
                           absl::StrCat("0 to ", kCountLimit.max_size));
  }
  return request.has_freshness() ? CheckFreshness(request.freshness()) : absl::OkStatus();
}

size_t CountLimit(const v1::SearchRequest& request) {
  const PageLimit& limit = request.facets().empty() ? kCountLimit : kFacetCountLimit;
  const int32_t asked = request.count_limit() == 0 ? limit.default_size : request.count_limit();
  return static_cast<size_t>(std::min(asked, limit.max_size));
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
  search.count_limit = CountLimit(request);
  search.group_reprints = !request.show_reprints();
  search.explain = request.explain();
  if (request.has_freshness()) {
    search.freshness = {request.freshness().half_life_days(), request.freshness().reference_date()};
  }
  return search;
}

void SetStats(const store::SearchResults& found, v1::SearchStats& stats) {
  stats.set_stop_reason(found.stopped_by_deadline ? v1::STOP_REASON_DEADLINE
                        : found.total_is_exact    ? v1::STOP_REASON_COMPLETE
                                                  : v1::STOP_REASON_LIMIT);
  stats.set_total_articles(static_cast<int32_t>(found.total_articles));
  stats.set_total_is_exact(found.total_is_exact);
  stats.set_match_micros(absl::ToInt64Microseconds(found.match_time));
  stats.set_fetch_micros(absl::ToInt64Microseconds(found.fetch_time));
}

// Results that a page token may count on: with a total that is a lower bound, a full page may be
// followed by another one.
size_t ReachableArticles(const store::SearchResults& found, const store::Page& page) {
  const size_t seen = page.offset + found.hits.size();
  const bool full = found.hits.size() == page.limit;
  if (found.total_is_exact || !full) return found.total_articles;
  return std::max(found.total_articles, seen + 1);
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
  search.control = ControlOf(context, request.allow_partial_results());
  const store::SearchControl control = search.control;
  const int64_t parse_micros = MicrosSince(begin);
  std::optional<Phase> phase(std::in_place, context, "match");
  YZ_ASSIGN_OR_RETURN(store::SearchResults found, start.snapshot->passages().Search(search));
  phase.emplace(context, "highlight");

  v1::SearchResponse response;
  const auto build_begin = SteadyClock::now();
  const ResultBuilder builder(start.snapshot->articles(), analyzer_, search.query,
                              request.context_budget());
  for (const store::ArticleHit& hit : found.hits) {
    YZ_ASSIGN_OR_RETURN(*response.add_results(), builder.Build(hit));
  }
  phase.reset();
  SetStats(found, *response.mutable_stats());
  response.mutable_stats()->set_parse_micros(parse_micros);
  response.mutable_stats()->set_highlight_micros(MicrosSince(build_begin));
  for (v1::Facet& facet : found.facets) *response.add_facets() = std::move(facet);
  for (const v1::Warning& warning : search.query.warnings) *response.add_warnings() = warning;
  for (const v1::Warning& warning : found.warnings) *response.add_warnings() = warning;
  if (auto reduced = ReducedWarning("page_size", request.page_size(), kSearchPage)) {
    *response.add_warnings() = *std::move(reduced);
  }
  if (auto reduced = ReducedWarning("count_limit", request.count_limit(), kCountLimit)) {
    *response.add_warnings() = *std::move(reduced);
  }
  response.set_next_page_token(
      NextPageToken(start, request, found.hits.size(), ReachableArticles(found, start.page)));
  const Phase correct(context, "correct");
  for (std::string& query : did_you_mean_.Propose(*start.snapshot, std::move(search), found)) {
    response.add_did_you_mean(std::move(query));
  }
  TellMissing(control, response);
  *response.mutable_generation() = StampOf(*start.snapshot);
  return response;
}

absl::StatusOr<v1::FindSimilarArticlesResponse> SearchHandler::FindSimilarArticles(
    const RequestContext& context, const v1::FindSimilarArticlesRequest& request) const {
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  YZ_ASSIGN_OR_RETURN(v1::FindSimilarArticlesResponse response,
                      services::FindSimilarArticles(*snapshot, analyzer_, context, request));
  *response.mutable_generation() = StampOf(*snapshot);
  return response;
}

}  // namespace yinzheng::services
