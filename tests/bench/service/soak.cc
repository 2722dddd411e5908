// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/bench/service/soak.h"

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/synchronization/notification.h"
#include "clients/cpp/client.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/generation_directory.h"
#include "tests/bench/service/index_sampler.h"
#include "tests/bench/service/load_generator.h"
#include "tests/bench/service/program_run.h"
#include "tests/bench/service/rpc_kinds.h"
#include "tests/bench/service/server_process.h"

namespace yinzheng::bench {
namespace {

constexpr size_t kClients = 64;
constexpr double kShare = 0.8;
constexpr size_t kCalls = 600;
constexpr int kParts = 10;
constexpr absl::Duration kBetweenReloads = absl::Seconds(5);

// Makes CURRENT name the other of two generations, and has the server take it.
absl::Status SwapGenerations(const BenchContext& context, const client::Client& client) {
  const store::GenerationDirectory directory(base::FileSystem::Real(), context.Index());
  YZ_ASSIGN_OR_RETURN(const std::string current, directory.Current());
  YZ_ASSIGN_OR_RETURN(const std::vector<v1::GenerationInfo> all, directory.List());
  for (const v1::GenerationInfo& info : all) {
    const std::string& generation = info.generation().id();
    if (generation == current) continue;
    YZ_RETURN_IF_ERROR(RunProgram({context.IndexProgram(), "rollback", "--index", context.Index(),
                                   "--generation", generation},
                                  context.directory + "/reload.log")
                           .status());
    YZ_ASSIGN_OR_RETURN(const v1::ReloadIndexResponse response, client.ReloadIndex({}));
    if (response.changed()) return absl::OkStatus();
    return absl::InternalError("the server did not take the other generation");
  }
  return absl::FailedPreconditionError("the index has one generation; a soak needs two");
}

// Does so every few seconds.
class Reloader {
 public:
  Reloader(const BenchContext& context, const client::Client& client)
      : context_(context), client_(client), thread_([this] { Run(); }) {}
  ~Reloader() {
    stop_.Notify();
    thread_.join();
  }

  int reloads() const { return reloads_; }
  int failed() const { return failed_; }

 private:
  void Run() {
    while (!stop_.WaitForNotificationWithTimeout(kBetweenReloads)) {
      const absl::Status status = SwapGenerations(context_, client_);
      ++(status.ok() ? reloads_ : failed_);
      if (!status.ok()) absl::FPrintF(stderr, "reload: %s\n", status.ToString());
    }
  }

  const BenchContext& context_;
  const client::Client& client_;
  std::atomic<int> reloads_ = 0;
  std::atomic<int> failed_ = 0;
  absl::Notification stop_;
  std::thread thread_;
};

// Searches of every kind, and of the reading RPCs those that most callers use. A fact or entity of
// one generation may be missing in the other: only calls that both answer are taken.
std::vector<RpcCall> DrawCalls(IndexSampler& sampler) {
  std::vector<RpcCall> calls;
  const std::vector<SearchKind> searches = SearchKinds();
  std::vector<RpcKind> rpcs;
  for (RpcKind& kind : ReadingRpcs()) {
    if (kind.name == kLookupKind || kind.name == kGetEntityKind || kind.name == kGetFactKind ||
        kind.name == "SearchFacts, subject" || kind.name == "GetTimeline" || kind.name == "Ask") {
      rpcs.push_back(std::move(kind));
    }
  }
  for (size_t i = 0; i < kCalls; ++i) {
    calls.push_back(i % 2 == 0 ? SearchCall(searches[i / 2 % searches.size()].draw(sampler))
                               : rpcs[i / 2 % rpcs.size()].draw(sampler));
  }
  return calls;
}

}  // namespace

absl::Status Soak(const BenchContext& context, absl::Duration duration, Report& report) {
  ServerProcessOptions options = context.Server(context.Index());
  options.settings.push_back("allow_operations: true");
  YZ_ASSIGN_OR_RETURN(const std::unique_ptr<ServerProcess> server, ServerProcess::Start(options));
  const auto client = client::Client::Connect({.address = server->address()});
  IndexSampler sampler;
  YZ_RETURN_IF_ERROR(sampler.Read(*client));
  RpcCaller caller(server->address());
  std::vector<RpcCall> calls = DrawCalls(sampler);
  for (int i = 0; i < 2; ++i) {
    YZ_RETURN_IF_ERROR(SwapGenerations(context, *client));
    std::erase_if(calls, [&](const RpcCall& call) { return !caller.Call(call).ok(); });
  }
  Load load = {server->address(), kClients, std::move(calls), context.load_time};
  const LoadResult capacity = RunClosedLoop(load);
  if (capacity.failed > 0) {
    return absl::UnavailableError(absl::StrCat("soak, finding the capacity: ", capacity.failed,
                                               " calls failed, first with ", capacity.first_error));
  }
  const double rate = kShare * capacity.Throughput();
  absl::PrintF(
      "\nsoak: %.0f calls a second for %s, a reload every %s\n%-6s %9s %9s %9s %8s %7s %11s\n",
      rate, absl::FormatDuration(duration), absl::FormatDuration(kBetweenReloads), "part", "calls",
      "p50 us", "p99 us", "reloads", "failed", "resident MB");
  const Reloader reloader(context, *client);
  load.duration = duration / kParts;
  size_t failed = 0;
  for (int part = 1; part <= kParts; ++part) {
    const LoadResult result = RunOpenLoop(load, rate);
    failed += result.failed;
    YZ_ASSIGN_OR_RETURN(const MemoryUse memory, server->Memory());
    absl::PrintF("%-6d %9d %9.0f %9.0f %8d %7d %11.1f\n", part,
                 static_cast<int>(result.latencies.count()), result.latencies.P50(),
                 result.latencies.P99(), reloader.reloads(), static_cast<int>(result.failed),
                 memory.resident_mb);
    const std::string section = absl::StrCat("soak part ", part);
    report.AddFigure(section, "calls", static_cast<double>(result.latencies.count()));
    report.AddFigure(section, "failed", static_cast<double>(result.failed));
    report.AddFigure(section, "p50_us", result.latencies.P50());
    report.AddFigure(section, "p99_us", result.latencies.P99());
    report.AddFigure(section, "resident_mb", memory.resident_mb);
    if (result.failed > 0) absl::FPrintF(stderr, "first failure: %s\n", result.first_error);
  }
  if (failed == 0 && reloader.failed() == 0) return absl::OkStatus();
  return absl::UnavailableError(
      absl::StrCat("soak: ", failed, " calls and ", reloader.failed(), " reloads failed"));
}

}  // namespace yinzheng::bench
