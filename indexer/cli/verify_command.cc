// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <memory>
#include <string>

#include "indexer/base/file_system.h"
#include "indexer/cli/commands.h"
#include "indexer/pipeline/verify.h"

namespace yinzheng::indexer {
namespace {

struct VerifyFlags {
  std::string index;
  std::string generation;
};

void RunVerify(const VerifyFlags& flags, CommandContext& context) {
  const std::unique_ptr<Progress> progress = MakeProgress(context);
  const absl::StatusOr<VerifyReport> report =
      VerifyIndex(base::FileSystem::Real(), flags.index, flags.generation, *progress);
  progress->Done();
  context.Fail(report.status(), ErrorSource::kIndex);
  if (!report.ok()) return;
  context.out() << report->ToString();
  if (!report->ok()) context.Exit(kExitCheckFailed);
}

}  // namespace

void AddVerifyCommand(CLI::App& app, CommandContext& context) {
  auto flags = std::make_shared<VerifyFlags>();
  CLI::App* command = app.add_subcommand(
      "verify",
      "Check a generation: its files against the manifest, every citation, alias, description and "
      "mention against the articles and, where it is found unchanged, the input");
  AddIndexOption(*command, flags->index);
  command->add_option("--generation", flags->generation, "Default: the current one")
      ->type_name("ID");
  command->callback([flags, &context] { RunVerify(*flags, context); });
}

}  // namespace yinzheng::indexer
