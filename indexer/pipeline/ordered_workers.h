// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Work on several threads whose results come back in the order of submission, so that what a build
// writes does not depend on how many threads it has.
//
//   OrderedWorkers<Page, Words> workers(4, CountWords, [&](Words words) { return Write(words); });
//   for (Page& page : pages) YZ_RETURN_IF_ERROR(workers.Submit(std::move(page)));
//   YZ_RETURN_IF_ERROR(workers.Finish());

#ifndef YINZHENG_INDEXER_PIPELINE_ORDERED_WORKERS_H_
#define YINZHENG_INDEXER_PIPELINE_ORDERED_WORKERS_H_

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "indexer/base/mutex.h"

namespace yinzheng::indexer {

// `work` runs on worker threads and must be safe there; `consume` runs on the thread that calls
// Submit and Finish, which must be one thread. At most kItemsPerThread items a thread wait at a
// time.
template <typename In, typename Out>
class OrderedWorkers {
 public:
  using Work = std::function<Out(In)>;
  using Consume = std::function<absl::Status(Out)>;
  static constexpr size_t kItemsPerThread = 16;

  // `threads` < 1 counts as 1.
  OrderedWorkers(int threads, Work work, Consume consume)
      : work_(std::move(work)), consume_(std::move(consume)) {
    const size_t count = threads < 1 ? 1 : static_cast<size_t>(threads);
    capacity_ = count * kItemsPerThread;
    for (size_t i = 0; i < count; ++i) threads_.emplace_back([this] { RunWorker(); });
  }
  OrderedWorkers(const OrderedWorkers&) = delete;
  OrderedWorkers& operator=(const OrderedWorkers&) = delete;

  // Drops what was not consumed.
  ~OrderedWorkers() { Stop(); }

  // Queues `item`; waits for the oldest result while too much is queued. The first error of
  // `consume`, which ends the work: nothing is consumed after it.
  absl::Status Submit(In item) {
    auto job = std::make_shared<Job>();
    job->input.emplace(std::move(item));
    {
      base::MutexLock lock(mutex_);
      waiting_.push_back(job);
      queued_.SignalOne();
    }
    in_order_.push_back(std::move(job));
    return ConsumeDownTo(capacity_);
  }

  // Waits for and consumes everything left.
  absl::Status Finish() {
    absl::Status status = ConsumeDownTo(0);
    Stop();
    return status;
  }

 private:
  struct Job {
    std::optional<In> input;
    std::optional<Out> output;  // Set under mutex_ when done.
  };

  absl::Status ConsumeDownTo(size_t left) {
    while (status_.ok() && in_order_.size() > left) {
      const std::shared_ptr<Job> job = std::move(in_order_.front());
      in_order_.pop_front();
      WaitFor(*job);
      status_ = consume_(*std::move(job->output));
    }
    return status_;
  }

  void WaitFor(const Job& job) {
    base::MutexLock lock(mutex_);
    while (!job.output) done_.Wait(mutex_);
  }

  std::shared_ptr<Job> TakeJob() {
    base::MutexLock lock(mutex_);
    while (waiting_.empty() && !stopping_) queued_.Wait(mutex_);
    if (stopping_) return nullptr;
    std::shared_ptr<Job> job = std::move(waiting_.front());
    waiting_.pop_front();
    return job;
  }

  void RunWorker() {
    while (const std::shared_ptr<Job> job = TakeJob()) {
      Out output = work_(*std::move(job->input));
      base::MutexLock lock(mutex_);
      job->output.emplace(std::move(output));
      done_.SignalAll();
    }
  }

  void Stop() {
    {
      base::MutexLock lock(mutex_);
      stopping_ = true;
      queued_.SignalAll();
    }
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

  const Work work_;
  const Consume consume_;
  size_t capacity_ = 0;
  absl::Status status_;
  std::deque<std::shared_ptr<Job>> in_order_;  // Of the submitting thread.
  base::Mutex mutex_;
  base::ConditionVariable queued_;
  base::ConditionVariable done_;
  std::deque<std::shared_ptr<Job>> waiting_ ABSL_GUARDED_BY(mutex_);
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::vector<std::thread> threads_;
};

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_PIPELINE_ORDERED_WORKERS_H_
