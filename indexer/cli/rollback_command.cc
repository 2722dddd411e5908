// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/cli/commands.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/retractions.h"

namespace yinzheng::indexer {
namespace {

struct RollbackFlags {
  std::string index;
  std::string generation;
};

// Going back must not bring back what was taken back.
absl::Status CheckNotRetracted(const store::GenerationDirectory& directory,
                               const std::string& target) {
  base::FileSystem& files = base::FileSystem::Real();
  YZ_ASSIGN_OR_RETURN(const store::Retractions retractions,
                      store::Retractions::Read(files, directory.path()));
  if (retractions.empty()) return absl::OkStatus();
  YZ_ASSIGN_OR_RETURN(const auto snapshot,
                      store::IndexSnapshot::Open({.directory = directory.PathOf(target),
                                                  .analyzer_fingerprint = "",
                                                  .file_system = &files}));
  YZ_ASSIGN_OR_RETURN(const std::vector<std::string> held, retractions.HeldBy(*snapshot));
  if (held.empty()) return absl::OkStatus();
  return absl::FailedPreconditionError(
      absl::StrCat("roll back to ", target, ": it holds ", held.front(),
                   ", which is retracted; choose another generation, or undo the retraction"));
}

absl::StatusOr<std::string> Rollback(const RollbackFlags& flags) {
  base::FileSystem& files = base::FileSystem::Real();
  store::GenerationDirectory directory(files, flags.index);
  // Otherwise taking the lock would create the directory. CURRENT may be lost: this mends it.
  YZ_ASSIGN_OR_RETURN(const std::vector<std::string> ids, directory.Ids());
  if (ids.empty()) {
    return absl::NotFoundError(
        absl::StrCat("roll back ", flags.index, ": there is no generation; build one"));
  }
  YZ_ASSIGN_OR_RETURN(const store::DirectoryLock lock,
                      store::DirectoryLock::Acquire(files, flags.index));
  YZ_ASSIGN_OR_RETURN(const std::string target, directory.RollbackTarget(flags.generation));
  YZ_RETURN_IF_ERROR(CheckNotRetracted(directory, target));
  return directory.Rollback(lock, target);
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
