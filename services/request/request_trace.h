// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_REQUEST_REQUEST_TRACE_H_
#define YINZHENG_SERVICES_REQUEST_REQUEST_TRACE_H_

#include <string_view>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/time/time.h"
#include "indexer/base/mutex.h"

namespace yinzheng::services {

// A step of a request and the time it took, over all the times that it was entered.
struct PhaseTime {
  std::string_view phase;  // a literal
  absl::Duration time;
};

// Where the time of one request went: for metrics and the log of slow requests. Not a profiler: a
// handful of phases a request, named in code by literals of one word (`match`, `fetch`).
//
// Thread-safe: a request that is answered early is looked at while its handler still runs.
class RequestTrace {
 public:
  // Adds to the time of `phase`, which must be a literal.
  void Add(std::string_view phase, absl::Duration time);

  // In the order in which the phases first ended.
  std::vector<PhaseTime> phases() const;

 private:
  mutable base::Mutex mutex_;
  std::vector<PhaseTime> phases_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_REQUEST_REQUEST_TRACE_H_
