// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/index_watcher.h"

#include "indexer/base/logging.h"

namespace yinzheng::services {

IndexWatcher::IndexWatcher(store::IndexManager& index, absl::Duration interval) : index_(index) {
  if (interval > absl::ZeroDuration()) thread_ = std::thread([this, interval] { Run(interval); });
}

IndexWatcher::~IndexWatcher() {
  {
    base::MutexLock lock(mutex_);
    stopping_ = true;
  }
  wake_.SignalAll();
  if (thread_.joinable()) thread_.join();
}

void IndexWatcher::Run(absl::Duration interval) {
  while (true) {
    {
      base::MutexLock lock(mutex_);
      if (!stopping_) wake_.WaitFor(mutex_, absl::ToChronoNanoseconds(interval));
      if (stopping_) return;
    }
    const absl::StatusOr<bool> swapped = index_.Poll();
    if (!swapped.ok()) {
      base::LogWarning("new generation refused", {{"status", swapped.status().ToString()}});
    } else if (*swapped) {
      base::LogInfo("new generation served", {{"generation", index_.Acquire()->generation()}});
    }
  }
}

}  // namespace yinzheng::services
