// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/segments.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace yinzheng::cli::pages {
namespace {

using ::testing::ElementsAre;

// `0-5:1,2/0`: the place, the values, the quotations.
std::vector<std::string> Split(int start, int end, const std::vector<Mark>& values,
                               const std::vector<Mark>& quotes = {}) {
  std::vector<std::string> lines;
  for (const Segment& segment : SplitSegments(start, end, values, quotes)) {
    lines.push_back(absl::StrCat(segment.start, "-", segment.end, ":",
                                 absl::StrJoin(segment.values, ","), "/",
                                 absl::StrJoin(segment.quotes, ",")));
  }
  return lines;
}

TEST(SegmentsTest, TextWithoutMarksIsOne) { EXPECT_THAT(Split(3, 9, {}), ElementsAre("3-9:/")); }

TEST(SegmentsTest, EmptyStretchHasNone) { EXPECT_THAT(Split(3, 3, {{0, 9, 1}}), ElementsAre()); }

TEST(SegmentsTest, OneMark) {
  EXPECT_THAT(Split(0, 9, {{2, 5, 7}}), ElementsAre("0-2:/", "2-5:7/", "5-9:/"));
}

TEST(SegmentsTest, Overlapping) {
  EXPECT_THAT(Split(0, 9, {{1, 5, 0}, {3, 7, 1}}),
              ElementsAre("0-1:/", "1-3:0/", "3-5:0,1/", "5-7:1/", "7-9:/"));
}

TEST(SegmentsTest, Nested) {
  EXPECT_THAT(Split(0, 8, {{0, 8, 0}, {2, 4, 1}}), ElementsAre("0-2:0/", "2-4:0,1/", "4-8:0/"));
}

TEST(SegmentsTest, Identical) {
  EXPECT_THAT(Split(0, 4, {{1, 3, 5}, {1, 3, 2}, {1, 3, 5}}),
              ElementsAre("0-1:/", "1-3:2,5/", "3-4:/"));
}

TEST(SegmentsTest, Adjacent) {
  EXPECT_THAT(Split(0, 4, {{0, 2, 0}, {2, 4, 1}}), ElementsAre("0-2:0/", "2-4:1/"));
}

TEST(SegmentsTest, EmptyMarksCoverNothing) {
  EXPECT_THAT(Split(0, 4, {{2, 2, 0}, {3, 1, 1}}), ElementsAre("0-4:/"));
}

TEST(SegmentsTest, MarksThatReachOutAreCut) {
  EXPECT_THAT(Split(4, 8, {{0, 5, 0}, {7, 20, 1}, {0, 4, 2}, {8, 9, 3}}),
              ElementsAre("4-5:0/", "5-7:/", "7-8:1/"));
}

TEST(SegmentsTest, QuotationsAreKeptApartFromValues) {
  EXPECT_THAT(Split(0, 9, {{4, 5, 0}}, {{2, 8, 3}}),
              ElementsAre("0-2:/", "2-4:/3", "4-5:0/3", "5-8:/3", "8-9:/"));
}

}  // namespace
}  // namespace yinzheng::cli::pages
