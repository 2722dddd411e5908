// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// How long something took, by the steady clock: setting the machine's time changes nothing. Not for
// deadlines, which are times of day (clock.h).

#ifndef YINZHENG_INDEXER_BASE_STOPWATCH_H_
#define YINZHENG_INDEXER_BASE_STOPWATCH_H_

#include <chrono>

#include "absl/time/time.h"

namespace yinzheng::base {

// Immutable: safe for concurrent use.
class Stopwatch {
 public:
  Stopwatch() : start_(std::chrono::steady_clock::now()) {}

  // Since it was created; never negative.
  absl::Duration Elapsed() const {
    return absl::FromChrono(std::chrono::steady_clock::now() - start_);
  }

 private:
  const std::chrono::steady_clock::time_point start_;
};

}  // namespace yinzheng::base

#endif  // YINZHENG_INDEXER_BASE_STOPWATCH_H_
