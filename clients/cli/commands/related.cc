// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <string>

#include "clients/cli/commands/commands.h"
#include "clients/cli/render.h"
#include "clients/cli/resolve_entity.h"

namespace yinzheng::cli {
namespace {

struct RelatedOptions {
  std::string entity;
  std::string property;
  std::string page_token;
  int limit = 0;
};

Table RelatedTable(const v1::ListRelatedEntitiesResponse& response) {
  Table table{{"direction", "property", "entity", "quote", "source", "fact"}, {}};
  for (const v1::RelatedEntity& related : response.related()) {
    table.rows.push_back({related.direction() == v1::RELATION_DIRECTION_INCOMING ? "from" : "to",
                          related.property(), related.entity().display_name(),
                          Unwrap(related.citation().quote()), SourceText(related.citation()),
                          related.fact()});
  }
  return table;
}

void PrintRelated(const v1::ListRelatedEntitiesResponse& response, const Style& style,
                  std::ostream& out) {
  for (const v1::RelatedEntity& related : response.related()) {
    const bool incoming = related.direction() == v1::RELATION_DIRECTION_INCOMING;
    out << (incoming ? "← " : "→ ") << related.property() << "  "
        << style.Heading(related.entity().display_name()) << "  " << style.Dim(related.fact())
        << "\n";
    PrintCitation(related.citation(), style, out);
  }
  if (!response.next_page_token().empty()) {
    out << style.Dim("next page: --page-token " + response.next_page_token()) << "\n";
  }
}

absl::Status Run(Session& session, const client::Client& client, const RelatedOptions& options) {
  const absl::StatusOr<v1::EntityRef> entity = ResolveEntity(session, client, options.entity);
  if (!entity.ok()) return entity.status();
  v1::ListRelatedEntitiesRequest request;
  request.set_entity(entity->entity());
  request.set_property(options.property);
  request.set_page_size(options.limit);
  request.set_page_token(options.page_token);
  const absl::StatusOr<v1::ListRelatedEntitiesResponse> response =
      client.ListRelatedEntities(request);
  if (!response.ok()) return response.status();
  session.Print(*response,
                {.text = [&](std::ostream& out) { PrintRelated(*response, session.style(), out); },
                 .table = [&] { return RelatedTable(*response); }},
                response->related().empty());
  return absl::OkStatus();
}

void Declare(CLI::App& command, RelatedOptions& options) {
  command.add_option("entity", options.entity, "A name or entities/…")->required();
  command.add_option("--property", options.property, "Only this relation, e.g. 位于");
  command.add_option("--limit", options.limit, "Relations a page (default 50)");
  command.add_option("--page-token", options.page_token, "Token of the next page");
}

}  // namespace

void AddRelatedCommand(CLI::App& app, Session& session) {
  AddCommand<RelatedOptions>(app, session, "related", "List what an entity is related to", Declare,
                             Run);
}

}  // namespace yinzheng::cli
