// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What the sections of a run share.

#ifndef YINZHENG_TESTS_BENCH_SERVICE_BENCH_CONTEXT_H_
#define YINZHENG_TESTS_BENCH_SERVICE_BENCH_CONTEXT_H_

#include <cstddef>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "tests/bench/service/program_run.h"
#include "tests/bench/service/report.h"
#include "tests/bench/service/server_process.h"

namespace yinzheng::bench {

struct BenchContext {
  std::string programs;   // Directory of yinzheng-index and yinzheng-server.
  std::string directory;  // For what the run writes; exists, emptied by whoever made it.
  std::string articles;   // JSONL that everything is measured with.
  size_t article_count = 0;
  size_t threads = 1;                           // Of builds, workers and raw searches.
  absl::Duration load_time = absl::Seconds(5);  // Of each load.

  std::string IndexProgram() const { return programs + "/yinzheng-index"; }
  // The index that the sections after the builds ask.
  std::string Index() const { return directory + "/index"; }
  std::string Log() const { return directory + "/log"; }

  // A server over `index`. The limits that protect it from one caller are lifted: here one caller
  // is all there is.
  ServerProcessOptions Server(const std::string& index) const {
    return {.program = programs + "/yinzheng-server",
            .index = index,
            .directory = directory,
            .settings = {"max_requests_per_caller: 100000", "queue_size: 100000",
                         "log_level: \"error\"", "reload_interval {}",
                         "worker_threads: " + std::to_string(threads)}};
  }
};

// A line of the table of builds, also added to the report, and the table's title.
void ShowRun(const std::string& name, const ProgramRun& run, Report& report);
void ShowRunTitle();

// The sections, in the order of a run. The first publishes Index(), which the others need.
absl::Status MeasureBuilds(const BenchContext& context, Report& report);
// What Index() takes on the disk.
absl::Status MeasureSize(const BenchContext& context, Report& report);
// `resident_articles`: how many to hold for resident_mb_90k; 0 derives it from Index() and a
// smaller index.
absl::Status MeasureMemory(const BenchContext& context, size_t resident_articles, Report& report);
absl::Status MeasureSearches(const BenchContext& context, Report& report);
absl::Status MeasureRpcs(const BenchContext& context, Report& report);
absl::Status MeasureLoad(const BenchContext& context, Report& report);
// Spreads Index() over shards in directories of its own.
absl::Status MeasureShards(const BenchContext& context, Report& report);

}  // namespace yinzheng::bench

#endif  // YINZHENG_TESTS_BENCH_SERVICE_BENCH_CONTEXT_H_
