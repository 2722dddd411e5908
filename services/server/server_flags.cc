// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/server_flags.h"

#include <CLI/CLI.hpp>

namespace yinzheng::services {
namespace {

// CLI11_PARSE returns from here when the program is to end; `parsed` tells whether it did not.
int Parse(CLI::App& app, int argc, char** argv, bool& parsed) {
  CLI11_PARSE(app, argc, argv);
  parsed = true;
  return kServerExitOk;
}

}  // namespace

std::optional<int> ParseServerFlags(int argc, char** argv, ServerFlags& flags) {
  CLI::App app("Serves a Yinzheng index over gRPC", "yinzheng-server");
  app.add_option("--config", flags.config_file,
                 "Configuration, a ServerConfig in protobuf text format");
  app.add_option_function<std::string>(
      "--index", [&flags](const std::string& value) { flags.overrides.set_index(value); },
      "Index directory (holds CURRENT)");
  app.add_option_function<std::string>(
      "--listen", [&flags](const std::string& value) { flags.overrides.set_listen(value); },
      "HOST:PORT or unix:PATH; default 127.0.0.1:50151, port 0 picks a free one");
  app.footer("Exit codes: 0 stopped by a signal, 2 wrong usage, 3 cannot serve.");
  bool parsed = false;
  const int code = Parse(app, argc, argv, parsed);
  if (parsed) return std::nullopt;
  return code == 0 ? kServerExitOk : kServerExitUsage;
}

}  // namespace yinzheng::services
