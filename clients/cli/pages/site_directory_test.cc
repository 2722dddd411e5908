// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/site_directory.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace yinzheng::cli::pages {
namespace {

namespace fs = std::filesystem;

class SiteDirectoryTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = ::testing::TempDir() + "/site-XXXXXX";
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    parent_ = name;
  }
  void TearDown() override { fs::remove_all(parent_); }

  std::ptrdiff_t Entries() const {
    return std::distance(fs::directory_iterator(parent_), fs::directory_iterator());
  }

  fs::path parent_;
};

TEST_F(SiteDirectoryTest, AppearsWhole) {
  auto directory = SiteDirectory::Create(parent_ / "site");
  ASSERT_TRUE(directory.ok()) << directory.status();
  ASSERT_TRUE((*directory)->Write("articles/1.html", "甲").ok());
  EXPECT_FALSE(fs::exists(parent_ / "site"));
  ASSERT_TRUE((*directory)->Publish().ok());
  EXPECT_EQ(fs::file_size(parent_ / "site/articles/1.html"), 3U);
  EXPECT_EQ(Entries(), 1);
}

TEST_F(SiteDirectoryTest, LeavesNothingWhereItIsNotPublished) {
  {
    auto directory = SiteDirectory::Create(parent_ / "site");
    ASSERT_TRUE((*directory)->Write("index.html", "甲").ok());
  }
  EXPECT_EQ(Entries(), 0);
}

TEST_F(SiteDirectoryTest, TakesThePlaceOfAnEmptyDirectory) {
  fs::create_directory(parent_ / "site");
  auto directory = SiteDirectory::Create((parent_ / "site/").string());
  ASSERT_TRUE(directory.ok()) << directory.status();
  ASSERT_TRUE((*directory)->Write("index.html", "甲").ok());
  ASSERT_TRUE((*directory)->Publish().ok());
  EXPECT_TRUE(fs::exists(parent_ / "site/index.html"));
}

TEST_F(SiteDirectoryTest, RefusesWhatHoldsSomething) {
  fs::create_directory(parent_ / "site");
  std::ofstream(parent_ / "site/mine") << "x";
  std::ofstream(parent_ / "file") << "x";
  for (const char* name : {"site", "file", "missing/site"}) {
    const auto directory = SiteDirectory::Create(parent_ / name);
    EXPECT_EQ(directory.status().code(), absl::StatusCode::kInvalidArgument) << name;
  }
  EXPECT_EQ(SiteDirectory::Create("").status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_TRUE(fs::exists(parent_ / "site/mine"));
}

TEST_F(SiteDirectoryTest, RefusesTheCurrentDirectory) {
  const fs::path before = fs::current_path();
  fs::create_directory(parent_ / "site");
  fs::current_path(parent_ / "site");
  for (const std::string& name : {std::string("."), std::string("./"), std::string("../site/."),
                                  (parent_ / "site").string(), (parent_ / "site/.").string()}) {
    const absl::Status status = SiteDirectory::Create(name).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << name;
    EXPECT_THAT(status.message(), ::testing::HasSubstr("name a directory inside it")) << name;
  }
  fs::current_path(before);
  EXPECT_EQ(Entries(), 1);
}

TEST_F(SiteDirectoryTest, TakesPathsWithDots) {
  for (const char* name : {"first/.", "second/../second", "third//"}) {
    auto directory = SiteDirectory::Create((parent_ / name).string());
    ASSERT_TRUE(directory.ok()) << directory.status();
    ASSERT_TRUE((*directory)->Write("index.html", "甲").ok());
    ASSERT_TRUE((*directory)->Publish().ok()) << name;
  }
  EXPECT_EQ(Entries(), 3);
  EXPECT_TRUE(fs::exists(parent_ / "first/index.html"));
}

TEST_F(SiteDirectoryTest, RefusesMountPoints) {
  for (const char* name : {"/", "/proc"}) {
    const absl::Status status = SiteDirectory::Create(name).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << name;
    EXPECT_THAT(status.message(), ::testing::HasSubstr("mount point")) << name;
  }
}

TEST_F(SiteDirectoryTest, NeverReplacesWhatCameMeanwhile) {
  auto directory = SiteDirectory::Create(parent_ / "site");
  fs::create_directory(parent_ / "site");
  std::ofstream(parent_ / "site/mine") << "x";
  EXPECT_FALSE((*directory)->Publish().ok());
  directory->reset();
  EXPECT_EQ(Entries(), 1);
  EXPECT_TRUE(fs::exists(parent_ / "site/mine"));
}

}  // namespace
}  // namespace yinzheng::cli::pages
