// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/base/mutex.h"

#include <thread>
#include <vector>

#include "gtest/gtest.h"

namespace yinzheng::base {
namespace {

struct Counter {
  Mutex mutex;
  ConditionVariable changed;
  int value ABSL_GUARDED_BY(mutex) = 0;
};

TEST(MutexTest, LosesNoIncrement) {
  Counter counter;
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&counter] {
      for (int j = 0; j < 10000; ++j) {
        MutexLock lock(counter.mutex);
        ++counter.value;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  MutexLock lock(counter.mutex);
  EXPECT_EQ(counter.value, 40000);
}

TEST(MutexTest, TryLockFailsWhileHeldByAnother) {
  Mutex mutex;
  MutexLock lock(mutex);
  bool locked = false;
  std::thread([&] {
    if (mutex.TryLock()) {
      locked = true;
      mutex.Unlock();
    }
  }).join();
  EXPECT_FALSE(locked);
}

TEST(ConditionVariableTest, WakesTheWaiter) {
  Counter counter;
  std::thread setter([&counter] {
    MutexLock lock(counter.mutex);
    counter.value = 1;
    counter.changed.SignalAll();
  });
  {
    MutexLock lock(counter.mutex);
    while (counter.value == 0) counter.changed.Wait(counter.mutex);
    EXPECT_EQ(counter.value, 1);
  }
  setter.join();
}

TEST(ConditionVariableTest, WaitForGivesUp) {
  Counter counter;
  MutexLock lock(counter.mutex);
  EXPECT_FALSE(counter.changed.WaitFor(counter.mutex, std::chrono::milliseconds(1)));
}

}  // namespace
}  // namespace yinzheng::base
