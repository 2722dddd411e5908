// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Many clients at once, each with a connection of its own.
//
// A closed loop asks again as soon as it is answered: it finds out how much a server can do. An
// open loop asks at times that do not depend on the answers, as the callers of a service do, and
// counts from when a call was due: a server that stalls cannot hide it (G. Tene's "coordinated
// omission").

#ifndef YINZHENG_TESTS_BENCH_SERVICE_LOAD_GENERATOR_H_
#define YINZHENG_TESTS_BENCH_SERVICE_LOAD_GENERATOR_H_

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "tests/bench/service/latencies.h"
#include "tests/bench/service/rpc_caller.h"

namespace yinzheng::bench {

struct Load {
  std::string address;
  size_t clients = 1;
  std::vector<RpcCall> calls;  // Sent in turn, over and over; not empty.
  absl::Duration duration = absl::Seconds(5);
};

struct LoadResult {
  Latencies latencies;  // Of the calls that were answered.
  size_t failed = 0;
  std::string first_error;
  absl::Duration elapsed;

  // Answered calls a second.
  double Throughput() const;
};

// Every client asks again when it is answered, for the duration.
LoadResult RunClosedLoop(const Load& load);

// Calls are due at random times, `rate` a second in the mean (a Poisson process), and go to the
// clients in turn whether or not these still wait. Where more calls than `kMostPending` wait, the
// next ones fail without being sent: the server is far behind.
inline constexpr size_t kMostPending = 4096;
LoadResult RunOpenLoop(const Load& load, double rate);

}  // namespace yinzheng::bench

#endif  // YINZHENG_TESTS_BENCH_SERVICE_LOAD_GENERATOR_H_
