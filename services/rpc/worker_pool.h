// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RPC_WORKER_POOL_H_
#define YINZHENG_SERVICES_RPC_WORKER_POOL_H_

#include <cstddef>
#include <deque>
#include <functional>
#include <thread>
#include <vector>

#include "indexer/base/mutex.h"

namespace yinzheng::services {

// A fixed number of threads with a bounded queue, for work that blocks: gRPC's callback threads
// hand over to it and never wait themselves. It is not a scheduler: first come, first served.
//
// Thread-safe. The destructor runs what is queued, then joins.
class WorkerPool {
 public:
  // `threads` and `queue_size` must be at least 1.
  WorkerPool(size_t threads, size_t queue_size);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // Queues `task`; false, at once, if the queue is full or the pool is stopping. Tasks must not
  // throw.
  bool TrySubmit(std::function<void()> task);

  // Tasks waiting, not counting those running.
  size_t queued() const;
  size_t queue_size() const { return queue_size_; }
  // Tasks running.
  size_t busy() const;
  size_t threads() const { return threads_.size(); }

 private:
  void Run();

  const size_t queue_size_;
  mutable base::Mutex mutex_;
  base::ConditionVariable wake_;
  std::deque<std::function<void()>> queue_ ABSL_GUARDED_BY(mutex_);
  size_t busy_ ABSL_GUARDED_BY(mutex_) = 0;
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::vector<std::thread> threads_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RPC_WORKER_POOL_H_
