// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/base/logging.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace yinzheng::base {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;

class LoggingTest : public ::testing::Test {
 protected:
  LoggingTest() {
    SetLogSink([this](std::string_view line) { lines_.emplace_back(line); });
  }
  ~LoggingTest() override {
    SetLogSink(nullptr);
    SetLogLevel(LogLevel::kInfo);
  }

  std::vector<std::string> lines_;
};

TEST_F(LoggingTest, RecordHasTimeLevelMessageAndFields) {
  LogInfo("generation published", {{"generation", "gen-1"}, {"articles", 12}});
  ASSERT_EQ(lines_.size(), 1u);
  EXPECT_THAT(lines_[0], MatchesRegex("[0-9-]+T[0-9:]+\\.[0-9]+Z INFO generation published "
                                      "generation=gen-1 articles=12"));
}

TEST_F(LoggingTest, OddValuesAreQuotedAndStayOnOneLine) {
  LogError("bad\nline", {{"path", "a b\n\"c\""}, {"empty", ""}, {"title", "引证"}});
  EXPECT_THAT(lines_,
              ElementsAre(EndsWith(R"(ERROR bad line path="a b\n\"c\"" empty="" title=引证)")));
}

TEST_F(LoggingTest, LevelsBelowTheLimitAreDropped) {
  SetLogLevel(LogLevel::kError);
  LogWarning("unheard");
  EXPECT_THAT(lines_, IsEmpty());
  LogError("heard");
  EXPECT_EQ(lines_.size(), 1u);
}

TEST(ParseLogLevelTest, KnowsItsNames) {
  LogLevel level = LogLevel::kInfo;
  EXPECT_TRUE(ParseLogLevel("warning", &level));
  EXPECT_EQ(level, LogLevel::kWarning);
  EXPECT_FALSE(ParseLogLevel("loud", &level));
  EXPECT_EQ(level, LogLevel::kWarning);
}

}  // namespace
}  // namespace yinzheng::base
