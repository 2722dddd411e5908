// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <string>

#include "clients/cli/commands/commands.h"
#include "clients/cli/render.h"
#include "clients/cli/resolve_entity.h"

namespace yinzheng::cli {
namespace {

struct ConflictsOptions {
  std::string subject;
  std::string page_token;
  int limit = 0;
};

void PrintConflicts(const v1::ListConflictsResponse& response, const Style& style,
                    std::ostream& out) {
  for (const v1::Conflict& conflict : response.conflicts()) {
    out << style.Warn(conflict.subject().display_name() + " · " + conflict.property()) << "  "
        << conflict.reason() << "\n";
    for (const v1::Fact& fact : conflict.facts()) {
      out << "  ";
      PrintFact(fact, style, out);
    }
  }
  if (response.conflicts().empty()) out << "No conflicts are recorded.\n";
}

Table ConflictTable(const v1::ListConflictsResponse& response) {
  google::protobuf::RepeatedPtrField<v1::Fact> facts;
  for (const v1::Conflict& conflict : response.conflicts()) facts.MergeFrom(conflict.facts());
  return FactTable(facts);
}

absl::Status Run(Session& session, const client::Client& client, const ConflictsOptions& options) {
  v1::ListConflictsRequest request;
  if (!options.subject.empty()) {
    const absl::StatusOr<v1::EntityRef> subject = ResolveEntity(session, client, options.subject);
    if (!subject.ok()) return subject.status();
    request.set_subject(subject->entity());
  }
  request.set_page_size(options.limit);
  request.set_page_token(options.page_token);
  const absl::StatusOr<v1::ListConflictsResponse> response = client.ListConflicts(request);
  if (!response.ok()) return response.status();
  session.Print(
      *response,
      {.text = [&](std::ostream& out) { PrintConflicts(*response, session.style(), out); },
       .table = [&] { return ConflictTable(*response); }},
      response->conflicts().empty());
  return absl::OkStatus();
}

void Declare(CLI::App& command, ConflictsOptions& options) {
  command.add_option("subject", options.subject, "A name or entities/…; without it any subject");
  command.add_option("--limit", options.limit, "Conflicts a page (default 20)");
  command.add_option("--page-token", options.page_token, "Token of the next page");
}

}  // namespace

void AddConflictsCommand(CLI::App& app, Session& session) {
  AddCommand<ConflictsOptions>(app, session, "conflicts", "List facts that cannot both be right",
                               Declare, Run);
}

}  // namespace yinzheng::cli
