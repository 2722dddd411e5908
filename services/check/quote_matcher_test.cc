// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/check/quote_matcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/text/span.h"

namespace yinzheng::services {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Row {
  std::string name;
  std::u32string body;
  std::u32string quote;
  std::vector<text::Span> spans;
  bool folded;
};

class FindQuoteTest : public ::testing::TestWithParam<Row> {};

TEST_P(FindQuoteTest, FindsEveryPlace) {
  const Row& row = GetParam();
  const std::vector<QuotePlace> places = FindQuote(row.body, row.quote);
  ASSERT_EQ(places.size(), row.spans.size());
  for (size_t i = 0; i < places.size(); ++i) {
    EXPECT_EQ(places[i].span, row.spans[i]);
    EXPECT_EQ(places[i].folded, row.folded);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Quotes, FindQuoteTest,
    ::testing::Values(
        Row{"Verbatim", U"他说：“水到渠成。”", U"水到渠成", {{4, 8}}, false},
        Row{"Twice", U"水到渠成，水到渠成", U"水到渠成", {{0, 4}, {5, 9}}, false},
        Row{"AcrossALineBreak", U"他说水到\n　　渠成。", U"水到渠成", {{2, 9}}, false},
        Row{"SpacesInTheQuote", U"水到渠成", U"水到 渠成", {{0, 4}}, false},
        Row{"OtherScript", U"他說：「與時俱進」", U"与时俱进", {{4, 8}}, true},
        Row{"OtherWidth", U"增长５％，很快", U"增长5%,很快", {{0, 7}}, true},
        Row{"OtherMarksInside", U"做好‘中试’平台", U"做好「中试」平台", {{0, 8}}, true},
        Row{"VerbatimBeforeFolded", U"與時俱進、与时俱进", U"与时俱进", {{5, 9}}, false},
        Row{"BeyondTheBasicPlane", U"𠮷野家水到渠成", U"水到渠成", {{3, 7}}, false},
        Row{"OneCharacterChanged", U"水到渠成", U"水道渠成", {}, false},
        Row{"Nothing", U"水到渠成", U"", {}, false}),
    [](const auto& row) { return row.param.name; });

TEST(FindNearQuoteTest, SaysWhatWasChanged) {
  const auto near = FindNearQuote(U"据介绍，全院职工为217名，来自各地。", U"全院职工为271名", 0.6);
  ASSERT_TRUE(near.has_value());
  EXPECT_EQ(near->span, (text::Span{4, 13}));
  EXPECT_GT(near->likeness, 0.7);
  EXPECT_THAT(near->differences, ElementsAre("“271” is “217” in the record"));
}

TEST(FindNearQuoteTest, SaysWhatWasLeftOutAndAdded) {
  const auto left_out =
      FindNearQuote(U"我们一定要认真地做好这件事情", U"我们要认真地做好这件事情", 0.6);
  ASSERT_TRUE(left_out.has_value());
  EXPECT_THAT(left_out->differences, ElementsAre("“一定” of the record is left out"));
  const auto added = FindNearQuote(U"我们要认真做好这件事情", U"我们要非常认真做好这件事情", 0.6);
  ASSERT_TRUE(added.has_value());
  EXPECT_THAT(added->differences, ElementsAre("“非常” is not in the record"));
}

TEST(FindNearQuoteTest, LikenessHasALimit) {
  EXPECT_FALSE(FindNearQuote(U"今天天气晴朗，适合出行", U"全院职工为271名", 0.6).has_value());
  EXPECT_FALSE(FindNearQuote(U"", U"全院职工", 0.6).has_value());
  EXPECT_FALSE(FindNearQuote(U"全院职工", U"", 0.6).has_value());
}

TEST(TrimQuoteTest, DropsMarksAroundIt) {
  EXPECT_EQ(TrimQuote(U" “水到渠成。” "), U"水到渠成。");
  EXPECT_EQ(TrimQuote(U"「与时俱进」"), U"与时俱进");
  EXPECT_EQ(TrimQuote(U"“”"), U"");
}

}  // namespace
}  // namespace yinzheng::services
