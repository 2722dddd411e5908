// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/cli/commands.h"

#include <unistd.h>

#include <iostream>

#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/generation_directory.h"

namespace yinzheng::indexer {

void CommandContext::Fail(const absl::Status& status, ErrorSource source) {
  if (status.ok()) return;
  err_ << "yinzheng-index: " << status.message() << " (" << absl::StatusCodeToString(status.code())
       << ")\n";
  Exit(ExitCodeOf(status, source));
}

CLI::Option* AddIndexOption(CLI::App& command, std::string& directory) {
  return command.add_option("--index", directory, "Index directory")->required()->type_name("DIR");
}

std::unique_ptr<Progress> MakeProgress(CommandContext& context) {
  const bool terminal = &context.err() == &std::cerr && isatty(STDERR_FILENO) != 0;
  if (!terminal) return std::make_unique<NoProgress>();
  return std::make_unique<ProgressBar>(context.err());
}

absl::StatusOr<std::shared_ptr<const store::IndexSnapshot>> OpenGeneration(
    const std::string& directory, const std::string& id) {
  const store::GenerationDirectory generations(base::FileSystem::Real(), directory);
  std::string generation = id;
  if (generation.empty()) {
    YZ_ASSIGN_OR_RETURN(generation, generations.Current());
  }
  return store::IndexSnapshot::Open(
      {.directory = generations.PathOf(generation), .analyzer_fingerprint = "", .max_handles = 1});
}

}  // namespace yinzheng::indexer
