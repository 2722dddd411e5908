// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pager.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "clients/cli/style.h"

namespace yinzheng::cli {
namespace {

TEST(DisplayRowsTest, CountsWhatIsWrapped) {
  struct Row {
    std::string text;
    int want;
  };
  for (const Row& row :
       {Row{"", 0}, Row{"a\n", 1}, Row{"a\nb", 2}, Row{"a\n\nb\n", 3}, Row{"0123456789\n", 1},
        Row{"0123456789a\n", 2}, Row{"量子信息科", 1}, Row{"量子信息科学", 2}}) {
    EXPECT_EQ(DisplayRows(row.text, 10), row.want) << row.text;
  }
}

TEST(DisplayRowsTest, EscapeSequencesTakeNoRoom) {
  const Style style(/*colours=*/true, /*links=*/true);
  const std::string ten = "0123456789";
  EXPECT_EQ(DisplayRows(style.Match(style.Link(ten, "https://news.example/" + ten)), 10), 1);
  EXPECT_EQ(DisplayRows(style.Match(style.Link(ten + "a", "https://news.example/")), 10), 2);
  EXPECT_EQ(DisplayRows("\033[1", 10), 1) << "a sequence that is cut off";
  EXPECT_EQ(DisplayRows("\033]8;;", 10), 1);
}

class PagerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    unsetenv("YZ_PAGER");
    unsetenv("PAGER");
    std::string name = ::testing::TempDir() + "/pager-XXXXXX";
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    directory_ = name;
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  std::string Path(const std::string& name) const { return (directory_ / name).string(); }
  std::string Contents(const std::string& name) const {
    std::ifstream file(Path(name));
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }

  std::filesystem::path directory_;
};

TEST_F(PagerTest, TheEnvironmentChooses) {
  EXPECT_THAT(PagerCommand(), ::testing::HasSubstr("less -FRX"));
  setenv("PAGER", "more", 1);
  EXPECT_EQ(PagerCommand(), "more");
  setenv("YZ_PAGER", "most -s", 1);
  EXPECT_EQ(PagerCommand(), "most -s");
  for (const char* none : {"", "cat"}) {
    setenv("YZ_PAGER", none, 1);
    EXPECT_EQ(PagerCommand(), "") << none;
  }
}

TEST_F(PagerTest, GivesAllOfTheTextAndWaits) {
  const std::string text(1 << 20, 'a');  // more than a pipe holds
  EXPECT_TRUE(RunPager("cat >" + Path("all"), text));
  EXPECT_EQ(Contents("all"), text);
}

TEST_F(PagerTest, QuittingEarlyIsNoFailure) {
  EXPECT_TRUE(RunPager("head -c 3 >" + Path("part"), std::string(1 << 20, 'a')));
  EXPECT_EQ(Contents("part"), "aaa");
  EXPECT_TRUE(RunPager("exit 1", "text"));
}

TEST_F(PagerTest, LessIsToldOfColoursUnlessTheUserTellsIt) {
  unsetenv("LESS");
  EXPECT_TRUE(RunPager("echo $LESS >" + Path("less"), ""));
  EXPECT_EQ(Contents("less"), "FRX\n");
  setenv("LESS", "S", 1);
  EXPECT_TRUE(RunPager("echo $LESS >" + Path("less"), ""));
  EXPECT_EQ(Contents("less"), "S\n");
  unsetenv("LESS");
}

TEST_F(PagerTest, ACommandThatThereIsNotHasShownNothing) {
  EXPECT_FALSE(RunPager("exec /nonexistent/pager 2>/dev/null", "text"));
}

}  // namespace
}  // namespace yinzheng::cli
