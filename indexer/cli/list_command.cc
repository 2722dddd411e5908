// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <google/protobuf/util/time_util.h>

#include <memory>
#include <string>

#include "absl/strings/str_format.h"
#include "indexer/base/file_system.h"
#include "indexer/cli/commands.h"
#include "indexer/store/generation_directory.h"

namespace yinzheng::indexer {
namespace {

void RunList(const std::string& index, CommandContext& context) {
  const store::GenerationDirectory directory(base::FileSystem::Real(), index);
  const auto generations = directory.List();
  context.Fail(generations.status(), ErrorSource::kIndex);
  if (!generations.ok()) return;
  for (const v1::GenerationInfo& info : *generations) {
    context.out() << absl::StrFormat(
        "%s %s  %s  %d articles  %d facts  %d bytes\n", info.current() ? "*" : " ",
        info.generation().id(), google::protobuf::util::TimeUtil::ToString(info.built()),
        info.counts().articles(), info.counts().facts(), info.size_bytes());
  }
}

}  // namespace

void AddListCommand(CLI::App& app, CommandContext& context) {
  auto index = std::make_shared<std::string>();
  CLI::App* command =
      app.add_subcommand("list", "List the generations, latest first; * marks the current one");
  AddIndexOption(*command, *index);
  command->callback([index, &context] { RunList(*index, context); });
}

}  // namespace yinzheng::indexer
