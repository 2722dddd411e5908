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
                 "Configuration, a ServerConfig in protobuf text format")
      ->envname("YINZHENG_CONFIG")
      ->type_name("FILE");
  app.add_option_function<std::string>(
         "--index", [&flags](const std::string& value) { flags.overrides.set_index(value); },
         "Index directory (holds CURRENT)")
      ->envname("YINZHENG_INDEX")
      ->type_name("DIR");
  app.add_option_function<std::string>(
         "--listen", [&flags](const std::string& value) { flags.overrides.set_listen(value); },
         "HOST:PORT or unix:PATH; default 127.0.0.1:50151, port 0 picks a free one. An address "
         "that others reach needs TLS")
      ->envname("YINZHENG_LISTEN")
      ->type_name("ADDRESS");
  app.add_option("--set", flags.settings,
                 "Any fields of the configuration, over the file: --set 'queue_size: 64'; may be "
                 "given again")
      ->allow_extra_args(false)
      ->type_name("TEXT");
  app.add_flag("--print-config", flags.print_config,
               "Print the configuration with all defaults filled in, and end");
  app.add_flag("--check-config", flags.check_config,
               "Check the configuration and the files that it names, and end");
  app.add_option("--new-token", flags.new_token,
                 "Print a new token and the line of the tokens file that admits it, and end; "
                 "SCOPES is read (default), operate or read,operate")
      ->type_name("NAME[:SCOPES]");
  app.set_version_flag("--version", YINZHENG_VERSION, "Print the version and end");
  app.footer(
      "A flag stands over its environment variable, that over --set, that over the file.\n"
      "Exit codes: 0 stopped by a signal, 2 wrong usage, 3 cannot serve.");
  bool parsed = false;
  const int code = Parse(app, argc, argv, parsed);
  if (parsed) return std::nullopt;
  return code == 0 ? kServerExitOk : kServerExitUsage;
}

}  // namespace yinzheng::services
