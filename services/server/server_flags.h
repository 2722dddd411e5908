// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_SERVER_FLAGS_H_
#define YINZHENG_SERVICES_SERVER_SERVER_FLAGS_H_

#include <optional>
#include <string>
#include <vector>

#include "yinzheng/config/v1/server_config.pb.h"

namespace yinzheng::services {

// Exit codes of yinzheng-server, as its --help lists them.
enum ServerExitCode {
  kServerExitOk = 0,
  kServerExitUsage = 2,
  kServerExitCannotServe = 3,
};

// What the command line says.
struct ServerFlags {
  std::string config_file;
  std::vector<std::string> settings;  // of --set, in protobuf text format; over the file
  bool print_config = false;
  bool check_config = false;
  std::string new_token;               // NAME or NAME:SCOPES; empty without --new-token
  config::v1::ServerConfig overrides;  // the fields that other flags or the environment set
};

// Reads the command line into `flags`. Returns the exit code if the program is to end now (--help,
// or wrong flags, which have then been reported), else nullopt.
std::optional<int> ParseServerFlags(int argc, char** argv, ServerFlags& flags);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_SERVER_FLAGS_H_
