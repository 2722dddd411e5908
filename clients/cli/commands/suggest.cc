// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <string>

#include "absl/strings/str_cat.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/commands/search_results.h"
#include "clients/cli/render.h"

namespace yinzheng::cli {
namespace {

struct SuggestOptions {
  std::string prefix;
  int limit = 0;
};

Table SuggestionTable(const v1::SuggestResponse& response) {
  Table table{{"suggestion", "kind", "match", "count", "resource"}, {}};
  for (const v1::Suggestion& suggestion : response.suggestions()) {
    table.rows.push_back(
        {suggestion.text(),
         ShortEnum(v1::SuggestionKind_Name(suggestion.kind()), "SUGGESTION_KIND_"),
         ShortEnum(v1::SuggestionMatch_Name(suggestion.match()), "SUGGESTION_MATCH_"),
         absl::StrCat(suggestion.count()), suggestion.resource()});
  }
  return table;
}

void PrintSuggestions(const v1::SuggestResponse& response, const Style& style, std::ostream& out) {
  if (!response.suggestions().empty()) out << FormatTable(SuggestionTable(response));
  PrintDidYouMean(response.did_you_mean(), style, out);
}

absl::Status Run(Session& session, const client::Client& client, const SuggestOptions& options) {
  v1::SuggestRequest request;
  request.set_prefix(options.prefix);
  request.set_limit(options.limit);
  const absl::StatusOr<v1::SuggestResponse> response = client.Suggest(request);
  if (!response.ok()) return response.status();
  session.Print(
      *response,
      {.text = [&](std::ostream& out) { PrintSuggestions(*response, session.style(), out); },
       .table = [&] { return SuggestionTable(*response); }},
      response->suggestions().empty());
  return absl::OkStatus();
}

void Declare(CLI::App& command, SuggestOptions& options) {
  command
      .add_option("prefix", options.prefix,
                  "What has been typed so far: characters, pinyin, initials, or a mixture")
      ->required();
  command.add_option("--limit", options.limit, "Suggestions at most (default 10)");
}

}  // namespace

void AddSuggestCommand(CLI::App& app, Session& session) {
  AddCommand<SuggestOptions>(app, session, "suggest",
                             "Complete a prefix to names, titles and phrases", Declare, Run);
}

}  // namespace yinzheng::cli
