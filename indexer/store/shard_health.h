// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Which shards could be connected to when somebody last tried, and when it is worth trying again. A
// shard that cannot be connected to rests: half a second at first, twice as long after every
// further failure, ten seconds at most, and one caller tries it then while others go on without.
// Slow answers are no failures: they say nothing of the next question.

#ifndef YINZHENG_INDEXER_STORE_SHARD_HEALTH_H_
#define YINZHENG_INDEXER_STORE_SHARD_HEALTH_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/time/time.h"
#include "indexer/base/clock.h"
#include "indexer/base/mutex.h"

namespace yinzheng::store {

// Of the shards of one kind. Safe for concurrent use.
class ShardHealth {
 public:
  static constexpr absl::Duration kFirstRest = absl::Milliseconds(500);
  static constexpr absl::Duration kLongestRest = absl::Seconds(10);

  // `clock` must outlive it.
  ShardHealth(size_t shards, const base::Clock& clock) : clock_(clock), shards_(shards) {}

  // Whether to connect now. If so and the shard had failed, it rests for others meanwhile.
  bool MayTry(size_t shard);

  void Reached(size_t shard);
  void Failed(size_t shard, const absl::Status& problem);

  // Why the last attempt failed; OK after one that did not, or before the first.
  absl::Status Problem(size_t shard) const;

 private:
  struct State {
    absl::Status problem;
    int failures = 0;  // In a row.
    absl::Time failed = absl::InfinitePast();
    absl::Time try_again = absl::InfinitePast();
  };
  static absl::Duration RestAfter(int failures);

  const base::Clock& clock_;
  mutable base::Mutex mutex_;
  std::vector<State> shards_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_SHARD_HEALTH_H_
