// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/fold.h"

#include <random>
#include <string>

#include "gtest/gtest.h"
#include "indexer/text/compatibility.h"
#include "indexer/text/script.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::text {
namespace {

using ::yinzheng::testing::IsOk;

struct FoldCase {
  const char* name;
  std::u32string text;
  std::u32string key;
};

class FoldTest : public ::testing::TestWithParam<FoldCase> {};

TEST_P(FoldTest, GivesTheKey) {
  const FoldedText folded = FoldCharacters(GetParam().text);
  EXPECT_EQ(EncodeUtf8(folded.key), EncodeUtf8(GetParam().key));
  EXPECT_EQ(FoldCharacters(folded.key).key, folded.key) << "not idempotent";
}

INSTANTIATE_TEST_SUITE_P(
    All, FoldTest,
    ::testing::Values(FoldCase{"Empty", U"", U""}, FoldCase{"Case", U"GDP", U"gdp"},
                      FoldCase{"Width", U"ＧＤＰ１２３，％", U"gdp123,%"},
                      FoldCase{"SquareMetre", U"9㎡", U"9m2"},
                      FoldCase{"Ellipsis", U"……", U"......"}, FoldCase{"Superscript", U"m²", U"m2"},
                      FoldCase{"Traditional", U"科技創新中心", U"科技创新中心"},
                      FoldCase{"PhraseDecides", U"乾燥與乾隆", U"干燥与乾隆"},
                      FoldCase{"NotZhe", U"著名作家看著", U"著名作家看著"},
                      FoldCase{"CompatibilityIdeograph", U"\uF900", U"岂"},
                      FoldCase{"Invisible", U"中\u200B国", U"中国"},
                      FoldCase{"ExtensionB", U"𠀋字", U"𠀋字"},
                      FoldCase{"Same", U"量子院", U"量子院"}),
    [](const auto& test) { return test.param.name; });

TEST(FoldedTextTest, MapsSeveralToOneAndOneToSeveral) {
  // 1 ㎡ <zero width> 灣
  const FoldedText folded = FoldCharacters(U"1㎡\u200B灣");
  ASSERT_EQ(folded.key, U"1m2湾");
  EXPECT_EQ(folded.ToSource({1, 2}), (Span{1, 2}));
  EXPECT_EQ(folded.ToSource({1, 3}), (Span{1, 2}));
  EXPECT_EQ(folded.ToSource({2, 4}), (Span{1, 4}));
  EXPECT_EQ(folded.FromSource({1, 2}), (Span{1, 3}));
  EXPECT_EQ(folded.FromSource({2, 3}), (Span{3, 3}));
  EXPECT_EQ(folded.FromSource({0, 4}), (Span{0, 4}));
}

TEST(FoldedTextTest, EmptySpansKeepTheirPlace) {
  const FoldedText folded = FoldCharacters(U"中国");
  EXPECT_EQ(folded.ToSource({1, 1}), (Span{1, 1}));
  EXPECT_EQ(folded.ToSource({2, 2}), (Span{2, 2}));
  EXPECT_EQ(folded.ToSource({9, 12}), (Span{2, 2}));
}

// Characters from which the random texts are drawn: plain, wide, vanishing, splitting, Traditional,
// past U+FFFF.
constexpr std::u32string_view kAlphabet =
    U"中国灣乾隆著㎡…Ａａ１,，\u200B\u00AD𠀋𪜀\U0002F800①½ﬁ覆回瞭明é";

TEST(FoldedTextTest, OffsetsAreMonotoneAndExactOnRandomTexts) {
  std::mt19937 random(11);  // NOLINT(cert-msc51-cpp): the same texts in every run.
  for (int round = 0; round < 2000; ++round) {
    std::u32string text;
    for (size_t size = random() % 20; text.size() < size;) {
      text.push_back(kAlphabet[random() % kAlphabet.size()]);
    }
    const FoldedText folded = FoldCharacters(text);
    std::u32string plain;
    for (const char32_t c : text) internal::AppendCompatibilityFold(c, plain);
    ASSERT_EQ(folded.key, SimplifiedConverter::Default().Convert(plain).text);
    ASSERT_EQ(FoldToKey(text), folded.key);
    ASSERT_EQ(folded.begin.size(), folded.key.size());
    ASSERT_EQ(folded.end.size(), folded.key.size());
    for (uint32_t i = 0; i < folded.key.size(); ++i) {
      ASSERT_LT(folded.begin[i], folded.end[i]);
      ASSERT_LE(folded.end[i], text.size());
      if (i > 0) {
        ASSERT_LE(folded.begin[i - 1], folded.begin[i]);
        ASSERT_LE(folded.end[i - 1], folded.end[i]);
      }
      const Span there = folded.ToSource({i, i + 1});
      ASSERT_TRUE(folded.FromSource(there).contains(Span{i, i + 1}));
    }
  }
}

TEST(FoldKeyTest, FoldsUtf8AndRepairsIt) {
  EXPECT_EQ(FoldKey("臺灣ＡＢ"), "台湾ab");
  EXPECT_EQ(FoldKey("a\xFF"), "a\uFFFD");
}

TEST(FoldKeyVariantsTest, UnifiesWhatMayNotBeUnifiedEarlier) {
  EXPECT_EQ(FoldKeyVariants(U"看著"), U"看着");
  EXPECT_EQ(FoldKeyVariants(U"衞星"), U"卫星");
  EXPECT_EQ(FoldKeyVariants(U"中国"), U"中国");
}

TEST(FoldingFingerprintTest, IsStableAndLoaded) {
  ASSERT_THAT(LoadFolding(), IsOk());
  EXPECT_EQ(FoldingFingerprint().size(), 64u);
  EXPECT_EQ(FoldingFingerprint(), FoldingFingerprint());
}

}  // namespace
}  // namespace yinzheng::text
