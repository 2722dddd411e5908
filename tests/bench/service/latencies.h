// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Times of many calls, and the shares of them that a reader asks for.

#ifndef YINZHENG_TESTS_BENCH_SERVICE_LATENCIES_H_
#define YINZHENG_TESTS_BENCH_SERVICE_LATENCIES_H_

#include <cstddef>
#include <vector>

#include "absl/time/time.h"

namespace yinzheng::bench {

// One thread at a time. Keeps every time: 8 bytes each.
class Latencies {
 public:
  void Add(absl::Duration time) { micros_.push_back(absl::ToDoubleMicroseconds(time)); }
  void Append(const Latencies& other) {
    micros_.insert(micros_.end(), other.micros_.begin(), other.micros_.end());
  }

  size_t count() const { return micros_.size(); }

  // The time in microseconds that a share of the calls, 0 to 1, did not exceed (nearest rank). 0
  // without calls.
  double Micros(double share) const;
  double P50() const { return Micros(0.5); }
  double P99() const { return Micros(0.99); }
  double P999() const { return Micros(0.999); }

 private:
  std::vector<double> micros_;
};

}  // namespace yinzheng::bench

#endif  // YINZHENG_TESTS_BENCH_SERVICE_LATENCIES_H_
