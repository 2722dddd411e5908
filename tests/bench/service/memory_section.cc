// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What a server holds in memory, and how soon it answers. What it holds grows with the number of
// articles along a line: where no index of 90,000 is built, the line is drawn through two smaller
// ones.

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "clients/cpp/client.h"
#include "indexer/base/status_macros.h"
#include "tests/bench/service/bench_context.h"
#include "tests/bench/service/bench_corpus.h"
#include "tests/bench/service/index_sampler.h"
#include "tests/bench/service/program_run.h"
#include "tests/bench/service/rpc_kinds.h"
#include "tests/bench/service/server_process.h"

namespace yinzheng::bench {
namespace {

constexpr double kBarArticles = 90000;
constexpr size_t kSmallShare = 5;  // The smaller index has one article of so many.
constexpr int kStarts = 5;
constexpr int kWarmUpRounds = 20;

class MemorySection {
 public:
  MemorySection(const BenchContext& context, Report& report) : context_(context), report_(report) {}

  absl::Status Run(size_t resident_articles) {
    absl::PrintF("\n%-28s %9s %11s %13s\n", "server", "articles", "resident MB", "with files MB");
    YZ_RETURN_IF_ERROR(MeasureStart());
    YZ_ASSIGN_OR_RETURN(const double here, Resident(context_.Index(), context_.article_count));
    const size_t other =
        resident_articles > 0 ? resident_articles : context_.article_count / kSmallShare;
    if (other == 0 || other == context_.article_count) {
      return absl::InvalidArgumentError("memory: a line needs indexes of two sizes");
    }
    YZ_ASSIGN_OR_RETURN(const double there, ResidentOfNew(other));
    // Not below what was measured: where the two lie near each other, noise may slope downwards.
    const double slope =
        std::max(0.0, (here - there) / (static_cast<double>(context_.article_count) -
                                        static_cast<double>(other)));
    const double at_bar =
        here + slope * (kBarArticles - static_cast<double>(context_.article_count));
    absl::PrintF("%-28s %9.0f %11.1f  drawn through the two above\n", "", kBarArticles, at_bar);
    report_.AddRatio("resident_mb_90k", at_bar);
    report_.AddFigure("memory", "drawn_from_articles",
                      static_cast<double>(std::max(other, context_.article_count)));
    return absl::OkStatus();
  }

 private:
  absl::Status MeasureStart() {
    std::vector<double> seconds;
    for (int i = 0; i < kStarts; ++i) {
      YZ_ASSIGN_OR_RETURN(const std::unique_ptr<ServerProcess> server,
                          ServerProcess::Start(context_.Server(context_.Index())));
      seconds.push_back(absl::ToDoubleSeconds(server->start_time()));
    }
    std::sort(seconds.begin(), seconds.end());
    report_.AddRatio("start_s", seconds[kStarts / 2]);
    report_.AddFigure("start", "slowest_s", seconds.back());
    return absl::OkStatus();
  }

  // After calls of every kind.
  absl::StatusOr<double> Resident(const std::string& index, size_t articles) {
    YZ_ASSIGN_OR_RETURN(const std::unique_ptr<ServerProcess> server,
                        ServerProcess::Start(context_.Server(index)));
    const auto client = client::Client::Connect({.address = server->address()});
    IndexSampler sampler;
    YZ_RETURN_IF_ERROR(sampler.Read(*client));
    RpcCaller caller(server->address());
    for (int round = 0; round < kWarmUpRounds; ++round) {
      for (const RpcKind& kind : ReadingRpcs()) {
        YZ_RETURN_IF_ERROR(caller.Call(kind.draw(sampler)).status());
      }
      for (const SearchKind& kind : SearchKinds()) {
        YZ_RETURN_IF_ERROR(caller.Call(SearchCall(kind.draw(sampler))).status());
      }
    }
    YZ_ASSIGN_OR_RETURN(const MemoryUse memory, server->Memory());
    absl::PrintF("%-28s %9d %11.1f %13.1f\n", "after calls of every kind",
                 static_cast<int>(articles), memory.resident_mb, memory.peak_resident_mb);
    const std::string section = absl::StrCat("memory of ", articles, " articles");
    report_.AddFigure(section, "resident_mb", memory.resident_mb);
    report_.AddFigure(section, "peak_with_files_mb", memory.peak_resident_mb);
    return memory.resident_mb;
  }

  // Of an index of so many articles that is built for it.
  absl::StatusOr<double> ResidentOfNew(size_t articles) {
    const std::string input = context_.directory + "/other.jsonl";
    const std::string index = context_.directory + "/other";
    YZ_ASSIGN_OR_RETURN(std::vector<std::string> records, ReadRecords(context_.articles));
    YZ_RETURN_IF_ERROR(WriteRecords(input, GrowRecords(std::move(records), articles)));
    YZ_RETURN_IF_ERROR(RunProgram({context_.IndexProgram(), "build", "--input", input, "--index",
                                   index, "--no-cache", "--jobs", absl::StrCat(context_.threads)},
                                  context_.Log())
                           .status());
    absl::StatusOr<double> resident = Resident(index, articles);
    std::filesystem::remove_all(index);
    std::filesystem::remove(input);
    return resident;
  }

  const BenchContext& context_;
  Report& report_;
};

}  // namespace

absl::Status MeasureMemory(const BenchContext& context, size_t resident_articles, Report& report) {
  return MemorySection(context, report).Run(resident_articles);
}

}  // namespace yinzheng::bench
