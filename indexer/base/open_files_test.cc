// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/base/open_files.h"

#include <sys/resource.h>

#include "gtest/gtest.h"

namespace yinzheng::base {
namespace {

TEST(OpenFiles, AreRaisedToWhatTheSystemAllows) {
  struct rlimit before;
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
  struct rlimit low = before;
  low.rlim_cur = 200;
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &low), 0);
  EXPECT_EQ(OpenFileLimit(), 200U);
  RaiseOpenFileLimit();
  EXPECT_EQ(OpenFileLimit(), before.rlim_max);
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &before), 0);
}

}  // namespace
}  // namespace yinzheng::base
