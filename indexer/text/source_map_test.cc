// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/source_map.h"

#include <random>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "indexer/text/decoding.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::text {
namespace {

using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::IsOkAndHolds;
using ::yinzheng::testing::StatusIs;

SourceMap MapOf(const std::vector<ByteRange>& ranges) {
  SourceMap map;
  for (const ByteRange range : ranges) EXPECT_THAT(map.Append(range), IsOk());
  return map;
}

TEST(SourceMapTest, MapsPlainTextBothWays) {
  const auto decoded = DecodeText("a中b");
  ASSERT_THAT(decoded, IsOk());
  SourceMap map;
  ASSERT_THAT(map.AppendDecoded(decoded->byte_offset, {0, 3}, 10), IsOk());
  EXPECT_EQ(map.size(), 3u);
  EXPECT_THAT(map.ToBytes({1, 2}), IsOkAndHolds(ByteRange{11, 14}));
  EXPECT_THAT(map.ToBytes({0, 3}), IsOkAndHolds(ByteRange{10, 15}));
  EXPECT_THAT(map.ToBody({11, 14}), IsOkAndHolds(Span{1, 2}));
  EXPECT_THAT(map.ToBody({12, 13}), IsOkAndHolds(Span{1, 2}));
  EXPECT_THAT(map.ToBody({10, 12}), IsOkAndHolds(Span{0, 2}));
}

TEST(SourceMapTest, EmptySpansKeepTheirPlace) {
  const SourceMap map = MapOf({{3, 6}, {6, 9}});
  EXPECT_THAT(map.ToBytes({1, 1}), IsOkAndHolds(ByteRange{6, 6}));
  EXPECT_THAT(map.ToBytes({2, 2}), IsOkAndHolds(ByteRange{9, 9}));
  EXPECT_THAT(map.ToBody({6, 6}), IsOkAndHolds(Span{1, 1}));
  EXPECT_THAT(SourceMap().ToBytes({0, 0}), IsOkAndHolds(ByteRange{0, 0}));
}

TEST(SourceMapTest, EscapesInsertionsAndGaps) {
  // \u4e2d, an inserted line break, a tag of four bytes, a letter.
  const SourceMap map = MapOf({{0, 6}, {6, 6}, {10, 11}});
  EXPECT_THAT(map.ToBytes({0, 3}), IsOkAndHolds(ByteRange{0, 11}));
  EXPECT_TRUE(map.IsContiguous({0, 2}));
  EXPECT_FALSE(map.IsContiguous({0, 3}));
  EXPECT_TRUE(map.IsContiguous({2, 3}));
  EXPECT_THAT(map.ToBody({7, 9}), IsOkAndHolds(Span{2, 2}));
  EXPECT_THAT(map.ToBody({5, 11}), IsOkAndHolds(Span{0, 3}));
}

TEST(SourceMapTest, RefusesBytesThatRunBackwards) {
  SourceMap map = MapOf({{4, 7}});
  EXPECT_THAT(map.Append({6, 9}), StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(map.Append({9, 8}), StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_EQ(map.size(), 1u);
}

TEST(SourceMapTest, RefusesWhatLiesOutside) {
  const SourceMap map = MapOf({{4, 7}});
  EXPECT_THAT(map.ToBytes({0, 2}), StatusIs(absl::StatusCode::kOutOfRange));
  EXPECT_THAT(map.ToBody({4, 8}), StatusIs(absl::StatusCode::kOutOfRange));
  EXPECT_FALSE(map.IsContiguous({0, 2}));
  SourceMap other;
  EXPECT_THAT(other.AppendDecoded({0, 3}, {0, 2}), StatusIs(absl::StatusCode::kOutOfRange));
}

TEST(SourceMapTest, AgreesWithPlainArraysOnRandomMaps) {
  std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same maps in every run.
  for (int round = 0; round < 200; ++round) {
    std::vector<ByteRange> ranges;
    uint64_t byte = random() % 3;
    for (uint32_t i = 0; i < 40; ++i) {
      if (random() % 5 == 0) byte += random() % 4;
      const uint64_t width = random() % 3 == 0 ? random() % 7 : 3;
      ranges.push_back({byte, byte + width});
      byte += width;
    }
    const SourceMap map = MapOf(ranges);
    for (uint32_t i = 0; i < ranges.size(); ++i) {
      ASSERT_THAT(map.ToBytes({i, i + 1}), IsOkAndHolds(ranges[i]));
      if (ranges[i].size() == 0) continue;
      ASSERT_THAT(map.ToBody(ranges[i]), IsOkAndHolds(Span{i, i + 1}));
    }
  }
}

}  // namespace
}  // namespace yinzheng::text
