// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/token_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/temp_dir.h"

namespace yinzheng::services {
namespace {

class TokenFileTest : public ::testing::Test {
 protected:
  void Write(const std::string& contents) { std::ofstream(path_) << contents; }

  yinzheng::testing::TempDir folder_;
  const std::string path_ = (folder_.path() / "tokens").string();
};

TEST_F(TokenFileTest, IsReadAgainOnlyWhenItChanged) {
  Write(TokenLine("a", "read", "one"));
  TokenFile file(path_);
  const auto first = file.ReadIfChanged();
  ASSERT_TRUE(first.ok()) << first.status();
  ASSERT_NE(*first, nullptr);
  EXPECT_TRUE((*first)->Find("one").has_value());
  EXPECT_EQ(*file.ReadIfChanged(), nullptr);
  Write(TokenLine("a", "read", "two"));
  const auto second = file.ReadIfChanged();
  ASSERT_TRUE(second.ok() && *second != nullptr);
  EXPECT_TRUE((*second)->Find("two").has_value());
}

TEST_F(TokenFileTest, WhatIsWrongIsSaidOnceAndMendedByTheNextContents) {
  Write("a read nonsense");
  TokenFile file(path_);
  EXPECT_EQ(file.ReadIfChanged().status().code(), absl::StatusCode::kInvalidArgument);
  ASSERT_TRUE(file.ReadIfChanged().ok());
  EXPECT_EQ(*file.ReadIfChanged(), nullptr);
  std::filesystem::remove(path_);
  EXPECT_EQ(file.ReadIfChanged().status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(*file.ReadIfChanged(), nullptr);
  Write(TokenLine("a", "read", "one"));
  const auto mended = file.ReadIfChanged();
  ASSERT_TRUE(mended.ok());
  EXPECT_NE(*mended, nullptr);
}

}  // namespace
}  // namespace yinzheng::services
