// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/bench/service/latencies.h"

#include "gtest/gtest.h"

namespace yinzheng::bench {
namespace {

Latencies Of(std::initializer_list<int> micros) {
  Latencies latencies;
  for (const int time : micros) latencies.Add(absl::Microseconds(time));
  return latencies;
}

TEST(LatenciesTest, NoCallsTakeNoTime) { EXPECT_EQ(Latencies().P50(), 0); }

TEST(LatenciesTest, TakesTheNearestRank) {
  const Latencies latencies = Of({50, 10, 40, 20, 30});
  EXPECT_EQ(latencies.P50(), 30);
  EXPECT_EQ(latencies.Micros(0), 10);
  EXPECT_EQ(latencies.Micros(0.8), 40);
  EXPECT_EQ(latencies.Micros(0.81), 50);
  EXPECT_EQ(latencies.Micros(1), 50);
}

TEST(LatenciesTest, OneSlowCallOfAThousandIsTheLastThousandth) {
  Latencies latencies;
  for (int i = 0; i < 999; ++i) latencies.Add(absl::Microseconds(1));
  latencies.Add(absl::Milliseconds(1));
  EXPECT_EQ(latencies.P999(), 1);
  EXPECT_EQ(latencies.Micros(1), 1000);
}

TEST(LatenciesTest, AppendsAnother) {
  Latencies latencies = Of({1});
  latencies.Append(Of({2, 3}));
  EXPECT_EQ(latencies.count(), 3);
  EXPECT_EQ(latencies.P50(), 2);
}

}  // namespace
}  // namespace yinzheng::bench
