// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

// yinzheng-index: builds and tends indexes. Reading them is yinzheng-server's business.

#include <CLI/CLI.hpp>
#include <iostream>

#include "indexer/base/open_files.h"
#include "indexer/cli/commands.h"
#include "indexer/pipeline/build.h"

namespace yinzheng::indexer {
namespace {

void AddCommands(CLI::App& app, CommandContext& context) {
  for (auto add : {AddBuildCommand, AddUpdateCommand, AddVerifyCommand, AddInfoCommand,
                   AddListCommand, AddDiffCommand, AddRollbackCommand, AddPruneCommand,
                   AddRetractCommand, AddExportCommand, AddAnnotateCommand}) {
    add(app, context);
  }
}

// CLI11_PARSE returns from here for --help and wrong flags; `parsed` tells whether it did not.
int Parse(CLI::App& app, int argc, char** argv, bool& parsed) {
  CLI11_PARSE(app, argc, argv);
  parsed = true;
  return kExitOk;
}

int Main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  base::RaiseOpenFileLimit();
  CLI::App app("Builds and tends indexes of cited facts, entities and passages", "yinzheng-index");
  CommandContext context(std::cin, std::cout, std::cerr);
  AddCommands(app, context);
  // None at all is told below: CLI11's own complaint would hide the name of an unknown one.
  app.require_subcommand(0, 1);
  app.set_version_flag("--version", ProgramVersion(), "Print the version and end");
  app.footer(
      "Exit codes: 0 done, 1 a check failed or --strict met a skipped input or a rejected fact, 2 "
      "wrong usage or a "
      "feature that does not exist yet, 3 input cannot be read, 4 the index cannot be read or "
      "written.");
  bool parsed = false;
  const int code = Parse(app, argc, argv, parsed);
  if (!parsed) return code == 0 ? kExitOk : kExitUsage;
  if (!app.get_subcommands().empty()) return context.exit_code();
  std::cerr << "yinzheng-index: no command given; yinzheng-index --help lists them\n";
  return kExitUsage;
}

}  // namespace
}  // namespace yinzheng::indexer

// NOLINTNEXTLINE(bugprone-exception-escape): CLI11 throws where flags are declared wrongly.
int main(int argc, char** argv) { return yinzheng::indexer::Main(argc, argv); }
