// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/base/file_system.h"

#include <filesystem>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::base {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::IsOkAndHolds;
using ::yinzheng::testing::StatusIs;

class RealFileSystemTest : public ::testing::Test {
 protected:
  std::string Path(const std::string& name) const { return (directory_.path() / name).string(); }

  yinzheng::testing::TempDir directory_;
  FileSystem& files_ = FileSystem::Real();
};

TEST_F(RealFileSystemTest, ReadsWhatWasWritten) {
  const std::string contents("two\0parts\n", 10);
  ASSERT_THAT(files_.WriteFile(Path("a"), contents), IsOk());
  EXPECT_THAT(files_.ReadFile(Path("a")), IsOkAndHolds(contents));
  EXPECT_THAT(files_.FileSize(Path("a")), IsOkAndHolds(10u));
}

TEST_F(RealFileSystemTest, WriteFileTruncates) {
  ASSERT_THAT(files_.WriteFile(Path("a"), "longer"), IsOk());
  ASSERT_THAT(files_.WriteFile(Path("a"), "x"), IsOk());
  EXPECT_THAT(files_.ReadFile(Path("a")), IsOkAndHolds("x"));
}

TEST_F(RealFileSystemTest, ErrorsNameOperationAndPath) {
  EXPECT_THAT(files_.ReadFile(Path("none")),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr("none")));
  EXPECT_THAT(files_.ReadFile(Path("")),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("directory")));
  EXPECT_THAT(files_.WriteFile(Path("no/such/a"), "x"), StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(files_.Rename(Path("none"), Path("b")),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr("rename")));
  EXPECT_THAT(files_.FsyncFile(Path("none")), StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(files_.FsyncDir(Path("none")), StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(files_.List(Path("none")), StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(files_.FileSize(Path("none")), StatusIs(absl::StatusCode::kNotFound));
}

TEST_F(RealFileSystemTest, RenameReplacesAFile) {
  ASSERT_THAT(files_.WriteFile(Path("new"), "2"), IsOk());
  ASSERT_THAT(files_.WriteFile(Path("current"), "1"), IsOk());
  ASSERT_THAT(files_.Rename(Path("new"), Path("current")), IsOk());
  EXPECT_THAT(files_.FsyncDir(Path("")), IsOk());
  EXPECT_THAT(files_.ReadFile(Path("current")), IsOkAndHolds("2"));
  EXPECT_FALSE(files_.Exists(Path("new")));
}

TEST_F(RealFileSystemTest, CreatesListsAndRemovesDirectories) {
  ASSERT_THAT(files_.CreateDirs(Path("d/e")), IsOk());
  ASSERT_THAT(files_.CreateDirs(Path("d/e")), IsOk());
  EXPECT_TRUE(files_.IsDirectory(Path("d/e")));
  ASSERT_THAT(files_.WriteFile(Path("d/b"), ""), IsOk());
  ASSERT_THAT(files_.WriteFile(Path("d/a"), ""), IsOk());
  EXPECT_THAT(files_.List(Path("d")), IsOkAndHolds(ElementsAre("a", "b", "e")));
  ASSERT_THAT(files_.RemoveAll(Path("d")), IsOk());
  EXPECT_FALSE(files_.Exists(Path("d")));
  EXPECT_THAT(files_.RemoveAll(Path("d")), IsOk());
}

TEST_F(RealFileSystemTest, RemoveAllLeavesTheTargetOfALink) {
  ASSERT_THAT(files_.CreateDirs(Path("kept")), IsOk());
  ASSERT_THAT(files_.WriteFile(Path("kept/a"), "x"), IsOk());
  ASSERT_THAT(files_.CreateDirs(Path("d")), IsOk());
  std::filesystem::create_directory_symlink(Path("kept"), Path("d/link"));
  ASSERT_THAT(files_.RemoveAll(Path("d")), IsOk());
  EXPECT_THAT(files_.ReadFile(Path("kept/a")), IsOkAndHolds("x"));
}

TEST_F(RealFileSystemTest, EmptyDirectoryListsNothing) {
  EXPECT_THAT(files_.List(Path("")), IsOkAndHolds(IsEmpty()));
}

TEST(JoinPathTest, PutsOneSlashBetween) {
  EXPECT_EQ(JoinPath("a", "b"), "a/b");
  EXPECT_EQ(JoinPath("a/", "/b"), "a/b");
  EXPECT_EQ(JoinPath("", "b"), "b");
  EXPECT_EQ(JoinPath("/", "b"), "/b");
}

}  // namespace
}  // namespace yinzheng::base
