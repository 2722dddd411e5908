// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_SERVER_OPTIONS_H_
#define YINZHENG_SERVICES_SERVER_SERVER_OPTIONS_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "yinzheng/config/v1/server_config.pb.h"

namespace yinzheng::services {

// What a server runs with, defaults filled in. Made from a ServerConfig; flags are written into the
// config first, so that file and flags are checked alike.
struct ServerOptions {
  std::string index;
  std::string listen = "127.0.0.1:50151";
  int worker_threads = 0;  // > 0 once resolved
  int queue_size = 256;
  absl::Duration default_deadline = absl::Seconds(10);
  absl::Duration max_deadline = absl::Seconds(60);
  absl::Duration drain_timeout = absl::Seconds(10);
  absl::Duration reload_interval = absl::Seconds(5);  // <= 0: never
};

// Reads a ServerConfig in protobuf text format. InvalidArgument, naming file, line and column, if
// it cannot be read.
absl::StatusOr<config::v1::ServerConfig> ReadConfigFile(const std::string& path);

// Fills in defaults and checks every value. InvalidArgument names the field and what it may be.
absl::StatusOr<ServerOptions> ResolveOptions(const config::v1::ServerConfig& config);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_SERVER_OPTIONS_H_
