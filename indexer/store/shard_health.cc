// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/shard_health.h"

#include <algorithm>

namespace yinzheng::store {

absl::Duration ShardHealth::RestAfter(int failures) {
  constexpr int kDoublings = 5;
  return std::min(kFirstRest * (1 << std::min(failures - 1, kDoublings)), kLongestRest);
}

bool ShardHealth::MayTry(size_t shard) {
  base::MutexLock lock(mutex_);
  State& state = shards_.at(shard);
  if (state.failures == 0) return true;
  const absl::Time now = clock_.Now();
  if (now < state.try_again) return false;
  state.try_again = now + RestAfter(state.failures);
  return true;
}

void ShardHealth::Reached(size_t shard) {
  base::MutexLock lock(mutex_);
  shards_.at(shard) = {};
}

void ShardHealth::Failed(size_t shard, const absl::Status& problem) {
  base::MutexLock lock(mutex_);
  State& state = shards_.at(shard);
  const absl::Time now = clock_.Now();
  state.problem = problem;
  // Several callers who fail at a time are one failure.
  if (state.failures > 0 && now < state.failed + kFirstRest) return;
  ++state.failures;
  state.failed = now;
  state.try_again = now + RestAfter(state.failures);
}

absl::Status ShardHealth::Problem(size_t shard) const {
  base::MutexLock lock(mutex_);
  return shards_.at(shard).problem;
}

}  // namespace yinzheng::store
