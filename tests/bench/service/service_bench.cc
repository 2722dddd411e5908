// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// One run that measures the service against its floors: builds, memory, searches, every RPC, load.
// All figures of a run are taken side by side on one machine; what counts are their ratios.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "CLI/CLI.hpp"
#include "absl/strings/str_format.h"
#include "indexer/base/status_macros.h"
#include "tests/bench/service/bench_context.h"
#include "tests/bench/service/bench_corpus.h"
#include "tests/bench/service/machine.h"
#include "tests/bench/service/program_run.h"
#include "tests/bench/service/report.h"
#include "tests/bench/service/soak.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::bench {
namespace {

struct Flags {
  std::string programs;
  std::string corpus;
  std::string json;
  std::vector<std::string> only = {"build", "memory", "search", "rpc", "load"};
  size_t articles = 10000;
  size_t resident_articles = 0;
  double load_seconds = 5;
  double soak_seconds = 0;

  bool Wants(const std::string& section) const {
    return std::find(only.begin(), only.end(), section) != only.end();
  }
};

void AddFlags(CLI::App& app, Flags& flags) {
  app.add_option("--programs", flags.programs, "Directory of yinzheng-index and yinzheng-server")
      ->required()
      ->type_name("DIR");
  app.add_option("--corpus", flags.corpus, "Articles: JSONL, also .gz")
      ->required()
      ->type_name("FILE");
  app.add_option("--json", flags.json, "Write machine, ratios, bars and figures there")
      ->type_name("FILE");
  app.add_option("--articles", flags.articles,
                 "Articles to measure with; beyond those of the corpus, ones made of its sentences")
      ->check(CLI::Range(10, 10000000))
      ->capture_default_str();
  app.add_option("--only", flags.only,
                 "Sections: build, memory, search, rpc, load, shards (which is not in the default)")
      ->delimiter(',')
      ->check(CLI::IsMember({"build", "memory", "search", "rpc", "load", "shards"}))
      ->capture_default_str();
  app.add_option("--resident-articles", flags.resident_articles,
                 "Build an index of so many articles for resident_mb_90k; without it the figure is "
                 "drawn through two smaller indexes")
      ->type_name("N");
  app.add_option("--load-seconds", flags.load_seconds, "Length of each load")
      ->check(CLI::Range(0.1, 3600.0))
      ->capture_default_str();
  app.add_option("--soak-seconds", flags.soak_seconds,
                 "Also a soak of so many seconds at 80% of capacity, with reloads")
      ->check(CLI::Range(0.0, 86400.0))
      ->type_name("S");
}

absl::Status WriteArticles(const Flags& flags, BenchContext& context) {
  YZ_ASSIGN_OR_RETURN(std::vector<std::string> records, ReadRecords(flags.corpus));
  records = GrowRecords(std::move(records), flags.articles);
  context.article_count = records.size();
  context.articles = context.directory + "/articles.jsonl";
  return WriteRecords(context.articles, records);
}

// The index that the other sections ask, where the builds are not measured side by side. A soak
// needs two generations.
absl::Status BuildIndexes(const BenchContext& context, Report& report) {
  ShowRunTitle();
  YZ_ASSIGN_OR_RETURN(std::vector<std::string> records, ReadRecords(context.articles));
  for (const size_t each : {size_t{100}, size_t{50}}) {
    ChangeRecords(each, records);
    YZ_RETURN_IF_ERROR(WriteRecords(context.articles, records));
    YZ_ASSIGN_OR_RETURN(
        const ProgramRun run,
        RunProgram({context.IndexProgram(), "update", "--input", context.articles, "--index",
                    context.Index(), "--jobs", std::to_string(context.threads)},
                   context.Log()));
    ShowRun(each == 100 ? "first build" : "update of 2%", run, report);
  }
  return absl::OkStatus();
}

absl::Status RunSections(const Flags& flags, const BenchContext& context, Report& report) {
  YZ_RETURN_IF_ERROR(flags.Wants("build") ? MeasureBuilds(context, report)
                                          : BuildIndexes(context, report));
  YZ_RETURN_IF_ERROR(MeasureSize(context, report));
  if (flags.Wants("memory")) {
    YZ_RETURN_IF_ERROR(MeasureMemory(context, flags.resident_articles, report));
  }
  if (flags.Wants("search")) YZ_RETURN_IF_ERROR(MeasureSearches(context, report));
  if (flags.Wants("rpc")) YZ_RETURN_IF_ERROR(MeasureRpcs(context, report));
  if (flags.Wants("load")) YZ_RETURN_IF_ERROR(MeasureLoad(context, report));
  if (flags.Wants("shards")) YZ_RETURN_IF_ERROR(MeasureShards(context, report));
  if (flags.soak_seconds > 0) {
    YZ_RETURN_IF_ERROR(Soak(context, absl::Seconds(flags.soak_seconds), report));
  }
  return absl::OkStatus();
}

absl::Status Run(const Flags& flags) {
  const testing::TempDir directory;
  Report report;
  report.SetMachine(DescribeMachine());
  BenchContext context;
  context.programs = flags.programs;
  context.directory = directory.path().string();
  context.threads = std::max(1U, std::thread::hardware_concurrency());
  context.load_time = absl::Seconds(flags.load_seconds);
  YZ_RETURN_IF_ERROR(WriteArticles(flags, context));
  absl::PrintF("%d articles of %s, %d threads\n", static_cast<int>(context.article_count),
               flags.corpus, static_cast<int>(context.threads));
  absl::Status status = RunSections(flags, context, report);
  report.SetStatus(status);
  absl::PrintF("\n%s", report.RatioTable());
  if (!flags.json.empty()) YZ_RETURN_IF_ERROR(report.WriteJson(flags.json));
  return status;
}

int Main(int argc, char** argv) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  CLI::App app("Measures the service against its floors");
  Flags flags;
  AddFlags(app, flags);
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = Run(flags);
  if (status.ok()) return EXIT_SUCCESS;
  absl::FPrintF(stderr, "%s\n", status.ToString());
  return EXIT_FAILURE;
}

}  // namespace
}  // namespace yinzheng::bench

// NOLINTNEXTLINE(bugprone-exception-escape): CLI11 throws where flags are declared wrongly.
int main(int argc, char** argv) { return yinzheng::bench::Main(argc, argv); }
