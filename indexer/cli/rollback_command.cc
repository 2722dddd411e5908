// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <memory>
#include <string>

#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/cli/commands.h"
#include "indexer/store/generation_directory.h"

namespace yinzheng::indexer {
namespace {

struct RollbackFlags {
  std::string index;
  std::string generation;
};

absl::StatusOr<std::string> Rollback(const RollbackFlags& flags) {
  base::FileSystem& files = base::FileSystem::Real();
  store::GenerationDirectory directory(files, flags.index);
  // Otherwise taking the lock would create the directory.
  YZ_RETURN_IF_ERROR(directory.Current().status());
  YZ_ASSIGN_OR_RETURN(const store::DirectoryLock lock,
                      store::DirectoryLock::Acquire(files, flags.index));
  return directory.Rollback(lock, flags.generation);
}

}  // namespace

void AddRollbackCommand(CLI::App& app, CommandContext& context) {
  auto flags = std::make_shared<RollbackFlags>();
  CLI::App* command =
      app.add_subcommand("rollback", "Make the generation before the current one current again");
  AddIndexOption(*command, flags->index);
  command->add_option("--generation", flags->generation, "Make this one current instead")
      ->type_name("ID");
  command->callback([flags, &context] {
    const absl::StatusOr<std::string> id = Rollback(*flags);
    context.Fail(id.status(), ErrorSource::kIndex);
    if (id.ok()) context.out() << "current generation is " << *id << "\n";
  });
}

}  // namespace yinzheng::indexer
