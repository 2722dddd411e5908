// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/gram_analysis.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "indexer/text/segmenter.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::text {
namespace {

// Our own sentences, with words, codes, numbers, dates and both scripts.
constexpr std::u32string_view kTexts[] = {
    U"机器人产业园今天在昌平开工，总投资三十亿元，预计2025年7月建成。",
    U"第五架C919客機交付，航程5555公里，1,200億元，佔六成。",
    U"A股上涨，编号PD1728_A_1的产品停产；联合国教科文组织昨日表示祝贺。",
    U"",
};

TEST(GramAnalysisTest, LeavesOutWordsAlone) {
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<Segmenter> segmenter, Segmenter::Create());
  const Analyzer analyzer(*segmenter);
  size_t words = 0;
  for (const std::u32string_view text : kTexts) {
    std::vector<IndexToken> expected = analyzer.Analyze(text);
    words += std::erase_if(expected,
                           [](const IndexToken& token) { return token.kind == TokenKind::kWord; });
    const std::vector<IndexToken> grams = AnalyzeGrams(text, GramChoice());
    ASSERT_EQ(grams.size(), expected.size());
    for (size_t i = 0; i < grams.size(); ++i) {
      EXPECT_EQ(grams[i].term, expected[i].term);
      EXPECT_EQ(grams[i].position, expected[i].position);
      EXPECT_EQ(grams[i].length, expected[i].length);
      EXPECT_EQ(grams[i].span, expected[i].span);
    }
  }
  EXPECT_GT(words, 0U);
}

TEST(GramAnalysisTest, ValuesAllHoldADigit) {
  size_t values = 0;
  for (const std::u32string_view text : kTexts) {
    std::vector<IndexToken> all = AnalyzeGrams(text, GramChoice());
    const std::vector<IndexToken> plain = AnalyzeGrams(text, {.values = false});
    values += all.size() - plain.size();
    const auto has_digit = [](const IndexToken& token) {
      return std::any_of(token.term.begin(), token.term.end(),
                         [](char c) { return c >= '0' && c <= '9'; });
    };
    std::vector<std::string> without_digits;
    for (const IndexToken& token : all) {
      if (!has_digit(token)) without_digits.push_back(token.term);
    }
    std::vector<std::string> plain_without_digits;
    for (const IndexToken& token : plain) {
      if (!has_digit(token)) plain_without_digits.push_back(token.term);
    }
    EXPECT_EQ(without_digits, plain_without_digits);
  }
  EXPECT_GT(values, 0U);
}

TEST(GramAnalysisTest, BeginningsKeepTheirTermsWhereTheyAre) {
  const absl::flat_hash_set<char32_t> beginnings = {U'机', U'客', U'万'};
  size_t left_out = 0;
  for (const std::u32string_view text : kTexts) {
    std::vector<IndexToken> expected = AnalyzeGrams(text, GramChoice());
    left_out += std::erase_if(expected, [&](const IndexToken& token) {
      const bool is_gram = token.kind == TokenKind::kUnigram || token.kind == TokenKind::kBigram;
      const char32_t first = DecodeUtf8(token.term).front();
      return is_gram && IsHan(first) && !beginnings.contains(first);
    });
    const std::vector<IndexToken> grams = AnalyzeGrams(text, {.beginnings = &beginnings});
    ASSERT_EQ(grams.size(), expected.size());
    for (size_t i = 0; i < grams.size(); ++i) {
      EXPECT_EQ(grams[i].term, expected[i].term);
      EXPECT_EQ(grams[i].position, expected[i].position);
      EXPECT_EQ(grams[i].span, expected[i].span);
    }
  }
  EXPECT_GT(left_out, 50U);
}

}  // namespace
}  // namespace yinzheng::text
