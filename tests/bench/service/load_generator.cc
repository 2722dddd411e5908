// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/bench/service/load_generator.h"

#include <algorithm>
#include <memory>
#include <random>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/time/clock.h"
#include "indexer/base/mutex.h"

namespace yinzheng::bench {
namespace {

constexpr uint32_t kSeed = 20261130;

// Takes answers from gRPC's threads.
class Recorder {
 public:
  void Begin() {
    base::MutexLock lock(mutex_);
    ++pending_;
  }

  // False if so many calls wait already: that one has failed.
  bool BeginUnless(size_t most_pending) {
    base::MutexLock lock(mutex_);
    if (pending_ < most_pending) {
      ++pending_;
      return true;
    }
    Fail("too many calls wait");
    return false;
  }

  void End(const absl::Status& status, absl::Duration took) {
    base::MutexLock lock(mutex_);
    if (status.ok()) {
      result_.latencies.Add(took);
    } else {
      Fail(status.ToString());
    }
    if (--pending_ == 0) idle_.SignalAll();
  }

  LoadResult Finish(absl::Time begin, absl::Time end) {
    base::MutexLock lock(mutex_);
    while (pending_ > 0) idle_.Wait(mutex_);
    // A few answers come after the end; they count, and so does their time.
    result_.elapsed = std::max(absl::Now(), end) - begin;
    return std::move(result_);
  }

 private:
  void Fail(const std::string& error) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    if (result_.failed++ == 0) result_.first_error = error;
  }

  base::Mutex mutex_;
  base::ConditionVariable idle_;
  LoadResult result_ ABSL_GUARDED_BY(mutex_);
  size_t pending_ ABSL_GUARDED_BY(mutex_) = 0;
};

std::vector<std::unique_ptr<RpcCaller>> Connect(const Load& load) {
  std::vector<std::unique_ptr<RpcCaller>> callers;
  for (size_t i = 0; i < load.clients; ++i) {
    callers.push_back(std::make_unique<RpcCaller>(load.address));
    // A connection is made before the clock starts. Whoever cannot connect fails in the run.
    callers.back()->Call({kEmptyRpc, grpc::ByteBuffer()}).IgnoreError();
  }
  return callers;
}

// A client of a closed loop: each answer sends the next call.
class ClosedLoopClient {
 public:
  ClosedLoopClient(const Load& load, size_t number, absl::Time end, RpcCaller& caller,
                   Recorder& recorder)
      : load_(load),
        next_(number * load.calls.size() / load.clients),
        end_(end),
        caller_(caller),
        recorder_(recorder) {}

  void Send() {
    recorder_.Begin();
    SendAt(absl::Now());
  }

 private:
  void SendAt(absl::Time begin) {
    const RpcCall& call = load_.calls[next_++ % load_.calls.size()];
    caller_.Start(call, [this, begin](const absl::Status& status) {
      const absl::Time now = absl::Now();
      // The next one begins before this one ends, so that the run is never taken for over.
      const bool more = now < end_;
      if (more) recorder_.Begin();
      recorder_.End(status, now - begin);
      if (more) SendAt(now);
    });
  }

  const Load& load_;
  size_t next_;
  const absl::Time end_;
  RpcCaller& caller_;
  Recorder& recorder_;
};

}  // namespace

double LoadResult::Throughput() const {
  const double seconds = absl::ToDoubleSeconds(elapsed);
  return seconds > 0 ? static_cast<double>(latencies.count()) / seconds : 0;
}

LoadResult RunClosedLoop(const Load& load) {
  Recorder recorder;
  const std::vector<std::unique_ptr<RpcCaller>> callers = Connect(load);
  const absl::Time begin = absl::Now();
  const absl::Time end = begin + load.duration;
  std::vector<std::unique_ptr<ClosedLoopClient>> clients;
  for (size_t i = 0; i < load.clients; ++i) {
    clients.push_back(std::make_unique<ClosedLoopClient>(load, i, end, *callers[i], recorder));
  }
  for (const auto& client : clients) client->Send();
  return recorder.Finish(begin, end);
}

LoadResult RunOpenLoop(const Load& load, double rate) {
  Recorder recorder;
  const std::vector<std::unique_ptr<RpcCaller>> callers = Connect(load);
  std::mt19937 random(kSeed);
  std::exponential_distribution<double> gap(rate);
  const absl::Time begin = absl::Now();
  const absl::Time end = begin + load.duration;
  absl::Time due = begin;
  for (size_t sent = 0; due < end; ++sent) {
    absl::SleepFor(due - absl::Now());
    if (recorder.BeginUnless(kMostPending)) {
      const RpcCall& call = load.calls[sent % load.calls.size()];
      callers[sent % callers.size()]->Start(call, [&recorder, due](const absl::Status& status) {
        recorder.End(status, absl::Now() - due);
      });
    }
    due += absl::Seconds(gap(random));
  }
  return recorder.Finish(begin, end);
}

}  // namespace yinzheng::bench
