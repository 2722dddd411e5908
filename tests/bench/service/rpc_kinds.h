// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The calls that are measured, and how a request of each is drawn.

#ifndef YINZHENG_TESTS_BENCH_SERVICE_RPC_KINDS_H_
#define YINZHENG_TESTS_BENCH_SERVICE_RPC_KINDS_H_

#include <functional>
#include <string>
#include <vector>

#include "tests/bench/service/index_sampler.h"
#include "tests/bench/service/rpc_caller.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::bench {

struct RpcKind {
  std::string name;
  std::function<RpcCall(IndexSampler&)> draw;
};

// The call that does nothing, first, then every RPC that reads, but for searches.
std::vector<RpcKind> ReadingRpcs();

// Names of kinds that bars are set for.
inline constexpr char kEmptyKind[] = "empty";
inline constexpr char kLookupKind[] = "LookupEntities, exact";
inline constexpr char kGetEntityKind[] = "GetEntity";
inline constexpr char kGetFactKind[] = "GetFact";

// Searches, of which the floor is measured too.
struct SearchKind {
  const char* name;
  v1::SearchRequest (*draw)(IndexSampler&);
};
std::vector<SearchKind> SearchKinds();
RpcCall SearchCall(const v1::SearchRequest& request);

}  // namespace yinzheng::bench

#endif  // YINZHENG_TESTS_BENCH_SERVICE_RPC_KINDS_H_
