// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Tokens as terms and back: none is another one's term, and beginnings stay beginnings.

#include "indexer/store/text_terms.h"

#include <set>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using ::testing::StartsWith;

TEST(TextTerms, ChineseTakesTwoBytesACharacter) {
  const struct {
    const char* token;
    size_t bytes;
  } rows[] = {
      {"一", 2},    {"国", 2},  {"中国", 4}, {"实验室", 6}, {"龥", 2},
      {"㐀", 3},    {"〇", 3},  {"𠀀", 4},   {"é", 2},      {"gdp", 3},
      {"28200", 5}, {"60%", 3}, {"|", 1},    {"", 0},       {"卡拉ok", 6},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(TextTerm("", row.token).size(), row.bytes) << row.token;
    EXPECT_EQ(TextTerm("S", row.token).substr(1), TextTerm("", row.token)) << row.token;
    EXPECT_EQ(TokenOf(TextTerm("", row.token)), row.token);
  }
}

TEST(TextTerms, EveryCharacterHasATermOfItsOwn) {
  std::set<std::string> terms;
  size_t characters = 0;
  for (char32_t c = U' '; c < 0x30000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;  // Surrogates are no characters.
    const std::string token = text::EncodeUtf8(std::u32string(1, c));
    const std::string term = TextTerm("", token);
    ASSERT_EQ(TokenOf(term), token) << static_cast<uint32_t>(c);
    ASSERT_EQ(term.find('\0'), std::string::npos);
    terms.insert(term);
    ++characters;
  }
  EXPECT_EQ(terms.size(), characters);
}

TEST(TextTerms, BeginningsOfTokensBeginTheirTerms) {
  const std::u32string token = U"国A龥é𠀀〇中";
  const std::string term = TextTerm("S", text::EncodeUtf8(token));
  for (size_t size = 0; size <= token.size(); ++size) {
    EXPECT_THAT(term, StartsWith(TextTerm("S", text::EncodeUtf8(token.substr(0, size)))));
  }
}

}  // namespace
}  // namespace yinzheng::store
