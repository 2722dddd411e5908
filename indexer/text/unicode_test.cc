// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/unicode.h"

#include <string>

#include "gtest/gtest.h"

namespace yinzheng::text {
namespace {

TEST(DecodeUtf8Test, DecodesEveryLength) {
  EXPECT_EQ(DecodeUtf8("aé中𠀋"), U"aé中𠀋");
  EXPECT_EQ(DecodeUtf8(""), U"");
}

struct InvalidCase {
  const char* name;
  std::string bytes;
  std::u32string want;
  size_t replacements;
};

class InvalidUtf8Test : public ::testing::TestWithParam<InvalidCase> {};

TEST_P(InvalidUtf8Test, ReplacesMaximalSequences) {
  EXPECT_EQ(DecodeUtf8(GetParam().bytes), GetParam().want);
  EXPECT_EQ(CountInvalidUtf8(GetParam().bytes), GetParam().replacements);
}

INSTANTIATE_TEST_SUITE_P(
    All, InvalidUtf8Test,
    ::testing::Values(InvalidCase{"Valid", "中", U"中", 0},
                      InvalidCase{"CutOffCharacter", "中\xE4\xB8", U"中\uFFFD", 1},
                      InvalidCase{"StrayContinuation", "a\x80z", U"a\uFFFDz", 1},
                      InvalidCase{"Surrogate", "\xED\xA0\x80", U"\uFFFD\uFFFD\uFFFD", 3},
                      InvalidCase{"Overlong", "\xC0\xAF", U"\uFFFD\uFFFD", 2},
                      InvalidCase{"TooLarge", "\xF5\x80", U"\uFFFD\uFFFD", 2}),
    [](const auto& test) { return test.param.name; });

TEST(EncodeUtf8Test, IsTheInverse) {
  std::u32string all;
  for (char32_t c = 1; c <= 0x10FFFF; c += 7) {
    if (c < 0xD800 || c > 0xDFFF) all.push_back(c);
  }
  EXPECT_EQ(DecodeUtf8(EncodeUtf8(all)), all);
}

TEST(EncodeUtf8Test, ResultIsAlwaysValid) {
  const std::u32string bad = {0xD800, 0x110000, 0xFFFFFFFF};
  EXPECT_EQ(EncodeUtf8(bad), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

using Predicate = bool (*)(char32_t);

struct ClassCase {
  const char* name;
  Predicate is;
  std::u32string members;
  std::u32string others;
};

class CharacterClassTest : public ::testing::TestWithParam<ClassCase> {};

TEST_P(CharacterClassTest, HoldsMembersOnly) {
  for (const char32_t c : GetParam().members) {
    EXPECT_TRUE(GetParam().is(c)) << std::hex << uint32_t{c};
  }
  for (const char32_t c : GetParam().others) {
    EXPECT_FALSE(GetParam().is(c)) << std::hex << uint32_t{c};
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, CharacterClassTest,
    ::testing::Values(
        // One of each block: basic, A, B, C, D, E, F, G, H, compatibility and its supplement.
        ClassCase{"Han", &IsHan, U"中㐀𠀋𪜀𫝀𫠠𬺰𰀀\U00031350豈\U0002F800〇々",
                  U"aア가。１"},
        ClassCase{"Latin", &IsLatinLetter, U"aZéＡ", U"1中αд-"},
        ClassCase{"Digit", &IsDigit, U"09０９", U"一②½"},
        ClassCase{"Space", &IsSpace, U" \t\n\u3000\u00A0", U"a\u200B"},
        ClassCase{"LineBreak", &IsLineBreak, U"\n\r\u2028\u2029", U" \t"},
        ClassCase{"Invisible", &IsInvisible, U"\u200B\uFEFF\u00AD", U" a"},
        ClassCase{"SentenceEnd", &IsSentenceEnd, U"。！？!?…", U".；，、”"},
        ClassCase{"ClauseEnd", &IsClauseEnd, U"，,；;：:", U"、。."},
        ClassCase{"ClosingQuote", &IsClosingQuote, U"”’」』", U"“）\""},
        ClassCase{"OpeningQuote", &IsOpeningQuote, U"“‘「『", U"”（\""},
        ClassCase{"ClosingBracket", &IsClosingBracket, U"）)】》", U"（”"},
        ClassCase{"OpeningBracket", &IsOpeningBracket, U"（(【《", U"）“"},
        ClassCase{"Punctuation", &IsPunctuation, U"，。、“《%—·￥$", U"a1中 \n"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace yinzheng::text
