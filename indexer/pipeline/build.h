// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// From input files to a published generation: read, extract, resolve, verify, write, publish. The
// same input gives the same generation whatever the number of threads. It holds all articles and
// all knowledge in memory until they are written: about ten times the size of the text.
//
//   BuildOptions options{.inputs = {"corpus/"}, .index_directory = "idx"};
//   BuildResult result = BuildIndex(options, {});

#ifndef YINZHENG_INDEXER_PIPELINE_BUILD_H_
#define YINZHENG_INDEXER_PIPELINE_BUILD_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "indexer/base/clock.h"
#include "indexer/base/file_system.h"
#include "indexer/ingest/ingest_report.h"
#include "indexer/pipeline/import_report.h"
#include "indexer/pipeline/progress.h"
#include "indexer/pipeline/update_cache.h"
#include "yinzheng/v1/index_service.pb.h"

namespace yinzheng::indexer {

struct BuildOptions {
  std::vector<std::string> inputs;     // Files and folders.
  std::string metadata;                // JSONL of ingest/metadata.h; empty for none.
  std::vector<std::string> knowledge;  // Knowledge packs: files and folders.
  std::vector<std::string> facts;      // Files of imported facts.
  std::string index_directory;         // Created if absent.
  // Databases that passages and facts are spread over, at most store::kMaxShards; 0: as many as the
  // current generation has, 1 if there is none.
  size_t shards = 1;
  int jobs = 1;  // Threads for extraction and analysis.
  // A skipped file or record, or a rejected fact of a facts file, ends the build without
  // publishing.
  bool strict = false;
  // Publish nothing if more than this share of the facts of the current generation is gone, in
  // percent; none set publishes whatever is lost.
  std::optional<double> max_lost_facts;
  size_t max_file_bytes = size_t{1} << 29;
  // Articles and passages alone: no entities, no facts, no suggestions of entities. For those who
  // need search only; it takes about a third of the time. Goes with neither knowledge, facts nor a
  // cache.
  bool search_only = false;
  // Whether what did not change since the last build there is taken from it, and whether the next
  // update can do so. The generation is the same either way.
  CacheUse cache = CacheUse::kNone;
};

// What a build leans on; nulls mean the machine's.
struct BuildEnvironment {
  base::FileSystem* files = nullptr;
  const base::Clock* clock = nullptr;
  Progress* progress = nullptr;
};

struct BuildReport {
  ingest::IngestReport ingest;
  v1::IndexCounts counts;
  std::vector<std::string> rejected;  // Statements left out because a citation does not stand.
  int64_t retracted = 0;              // Articles left out because they were taken back.
  // Articles taken in under the name of one that was taken back, as their texts differ.
  std::vector<std::string> named_as_retracted;
  int64_t reprints = 0;    // Articles that are prints of another, longer one.
  std::string cache;       // What an update used again; empty for builds.
  std::string packs;       // What became of the knowledge packs; empty without.
  ImportReport imports;    // What became of the facts files.
  std::string losses;      // Against the current generation; empty if within bounds.
  std::string generation;  // Id of the published generation; empty if none was.
  absl::Duration elapsed;

  // For people, several lines.
  std::string ToString() const;
};

// Where a build ended, if before its end.
enum class BuildStage {
  kSetup,    // Dictionaries, rules, the index directory.
  kInput,    // Input, metadata, knowledge packs and facts files.
  kWriting,  // Everything after the input was read.
};

// How a build ended, together with what it had seen.
struct BuildResult {
  absl::Status status;
  BuildStage stage = BuildStage::kSetup;  // The last one entered.
  BuildReport report;
};

// Builds and publishes. Status: kNotFound or kInvalidArgument for input, metadata, packs
// and facts files; kFailedPrecondition if `strict` and something was skipped or rejected, if
// nothing was read or all of it is retracted, or if another program is building there; errors of
// the store else. Nothing is published unless it is OK.
BuildResult BuildIndex(const BuildOptions& options, const BuildEnvironment& environment);

// Version of the programs, recorded in manifests.
std::string ProgramVersion();

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_PIPELINE_BUILD_H_
