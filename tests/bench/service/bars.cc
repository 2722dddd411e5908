// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/bench/service/bars.h"

namespace yinzheng::bench {
namespace {

constexpr Bar kBars[] = {
    {"search_p50_over_floor", 1.3, false,
     "Search, median at one client, over raw match and fetch + an empty RPC"},
    {"entity_p50_over_rpc", 1.5, false,
     "the slower of GetEntity and exact lookup over an empty RPC"},
    {"fact_p50_over_rpc", 1.5, false, "GetFact over an empty RPC"},
    {"throughput64_over_bound", 0.8, true,
     "searches a second of 64 clients over 1 / (1/raw + 1/empty)"},
    {"build_search_over_raw", 0.8, true,
     "raw n-gram indexing over a build without knowledge, same text and threads"},
    {"build_full_over_raw", 0.35, true, "the same over a full build"},
    {"update_1pct_over_full", 0.25, false, "update of 1% of the articles over a full build"},
    {"resident_mb_90k", 250, false, "MB that the server holds for 90,000 articles"},
    {"start_s", 1, false, "seconds from start to the first answer"},
};

}  // namespace

const Bar* FindBar(std::string_view ratio) {
  for (const Bar& bar : kBars) {
    if (bar.ratio == ratio) return &bar;
  }
  return nullptr;
}

}  // namespace yinzheng::bench
