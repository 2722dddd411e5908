// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/cli/commands.h"
#include "indexer/store/generation_directory.h"

namespace yinzheng::indexer {
namespace {

struct PruneFlags {
  std::string index;
  size_t keep = 2;
};

}  // namespace

absl::StatusOr<std::vector<std::string>> PruneGenerations(const std::string& index, size_t keep) {
  base::FileSystem& files = base::FileSystem::Real();
  store::GenerationDirectory directory(files, index);
  // Otherwise taking the lock would create the directory.
  YZ_RETURN_IF_ERROR(directory.Current().status());
  YZ_ASSIGN_OR_RETURN(const store::DirectoryLock lock, store::DirectoryLock::Acquire(files, index));
  return directory.Prune(lock, keep);
}

void AddPruneCommand(CLI::App& app, CommandContext& context) {
  auto flags = std::make_shared<PruneFlags>();
  CLI::App* command = app.add_subcommand(
      "prune", "Remove the oldest generations; never the current one nor one in use");
  AddIndexOption(*command, flags->index);
  command->add_option("--keep", flags->keep, "How many to keep")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command->callback([flags, &context] {
    const auto removed = PruneGenerations(flags->index, flags->keep);
    context.Fail(removed.status(), ErrorSource::kIndex);
    if (!removed.ok()) return;
    for (const std::string& id : *removed) context.out() << "removed " << id << "\n";
  });
}

}  // namespace yinzheng::indexer
