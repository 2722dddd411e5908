// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/rpc/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace yinzheng::services {
namespace {

TEST(WorkerPoolTest, RefusesAtOnceWhenTheQueueIsFull) {
  std::promise<void> started;
  std::promise<void> release;
  std::atomic<int> done{0};
  {
    WorkerPool pool(1, 2);
    ASSERT_TRUE(pool.TrySubmit([&] {
      started.set_value();
      release.get_future().wait();
      ++done;
    }));
    started.get_future().wait();
    EXPECT_TRUE(pool.TrySubmit([&] { ++done; }));
    EXPECT_TRUE(pool.TrySubmit([&] { ++done; }));
    EXPECT_EQ(pool.queued(), 2U);
    EXPECT_EQ(pool.busy(), 1U);
    EXPECT_EQ(pool.threads(), 1U);
    EXPECT_FALSE(pool.TrySubmit([&] { ++done; }));
    release.set_value();
  }
  EXPECT_EQ(done, 3) << "the destructor runs what was queued and nothing that was refused";
}

TEST(WorkerPoolTest, RunsTasksOnAllThreads) {
  WorkerPool pool(2, 8);
  std::promise<void> first;
  std::promise<void> second;
  // Each waits for the other: this ends only if both run at the same time.
  ASSERT_TRUE(pool.TrySubmit([&] {
    first.set_value();
    second.get_future().wait();
  }));
  std::promise<void> end;
  ASSERT_TRUE(pool.TrySubmit([&] {
    second.set_value();
    first.get_future().wait();
    end.set_value();
  }));
  end.get_future().wait();
}

}  // namespace
}  // namespace yinzheng::services
