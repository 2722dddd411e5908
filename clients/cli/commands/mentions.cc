// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <string>

#include "absl/strings/str_cat.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/render.h"
#include "clients/cli/resolve_entity.h"

namespace yinzheng::cli {
namespace {

struct MentionsOptions {
  std::string entity;
  std::string article;
  std::string page_token;
  int limit = 0;
};

Table MentionTable(const v1::ListMentionsResponse& response) {
  Table table{{"text", "sentence", "source", "place"}, {}};
  for (const v1::MentionContext& context : response.mentions()) {
    table.rows.push_back({context.mention().text(), Unwrap(context.sentence().quote()),
                          SourceText(context.sentence()), PlaceText(context.mention().source())});
  }
  return table;
}

void PrintMentions(const v1::ListMentionsResponse& response, const Style& style,
                   std::ostream& out) {
  for (const v1::MentionContext& context : response.mentions()) {
    v1::Citation sentence = context.sentence();
    *sentence.mutable_value_span() = context.mention().span();
    PrintCitation(sentence, style, out);
  }
  out << style.Dim(absl::StrCat(response.total_size(), " mentions")) << "\n";
  if (!response.next_page_token().empty()) {
    out << style.Dim("next page: --page-token " + response.next_page_token()) << "\n";
  }
}

absl::Status Run(Session& session, const client::Client& client, const MentionsOptions& options) {
  const absl::StatusOr<v1::EntityRef> entity = ResolveEntity(session, client, options.entity);
  if (!entity.ok()) return entity.status();
  v1::ListMentionsRequest request;
  request.set_entity(entity->entity());
  request.set_article(options.article);
  request.set_page_size(options.limit);
  request.set_page_token(options.page_token);
  const absl::StatusOr<v1::ListMentionsResponse> response = client.ListMentions(request);
  if (!response.ok()) return response.status();
  session.Print(*response,
                {.text = [&](std::ostream& out) { PrintMentions(*response, session.style(), out); },
                 .table = [&] { return MentionTable(*response); }},
                response->mentions().empty());
  return absl::OkStatus();
}

void Declare(CLI::App& command, MentionsOptions& options) {
  command.add_option("entity", options.entity, "A name or entities/…")->required();
  command.add_option("--article", options.article, "Only in this articles/…");
  command.add_option("--limit", options.limit, "Mentions a page (default 50)");
  command.add_option("--page-token", options.page_token, "Token of the next page");
}

}  // namespace

void AddMentionsCommand(CLI::App& app, Session& session) {
  AddCommand<MentionsOptions>(app, session, "mentions", "List where an entity is mentioned",
                              Declare, Run);
}

}  // namespace yinzheng::cli
