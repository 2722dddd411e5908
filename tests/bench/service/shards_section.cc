// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The same index as one shard and as several, of this machine and each served by a process of its
// own: what calls take of one client. Each request goes to all layouts in turn, so that whatever
// else the machine does weighs on all of them alike. Processes on one machine share its processors
// and have no network between them: this is what shards cost, not what they bring.

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "clients/cpp/client.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/shard_layout.h"
#include "tests/bench/service/bench_context.h"
#include "tests/bench/service/index_sampler.h"
#include "tests/bench/service/latencies.h"
#include "tests/bench/service/program_run.h"
#include "tests/bench/service/rpc_caller.h"
#include "tests/bench/service/rpc_kinds.h"
#include "tests/bench/service/server_process.h"
#include "tests/integration/shard_process.h"

namespace yinzheng::bench {
namespace {

using testing::ShardProcess;

constexpr int kRounds = 200;
constexpr int kWarmUp = 20;

// An index of so many shards that is served, and the processes that it asks, if any.
struct Layout {
  std::string name;
  std::vector<std::unique_ptr<ShardProcess>> shards;
  std::unique_ptr<ServerProcess> server;
  std::unique_ptr<RpcCaller> caller;
};

struct Timed {
  RpcKind kind;
  std::vector<Latencies> latencies;  // By layout.
};

class ShardsSection {
 public:
  ShardsSection(const BenchContext& context, Report& report) : context_(context), report_(report) {}

  absl::Status Run() {
    YZ_RETURN_IF_ERROR(Serve("1", context_.Index(), {}));
    for (const size_t shards : {size_t{2}, size_t{4}}) {
      YZ_ASSIGN_OR_RETURN(const std::string index, Build(shards));
      YZ_RETURN_IF_ERROR(Serve(absl::StrCat(shards), index, {}));
      if (!testing::HasShardProgram()) continue;
      YZ_ASSIGN_OR_RETURN(auto processes, StartShards(index, shards));
      YZ_RETURN_IF_ERROR(Serve(absl::StrCat(shards, " elsewhere"), index, std::move(processes)));
    }
    YZ_RETURN_IF_ERROR(Measure());
    Show();
    return absl::OkStatus();
  }

 private:
  // Of the analyses that the build of one shard left behind.
  absl::StatusOr<std::string> Build(size_t shards) {
    const std::string index = absl::StrCat(context_.Index(), "-", shards);
    std::filesystem::copy(context_.Index(), index, std::filesystem::copy_options::recursive);
    const std::vector<std::string> command = {context_.IndexProgram(),
                                              "update",
                                              "--input",
                                              context_.articles,
                                              "--index",
                                              index,
                                              "--shards",
                                              absl::StrCat(shards),
                                              "--jobs",
                                              absl::StrCat(context_.threads)};
    YZ_RETURN_IF_ERROR(RunProgram(command, context_.Log()).status());
    return index;
  }

  static absl::StatusOr<std::vector<std::unique_ptr<ShardProcess>>> StartShards(
      const std::string& index, size_t shards) {
    const store::GenerationDirectory directory(base::FileSystem::Real(), index);
    YZ_ASSIGN_OR_RETURN(const std::string current, directory.Current());
    std::vector<std::unique_ptr<ShardProcess>> processes;
    for (size_t i = 0; i < shards; ++i) {
      for (const std::string& name :
           {store::PassagesDirectory(i, shards), store::FactsDirectory(i, shards)}) {
        processes.push_back(
            std::make_unique<ShardProcess>(base::JoinPath(directory.PathOf(current), name)));
      }
    }
    return processes;
  }

  // `shards`: passages and facts of each by turns.
  absl::Status Serve(std::string name, const std::string& index,
                     std::vector<std::unique_ptr<ShardProcess>> shards) {
    Layout layout;
    layout.name = std::move(name);
    ServerProcessOptions options = context_.Server(index);
    options.directory = absl::StrCat(context_.directory, "/layout-", layouts_.size());
    std::filesystem::create_directory(options.directory);
    std::string hosts;  // In one setting: each takes the place of the one before.
    for (size_t i = 0; i + 1 < shards.size(); i += 2) {
      absl::StrAppendFormat(&hosts, R"(shard_hosts { passages: "%s" facts: "%s" } )",
                            shards[i]->address(), shards[i + 1]->address());
    }
    if (!hosts.empty()) options.settings.push_back(std::move(hosts));
    layout.shards = std::move(shards);
    YZ_ASSIGN_OR_RETURN(layout.server, ServerProcess::Start(options));
    layout.caller = std::make_unique<RpcCaller>(layout.server->address());
    layouts_.push_back(std::move(layout));
    return absl::OkStatus();
  }

  std::vector<Timed> Kinds() const {
    std::vector<Timed> timed;
    for (const SearchKind& kind : SearchKinds()) {
      const auto draw = kind.draw;
      timed.push_back({{absl::StrCat("Search, ", kind.name),
                        [draw](IndexSampler& sampler) { return SearchCall(draw(sampler)); }},
                       std::vector<Latencies>(layouts_.size())});
    }
    for (RpcKind& kind : ReadingRpcs()) {
      timed.push_back({std::move(kind), std::vector<Latencies>(layouts_.size())});
    }
    return timed;
  }

  absl::Status Measure() {
    const auto client = client::Client::Connect({.address = layouts_[0].server->address()});
    IndexSampler sampler;
    YZ_RETURN_IF_ERROR(sampler.Read(*client));
    timed_ = Kinds();
    size_t calls = 0;
    for (int round = -kWarmUp; round < kRounds; ++round) {
      for (Timed& rpc : timed_) {
        const RpcCall call = rpc.kind.draw(sampler);
        // The first one after another request pays for what all of them share: each is first by
        // turns.
        for (size_t turn = 0; turn < layouts_.size(); ++turn) {
          const size_t i = (turn + calls) % layouts_.size();
          YZ_ASSIGN_OR_RETURN(const absl::Duration took, layouts_[i].caller->Call(call));
          if (round >= 0) rpc.latencies[i].Add(took);
        }
        ++calls;
      }
    }
    return absl::OkStatus();
  }

  void Show() {
    absl::PrintF("\n%-28s", "p50 us (over 1 shard)");
    for (const Layout& layout : layouts_) absl::PrintF(" %16s", layout.name);
    absl::PrintF("\n");
    for (const Timed& rpc : timed_) {
      absl::PrintF("%-28s", rpc.kind.name);
      for (size_t i = 0; i < layouts_.size(); ++i) {
        const double micros = rpc.latencies[i].P50();
        const double ratio = micros / rpc.latencies[0].P50();
        absl::PrintF(" %8.0f (%5.2f)", micros, ratio);
        const std::string section = absl::StrCat(layouts_[i].name, " shards");
        report_.AddFigure(section, absl::StrCat(rpc.kind.name, " p50_us"), micros);
        report_.AddFigure(section, absl::StrCat(rpc.kind.name, " p50_over_1_shard"), ratio);
        report_.AddFigure(section, absl::StrCat(rpc.kind.name, " p99_us"), rpc.latencies[i].P99());
      }
      absl::PrintF("\n");
    }
  }

  const BenchContext& context_;
  Report& report_;
  std::vector<Layout> layouts_;
  std::vector<Timed> timed_;
};

}  // namespace

absl::Status MeasureShards(const BenchContext& context, Report& report) {
  return ShardsSection(context, report).Run();
}

}  // namespace yinzheng::bench
