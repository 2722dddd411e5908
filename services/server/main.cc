// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

// yinzheng-server: serves one index over gRPC until it is told to stop, or says what it would serve
// with.

#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <string>

#include "indexer/base/logging.h"
#include "indexer/base/open_files.h"
#include "indexer/base/status_macros.h"
#include "services/server/config_commands.h"
#include "services/server/server.h"
#include "services/server/server_flags.h"
#include "services/server/server_options.h"
#include "services/server/signal_wait.h"

// jemalloc reads this when it starts. Four arenas, however many processors there are, and what
// was freed goes back to the system after a second, also while nobody asks for anything: a tenth
// less memory for the same speed.
extern "C" {
extern const char* malloc_conf;  // NOLINT(readability-identifier-naming): jemalloc's name.
const char* malloc_conf =        // NOLINT(readability-identifier-naming)
    "narenas:4,background_thread:true,dirty_decay_ms:1000,muzzy_decay_ms:0";
}

namespace yinzheng::services {
namespace {

absl::Status Serve(const config::v1::ServerConfig& config) {
  YZ_ASSIGN_OR_RETURN(const ServerOptions options, ResolveOptions(config));
  if (base::LogLevel level; base::ParseLogLevel(config.log_level(), &level)) {
    base::SetLogLevel(level);
  }
  YZ_ASSIGN_OR_RETURN(const std::unique_ptr<Server> server, Server::Create(options));
  base::LogInfo("serving", {{"address", server->address()},
                            {"index", options.index},
                            {"tls", options.tls.enabled() ? "on" : "off"},
                            {"tokens", options.tokens.empty() ? "off" : "on"},
                            {"probes", server->probe_address()},
                            {"metrics", server->metrics_address()}});
  base::LogInfo("stopping", {{"signal", WaitForStopSignal()}});
  server->Shutdown();
  return absl::OkStatus();
}

absl::Status Print(const absl::StatusOr<std::string>& text) {
  if (text.ok()) std::cout << *text << std::flush;
  return text.status();
}

absl::Status Run(const ServerFlags& flags) {
  if (!flags.new_token.empty()) return Print(DescribeNewToken(flags.new_token));
  YZ_ASSIGN_OR_RETURN(const config::v1::ServerConfig config, ReadConfig(flags));
  if (!config.data_dir().empty()) setenv("YINZHENG_DATA_DIR", config.data_dir().c_str(), 1);
  if (flags.print_config) return Print(PrintConfig(config));
  if (flags.check_config) return Print(CheckConfig(config));
  return Serve(config);
}

int Main(int argc, char** argv) {
  BlockStopSignals();
  base::RaiseOpenFileLimit();
  ServerFlags flags;
  if (const std::optional<int> code = ParseServerFlags(argc, argv, flags); code.has_value()) {
    return *code;
  }
  const absl::Status status = Run(flags);
  if (status.ok()) return kServerExitOk;
  std::cerr << "yinzheng-server: " << status.message() << "\n";
  return absl::IsInvalidArgument(status) ? kServerExitUsage : kServerExitCannotServe;
}

}  // namespace
}  // namespace yinzheng::services

// NOLINTNEXTLINE(bugprone-exception-escape): CLI11 throws where flags are declared wrongly.
int main(int argc, char** argv) { return yinzheng::services::Main(argc, argv); }
