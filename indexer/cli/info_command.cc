// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <google/protobuf/util/json_util.h>

#include <memory>
#include <string>

#include "absl/strings/str_format.h"
#include "indexer/cli/commands.h"

namespace yinzheng::indexer {
namespace {

struct InfoFlags {
  std::string index;
  std::string generation;
  bool json = false;
};

std::string ToText(const store::IndexSnapshot& snapshot) {
  const store::v1::Manifest& manifest = snapshot.manifest();
  const v1::IndexCounts& counts = manifest.counts();
  std::string out = absl::StrFormat(
      "generation   %s\nbuilt by     yinzheng-index %s\nformat       %d\nanalysis     %s\n"
      "articles     %d\npassages     %d\nentities     %d\nmentions     %d\nfacts        %d\n"
      "citations    %d\nbytes        %d\n",
      snapshot.generation(), manifest.builder_version(), manifest.format_version(),
      manifest.analyzer(), counts.articles(), counts.passages(), counts.entities(),
      counts.mentions(), counts.facts(), counts.citations(), snapshot.Info().size_bytes());
  for (const store::v1::ManifestShard& shard : manifest.shards()) {
    out += absl::StrFormat("shard        %d of %d (%d passages, %d facts)\n", shard.number(),
                           manifest.shards_size(), shard.passages(), shard.facts());
  }
  for (const store::v1::ManifestSource& source : manifest.sources()) {
    out += absl::StrFormat("source       %s (%d articles)\n", source.root(), source.articles());
  }
  for (const store::v1::ManifestPack& pack : manifest.packs()) {
    out += absl::StrFormat("pack         %s (sha256 %s)\n", pack.path(), pack.sha256());
  }
  for (const store::v1::ManifestFactsFile& file : manifest.facts_files()) {
    out += absl::StrFormat("facts file   %s (sha256 %s)\n", file.path(), file.sha256());
  }
  return out;
}

void RunInfo(const InfoFlags& flags, CommandContext& context) {
  const auto snapshot = OpenGeneration(flags.index, flags.generation);
  context.Fail(snapshot.status(), ErrorSource::kIndex);
  if (!snapshot.ok()) return;
  if (!flags.json) {
    context.out() << ToText(**snapshot);
    return;
  }
  std::string json;
  // A manifest has no message that JSON cannot hold.
  (void)google::protobuf::util::MessageToJsonString((*snapshot)->manifest(), &json);
  context.out() << json << "\n";
}

}  // namespace

void AddInfoCommand(CLI::App& app, CommandContext& context) {
  auto flags = std::make_shared<InfoFlags>();
  CLI::App* command = app.add_subcommand("info", "Describe a generation");
  AddIndexOption(*command, flags->index);
  command->add_option("--generation", flags->generation, "Default: the current one")
      ->type_name("ID");
  command->add_flag("--json", flags->json, "The whole manifest as JSON");
  command->callback([flags, &context] { RunInfo(*flags, context); });
}

}  // namespace yinzheng::indexer
