// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/rpc/worker_pool.h"

#include <utility>

namespace yinzheng::services {

WorkerPool::WorkerPool(size_t threads, size_t queue_size) : queue_size_(queue_size) {
  threads_.reserve(threads);
  for (size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { Run(); });
}

WorkerPool::~WorkerPool() {
  {
    base::MutexLock lock(mutex_);
    stopping_ = true;
  }
  wake_.SignalAll();
  for (std::thread& thread : threads_) thread.join();
}

bool WorkerPool::TrySubmit(std::function<void()> task) {
  {
    base::MutexLock lock(mutex_);
    if (stopping_ || queue_.size() >= queue_size_) return false;
    queue_.push_back(std::move(task));
  }
  wake_.SignalOne();
  return true;
}

size_t WorkerPool::queued() const {
  base::MutexLock lock(mutex_);
  return queue_.size();
}

size_t WorkerPool::busy() const {
  base::MutexLock lock(mutex_);
  return busy_;
}

void WorkerPool::Run() {
  bool worked = false;
  while (true) {
    std::function<void()> task;
    {
      base::MutexLock lock(mutex_);
      if (worked) --busy_;
      while (queue_.empty() && !stopping_) wake_.Wait(mutex_);
      if (queue_.empty()) return;
      task = std::move(queue_.front());
      queue_.pop_front();
      ++busy_;
    }
    task();
    worked = true;
  }
}

}  // namespace yinzheng::services
