// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/cache_file.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::store {
namespace {

using yinzheng::testing::IsOk;
using yinzheng::testing::IsOkAndHolds;
using yinzheng::testing::StatusIs;
using yinzheng::testing::TempDir;

class CacheFileTest : public ::testing::Test {
 protected:
  absl::StatusOr<std::string> Read(std::string_view key) {
    return ReadCacheFile(files_, path_, key);
  }

  base::FileSystem& files_ = base::FileSystem::Real();
  TempDir dir_;
  const std::string path_ = (dir_.path() / "kept").string();
};

TEST_F(CacheFileTest, GivesBackWhatWasWritten) {
  for (const std::string& contents : {std::string(), std::string("a\nb\n"), std::string(3, '\0')}) {
    ASSERT_THAT(WriteCacheFile(files_, path_, "key", contents), IsOk());
    EXPECT_THAT(Read("key"), IsOkAndHolds(contents));
  }
}

TEST_F(CacheFileTest, RefusesAbsentAndForeignFiles) {
  EXPECT_THAT(Read("key"), StatusIs(absl::StatusCode::kNotFound));
  ASSERT_THAT(WriteCacheFile(files_, path_, "key", "contents"), IsOk());
  EXPECT_THAT(Read("other"), StatusIs(absl::StatusCode::kFailedPrecondition));
  EXPECT_THAT(Read(""), StatusIs(absl::StatusCode::kFailedPrecondition));
  ASSERT_THAT(files_.WriteFile(path_, "something else"), IsOk());
  EXPECT_THAT(Read("key"), StatusIs(absl::StatusCode::kDataLoss));
}

TEST_F(CacheFileTest, RefusesAFileOfWhichAnyByteDiffers) {
  ASSERT_THAT(WriteCacheFile(files_, path_, "key", "contents"), IsOk());
  YZ_ASSERT_OK_AND_ASSIGN(const std::string whole, files_.ReadFile(path_));
  for (size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    ASSERT_THAT(files_.WriteFile(path_, damaged), IsOk());
    EXPECT_FALSE(Read("key").ok()) << "byte " << at;
    ASSERT_THAT(files_.WriteFile(path_, whole.substr(0, at)), IsOk());
    EXPECT_FALSE(Read("key").ok()) << "cut at " << at;
  }
}

TEST(ContentKey, TellsContentsApart) {
  EXPECT_EQ(ContentKey("a").size(), 16U);
  EXPECT_EQ(ContentKey("a"), ContentKey("a"));
  EXPECT_NE(ContentKey("a"), ContentKey("b"));
}

}  // namespace
}  // namespace yinzheng::store
