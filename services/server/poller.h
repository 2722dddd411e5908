// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_POLLER_H_
#define YINZHENG_SERVICES_SERVER_POLLER_H_

#include <functional>
#include <thread>

#include "absl/time/time.h"
#include "indexer/base/mutex.h"

namespace yinzheng::services {

// Does one thing again and again, in a thread of its own: look for a new generation, for changed
// files. The first time is one interval after the start.
//
// The destructor waits for a run that is under way and starts no other.
class Poller {
 public:
  // With an interval of zero or less nothing is started. `job` must not throw.
  Poller(absl::Duration interval, std::function<void()> job);
  ~Poller();
  Poller(const Poller&) = delete;
  Poller& operator=(const Poller&) = delete;

 private:
  void Run(absl::Duration interval);

  const std::function<void()> job_;
  base::Mutex mutex_;
  base::ConditionVariable wake_;
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_POLLER_H_
