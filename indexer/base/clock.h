// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The time of day as a dependency, so that ages, expiries and build times can be tested without
// waiting. Not for measuring how long code takes: use std::chrono::steady_clock for that.

#ifndef YINZHENG_INDEXER_BASE_CLOCK_H_
#define YINZHENG_INDEXER_BASE_CLOCK_H_

#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "indexer/base/mutex.h"

namespace yinzheng::base {

// Implementations are safe for concurrent use.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual absl::Time Now() const = 0;

  // The machine's clock. Never null, never destroyed.
  static const Clock& Real();
};

// A clock that moves only when told to.
class FakeClock final : public Clock {
 public:
  explicit FakeClock(absl::Time start = absl::UnixEpoch()) : now_(start) {}

  absl::Time Now() const override {
    MutexLock lock(mutex_);
    return now_;
  }
  void Set(absl::Time now) {
    MutexLock lock(mutex_);
    now_ = now;
  }
  void Advance(absl::Duration by) {
    MutexLock lock(mutex_);
    now_ += by;
  }

 private:
  mutable Mutex mutex_;
  absl::Time now_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace yinzheng::base

#endif  // YINZHENG_INDEXER_BASE_CLOCK_H_
