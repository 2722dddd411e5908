// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/edit_distance.h"

#include <gtest/gtest.h>

namespace yinzheng::text {
namespace {

TEST(EditDistanceTest, CountsInsertedLeftOutReplacedAndSwapped) {
  struct Row {
    std::u32string_view a;
    std::u32string_view b;
    size_t distance;
  };
  for (const Row& row :
       {Row{U"", U"", 0}, Row{U"量子院", U"量子院", 0}, Row{U"量子院", U"量子所", 1},
        Row{U"量子院", U"量子", 1}, Row{U"量子", U"量子院", 1}, Row{U"昌平区", U"平昌区", 1},
        Row{U"", U"量子", 2}, Row{U"kitten", U"sitting", 3}, Row{U"abc", U"ca", 3}}) {
    EXPECT_EQ(EditDistance(row.a, row.b, 5), row.distance);
    EXPECT_EQ(EditDistance(row.b, row.a, 5), row.distance);
  }
}

TEST(EditDistanceTest, StopsAtTheLimit) {
  EXPECT_EQ(EditDistance(U"abcdef", U"uvwxyz", 2), 3U);
  EXPECT_EQ(EditDistance(U"a", U"abcdef", 2), 3U);
  EXPECT_EQ(EditDistance(U"ab", U"cd", 0), 1U);
  EXPECT_EQ(EditDistance(U"ab", U"ab", 0), 0U);
}

}  // namespace
}  // namespace yinzheng::text
