// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/access_tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"

namespace yinzheng::services {
namespace {

using ::testing::HasSubstr;

TEST(AccessTokensTest, KnowsATokenByItsDigest) {
  const std::string file = absl::StrCat("# who  what\n\n", TokenLine("reports", "read", "t1"), "\n",
                                        TokenLine("ops", "read,operate", "t2"), " # by hand\r\n",
                                        TokenLine("gone", "operate", "t3"), "  expires:2026-03-01");
  const auto tokens = AccessTokens::Parse(file, "tokens");
  ASSERT_TRUE(tokens.ok()) << tokens.status();
  EXPECT_EQ(tokens->size(), 3U);
  const auto reports = tokens->Find("t1");
  ASSERT_TRUE(reports.has_value());
  EXPECT_EQ(reports->name, "reports");
  EXPECT_TRUE(reports->Permits(Scope::kRead));
  EXPECT_FALSE(reports->Permits(Scope::kOperate));
  EXPECT_EQ(reports->expires, absl::InfiniteFuture());
  EXPECT_TRUE(tokens->Find("t2")->Permits(Scope::kOperate));
  EXPECT_FALSE(tokens->Find("t3")->Permits(Scope::kRead)) << "operate does not include read";
  EXPECT_EQ(tokens->Find("t3")->expires,
            absl::FromCivil(absl::CivilDay(2026, 3, 2), absl::UTCTimeZone()));
  EXPECT_FALSE(tokens->Find("t4").has_value());
  EXPECT_FALSE(tokens->Find("").has_value());
}

TEST(AccessTokensTest, SaysWhichLineIsWrongAndHow) {
  const std::string good = TokenLine("a", "read", "t1");
  struct Row {
    std::string file;
    const char* message;
  };
  for (const Row& row : {
           Row{"", "holds none"},
           Row{"# nobody yet\n", "holds none"},
           Row{good + "\nreports read\n", "tokens:2: it has 2 words"},
           Row{"a/b read sha256:00", "tokens:1: \"a/b\" is no name"},
           Row{TokenLine("a", "write", "t1"), "\"write\" is no scope"},
           Row{TokenLine("a", "read,", "t1"), "\"\" is no scope"},
           Row{"a read sha256:00ff", "64 lower-case hexadecimal digits"},
           Row{"a read secret", "64 lower-case hexadecimal digits"},
           Row{good + " until:2026-03-01", "is no end"},
           Row{good + " expires:soon", "is no end"},
           Row{absl::StrCat(good, "\n", good), "tokens:2: the digest stands there twice"},
       }) {
    const auto tokens = AccessTokens::Parse(row.file, "tokens");
    EXPECT_EQ(tokens.status().code(), absl::StatusCode::kInvalidArgument) << row.file;
    EXPECT_THAT(std::string(tokens.status().message()), HasSubstr(row.message));
  }
}

TEST(AccessTokensTest, MessagesDoNotRepeatWhatMayBeAToken) {
  const auto tokens = AccessTokens::Parse("reports read my-secret-token", "tokens");
  EXPECT_THAT(std::string(tokens.status().message()), testing::Not(HasSubstr("my-secret-token")));
}

TEST(AccessTokensTest, AFileThatIsNotThereIsSaid) {
  const auto tokens = AccessTokens::Load("/nonexistent/tokens");
  EXPECT_EQ(tokens.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(tokens.status().message()), HasSubstr("/nonexistent/tokens"));
}

TEST(NewTokenTest, IsLongAndEveryTimeAnother) {
  const auto one = NewToken();
  const auto two = NewToken();
  ASSERT_TRUE(one.ok() && two.ok());
  EXPECT_EQ(one->size(), 64U);
  EXPECT_NE(*one, *two);
}

}  // namespace
}  // namespace yinzheng::services
