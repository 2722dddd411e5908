// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// A server under a load that it can bear, for long, while its index is swapped: whether a call
// fails, and whether memory grows.

#ifndef YINZHENG_TESTS_BENCH_SERVICE_SOAK_H_
#define YINZHENG_TESTS_BENCH_SERVICE_SOAK_H_

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "tests/bench/service/bench_context.h"

namespace yinzheng::bench {

// Searches, lookups and facts of 64 clients at 80% of what the server can do, an index published
// and reloaded every few seconds (two generations, in turn). Prints a line for each tenth of
// `duration`. Unavailable if any call fails.
absl::Status Soak(const BenchContext& context, absl::Duration duration, Report& report);

}  // namespace yinzheng::bench

#endif  // YINZHENG_TESTS_BENCH_SERVICE_SOAK_H_
