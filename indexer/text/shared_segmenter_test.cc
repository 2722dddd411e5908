// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/shared_segmenter.h"

#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::text {
namespace {

using ::testing::Each;
using ::testing::NotNull;

// One test, since what is shared is shared by all tests of a process: the failure has to come
// first.
TEST(SharedSegmenterTest, ForgetsAFailureAndIsOneForAllThreads) {
  const yinzheng::testing::TempDir without_dictionaries;
  const char* const before = std::getenv("YINZHENG_DATA_DIR");
  const std::string directory = before == nullptr ? "" : before;
  ASSERT_EQ(setenv("YINZHENG_DATA_DIR", without_dictionaries.path().c_str(), 1), 0);
  EXPECT_FALSE(SharedSegmenter().ok());
  ASSERT_EQ(before == nullptr ? unsetenv("YINZHENG_DATA_DIR")
                              : setenv("YINZHENG_DATA_DIR", directory.c_str(), 1),
            0);

  std::vector<const Segmenter*> shared(4);
  std::vector<std::thread> threads;
  threads.reserve(shared.size());
  for (const Segmenter*& one : shared) {
    threads.emplace_back([&one] { one = SharedSegmenter().value_or(nullptr); });
  }
  for (std::thread& thread : threads) thread.join();
  ASSERT_THAT(shared[0], NotNull());
  EXPECT_THAT(shared, Each(shared[0]));
  EXPECT_EQ(shared[0]->Segment(U"北京").size(), 1U);
}

}  // namespace
}  // namespace yinzheng::text
