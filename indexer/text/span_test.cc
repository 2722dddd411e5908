// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/span.h"

#include "gtest/gtest.h"

namespace yinzheng::text {
namespace {

TEST(SpanTest, SharesACodePoint) {
  EXPECT_TRUE((Span{1, 4}.overlaps({3, 5})));
  EXPECT_FALSE((Span{1, 4}.overlaps({4, 5})));
  EXPECT_FALSE((Span{1, 4}.overlaps({2, 2})));
}

TEST(SpanTest, ContainsPositionsAndSpans) {
  EXPECT_TRUE((Span{1, 4}.contains(1)));
  EXPECT_FALSE((Span{1, 4}.contains(4)));
  EXPECT_TRUE((Span{1, 4}.contains(Span{1, 4})));
  EXPECT_FALSE((Span{1, 4}.contains(Span{0, 2})));
}

TEST(SpanTest, OrdersByBeginThenEnd) {
  EXPECT_LT((Span{1, 9}), (Span{2, 3}));
  EXPECT_LT((Span{1, 2}), (Span{1, 3}));
}

TEST(SpanTest, IntersectAndCover) {
  EXPECT_EQ(Intersect({1, 4}, {2, 9}), (Span{2, 4}));
  EXPECT_TRUE(Intersect({1, 2}, {5, 6}).empty());
  EXPECT_EQ(Cover({1, 2}, {5, 6}), (Span{1, 6}));
}

TEST(SliceTest, CutsAtTheEndOfTheText) {
  EXPECT_EQ(Slice(U"甲乙丙", {1, 2}), U"乙");
  EXPECT_EQ(Slice(U"甲乙丙", {2, 9}), U"丙");
  EXPECT_EQ(Slice(U"甲乙丙", {7, 9}), U"");
}

}  // namespace
}  // namespace yinzheng::text
