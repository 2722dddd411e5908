// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/request/request_trace.h"

namespace yinzheng::services {

void RequestTrace::Add(std::string_view phase, absl::Duration time) {
  base::MutexLock lock(mutex_);
  for (PhaseTime& known : phases_) {
    if (known.phase == phase) {
      known.time += time;
      return;
    }
  }
  phases_.push_back({phase, time});
}

std::vector<PhaseTime> RequestTrace::phases() const {
  base::MutexLock lock(mutex_);
  return phases_;
}

}  // namespace yinzheng::services
