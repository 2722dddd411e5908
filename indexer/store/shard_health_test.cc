// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/shard_health.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/store/shard_fault.h"
#include "indexer/store/shard_hosts.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using ::testing::ElementsAre;
using yinzheng::testing::IsOk;
using yinzheng::testing::StatusIs;

class ShardHealthTest : public ::testing::Test {
 protected:
  void Fail() { health_.Failed(0, absl::UnavailableError("refused")); }

  base::FakeClock clock_{absl::FromUnixSeconds(1000)};
  ShardHealth health_{2, clock_};
};

TEST_F(ShardHealthTest, EveryShardMayBeTriedAtFirst) {
  EXPECT_TRUE(health_.MayTry(0));
  EXPECT_TRUE(health_.MayTry(0));
  EXPECT_THAT(health_.Problem(0), IsOk());
}

TEST_F(ShardHealthTest, AFailedOneRestsAndOneCallerTriesItAgain) {
  Fail();
  EXPECT_FALSE(health_.MayTry(0));
  EXPECT_TRUE(health_.MayTry(1)) << "the others do not rest";
  EXPECT_THAT(health_.Problem(0), StatusIs(absl::StatusCode::kUnavailable));
  clock_.Advance(ShardHealth::kFirstRest);
  EXPECT_TRUE(health_.MayTry(0));
  EXPECT_FALSE(health_.MayTry(0)) << "somebody is at it";
  health_.Reached(0);
  EXPECT_TRUE(health_.MayTry(0));
  EXPECT_THAT(health_.Problem(0), IsOk());
}

TEST_F(ShardHealthTest, RestsGrowUpToABound) {
  absl::Duration last;
  for (int i = 0; i < 40; ++i) {
    Fail();
    absl::Duration rest;
    while (!health_.MayTry(0)) {
      clock_.Advance(absl::Milliseconds(100));
      rest += absl::Milliseconds(100);
      ASSERT_LE(rest, ShardHealth::kLongestRest);
    }
    EXPECT_GE(rest, last);
    last = rest;
  }
  EXPECT_EQ(last, ShardHealth::kLongestRest);
}

// As when all handles find the shard gone.
TEST_F(ShardHealthTest, ManyFailuresAtATimeAreOne) {
  for (int i = 0; i < 20; ++i) Fail();
  clock_.Advance(ShardHealth::kFirstRest);
  EXPECT_TRUE(health_.MayTry(0));
}

TEST(MissingShardsTest, NamesEachOnceInOrder) {
  MissingShards missing;
  EXPECT_TRUE(missing.empty());
  for (const char* name : {"passages-2", "facts-0", "passages-2"}) missing.Add(name);
  EXPECT_THAT(missing.names(), ElementsAre("facts-0", "passages-2"));
}

TEST(ShardAddressTest, HostsAndPortsAreRead) {
  const auto address = ParseShardAddress("db1.internal:7001");
  ASSERT_TRUE(address.has_value());
  EXPECT_EQ(address->host, "db1.internal");
  EXPECT_EQ(address->port, 7001);
  ASSERT_TRUE(ParseShardAddress("[::1]:7001").has_value());
  EXPECT_EQ(ParseShardAddress("[::1]:7001")->host, "::1");
  for (const char* wrong : {"", "db1", ":7001", "db1:", "db1:0", "db1:65536", "db1:x", "::1:7001",
                            "unix:/tmp/s:1", "[]:1", "a b:1"}) {
    EXPECT_FALSE(ParseShardAddress(wrong).has_value()) << wrong;
  }
}

}  // namespace
}  // namespace yinzheng::store
