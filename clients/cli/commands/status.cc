// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <string>

#include "absl/strings/str_cat.h"
#include "clients/cli/commands/commands.h"
#include "google/protobuf/util/time_util.h"

namespace yinzheng::cli {
namespace {

struct StatusOptions {};

Table StatusTable(const v1::GetIndexStatusResponse& response) {
  const v1::GenerationInfo& info = response.info();
  const v1::IndexCounts& counts = info.counts();
  using google::protobuf::util::TimeUtil;
  Table table{{"what", "value"},
              {{"generation", info.generation().id()},
               {"built", TimeUtil::ToString(info.built())},
               {"opened", TimeUtil::ToString(response.opened())},
               {"articles", absl::StrCat(counts.articles())},
               {"passages", absl::StrCat(counts.passages())},
               {"entities", absl::StrCat(counts.entities())},
               {"mentions", absl::StrCat(counts.mentions())},
               {"facts", absl::StrCat(counts.facts())},
               {"citations", absl::StrCat(counts.citations())},
               {"bytes", absl::StrCat(info.size_bytes())},
               {"format", absl::StrCat(info.format_version())},
               {"analyzer", info.analyzer()},
               {"server", response.server_version()}}};
  for (const v1::ShardStatus& shard : response.shards()) {
    table.rows.push_back({shard.name(), shard.reachable()
                                            ? "reachable"
                                            : absl::StrCat("unreachable: ", shard.problem())});
  }
  return table;
}

absl::Status Run(Session& session, const client::Client& client, const StatusOptions&) {
  const absl::StatusOr<v1::GetIndexStatusResponse> response =
      client.GetIndexStatus(v1::GetIndexStatusRequest());
  if (!response.ok()) return response.status();
  session.Print(*response,
                {.text = [&](std::ostream& out) { out << FormatTable(StatusTable(*response), 80); },
                 .table = [&] { return StatusTable(*response); }});
  return absl::OkStatus();
}

}  // namespace

void AddStatusCommand(CLI::App& app, Session& session) {
  AddCommand<StatusOptions>(
      app, session, "status", "Show which index the server serves",
      [](CLI::App&, StatusOptions&) {}, Run);
}

}  // namespace yinzheng::cli
