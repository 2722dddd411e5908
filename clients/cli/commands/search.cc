// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/commands/search_results.h"
#include "nlohmann/json.hpp"

namespace yinzheng::cli {
namespace {

struct SearchOptions {
  std::string query;
  std::string filter;
  std::string order = "relevance";
  std::string page_token;
  std::string batch;
  int limit = 0;
  int passages = 0;
  int context = 0;
  int count_limit = 0;
  std::vector<std::string> facets;
  bool show_reprints = false;
  bool explain = false;
  bool allow_partial = false;
  double half_life = 0;
  std::string reference_date;
};

v1::SearchOrder OrderOf(const std::string& name) {
  if (name == "newest") return v1::SEARCH_ORDER_NEWEST;
  return name == "oldest" ? v1::SEARCH_ORDER_OLDEST : v1::SEARCH_ORDER_RELEVANCE;
}

absl::StatusOr<v1::SearchRequest> MakeRequest(const SearchOptions& options) {
  v1::SearchRequest request;
  request.set_query(options.query);
  request.set_filter(options.filter);
  request.set_order(OrderOf(options.order));
  request.set_page_size(options.limit);
  request.set_page_token(options.page_token);
  request.set_passages_per_article(options.passages);
  request.set_context_budget(options.context);
  request.set_show_reprints(options.show_reprints);
  request.set_explain(options.explain);
  request.set_count_limit(options.count_limit);
  request.set_allow_partial_results(options.allow_partial);
  if (options.half_life != 0 || !options.reference_date.empty()) {
    request.mutable_freshness()->set_half_life_days(options.half_life);
    request.mutable_freshness()->set_reference_date(options.reference_date);
  }
  for (const std::string& name : options.facets) {
    v1::FacetField field;
    if (!v1::FacetField_Parse(absl::StrCat("FACET_FIELD_", name), &field)) {
      return absl::InvalidArgumentError(absl::StrCat(
          "read --facet ", name, ": expected OUTLET, YEAR, AUTHOR, ENTITY or ENTITY_TYPE"));
    }
    request.add_facets(field);
  }
  return request;
}

// One line of queries.jsonl in, one line of hits out.
absl::StatusOr<std::string> RunBatchLine(const client::Client& client, const std::string& line,
                                         int limit) {
  const nlohmann::json query = nlohmann::json::parse(line, nullptr, false);
  if (!query.is_object() || !query.contains("id") || !query.contains("text") ||
      !query["text"].is_string()) {
    return absl::InvalidArgumentError(R"(expected {"id": …, "text": "…"})");
  }
  v1::SearchRequest request;
  request.set_query(query["text"].get<std::string>());
  request.set_page_size(limit);
  request.set_show_reprints(true);  // Programs that read lists of ids want every one.
  const absl::StatusOr<v1::SearchResponse> response = client.Search(request);
  if (!response.ok()) return response.status();
  nlohmann::json hits = nlohmann::json::array();
  for (const v1::SearchResult& result : response->results()) {
    hits.push_back(result.article().external_id());
  }
  return nlohmann::json{{"id", query["id"]}, {"hits", hits}}.dump();
}

absl::Status RunBatch(Session& session, const client::Client& client,
                      const SearchOptions& options) {
  std::ifstream file(options.batch);
  if (!file) {
    return absl::InvalidArgumentError(
        absl::StrCat("read --batch ", options.batch, ": cannot open the file"));
  }
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty()) continue;
    const absl::StatusOr<std::string> result = RunBatchLine(client, line, options.limit);
    if (!result.ok()) {
      return absl::Status(
          result.status().code(),
          absl::StrCat("search ", options.batch, ":", number, ": ", result.status().message()));
    }
    session.out() << *result << "\n";
  }
  if (file.bad()) {
    return absl::InvalidArgumentError(
        absl::StrCat("read --batch ", options.batch, ": not readable; is it a file?"));
  }
  return absl::OkStatus();
}

absl::Status Run(Session& session, const client::Client& client, const SearchOptions& options) {
  if (!options.batch.empty()) return RunBatch(session, client, options);
  const absl::StatusOr<v1::SearchRequest> request = MakeRequest(options);
  if (!request.ok()) return request.status();
  const absl::StatusOr<v1::SearchResponse> response = client.Search(*request);
  if (!response.ok()) return response.status();
  for (const v1::Warning& warning : response->warnings()) session.Note(warning.message());
  session.Print(
      *response,
      {.text = [&](std::ostream& out) { PrintSearchResponse(*response, session.style(), out); },
       .table = [&] { return SearchTable(response->results()); }},
      response->results().empty());
  return absl::OkStatus();
}

void Declare(CLI::App& command, SearchOptions& options) {
  command.add_option(
      "query", options.query,
      "Words, \"phrases\", -exclusion, +required, AND, OR, (grouping), NEAR/5, prefix*, "
      "title: outlet: author: entity: date:2023-01..2023-07 number:1000..3000; "
      "docs/query-language.md says more");
  command.add_option("--filter", options.filter,
                     "AIP-160 filter, e.g. 'published >= \"2023-01-01\"'");
  command.add_option("--order", options.order, "relevance, newest or oldest")
      ->check(CLI::IsMember({"relevance", "newest", "oldest"}));
  command.add_option("--limit", options.limit, "Results a page (default 10, at most 100)");
  command.add_option("--passages", options.passages, "Passages an article (default 1)");
  command.add_option("--context", options.context, "Code points of neighbouring sentences");
  command.add_option("--count", options.count_limit,
                     "Matching passages counted before the total is \"at least\"; 0: 100");
  command.add_option("--facet", options.facets, "OUTLET, YEAR, AUTHOR, ENTITY, ENTITY_TYPE");
  command.add_flag("--show-reprints", options.show_reprints,
                   "Every print of an article as a result of its own");
  command.add_option("--half-life", options.half_life,
                     "Prefer recent articles: the credit halves every so many days");
  command.add_option("--reference-date", options.reference_date,
                     "Day that ages are counted from (default: the last day of the index)");
  command.add_flag("--explain", options.explain, "What each score is made of");
  AddAllowPartial(command, options.allow_partial);
  command.add_option("--page-token", options.page_token, "Token of the next page");
  command.add_option("--batch", options.batch,
                     "File of queries, {\"id\",\"text\"} a line; prints {\"id\",\"hits\"} a line, "
                     "reprints among the hits");
}

}  // namespace

void AddSearchCommand(CLI::App& app, Session& session) {
  AddCommand<SearchOptions>(app, session, "search", "Find articles and passages", Declare, Run);
}

}  // namespace yinzheng::cli
