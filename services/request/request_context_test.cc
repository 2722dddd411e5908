// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/request/request_context.h"

#include <gtest/gtest.h>

#include <memory>

#include "services/request/error_info.h"

namespace yinzheng::services {
namespace {

TEST(RequestContextTest, MayGoOnUntilTheDeadlineOrUntilTheCallerGoes) {
  base::FakeClock clock(absl::UnixEpoch());
  auto cancelled = std::make_shared<std::atomic<bool>>(false);
  const RequestContext context(clock, absl::UnixEpoch() + absl::Seconds(5), cancelled);
  EXPECT_TRUE(context.Check().ok());
  clock.Advance(absl::Seconds(5));
  EXPECT_EQ(context.Check().code(), absl::StatusCode::kDeadlineExceeded);
  EXPECT_EQ(ErrorInfoOf(context.Check()).reason(), "DEADLINE_EXCEEDED");
  cancelled->store(true);
  EXPECT_EQ(context.Check().code(), absl::StatusCode::kCancelled);
}

TEST(PhaseTest, AddsUpTheTimesOfOnePhaseAndKeepsTheOrder) {
  base::FakeClock clock(absl::UnixEpoch());
  auto trace = std::make_shared<RequestTrace>();
  const RequestContext context(clock, absl::InfiniteFuture(), nullptr, trace);
  for (const int milliseconds : {3, 4}) {
    const Phase match(context, "match");
    clock.Advance(absl::Milliseconds(milliseconds));
  }
  {
    const Phase fetch(context, "fetch");
    clock.Advance(absl::Milliseconds(1));
  }
  const std::vector<PhaseTime> phases = trace->phases();
  ASSERT_EQ(phases.size(), 2U);
  EXPECT_EQ(phases[0].phase, "match");
  EXPECT_EQ(phases[0].time, absl::Milliseconds(7));
  EXPECT_EQ(phases[1].phase, "fetch");
  EXPECT_EQ(phases[1].time, absl::Milliseconds(1));
}

TEST(PhaseTest, NeedsNobodyWhoListens) {
  const RequestContext context = RequestContext::Unlimited();
  const Phase phase(context, "match");
  EXPECT_TRUE(context.Check().ok());
}

}  // namespace
}  // namespace yinzheng::services
