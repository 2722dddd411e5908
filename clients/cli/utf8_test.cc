// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/utf8.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace yinzheng::cli {
namespace {

TEST(CheckUtf8Test, TakesAllOfUtf8) {
  for (const char* text : {"", "plain", "引证", "𠮷", "é", "\x01\x7f"}) {
    EXPECT_TRUE(CheckUtf8("argument 1", text).ok()) << text;
  }
}

TEST(CheckUtf8Test, NamesTheByteThatIsWrong) {
  struct Row {
    std::string text;
    const char* want;
  };
  for (const Row& row :
       {Row{"\xff", "byte 1 (0xFF)"}, Row{"量\xfe", "byte 4 (0xFE)"}, Row{"a\xe9\x87", "byte 2"},
        Row{"\xc0\xaf", "byte 1"}, Row{"\xed\xa0\x80", "byte 1"}}) {
    const absl::Status status = CheckUtf8("argument 3", row.text);
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(std::string(status.message()), testing::HasSubstr(row.want));
    EXPECT_THAT(std::string(status.message()), testing::HasSubstr("argument 3"));
  }
}

}  // namespace
}  // namespace yinzheng::cli
