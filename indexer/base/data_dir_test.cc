// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/base/data_dir.h"

#include <cstdlib>
#include <optional>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::base {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::yinzheng::testing::IsOkAndHolds;
using ::yinzheng::testing::StatusIs;

constexpr const char* kVariable = "YINZHENG_DATA_DIR";

// Sets the variable for one test.
class DataDirTest : public ::testing::Test {
 protected:
  DataDirTest() {
    if (const char* value = std::getenv(kVariable)) before_ = value;
  }
  ~DataDirTest() override {
    if (before_.has_value()) {
      setenv(kVariable, before_->c_str(), 1);
    } else {
      unsetenv(kVariable);
    }
  }

  yinzheng::testing::TempDir directory_;
  std::optional<std::string> before_;
};

TEST_F(DataDirTest, TheVariableDecides) {
  setenv(kVariable, directory_.path().c_str(), 1);
  directory_.Write("dict/a.txt", "words");
  EXPECT_THAT(DataDir(), IsOkAndHolds(directory_.path().string()));
  EXPECT_THAT(DataPath("dict/a.txt"), IsOkAndHolds(EndsWith("dict/a.txt")));
  EXPECT_THAT(ReadDataFile("dict/a.txt"), IsOkAndHolds("words"));
}

TEST_F(DataDirTest, ErrorsSayWhatToSet) {
  setenv(kVariable, directory_.path().c_str(), 1);
  EXPECT_THAT(DataPath("none"), StatusIs(absl::StatusCode::kNotFound, HasSubstr(kVariable)));
  setenv(kVariable, (directory_.path() / "none").c_str(), 1);
  EXPECT_THAT(DataDir(), StatusIs(absl::StatusCode::kNotFound, HasSubstr(kVariable)));
}

TEST_F(DataDirTest, DefaultsToTheFolderBesideTheProgram) {
  unsetenv(kVariable);
  EXPECT_THAT(DataDir(), IsOkAndHolds(EndsWith("/share/yinzheng")));
  EXPECT_THAT(DataPath("dict/jieba.dict.utf8"), IsOkAndHolds(EndsWith("jieba.dict.utf8")));
}

}  // namespace
}  // namespace yinzheng::base
