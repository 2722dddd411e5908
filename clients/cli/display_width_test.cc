// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/display_width.h"

#include <gtest/gtest.h>

#include "clients/cli/table.h"

namespace yinzheng::cli {
namespace {

TEST(DisplayWidthTest, ChineseCharactersTakeTwoColumns) {
  EXPECT_EQ(DisplayWidth("量子院"), 6);
  EXPECT_EQ(DisplayWidth("HEPS"), 4);
  EXPECT_EQ(DisplayWidth("𠮷，a"), 5);
  EXPECT_EQ(DisplayWidth("\xff"), 1) << "a broken byte takes a column and is skipped";
}

TEST(DisplayWidthTest, CutsBetweenCharacters) {
  EXPECT_EQ(Truncate("量子院", 6), "量子院");
  EXPECT_EQ(Truncate("量子院", 5), "量子…");
  EXPECT_EQ(Truncate("量子院", 4), "量…");
}

TEST(TableTest, AlignsColumnsByWidth) {
  const Table table{{"name", "n"}, {{"量子院", "1"}, {"HEPS", "22"}}};
  EXPECT_EQ(FormatTable(table), "name    n\n量子院  1\nHEPS    22\n");
}

TEST(TableTest, CsvQuotesWhatNeedsIt) {
  const Table table{{"a", "b"}, {{"x,y", "he said \"no\""}, {"line\nbreak", ""}}};
  EXPECT_EQ(FormatCsv(table), "a,b\n\"x,y\",\"he said \"\"no\"\"\"\n\"line\nbreak\",\n");
}

}  // namespace
}  // namespace yinzheng::cli
