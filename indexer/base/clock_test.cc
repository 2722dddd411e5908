// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/base/clock.h"

#include "gtest/gtest.h"

namespace yinzheng::base {
namespace {

TEST(FakeClockTest, MovesOnlyWhenTold) {
  FakeClock clock(absl::FromUnixSeconds(100));
  EXPECT_EQ(clock.Now(), absl::FromUnixSeconds(100));
  clock.Advance(absl::Seconds(5));
  EXPECT_EQ(clock.Now(), absl::FromUnixSeconds(105));
  clock.Set(absl::FromUnixSeconds(7));
  EXPECT_EQ(clock.Now(), absl::FromUnixSeconds(7));
}

TEST(RealClockTest, IsAfterTheYear2025) {
  EXPECT_GT(Clock::Real().Now(), absl::FromCivil(absl::CivilDay(2025, 1, 1), absl::UTCTimeZone()));
}

}  // namespace
}  // namespace yinzheng::base
