// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <string>

#include "clients/cli/commands/commands.h"
#include "clients/cli/render.h"

namespace yinzheng::cli {
namespace {

struct FactOptions {
  std::string name;
};

absl::Status Run(Session& session, const client::Client& client, const FactOptions& options) {
  v1::GetFactRequest request;
  request.set_name(options.name);
  const absl::StatusOr<v1::GetFactResponse> response = client.GetFact(request);
  if (!response.ok()) return response.status();
  google::protobuf::RepeatedPtrField<v1::Fact> facts;
  *facts.Add() = response->fact();
  session.Print(
      *response,
      {.text = [&](std::ostream& out) { PrintFact(response->fact(), session.style(), out); },
       .table = [&] { return FactTable(facts); }});
  return absl::OkStatus();
}

void Declare(CLI::App& command, FactOptions& options) {
  command.add_option("name", options.name, "facts/…")->required();
}

}  // namespace

void AddFactCommand(CLI::App& app, Session& session) {
  AddCommand<FactOptions>(app, session, "fact", "Show one fact with all its citations", Declare,
                          Run);
}

}  // namespace yinzheng::cli
