// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/shard_layout.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using yinzheng::testing::IsOk;
using yinzheng::testing::StatusIs;

TEST(ShardLayout, OneShardHoldsEverythingUnderThePlainNames) {
  EXPECT_EQ(PassageShard("articles/a", "", 1), 0U);
  EXPECT_EQ(PassagesDirectory(0, 1), "passages");
  EXPECT_EQ(FactsDirectory(0, 1), "facts");
  EXPECT_EQ(PassagesLabel(0, 1), "");
  EXPECT_EQ(PassagesDirectory(3, 4), "passages-3");
  EXPECT_EQ(FactsLabel(3, 4), "facts 3/4");
}

// An index on disk depends on these: they never change.
TEST(ShardLayout, PlacesAreFixed) {
  size_t places[6];
  const char* const names[] = {"articles/1",        "articles/2",    "articles/3",
                               "articles/0a1b2c3d", "articles/新闻", "articles/z"};
  for (size_t i = 0; i < 6; ++i) places[i] = PassageShard(names[i], "", 16);
  EXPECT_THAT(places, ::testing::ElementsAre(0, 9, 14, 5, 3, 1));
}

TEST(ShardLayout, ReprintsStandWithTheirGroup) {
  for (size_t shards = 2; shards <= kMaxShards; ++shards) {
    EXPECT_EQ(PassageShard("articles/a", "articles/b", shards),
              PassageShard("articles/b", "articles/b", shards));
    EXPECT_EQ(PassageShard("articles/b", "articles/b", shards),
              PassageShard("articles/b", "", shards));
  }
}

TEST(ShardLayout, FactsStandByTheirFirstCitation) {
  yinzheng::v1::Fact fact;
  fact.set_name("facts/f");
  EXPECT_LT(FactShard(fact, 8), 8U);
  fact.add_citations()->set_article("articles/a");
  fact.add_citations()->set_article("articles/b");
  EXPECT_EQ(FactShard(fact, 8), PassageShard("articles/a", "", 8));
}

TEST(ShardLayout, ShardsAreEven) {
  for (const size_t shards : {size_t{2}, size_t{3}, size_t{8}, size_t{64}}) {
    std::vector<size_t> counts(shards, 0);
    const size_t articles = 1000 * shards;
    for (size_t i = 0; i < articles; ++i) {
      ++counts[PassageShard(absl::StrCat("articles/", i), "", shards)];
    }
    for (const size_t count : counts) {
      EXPECT_GT(count, 850U) << shards;
      EXPECT_LT(count, 1150U) << shards;
    }
  }
}

TEST(ShardLayout, ManifestsNumberTheirShards) {
  v1::Manifest manifest;
  EXPECT_THAT(CheckShards(manifest, "idx/gen-1"), IsOk());
  EXPECT_EQ(ShardCount(manifest), 1U);
  manifest.add_shards();
  EXPECT_THAT(CheckShards(manifest, "idx/gen-1"),
              StatusIs(absl::StatusCode::kDataLoss,
                       AllOf(HasSubstr("idx/gen-1: "), HasSubstr("lists 1 shards"))));
  manifest.add_shards()->set_number(1);
  EXPECT_THAT(CheckShards(manifest, "idx/gen-1"), IsOk());
  EXPECT_EQ(ShardCount(manifest), 2U);
  manifest.mutable_shards(1)->set_number(5);
  EXPECT_THAT(
      CheckShards(manifest, "idx/gen-1"),
      StatusIs(absl::StatusCode::kDataLoss,
               AllOf(HasSubstr("idx/gen-1: "), HasSubstr("shard 5 in the place of shard 1"))));
}

TEST(ShardLayout, HostsAreNamedForAllShardsOrForNone) {
  v1::Manifest manifest;
  ShardHosts hosts;
  EXPECT_THAT(CheckShardHosts(manifest, hosts), IsOk());
  hosts.hosts.resize(1);
  EXPECT_THAT(CheckShardHosts(manifest, hosts),
              StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("the generation has one")));
  for (int i = 0; i < 3; ++i) manifest.add_shards()->set_number(i);
  EXPECT_THAT(CheckShardHosts(manifest, hosts),
              StatusIs(absl::StatusCode::kFailedPrecondition,
                       AllOf(HasSubstr("names 1 shards"), HasSubstr("has 3"))));
  hosts.hosts.resize(3);
  EXPECT_THAT(CheckShardHosts(manifest, hosts), IsOk());
}

}  // namespace
}  // namespace yinzheng::store
