// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Every RPC that reads, beside one that does nothing: one client, one connection. All calls of a
// round follow one another, so that whatever else the machine does weighs on all of them alike.

#include <algorithm>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "clients/cpp/client.h"
#include "indexer/base/status_macros.h"
#include "tests/bench/service/bench_context.h"
#include "tests/bench/service/index_sampler.h"
#include "tests/bench/service/latencies.h"
#include "tests/bench/service/rpc_caller.h"
#include "tests/bench/service/rpc_kinds.h"
#include "tests/bench/service/server_process.h"

namespace yinzheng::bench {
namespace {

constexpr int kRounds = 300;
constexpr int kWarmUp = 20;

struct Timed {
  RpcKind kind;
  Latencies latencies;
};

absl::Status Measure(RpcCaller& caller, IndexSampler& sampler, std::vector<Timed>& timed) {
  for (int round = -kWarmUp; round < kRounds; ++round) {
    for (Timed& rpc : timed) {
      const RpcCall call = rpc.kind.draw(sampler);
      YZ_ASSIGN_OR_RETURN(const absl::Duration took, caller.Call(call));
      if (round >= 0) rpc.latencies.Add(took);
    }
  }
  return absl::OkStatus();
}

// Of a kind that is measured: anything else is a mistake in the names.
double P50Of(const std::vector<Timed>& timed, const std::string& name) {
  const auto found = std::find_if(timed.begin(), timed.end(),
                                  [&](const Timed& rpc) { return rpc.kind.name == name; });
  return found == timed.end() ? std::numeric_limits<double>::quiet_NaN() : found->latencies.P50();
}

void Show(const std::vector<Timed>& timed, Report& report) {
  const double empty = P50Of(timed, kEmptyKind);
  absl::PrintF("\n%-28s %8s %8s  %s\n", "RPC", "p50 us", "p99 us", "p50 / empty");
  for (const Timed& rpc : timed) {
    absl::PrintF("%-28s %8.0f %8.0f  %11.2f\n", rpc.kind.name, rpc.latencies.P50(),
                 rpc.latencies.P99(), rpc.latencies.P50() / empty);
    report.AddFigure(rpc.kind.name, "p50_us", rpc.latencies.P50());
    report.AddFigure(rpc.kind.name, "p99_us", rpc.latencies.P99());
    report.AddFigure(rpc.kind.name, "p50_over_rpc", rpc.latencies.P50() / empty);
  }
  const double get = P50Of(timed, kGetEntityKind) / empty;
  const double lookup = P50Of(timed, kLookupKind) / empty;
  report.AddRatio("get_entity_p50_over_rpc", get);
  report.AddRatio("lookup_p50_over_rpc", lookup);
  report.AddRatio("entity_p50_over_rpc", std::max(get, lookup));
  report.AddRatio("fact_p50_over_rpc", P50Of(timed, kGetFactKind) / empty);
}

}  // namespace

absl::Status MeasureRpcs(const BenchContext& context, Report& report) {
  YZ_ASSIGN_OR_RETURN(const std::unique_ptr<ServerProcess> server,
                      ServerProcess::Start(context.Server(context.Index())));
  const auto client = client::Client::Connect({.address = server->address()});
  IndexSampler sampler;
  YZ_RETURN_IF_ERROR(sampler.Read(*client));
  std::vector<Timed> timed;
  for (RpcKind& kind : ReadingRpcs()) timed.push_back({std::move(kind), {}});
  RpcCaller caller(server->address());
  YZ_RETURN_IF_ERROR(Measure(caller, sampler, timed));
  Show(timed, report);
  return absl::OkStatus();
}

}  // namespace yinzheng::bench
