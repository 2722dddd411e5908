// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_SERVER_OPTIONS_H_
#define YINZHENG_SERVICES_SERVER_SERVER_OPTIONS_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "indexer/store/shard_hosts.h"
#include "services/request/limits.h"
#include "services/server/tls_files.h"
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
  TlsFiles tls;
  std::string tokens;  // a file; empty: no token is asked for
  bool allow_operations = false;
  std::string probe_listen;    // empty: no listener for probes
  std::string metrics_listen;  // empty: no metrics
  int max_requests_per_caller = 64;
  int max_message_bytes = kMaxMessageBytes;
  absl::Duration slow_request = absl::Seconds(1);  // < 0: none is slow
  absl::Duration drain_delay = absl::ZeroDuration();
  int kept_generations = 2;
  bool channelz = false;
  store::ShardHosts shard_hosts;
};

// Reads a ServerConfig in protobuf text format. InvalidArgument, naming file, line and column, if
// it cannot be read.
absl::StatusOr<config::v1::ServerConfig> ReadConfigFile(const std::string& path);

// Sets the fields that `text`, in protobuf text format, names, also to false, 0 and "". A duration
// or `tls` is one value: it is replaced, not added to. InvalidArgument as above.
absl::Status MergeConfigText(const std::string& text, config::v1::ServerConfig& config);

// The config with every default filled in. InvalidArgument names the field and what it may be.
absl::StatusOr<config::v1::ServerConfig> FillInConfig(config::v1::ServerConfig config);

// Fills in defaults and checks every value and whether they go together, without looking at files.
// InvalidArgument as above.
absl::StatusOr<ServerOptions> ResolveOptions(const config::v1::ServerConfig& config);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_SERVER_OPTIONS_H_
