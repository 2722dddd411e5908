// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Searches of each kind beside their floor: raw match and fetch of the same query trees, and an
// empty RPC. All three of a query follow one another, so that whatever else the machine does weighs
// on all of them alike.

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
#include "tests/bench/service/raw_search.h"
#include "tests/bench/service/rpc_caller.h"
#include "tests/bench/service/rpc_kinds.h"
#include "tests/bench/service/server_process.h"

namespace yinzheng::bench {
namespace {

constexpr int kQueries = 200;  // Of each kind.
constexpr int kRounds = 3;     // Of each query; the first warms up and does not count.

struct SearchTimes {
  Latencies search;
  Latencies raw;
  Latencies empty;
  Latencies floor;  // Of each call: raw and empty together.
  // What the server says of where the time of a further call went.
  Latencies parse;
  Latencies match;
  Latencies fetch;
  Latencies highlight;

  void Append(const SearchTimes& other) {
    search.Append(other.search);
    raw.Append(other.raw);
    empty.Append(other.empty);
    floor.Append(other.floor);
    parse.Append(other.parse);
    match.Append(other.match);
    fetch.Append(other.fetch);
    highlight.Append(other.highlight);
  }
  void AddStages(const v1::SearchStats& stats) {
    parse.Add(absl::Microseconds(stats.parse_micros()));
    match.Add(absl::Microseconds(stats.match_micros()));
    fetch.Add(absl::Microseconds(stats.fetch_micros()));
    highlight.Add(absl::Microseconds(stats.highlight_micros()));
  }
  double P50OverFloor() const { return search.P50() / floor.P50(); }
  double P99OverFloor() const { return search.P99() / floor.P99(); }
};

class SearchSection {
 public:
  SearchSection(RawSearch& raw, const client::Client& client, RpcCaller& caller,
                IndexSampler& sampler, Report& report)
      : raw_(raw), client_(client), caller_(caller), sampler_(sampler), report_(report) {}

  absl::Status Run() {
    absl::PrintF("\n%-10s %7s %15s %15s %9s %10s  %s\n", "search", "calls", "ours p50   p99",
                 "raw p50   p99", "empty p50", "over floor",
                 "us; parse, match, fetch, highlight (p50)");
    SearchTimes all;
    for (const SearchKind& kind : SearchKinds()) {
      SearchTimes times;
      for (int i = 0; i < kQueries; ++i) YZ_RETURN_IF_ERROR(Measure(kind.draw(sampler_), times));
      Show(kind.name, times);
      report_.AddRatio(absl::StrCat("search_", kind.name, "_p50_over_floor"), times.P50OverFloor());
      all.Append(times);
    }
    Show("all", all);
    report_.AddRatio("search_p50_over_floor", all.P50OverFloor());
    return absl::OkStatus();
  }

 private:
  absl::Status Measure(const v1::SearchRequest& request, SearchTimes& times) {
    const RpcCall call = SearchCall(request);
    const RpcCall nothing = {kEmptyRpc, grpc::ByteBuffer()};
    YZ_RETURN_IF_ERROR(raw_.Prepare(request));
    for (int round = 0; round < kRounds; ++round) {
      YZ_ASSIGN_OR_RETURN(const absl::Duration raw, raw_.Match());
      YZ_ASSIGN_OR_RETURN(const absl::Duration empty, caller_.Call(nothing));
      YZ_ASSIGN_OR_RETURN(const absl::Duration search, caller_.Call(call));
      if (round == 0) continue;
      times.raw.Add(raw);
      times.empty.Add(empty);
      times.floor.Add(raw + empty);
      times.search.Add(search);
    }
    YZ_ASSIGN_OR_RETURN(const v1::SearchResponse response, client_.Search(request));
    times.AddStages(response.stats());
    return absl::OkStatus();
  }

  void Show(const std::string& name, const SearchTimes& times) {
    absl::PrintF("%-10s %7d %8.0f %6.0f %8.0f %6.0f %9.0f  %.2f %.2f  %4.0f %4.0f %4.0f %4.0f\n",
                 name, static_cast<int>(times.search.count()), times.search.P50(),
                 times.search.P99(), times.raw.P50(), times.raw.P99(), times.empty.P50(),
                 times.P50OverFloor(), times.P99OverFloor(), times.parse.P50(), times.match.P50(),
                 times.fetch.P50(), times.highlight.P50());
    const std::string section = absl::StrCat("search ", name);
    report_.AddFigure(section, "p50_us", times.search.P50());
    report_.AddFigure(section, "p99_us", times.search.P99());
    report_.AddFigure(section, "raw_p50_us", times.raw.P50());
    report_.AddFigure(section, "raw_p99_us", times.raw.P99());
    report_.AddFigure(section, "empty_p50_us", times.empty.P50());
    report_.AddFigure(section, "parse_p50_us", times.parse.P50());
    report_.AddFigure(section, "match_p50_us", times.match.P50());
    report_.AddFigure(section, "fetch_p50_us", times.fetch.P50());
    report_.AddFigure(section, "highlight_p50_us", times.highlight.P50());
  }

  RawSearch& raw_;
  const client::Client& client_;
  RpcCaller& caller_;
  IndexSampler& sampler_;
  Report& report_;
};

}  // namespace

absl::Status MeasureSearches(const BenchContext& context, Report& report) {
  YZ_ASSIGN_OR_RETURN(const std::unique_ptr<RawSearch> raw, RawSearch::Open(context.Index()));
  YZ_ASSIGN_OR_RETURN(const std::unique_ptr<ServerProcess> server,
                      ServerProcess::Start(context.Server(context.Index())));
  const auto client = client::Client::Connect({.address = server->address()});
  IndexSampler sampler;
  YZ_RETURN_IF_ERROR(sampler.Read(*client));
  RpcCaller caller(server->address());
  return SearchSection(*raw, *client, caller, sampler, report).Run();
}

}  // namespace yinzheng::bench
