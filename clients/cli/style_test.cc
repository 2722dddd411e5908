// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/style.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace yinzheng::cli {
namespace {

TEST(StyleTest, MarksSpansOfTheBodyInAPartOfIt) {
  google::protobuf::RepeatedPtrField<v1::TextSpan> spans;
  spans.Add()->set_start(12);
  spans.Mutable(0)->set_end(14);
  EXPECT_EQ(Style(false).Highlight("近三百\n余家", 10, spans), "近三*百*余家");
  EXPECT_EQ(Style(false).Highlight("近三百余家", 10, {}), "近三百余家");
}

TEST(StyleTest, LinksWhatTerminalsCanOpen) {
  const Style style(/*colours=*/false, /*links=*/true);
  EXPECT_EQ(style.Link("source", "https://news.example/a#:~:text=b"),
            "\033]8;;https://news.example/a#:~:text=b\033\\source\033]8;;\033\\");
  EXPECT_EQ(Style(false).Link("source", "https://news.example/a"), "source");
}

TEST(StyleTest, OtherAddressesAreNoLinks) {
  const Style style(/*colours=*/false, /*links=*/true);
  for (const std::string& uri :
       {std::string(), std::string("javascript:alert(1)"), std::string("file:///etc/passwd"),
        std::string("/a"), "https://news.example/" + std::string(3000, 'a')}) {
    EXPECT_EQ(style.Link("source", uri), "source") << uri;
  }
}

TEST(StyleTest, AddressesGiveNoOrdersToTheTerminal) {
  const Style style(/*colours=*/false, /*links=*/true);
  EXPECT_EQ(style.Link("source", "https://news.example/\033\\\a\x9c\u4eac b"),
            "\033]8;;https://news.example/%1B\\%07%9C%E4%BA%AC%20b\033\\source\033]8;;\033\\");
}

}  // namespace
}  // namespace yinzheng::cli
