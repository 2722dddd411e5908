// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/rule_table.h"

#include <fstream>

#include "absl/strings/match.h"
#include "gtest/gtest.h"

namespace yinzheng::knowledge {
namespace {

class RuleTableTest : public testing::Test {
 protected:
  absl::StatusOr<RuleTable> Load(const std::string& contents) const {
    std::ofstream(testing::TempDir() + "/rules.tsv") << contents;
    return RuleTable::Load(testing::TempDir(), "rules.tsv");
  }
};

TEST_F(RuleTableTest, ReadsCellsUnderTheirColumns) {
  const auto table = Load("# comment\nid\twords\tflag\nfirst\t甲 乙\tyes\n\nsecond\t丙\n");
  ASSERT_TRUE(table.ok()) << table.status();
  ASSERT_EQ(table->rows().size(), 2u);
  EXPECT_EQ(table->rows()[0].Get("id"), "first");
  EXPECT_EQ(table->rows()[0].Words("words"), (std::vector<std::u32string>{U"甲", U"乙"}));
  EXPECT_TRUE(table->rows()[0].Is("flag"));
  EXPECT_FALSE(table->rows()[1].Is("flag"));
  EXPECT_EQ(table->rows()[1].Get("absent"), "");
}

TEST_F(RuleTableTest, NamesTheLineThatIsWrong) {
  const auto wide = Load("id\twords\na\tb\tc\n");
  EXPECT_EQ(wide.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_TRUE(absl::StrContains(wide.status().message(), "rules.tsv:2")) << wide.status();
  const auto twice = Load("id\twords\na\tb\na\tc\n");
  EXPECT_EQ(twice.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_TRUE(absl::StrContains(twice.status().message(), "rules.tsv:3")) << twice.status();
}

TEST_F(RuleTableTest, MissingFileIsNotFound) {
  const auto table = RuleTable::Load(testing::TempDir(), "no-such.tsv");
  EXPECT_EQ(table.status().code(), absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace yinzheng::knowledge
