// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Many clients at once: what the server can do, and what calls take at half of that.

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "clients/cpp/client.h"
#include "indexer/base/status_macros.h"
#include "tests/bench/service/bench_context.h"
#include "tests/bench/service/index_sampler.h"
#include "tests/bench/service/load_generator.h"
#include "tests/bench/service/raw_search.h"
#include "tests/bench/service/rpc_kinds.h"
#include "tests/bench/service/server_process.h"

namespace yinzheng::bench {
namespace {

constexpr size_t kClients[] = {1, 8, 64};
constexpr int kQueries = 400;       // Different searches, of all kinds in turn.
constexpr double kOpenShare = 0.5;  // Of what 64 clients get in a closed loop.

std::vector<v1::SearchRequest> DrawSearches(IndexSampler& sampler) {
  std::vector<v1::SearchRequest> requests;
  const std::vector<SearchKind> kinds = SearchKinds();
  for (size_t i = 0; i < kQueries; ++i) requests.push_back(kinds[i % kinds.size()].draw(sampler));
  return requests;
}

class LoadSection {
 public:
  LoadSection(const BenchContext& context, std::string address,
              const std::vector<v1::SearchRequest>& requests, Report& report)
      : context_(context), address_(std::move(address)), requests_(requests), report_(report) {
    for (const v1::SearchRequest& request : requests) searches_.push_back(SearchCall(request));
  }

  absl::Status Run() {
    absl::PrintF("\n%-26s %9s %9s %9s %9s %7s\n", "load", "calls/s", "p50 us", "p99 us", "p99.9 us",
                 "failed");
    const std::vector<RpcCall> nothing = {{kEmptyRpc, grpc::ByteBuffer()}};
    const LoadResult empty = RunClosedLoop({address_, kClients[2], nothing, context_.load_time});
    YZ_RETURN_IF_ERROR(Show("closed, empty RPC", kClients[2], empty));
    YZ_ASSIGN_OR_RETURN(const double raw, RawThroughput(context_.Index(), context_.threads,
                                                        requests_, context_.load_time));
    absl::PrintF("%-26s %9.0f\n", absl::StrCat("raw, threads ", context_.threads), raw);
    report_.AddFigure("load raw", "calls_per_s", raw);
    double capacity = 0;
    for (const size_t clients : kClients) {
      const LoadResult result = RunClosedLoop({address_, clients, searches_, context_.load_time});
      YZ_RETURN_IF_ERROR(Show("closed", clients, result));
      capacity = result.Throughput();
    }
    const double bound = 1 / (1 / raw + 1 / empty.Throughput());
    report_.AddRatio("throughput64_over_bound", capacity / bound);
    for (const size_t clients : kClients) {
      const LoadResult result =
          RunOpenLoop({address_, clients, searches_, context_.load_time}, kOpenShare * capacity);
      YZ_RETURN_IF_ERROR(Show("open", clients, result));
    }
    return absl::OkStatus();
  }

 private:
  absl::Status Show(const std::string& name, size_t clients, const LoadResult& result) {
    const std::string title = absl::StrCat(name, ", clients ", clients);
    absl::PrintF("%-26s %9.0f %9.0f %9.0f %9.0f %7d\n", title, result.Throughput(),
                 result.latencies.P50(), result.latencies.P99(), result.latencies.P999(),
                 static_cast<int>(result.failed));
    const std::string section = absl::StrCat("load ", title);
    report_.AddFigure(section, "calls_per_s", result.Throughput());
    report_.AddFigure(section, "p50_us", result.latencies.P50());
    report_.AddFigure(section, "p99_us", result.latencies.P99());
    report_.AddFigure(section, "p999_us", result.latencies.P999());
    report_.AddFigure(section, "failed", static_cast<double>(result.failed));
    if (result.failed == 0) return absl::OkStatus();
    return absl::UnavailableError(
        absl::StrCat(title, ": ", result.failed, " calls failed, first with ", result.first_error));
  }

  const BenchContext& context_;
  const std::string address_;
  const std::vector<v1::SearchRequest>& requests_;
  std::vector<RpcCall> searches_;
  Report& report_;
};

}  // namespace

absl::Status MeasureLoad(const BenchContext& context, Report& report) {
  YZ_ASSIGN_OR_RETURN(const std::unique_ptr<ServerProcess> server,
                      ServerProcess::Start(context.Server(context.Index())));
  const auto client = client::Client::Connect({.address = server->address()});
  IndexSampler sampler;
  YZ_RETURN_IF_ERROR(sampler.Read(*client));
  const std::vector<v1::SearchRequest> requests = DrawSearches(sampler);
  return LoadSection(context, server->address(), requests, report).Run();
}

}  // namespace yinzheng::bench
