// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/script.h"

#include <opencc/SimpleConverter.hpp>
#include <random>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(SimplifiedConverterTest, KeepsPlacesWithTheShippedTables) {
  const SimplifiedText result = SimplifiedConverter::Default().Convert(U"雙輪驅動的科創「大腦」");
  EXPECT_EQ(result.text, U"双轮驱动的科创「大脑」");
  EXPECT_THAT(result.begin, IsEmpty());
}

TEST(SimplifiedConverterTest, KnowsTraditionalCharacters) {
  const SimplifiedConverter& converter = SimplifiedConverter::Default();
  EXPECT_TRUE(converter.IsTraditional(U'灣'));
  EXPECT_FALSE(converter.IsTraditional(U'湾'));
  EXPECT_FALSE(converter.IsTraditional(U'a'));
  EXPECT_FALSE(converter.IsTraditional(0x10FFFF));
}

TEST(SimplifiedConverterTest, AlignsWhereTheLengthChanges) {
  const SimplifiedConverter converter({{U"ab", U"x"}, {U"c", U"yz"}, {U"a", U"1"}});
  const SimplifiedText result = converter.Convert(U"aabcd");
  EXPECT_EQ(result.text, U"1xyzd");
  EXPECT_THAT(result.begin, ElementsAre(0, 1, 3, 3, 4));
  EXPECT_THAT(result.end, ElementsAre(1, 3, 4, 4, 5));
}

TEST(SimplifiedConverterTest, LongestEntryWins) {
  const SimplifiedConverter converter({{U"a", U"1"}, {U"ab", U"23"}, {U"abc", U"456"}});
  EXPECT_EQ(converter.Convert(U"abcaba").text, U"456231");
}

TEST(SimplifiedConverterTest, FingerprintDependsOnTheEntriesAlone) {
  EXPECT_EQ(SimplifiedConverter({{U"a", U"1"}, {U"b", U"2"}}).fingerprint(),
            SimplifiedConverter({{U"b", U"2"}, {U"a", U"1"}}).fingerprint());
  EXPECT_NE(SimplifiedConverter(SimplifiedConverter::Entries{{U"a", U"1"}}).fingerprint(),
            SimplifiedConverter(SimplifiedConverter::Entries{{U"a", U"2"}}).fingerprint());
}

TEST(SimplifiedConverterTest, AgreesWithOpenCcOnRandomTexts) {
  constexpr std::u32string_view kAlphabet =
      U"乾隆燥坤覆蓋回答反明瞭解望藉口此著名看後裡里臺灣發髮中a，";
  const opencc::SimpleConverter opencc("t2s.json");
  std::mt19937 random(3);  // NOLINT(cert-msc51-cpp): the same texts in every run.
  for (int round = 0; round < 2000; ++round) {
    std::u32string text;
    for (int i = 0; i < 12; ++i) text.push_back(kAlphabet[random() % kAlphabet.size()]);
    ASSERT_EQ(EncodeUtf8(SimplifiedConverter::Default().Convert(text).text),
              opencc.Convert(EncodeUtf8(text)));
  }
}

}  // namespace
}  // namespace yinzheng::text
