// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <memory>
#include <string>

#include "clients/cli/command_tree.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/manual_page.h"
#include "clients/cli/shell_completion.h"

namespace yinzheng::cli {

// It needs no server, so it does not go the way of the other commands.
void AddCompletionCommand(CLI::App& app, Session& session) {
  auto kind = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand(
      "completion", "Print completion for a shell (bash, zsh, fish), or the manual page (man)");
  command->add_option("shell", *kind, "bash, zsh, fish or man")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish", "man"}));
  command->callback([&app, &session, kind] {
    const CommandTree tree = ReadCommandTree(app);
    session.out() << (*kind == "bash"  ? BashCompletion(tree)
                      : *kind == "zsh" ? ZshCompletion(tree)
                      : *kind == "man" ? ManualPage(tree)
                                       : FishCompletion(tree));
  });
}

}  // namespace yinzheng::cli
