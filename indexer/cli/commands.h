// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The subcommands of yinzheng-index, one file each. Each Add… function declares one with its flags
// and what runs when it is chosen. They parse, call the pipeline or the store, and print; they
// decide nothing else.

#ifndef YINZHENG_INDEXER_CLI_COMMANDS_H_
#define YINZHENG_INDEXER_CLI_COMMANDS_H_

#include <CLI/CLI.hpp>
#include <cstddef>
#include <istream>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "indexer/cli/exit_code.h"
#include "indexer/pipeline/progress.h"
#include "indexer/store/index_snapshot.h"

namespace yinzheng::indexer {

// What a command reads and writes, and how it ended.
class CommandContext {
 public:
  CommandContext(std::istream& in, std::ostream& out, std::ostream& err)
      : in_(in), out_(out), err_(err) {}

  std::istream& in() { return in_; }
  std::ostream& out() { return out_; }
  std::ostream& err() { return err_; }
  int exit_code() const { return exit_code_; }

  // Sets how the program ends.
  void Exit(ExitCode code) { exit_code_ = code; }
  // Prints the error and sets the exit code that goes with it; does nothing if `status` is OK.
  void Fail(const absl::Status& status, ErrorSource source);

 private:
  std::istream& in_;
  std::ostream& out_;
  std::ostream& err_;
  int exit_code_ = kExitOk;
};

void AddBuildCommand(CLI::App& app, CommandContext& context);
void AddUpdateCommand(CLI::App& app, CommandContext& context);
void AddVerifyCommand(CLI::App& app, CommandContext& context);
void AddInfoCommand(CLI::App& app, CommandContext& context);
void AddListCommand(CLI::App& app, CommandContext& context);
void AddDiffCommand(CLI::App& app, CommandContext& context);
void AddRollbackCommand(CLI::App& app, CommandContext& context);
void AddPruneCommand(CLI::App& app, CommandContext& context);
void AddRetractCommand(CLI::App& app, CommandContext& context);
void AddExportCommand(CLI::App& app, CommandContext& context);
void AddAnnotateCommand(CLI::App& app, CommandContext& context);

// Removes the oldest generations of the index until `keep` are left, never the current one nor one
// in use; returns their ids. Errors of the store, also if another program is changing the index.
absl::StatusOr<std::vector<std::string>> PruneGenerations(const std::string& index, size_t keep);

// --index, which nearly every command takes.
CLI::Option* AddIndexOption(CLI::App& command, std::string& directory);

// A progress bar if standard error is a terminal, else one that shows nothing.
std::unique_ptr<Progress> MakeProgress(CommandContext& context);

// Opens the generation `id`, or the current one if empty, whatever analysis it was built with.
absl::StatusOr<std::shared_ptr<const store::IndexSnapshot>> OpenGeneration(
    const std::string& directory, const std::string& id);

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_CLI_COMMANDS_H_
