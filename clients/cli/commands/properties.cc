// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <string>

#include "absl/strings/str_cat.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/render.h"
#include "clients/cli/resolve_entity.h"

namespace yinzheng::cli {
namespace {

struct PropertiesOptions {
  std::string subject;
};

Table PropertyTable(const v1::ListPropertiesResponse& response) {
  Table table{{"property", "property_id", "kind", "facts"}, {}};
  for (const v1::PropertySummary& summary : response.properties()) {
    table.rows.push_back({summary.property(), summary.property_id(),
                          ShortEnum(v1::FactKind_Name(summary.kind()), "FACT_KIND_"),
                          absl::StrCat(summary.fact_count())});
  }
  return table;
}

absl::Status Run(Session& session, const client::Client& client, const PropertiesOptions& options) {
  const absl::StatusOr<v1::EntityRef> subject = ResolveEntity(session, client, options.subject);
  if (!subject.ok()) return subject.status();
  v1::ListPropertiesRequest request;
  request.set_subject(subject->entity());
  const absl::StatusOr<v1::ListPropertiesResponse> response = client.ListProperties(request);
  if (!response.ok()) return response.status();
  session.Print(*response,
                {.text = [&](std::ostream& out) { out << FormatTable(PropertyTable(*response)); },
                 .table = [&] { return PropertyTable(*response); }},
                response->properties().empty());
  return absl::OkStatus();
}

void Declare(CLI::App& command, PropertiesOptions& options) {
  command.add_option("subject", options.subject, "A name or entities/…")->required();
}

}  // namespace

void AddPropertiesCommand(CLI::App& app, Session& session) {
  AddCommand<PropertiesOptions>(app, session, "properties", "List what is recorded of a subject",
                                Declare, Run);
}

}  // namespace yinzheng::cli
