// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_COMMANDS_COMMANDS_H_
#define YINZHENG_CLIENTS_CLI_COMMANDS_COMMANDS_H_

#include <CLI/CLI.hpp>

#include "clients/cli/session.h"

// The subcommands of yz, one file each. Every function adds its command to `app`; the command runs
// as a callback of CLI11 and reports through the session.
namespace yinzheng::cli {

void AddAskCommand(CLI::App& app, Session& session);
void AddSearchCommand(CLI::App& app, Session& session);
void AddSuggestCommand(CLI::App& app, Session& session);
void AddSimilarCommand(CLI::App& app, Session& session);
void AddArticleCommand(CLI::App& app, Session& session);
void AddEntityCommand(CLI::App& app, Session& session);
void AddMentionsCommand(CLI::App& app, Session& session);
void AddRelatedCommand(CLI::App& app, Session& session);
void AddFactsCommand(CLI::App& app, Session& session);
void AddFactCommand(CLI::App& app, Session& session);
void AddPropertiesCommand(CLI::App& app, Session& session);
void AddTimelineCommand(CLI::App& app, Session& session);
void AddConflictsCommand(CLI::App& app, Session& session);
void AddCompletionCommand(CLI::App& app, Session& session);
void AddCheckCommand(CLI::App& app, Session& session);
void AddQuoteCommand(CLI::App& app, Session& session);
void AddOpenCommand(CLI::App& app, Session& session);
void AddCiteCommand(CLI::App& app, Session& session);
void AddPageCommand(CLI::App& app, Session& session);
void AddSiteCommand(CLI::App& app, Session& session);
void AddStatusCommand(CLI::App& app, Session& session);

// The flag of commands whose requests may be answered in part.
inline void AddAllowPartial(CLI::App& command, bool& allow) {
  command.add_flag("--allow-partial", allow,
                   "Answer without shards that cannot be reached, and say which; else that is an "
                   "error");
}

// Adds a subcommand whose `run` gets the options it was parsed into and a connected client; errors
// that `run` returns are printed by the session. `declare` adds the flags.
template <typename Options>
// NOLINTNEXTLINE(readability-function-size): a command is all of these.
void AddCommand(CLI::App& app, Session& session, const char* name, const char* description,
                void (*declare)(CLI::App&, Options&),
                absl::Status (*run)(Session&, const client::Client&, const Options&)) {
  CLI::App* command = app.add_subcommand(name, description);
  auto options = std::make_shared<Options>();
  declare(*command, *options);
  command->callback([&session, options, run] {
    const absl::StatusOr<const client::Client*> client = session.Connect();
    const absl::Status status = client.ok() ? run(session, **client, *options) : client.status();
    if (!status.ok()) session.Fail(status);
  });
}

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_COMMANDS_COMMANDS_H_
