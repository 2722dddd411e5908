// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/poller.h"

#include <utility>

namespace yinzheng::services {

Poller::Poller(absl::Duration interval, std::function<void()> job) : job_(std::move(job)) {
  if (interval > absl::ZeroDuration()) thread_ = std::thread([this, interval] { Run(interval); });
}

Poller::~Poller() {
  {
    base::MutexLock lock(mutex_);
    stopping_ = true;
  }
  wake_.SignalAll();
  if (thread_.joinable()) thread_.join();
}

void Poller::Run(absl::Duration interval) {
  while (true) {
    {
      base::MutexLock lock(mutex_);
      if (!stopping_) wake_.WaitFor(mutex_, absl::ToChronoNanoseconds(interval));
      if (stopping_) return;
    }
    job_();
  }
}

}  // namespace yinzheng::services
