// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/render.h"

namespace yinzheng::cli {
namespace {

struct EntityOptions {
  std::string name;
  std::string page_token;
  std::string context;
  int limit = 0;
};

Table EntityTable(const google::protobuf::RepeatedPtrField<v1::Entity>& entities) {
  Table table{{"entity", "type", "mentions", "articles", "name"}, {}};
  for (const v1::Entity& entity : entities) {
    table.rows.push_back({entity.display_name(),
                          ShortEnum(v1::EntityType_Name(entity.type()), "ENTITY_TYPE_"),
                          absl::StrCat(entity.mention_count()),
                          absl::StrCat(entity.article_count()), entity.name()});
  }
  return table;
}

Table CandidateTable(const v1::LookupResult& result) {
  Table table{{"entity", "type", "score", "match", "matched_name", "kind", "name"}, {}};
  for (const v1::EntityCandidate& candidate : result.candidates()) {
    const v1::Entity& entity = candidate.entity();
    table.rows.push_back(
        {entity.display_name(), ShortEnum(v1::EntityType_Name(entity.type()), "ENTITY_TYPE_"),
         absl::StrFormat("%.2f", candidate.score()), candidate.match() ? "yes" : "no",
         candidate.matched_name(),
         ShortEnum(v1::MatchKind_Name(candidate.match_kind()), "MATCH_KIND_"), entity.name()});
  }
  return table;
}

void PrintCandidates(const v1::LookupResult& result, const Style& style, std::ostream& out) {
  for (const v1::EntityCandidate& candidate : result.candidates()) {
    PrintEntity(candidate.entity(), style, out);
    const std::string kind = ShortEnum(v1::MatchKind_Name(candidate.match_kind()), "MATCH_KIND_");
    out << "  "
        << style.Dim(absl::StrCat(absl::StrFormat("%.2f", candidate.score()), " by ", kind,
                                  " of \"", candidate.matched_name(), "\"",
                                  candidate.reason().empty() ? "" : "; ", candidate.reason()))
        << "\n";
  }
  if (!result.candidates().empty()) return;
  out << "No entity has this name.";
  for (const v1::EntityRef& ref : result.nearest()) out << "  near: " << ref.display_name();
  out << "\n";
}

absl::Status Lookup(Session& session, const client::Client& client, const EntityOptions& options) {
  v1::LookupEntitiesRequest request;
  v1::EntityQuery& query = (*request.mutable_queries())[options.name];
  query.set_name(options.name);
  query.set_limit(options.limit);
  query.set_context(options.context);
  const absl::StatusOr<v1::LookupEntitiesResponse> response = client.LookupEntities(request);
  if (!response.ok()) return response.status();
  const v1::LookupResult& result = response->results().at(options.name);
  session.Print(*response,
                {.text = [&](std::ostream& out) { PrintCandidates(result, session.style(), out); },
                 .table = [&] { return CandidateTable(result); }},
                result.candidates().empty());
  return absl::OkStatus();
}

absl::Status GetOne(Session& session, const client::Client& client, const std::string& name) {
  v1::GetEntityRequest request;
  request.set_name(name);
  const absl::StatusOr<v1::GetEntityResponse> response = client.GetEntity(request);
  if (!response.ok()) return response.status();
  session.Print(*response, {.text = [&](std::ostream& out) {
    PrintEntity(response->entity(), session.style(), out);
  }});
  return absl::OkStatus();
}

absl::Status List(Session& session, const client::Client& client, const EntityOptions& options) {
  v1::ListEntitiesRequest request;
  request.set_page_size(options.limit);
  request.set_page_token(options.page_token);
  const absl::StatusOr<v1::ListEntitiesResponse> response = client.ListEntities(request);
  if (!response.ok()) return response.status();
  const auto text = [&](std::ostream& out) {
    out << FormatTable(EntityTable(response->entities()));
    if (!response->next_page_token().empty()) {
      out << session.style().Dim("next page: --page-token " + response->next_page_token()) << "\n";
    }
  };
  session.Print(*response,
                {.text = text, .table = [&] { return EntityTable(response->entities()); }},
                response->entities().empty());
  return absl::OkStatus();
}

absl::Status Run(Session& session, const client::Client& client, const EntityOptions& options) {
  if (options.name.empty()) return List(session, client, options);
  if (absl::StartsWith(options.name, "entities/")) return GetOne(session, client, options.name);
  return Lookup(session, client, options);
}

void Declare(CLI::App& command, EntityOptions& options) {
  command.add_option("name", options.name,
                     "A name or entities/…; without it entities are listed, most mentioned first");
  command.add_option("--limit", options.limit, "Candidates or entities at most");
  command.add_option("--context", options.context,
                     "Text that the name comes from: tells apart entities of one name");
  command.add_option("--page-token", options.page_token, "Token of the next page of the list");
}

}  // namespace

void AddEntityCommand(CLI::App& app, Session& session) {
  AddCommand<EntityOptions>(app, session, "entity", "Look up an entity by any of its names",
                            Declare, Run);
}

}  // namespace yinzheng::cli
