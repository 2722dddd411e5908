// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/cli/commands.h"
#include "indexer/pipeline/fact_diff.h"
#include "indexer/store/generation_directory.h"

namespace yinzheng::indexer {
namespace {

struct DiffFlags {
  std::string index;
  std::string before;
  std::string after;
  size_t limit = 20;
};

// The latest generation that was built before `id`.
absl::StatusOr<std::string> GenerationBefore(const std::string& index, const std::string& id) {
  const store::GenerationDirectory directory(base::FileSystem::Real(), index);
  YZ_ASSIGN_OR_RETURN(const std::vector<v1::GenerationInfo> generations, directory.List());
  bool seen = false;
  for (const v1::GenerationInfo& info : generations) {  // latest build first
    if (seen) return info.generation().id();
    seen = info.generation().id() == id;
  }
  return absl::NotFoundError(absl::StrCat("compare generations of ", index,
                                          ": none was built before ", id,
                                          "; name two that `yinzheng-index list` shows"));
}

absl::StatusOr<FactDiff> Compare(const DiffFlags& flags) {
  YZ_ASSIGN_OR_RETURN(const auto after, OpenGeneration(flags.index, flags.after));
  std::string before_id = flags.before;
  if (before_id.empty()) {
    YZ_ASSIGN_OR_RETURN(before_id, GenerationBefore(flags.index, after->generation()));
  }
  YZ_ASSIGN_OR_RETURN(const auto before, OpenGeneration(flags.index, before_id));
  return CompareFacts(*before, *after, flags.limit);
}

}  // namespace

void AddDiffCommand(CLI::App& app, CommandContext& context) {
  auto flags = std::make_shared<DiffFlags>();
  CLI::App* command = app.add_subcommand(
      "diff", "Tell which facts are gone and which are new from one generation to another");
  AddIndexOption(*command, flags->index);
  command->add_option("--before", flags->before, "Default: the one built before the other")
      ->type_name("ID");
  command->add_option("--after", flags->after, "Default: the current one")->type_name("ID");
  command->add_option("--limit", flags->limit, "Facts to show of each kind")->capture_default_str();
  command->callback([flags, &context] {
    const absl::StatusOr<FactDiff> diff = Compare(*flags);
    context.Fail(diff.status(), ErrorSource::kIndex);
    if (diff.ok()) context.out() << diff->ToString();
  });
}

}  // namespace yinzheng::indexer
