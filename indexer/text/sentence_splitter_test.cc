// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/sentence_splitter.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text::internal {
namespace {

using Split = std::vector<Span> (*)(std::u32string_view, Span);

std::string JoinedBySlash(Split split, std::u32string_view text) {
  std::string joined;
  for (const Span span : split(text, {0, static_cast<uint32_t>(text.size())})) {
    if (!joined.empty()) joined += '/';
    joined += EncodeUtf8(Slice(text, span));
  }
  return joined;
}

struct SplitCase {
  const char* name;
  std::u32string text;
  std::string want;
};

class SentenceTest : public ::testing::TestWithParam<SplitCase> {};

TEST_P(SentenceTest, Splits) {
  EXPECT_EQ(JoinedBySlash(&SplitSentences, GetParam().text), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    All, SentenceTest,
    ::testing::Values(
        SplitCase{"Empty", U"", ""}, SplitCase{"NoEndMark", U"雨停了", "雨停了"},
        SplitCase{"Two", U"雨停了。天晴了!", "雨停了。/天晴了!"},
        SplitCase{"OuterSpaces", U" 雨停了。 天晴了 ", "雨停了。/天晴了"},
        SplitCase{"SeveralMarks", U"真的?!好。", "真的?!/好。"},
        SplitCase{"InsideBrackets", U"他走了(真的。不骗你)就这样。",
                  "他走了(真的。不骗你)就这样。"},
        SplitCase{"ClosedAfterMark", U"(他走了。)天黑了。", "(他走了。)天黑了。"},
        SplitCase{"FrameAfterQuotation", U"“雨停了。天晴了。”老王说。他笑了。",
                  "“雨停了。天晴了。”老王说。/他笑了。"},
        SplitCase{"FrameBeginsWithAName", U"“测试通过了!”“小船”组长说。",
                  "“测试通过了!”“小船”组长说。"},
        SplitCase{"IntroducedQuotation", U"老王说:“雨停了。天晴了。”他笑了。",
                  "老王说:“雨停了。天晴了。”/他笑了。"},
        SplitCase{"TwoQuotations", U"“雨停了。”“天晴了。”", "“雨停了。”/“天晴了。”"},
        SplitCase{"QuotedName", U"“小船”出海了。“大船”没有。", "“小船”出海了。/“大船”没有。"},
        SplitCase{"QuotedExclamation", U"一声“加油!”让人振奋。", "一声“加油!”让人振奋。"},
        SplitCase{"InnerQuotation", U"“他说‘雨停了。’”老王说。", "“他说‘雨停了。’”老王说。"},
        SplitCase{"NeverClosed", U"“雨停了。天晴了。", "“雨停了。/天晴了。"},
        SplitCase{"NeverOpened", U"雨停了。”天晴了。", "雨停了。”/天晴了。"},
        SplitCase{"EllipsisInside", U"风、雨、雪……都停了。", "风、雨、雪……都停了。"},
        SplitCase{"EllipsisAtEnd", U"他走了……", "他走了……"},
        SplitCase{"Decimal", U"增长3.5个百分点。", "增长3.5个百分点。"},
        SplitCase{"LatinFullStop", U"It rains. We wait.", "It rains./We wait."},
        SplitCase{"CommaAfterQuotation", U"“走吧!”,他喊道,没人应。", "“走吧!”,他喊道,没人应。"}),
    [](const auto& test) { return test.param.name; });

class PartTest : public ::testing::TestWithParam<SplitCase> {};

TEST_P(PartTest, OpensQuotations) {
  EXPECT_EQ(JoinedBySlash(&SplitParts, GetParam().text), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(All, PartTest,
                         ::testing::Values(SplitCase{"Frame", U"“雨停了。天晴了。”老王说。",
                                                     "“雨停了。/天晴了。”/老王说。"},
                                           SplitCase{"Plain", U"雨停了。", "雨停了。"},
                                           SplitCase{"Brackets", U"他走了(真的。)就这样。",
                                                     "他走了(真的。)就这样。"}),
                         [](const auto& test) { return test.param.name; });

class ClauseTest : public ::testing::TestWithParam<SplitCase> {};

TEST_P(ClauseTest, Splits) {
  EXPECT_EQ(JoinedBySlash(&SplitClauses, GetParam().text), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    All, ClauseTest,
    ::testing::Values(SplitCase{"Commas", U"雨停了,天晴了;他走了。", "雨停了,/天晴了;/他走了。"},
                      SplitCase{"List", U"风、雨、雪都停了。", "风、雨、雪都停了。"},
                      SplitCase{"Thousands", U"共1,200人,到了。", "共1,200人,/到了。"},
                      SplitCase{"ShortNumbers", U"买3,500克用去2,3天。", "买3,500克用去2,/3天。"},
                      SplitCase{"TimeOfDay", U"8:30开门。", "8:30开门。"},
                      SplitCase{"Brackets", U"甲(乙,丙)丁,戊。", "甲(乙,丙)丁,/戊。"},
                      SplitCase{"Quotation", U"“雨停了,天晴了。”老王说。",
                                "“雨停了,/天晴了。”/老王说。"},
                      SplitCase{"CommaInsideClosingQuote", U"“好,”他说。", "“好,”/他说。"}),
    [](const auto& test) { return test.param.name; });

TEST(SplitTest, CoversEverythingButSpacesOnAnyText) {
  constexpr std::u32string_view kAlphabet = U"甲乙。!,(“”)‘’ …、";
  for (uint32_t seed = 0; seed < 3000; ++seed) {
    std::u32string text;
    for (uint32_t i = 0, state = seed * 2654435761u; i < 14;
         ++i, state = state * 1664525u + 1013904223u) {
      text.push_back(kAlphabet[(state >> 16) % kAlphabet.size()]);
    }
    for (const Split split : {&SplitSentences, &SplitParts, &SplitClauses}) {
      uint32_t position = 0;
      for (const Span span : split(text, {0, static_cast<uint32_t>(text.size())})) {
        ASSERT_LT(span.begin, span.end) << EncodeUtf8(text);
        for (; position < span.begin; ++position) {
          ASSERT_EQ(text[position], U' ') << EncodeUtf8(text);
        }
        position = span.end;
      }
      for (; position < text.size(); ++position) {
        ASSERT_EQ(text[position], U' ') << EncodeUtf8(text);
      }
    }
  }
}

}  // namespace
}  // namespace yinzheng::text::internal
