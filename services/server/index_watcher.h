// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_INDEX_WATCHER_H_
#define YINZHENG_SERVICES_SERVER_INDEX_WATCHER_H_

#include <thread>

#include "absl/time/time.h"
#include "indexer/base/mutex.h"
#include "indexer/store/index_manager.h"

namespace yinzheng::services {

// Looks for a new generation at intervals, in a thread of its own. A generation that cannot be
// opened is logged once a try; what is served stays. The destructor stops the thread at once.
class IndexWatcher {
 public:
  // `index` is borrowed. With an interval of zero or less nothing is started.
  IndexWatcher(store::IndexManager& index, absl::Duration interval);
  ~IndexWatcher();
  IndexWatcher(const IndexWatcher&) = delete;
  IndexWatcher& operator=(const IndexWatcher&) = delete;

 private:
  void Run(absl::Duration interval);

  store::IndexManager& index_;
  base::Mutex mutex_;
  base::ConditionVariable wake_;
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_INDEX_WATCHER_H_
