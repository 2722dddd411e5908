// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_CONFIG_COMMANDS_H_
#define YINZHENG_SERVICES_SERVER_CONFIG_COMMANDS_H_

#include <string>

#include "absl/status/statusor.h"
#include "services/server/server_flags.h"
#include "yinzheng/config/v1/server_config.pb.h"

// What yinzheng-server does besides serving.
namespace yinzheng::services {

// The configuration that file, --set, environment and flags make together, in this order.
absl::StatusOr<config::v1::ServerConfig> ReadConfig(const ServerFlags& flags);

// --print-config: the configuration in protobuf text format, every default filled in.
absl::StatusOr<std::string> PrintConfig(const config::v1::ServerConfig& config);

// --check-config: every value, the files of TLS and tokens, and whether the files of the current
// generation are there with their sizes. Addresses are not listened on, and whether the index fits
// this server's analysis shows only when it is opened. Returns a line for people.
absl::StatusOr<std::string> CheckConfig(const config::v1::ServerConfig& config);

// --new-token: `request` is NAME or NAME:SCOPES. Returns the token and the line of the tokens file.
absl::StatusOr<std::string> DescribeNewToken(const std::string& request);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_CONFIG_COMMANDS_H_
