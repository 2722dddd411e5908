// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

// yinzheng-server: serves one index over gRPC until it is told to stop.

#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>

#include "indexer/base/logging.h"
#include "indexer/base/status_macros.h"
#include "services/server/server.h"
#include "services/server/server_flags.h"
#include "services/server/server_options.h"
#include "services/server/signal_wait.h"

namespace yinzheng::services {
namespace {

absl::StatusOr<ServerOptions> ReadOptions(const ServerFlags& flags) {
  config::v1::ServerConfig config;
  if (!flags.config_file.empty()) {
    YZ_ASSIGN_OR_RETURN(config, ReadConfigFile(flags.config_file));
  }
  config.MergeFrom(flags.overrides);
  if (!config.data_dir().empty()) setenv("YINZHENG_DATA_DIR", config.data_dir().c_str(), 1);
  return ResolveOptions(config);
}

absl::Status Serve(const ServerFlags& flags) {
  YZ_ASSIGN_OR_RETURN(const ServerOptions options, ReadOptions(flags));
  YZ_ASSIGN_OR_RETURN(const std::unique_ptr<Server> server, Server::Create(options));
  base::LogInfo("serving", {{"address", server->address()}, {"index", options.index}});
  base::LogInfo("stopping", {{"signal", WaitForStopSignal()}});
  server->Shutdown();
  return absl::OkStatus();
}

int Main(int argc, char** argv) {
  BlockStopSignals();
  ServerFlags flags;
  if (const std::optional<int> code = ParseServerFlags(argc, argv, flags); code.has_value()) {
    return *code;
  }
  const absl::Status status = Serve(flags);
  if (status.ok()) return kServerExitOk;
  std::cerr << "yinzheng-server: " << status.message() << "\n";
  return absl::IsInvalidArgument(status) ? kServerExitUsage : kServerExitCannotServe;
}

}  // namespace
}  // namespace yinzheng::services

// NOLINTNEXTLINE(bugprone-exception-escape): CLI11 throws where flags are declared wrongly.
int main(int argc, char** argv) { return yinzheng::services::Main(argc, argv); }
