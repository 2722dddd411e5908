// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <cstddef>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/retraction_report.h"
#include "indexer/pipeline/build.h"
#include "indexer/store/cache_file.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/retraction_purge.h"
#include "indexer/store/retractions.h"
#include "indexer/store/shard_layout.h"

namespace yinzheng::indexer {
namespace {

struct BuildFlags {
  BuildOptions options;
  std::string facts_report;
  size_t keep = 0;
  bool no_cache = false;
};

int DefaultJobs() {
  const unsigned cores = std::thread::hardware_concurrency();
  return cores == 0 ? 1 : static_cast<int>(cores);
}

// What is read.
void AddInputFlags(CLI::App& command, BuildFlags& flags) {
  command
      .add_option("--input", flags.options.inputs,
                  "Files and folders of .txt, .md, .html and .jsonl, each also .gz")
      ->required()
      ->type_name("PATH");
  AddIndexOption(command, flags.options.index_directory);
  command
      .add_option(
          "--metadata", flags.options.metadata,
          "JSONL {\"path\",\"published\",\"title\",\"outlet\",\"authors\",\"url\"} that adds "
          "to or corrects what the text gives")
      ->type_name("FILE");
  command
      .add_option(
          "--knowledge", flags.options.knowledge,
          "Knowledge packs: textproto files, and folders of *.textproto, that add, correct, "
          "merge, split or suppress entities and state relations; docs/knowledge-packs.md")
      ->type_name("PATH");
  command
      .add_option(
          "--facts", flags.options.facts,
          "Facts of other extractors: JSONL, also .gz, one yinzheng.v1.Fact a line. What does "
          "not stand in the articles is rejected and reported; docs/imported-facts.md")
      ->type_name("FILE");
}

// What is written, and when it is not.
void AddOutputFlags(CLI::App& command, BuildFlags& flags) {
  command
      .add_option(
          "--facts-report", flags.facts_report,
          "Write a line for everything that was rejected of --facts; left alone if the build "
          "ends before it checks them")
      ->type_name("FILE");
  command
      .add_option("--max-lost-facts", flags.options.max_lost_facts,
                  "Publish nothing and exit with 1 if more than so many percent of the current "
                  "generation's facts are gone")
      ->check(CLI::Range(0.0, 100.0))
      ->type_name("PERCENT");
  command
      .add_option("--keep", flags.keep,
                  "Afterwards remove the oldest generations until so many are left, never one in "
                  "use; default: remove none")
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  command
      .add_option(
          "--shards", flags.options.shards,
          "Spread passages and facts over so many databases each, which other machines can "
          "serve; docs/scaling.md. Default: 1; of update, as many as the current generation "
          "has. Another number makes update write everything anew")
      ->check(CLI::Range(1, store::kMaxShards))
      ->type_name("N");
  command.add_flag(
      "--no-cache", flags.no_cache,
      "Do not write DIR/cache, of which the next update takes what has not changed; it "
      "takes about three times the room of a generation");
  command
      .add_flag("--search-only", flags.options.search_only,
                "Articles and passages alone, without entities and facts; an update analyses them "
                "anew")
      ->excludes("--knowledge", "--facts");
  command.add_flag("--strict", flags.options.strict,
                   "Publish nothing and exit with 1 if any input is skipped or a fact rejected");
}

void AddBuildFlags(CLI::App& command, BuildFlags& flags) {
  flags.options.jobs = DefaultJobs();
  AddInputFlags(command, flags);
  AddOutputFlags(command, flags);
  command.add_option("--jobs", flags.options.jobs, "Threads")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
  command
      .add_option("--max-file-bytes", flags.options.max_file_bytes,
                  "Larger files, after decompression, are skipped")
      ->check(CLI::Range(1, 1 << 30))
      ->capture_default_str();
}

absl::Status WriteFactsReport(const BuildFlags& flags, const ImportReport& imports) {
  // Where nothing was checked, the report of an earlier build says more than an empty one.
  if (flags.facts_report.empty() || imports.files == 0) return absl::OkStatus();
  std::string lines;
  for (const std::string& problem : imports.problems) absl::StrAppend(&lines, problem, "\n");
  return base::FileSystem::Real().WriteFile(flags.facts_report, lines);
}

// Whether --strict alone kept the build from being published.
bool RefusedByStrict(const BuildFlags& flags, const BuildResult& result) {
  if (!flags.options.strict || result.status.ok() || result.stage != BuildStage::kInput) {
    return false;
  }
  return result.report.ingest.skipped() > 0 || !result.report.imports.clean();
}

// What was retracted goes from older generations too, and from a cache that this build did not
// write anew. An error if `generation`, which was just published, may hold it: it was retracted
// meanwhile.
absl::Status PurgeAfterBuild(const BuildFlags& flags, const std::string& generation,
                             CommandContext& context) {
  base::FileSystem& files = base::FileSystem::Real();
  const std::string& index = flags.options.index_directory;
  YZ_ASSIGN_OR_RETURN(const store::Retractions retractions, store::Retractions::Read(files, index));
  if (retractions.empty()) return absl::OkStatus();
  YZ_ASSIGN_OR_RETURN(const store::DirectoryLock lock, store::DirectoryLock::Acquire(files, index));
  if (flags.no_cache || flags.options.search_only) {
    YZ_RETURN_IF_ERROR(files.RemoveAll(base::JoinPath(index, store::kCacheDirectory)));
  }
  YZ_ASSIGN_OR_RETURN(const store::RetractionPurge purge,
                      store::PurgeRetracted(lock, files, index));
  context.err() << DescribePurge(purge);
  if (purge.CurrentIsFree(generation)) return absl::OkStatus();
  return absl::FailedPreconditionError(
      absl::StrCat("take back what is retracted: generation ", generation,
                   " is published and may hold it; run the update again"));
}

void RunBuild(const BuildFlags& flags, CommandContext& context) {
  const std::unique_ptr<Progress> progress = MakeProgress(context);
  BuildEnvironment environment;
  environment.progress = progress.get();
  const BuildResult result = BuildIndex(flags.options, environment);
  if (result.report.ingest.files > 0 || result.report.ingest.skipped() > 0) {
    context.err() << result.report.ToString();
  }
  const bool input = result.stage == BuildStage::kInput;
  context.Fail(result.status, input ? ErrorSource::kInput : ErrorSource::kIndex);
  if (RefusedByStrict(flags, result) || !result.report.losses.empty()) {
    context.Exit(kExitCheckFailed);
  }
  if (result.status.ok()) {
    context.Fail(PurgeAfterBuild(flags, result.report.generation, context), ErrorSource::kIndex);
  }
  if (result.status.ok() && flags.keep > 0) {
    context.Fail(PruneGenerations(flags.options.index_directory, flags.keep).status(),
                 ErrorSource::kIndex);
  }
  context.Fail(WriteFactsReport(flags, result.report.imports), ErrorSource::kInput);
}

void AddCommand(CLI::App& app, CommandContext& context, const std::string& name, CacheUse cache,
                const std::string& description) {
  auto flags = std::make_shared<BuildFlags>();
  flags->options.shards = cache == CacheUse::kUpdate ? 0 : 1;
  CLI::App* command = app.add_subcommand(name, description);
  AddBuildFlags(*command, *flags);
  command->callback([flags, cache, &context] {
    flags->options.cache = flags->no_cache ? CacheUse::kNone : cache;
    RunBuild(*flags, context);
  });
}

}  // namespace

void AddBuildCommand(CLI::App& app, CommandContext& context) {
  AddCommand(app, context, "build", CacheUse::kFill,
             "Read articles, find entities and facts, and publish a new generation");
}

void AddUpdateCommand(CLI::App& app, CommandContext& context) {
  AddCommand(app, context, "update", CacheUse::kUpdate,
             "Publish the generation that build would publish, in less time: what has not changed "
             "since the last build or update into DIR is taken from DIR/cache. Takes all the input "
             "and the same flags");
}

}  // namespace yinzheng::indexer
