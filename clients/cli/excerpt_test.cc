// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/excerpt.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace yinzheng::cli {
namespace {

v1::PassageMatch Match(int start, int end, const std::vector<std::pair<int, int>>& highlights) {
  v1::PassageMatch match;
  match.mutable_passage()->mutable_span()->set_start(start);
  match.mutable_passage()->mutable_span()->set_end(end);
  for (const auto& [from, to] : highlights) {
    v1::TextSpan& span = *match.add_highlights();
    span.set_start(from);
    span.set_end(to);
  }
  return match;
}

TEST(ExcerptTest, ShortPassagesAreShownWhole) {
  const v1::TextSpan span = ExcerptSpan(Match(10, 60, {{20, 22}}), 100);
  EXPECT_EQ(span.start(), 10);
  EXPECT_EQ(span.end(), 60);
}

TEST(ExcerptTest, LongPassagesShowTheStretchThatMatchesMost) {
  // One match early, three close together late.
  const v1::TextSpan span =
      ExcerptSpan(Match(0, 500, {{5, 7}, {300, 304}, {310, 314}, {330, 334}}), 100);
  EXPECT_EQ(span.start(), 284);
  EXPECT_EQ(span.end(), 384);
}

TEST(ExcerptTest, StaysInsideThePassage) {
  const v1::TextSpan late = ExcerptSpan(Match(100, 300, {{298, 300}}), 80);
  EXPECT_EQ(late.start(), 220);
  EXPECT_EQ(late.end(), 300);
  const v1::TextSpan none = ExcerptSpan(Match(100, 300, {}), 80);
  EXPECT_EQ(none.start(), 100);
  EXPECT_EQ(none.end(), 180);
}

}  // namespace
}  // namespace yinzheng::cli
