// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/reading.h"

#include <random>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

using ::testing::ElementsAre;

struct ReadingCase {
  const char* name;
  std::u32string body;
  std::string want;  // Paragraphs by "/", headings marked with #.
};

std::string Summary(const Reading& reading) {
  std::string summary;
  for (const Paragraph& paragraph : reading.paragraphs()) {
    if (!summary.empty()) summary += '/';
    if (paragraph.kind == ParagraphKind::kHeading) summary += '#';
    summary += EncodeUtf8(reading.Text(paragraph.span));
  }
  return summary;
}

class ReadingTest : public ::testing::TestWithParam<ReadingCase> {};

TEST_P(ReadingTest, MakesParagraphs) {
  EXPECT_EQ(Summary(Reading(GetParam().body)), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Characters, ReadingTest,
    ::testing::Values(ReadingCase{"Empty", U"", ""}, ReadingCase{"OnlyBreaks", U"\n \n\r\n", ""},
                      ReadingCase{"Width", U"ＧＤＰ，１０％。", "GDP,10%。"},
                      ReadingCase{"CaseIsKept", U"GDP和Web 3.0。", "GDP和Web 3.0。"},
                      ReadingCase{"OneForOneOnly", U"9㎡……①。", "9㎡……①。"},
                      ReadingCase{"Traditional", U"臺灣的「雙輪」與『核心』。",
                                  "台湾的“双轮”与‘核心’。"},
                      ReadingCase{"StraightQuotes", U"他说\"好\"和\"行\"。", "他说“好”和“行”。"},
                      ReadingCase{"OddStraightQuote", U"长5\"。", "长5\"。"},
                      ReadingCase{"Spaces", U"　　雨 \u00A0停了。\u200B  ", "雨 停了。"}),
    [](const auto& test) { return test.param.name; });

// A line of prose that is broken in its middle; 30 characters.
#define YZ_OPEN_LINE U"湖边的研究站去年开始观测候鸟,工作人员每天记录它们的数量和停"

INSTANTIATE_TEST_SUITE_P(
    LineBreaks, ReadingTest,
    ::testing::Values(
        ReadingCase{"ParagraphsEnd", U"雨停了。\n天晴了。", "雨停了。/天晴了。"},
        ReadingCase{"BrokenSentence",
                    U"小镇记事\n\n湖水很清。" YZ_OPEN_LINE U"\n\n留的时间,并把结果公开。",
                    "#小镇记事/"
                    "湖水很清。湖边的研究站去年开始观测候鸟,工作人员每天记录它们的数量和停留的时间,"
                    "并把结果公开。"},
        ReadingCase{"BrokenAtAComma", U"湖水很清,山也很高,树很密、\n\n草很绿。",
                    "湖水很清,山也很高,树很密、草很绿。"},
        ReadingCase{
            "HeadlineWithCommas",
            U"湖边研究站满一年,记录候鸟三万只,成为全省样板\n\n研究站位于湖的北岸,去年建成。",
            "#湖边研究站满一年,记录候鸟三万只,成为全省样板/研究站位于湖的北岸,去年建成。"},
        ReadingCase{"NumberedHeadingWithComma",
                    U"雨停了。\n二、爱护湖边的每一只候鸟,"
                    U"推动研究站的工作迈上更高的台阶\n站长老王说,这一年不容易。",
                    "雨停了。/#二、爱护湖边的每一只候鸟,推动研究站的工作迈上更高的台阶/"
                    "站长老王说,这一年不容易。"},
        ReadingCase{"HeadingDoesNotContinue", U"雨停了。\n候鸟归来\n湖水很清。",
                    "雨停了。/#候鸟归来/湖水很清。"},
        ReadingCase{
            "ProseDoesNotContinueInAHeading",
            U"雨停了。\n湖水很清。" YZ_OPEN_LINE U"\n候鸟归来\n天晴了。",
            "雨停了。/湖水很清。湖边的研究站去年开始观测候鸟,工作人员每天记录它们的数量和停/"
            "#候鸟归来/天晴了。"},
        ReadingCase{
            "NorInABulletPoint", U"雨停了。\n湖水很清。" YZ_OPEN_LINE U"\n• 另一条消息,内容很长。",
            "雨停了。/湖水很清。湖边的研究站去年开始观测候鸟,工作人员每天记录它们的数量和停/• "
            "另一条消息,内容很长。"},
        ReadingCase{"HardWrapped",
                    U"研究站的工作人员每天清晨出发记录\n候鸟的数量和停留时间,"
                    U"一年下来写满\n了四十本笔记,并把全部结果公开给全\n国的爱好者。",
                    "研究站的工作人员每天清晨出发记录候鸟的数量和停留时间,一年下来写满了四十本笔记,"
                    "并把全部结果公开给全国的爱好者。"},
        ReadingCase{
            "LatinWordsStayApart",
            U"这是我们的第一个国际合作项目名叫 Bird\nWatch "
            U"International,由三国的研究人员\n共同承担,为期三年,预计经费两百万,\n明年开始。",
            "这是我们的第一个国际合作项目名叫 Bird Watch "
            "International,由三国的研究人员共同承担,为期三年,预计经费两百万,明年开始。"}),
    [](const auto& test) { return test.param.name; });

TEST(ReadingMaskTest, SentenceGoesOnAfterACaption) {
  const std::u32string body =
      U"雨停了。\n湖水很清。" YZ_OPEN_LINE U"\n\n候鸟在湖边。张三摄\n\n留的时间。\n";
  const auto begin = static_cast<uint32_t>(body.find(U"候鸟在"));
  const Span mask = {begin, static_cast<uint32_t>(body.find(U"\n\n留"))};
  const Reading reading(body, {&mask, 1});
  ASSERT_EQ(reading.sentences().size(), 3u);
  const Sentence& sentence = reading.sentences()[2];
  EXPECT_EQ(EncodeUtf8(reading.Text(sentence.span)), EncodeUtf8(YZ_OPEN_LINE U"留的时间。"));
  const Span cited = reading.ToBody(sentence.span);
  EXPECT_EQ(Slice(body, cited).substr(0, 2), U"湖边");
  EXPECT_EQ(body[cited.end - 1], U'。');
  EXPECT_TRUE(reading.FromBody(mask).empty());
  EXPECT_EQ(reading.FromBody(cited), sentence.span);
}

TEST(ReadingMaskTest, MasksMayOverlapAndReachPastTheEnd) {
  const std::vector<Span> masks = {{3, 99}, {2, 4}, {0, 1}};
  const Reading reading(U"甲乙丙丁戊", masks);
  EXPECT_EQ(reading.text(), U"乙");
  EXPECT_EQ(reading.ToBody({0, 1}), (Span{1, 2}));
}

TEST(ReadingTest, SentencesKnowTheirParagraph) {
  const Reading reading(U"候鸟归来\n雨停了。天晴了。\n湖水很清。");
  ASSERT_EQ(reading.paragraphs().size(), 3u);
  EXPECT_EQ(reading.paragraphs()[1].first_sentence, 1u);
  EXPECT_EQ(reading.paragraphs()[1].sentence_count, 2u);
  EXPECT_EQ(reading.sentences()[3].paragraph, 2u);
  EXPECT_EQ(reading.SentenceAt(0), &reading.sentences()[0]);
  EXPECT_EQ(reading.SentenceAt(4), &reading.sentences()[0]);
  EXPECT_EQ(reading.SentenceAt(9), &reading.sentences()[2]);
  EXPECT_EQ(Reading(U"").SentenceAt(0), nullptr);
}

TEST(ReadingTest, PartsAndClausesOfASentence) {
  const Reading reading(U"「雨停了，天晴了。走吧。」老王說。");
  ASSERT_EQ(reading.sentences().size(), 1u);
  const Span whole = reading.sentences()[0].span;
  EXPECT_THAT(reading.Parts(whole), ElementsAre(Span{0, 9}, Span{9, 13}, Span{13, 17}));
  EXPECT_EQ(reading.Clauses(whole).size(), 4u);
}

// Every reading position leads to the body and back, whatever the body and the masks are.
TEST(ReadingTest, PositionsAreMonotoneAndExactOnRandomBodies) {
  constexpr std::u32string_view kAlphabet = U"甲乙灣乾隆Ａa1,，。“”「」\n\n \u3000\u200B𠀋•\r\t…\"";
  std::mt19937 random(5);  // NOLINT(cert-msc51-cpp): the same texts in every run.
  for (int round = 0; round < 2000; ++round) {
    std::u32string body;
    for (size_t size = random() % 60; body.size() < size;) {
      body.push_back(kAlphabet[random() % kAlphabet.size()]);
    }
    std::vector<Span> masks;
    for (size_t count = random() % 3; masks.size() < count;) {
      const auto begin = static_cast<uint32_t>(random() % 60);
      masks.push_back({begin, begin + static_cast<uint32_t>(random() % 9)});
    }
    const Reading reading(body, masks);
    uint32_t last = 0;
    for (uint32_t i = 0; i < reading.text().size(); ++i) {
      const Span there = reading.ToBody({i, i + 1});
      ASSERT_LE(last, there.begin);
      last = there.begin;
      if (reading.text()[i] == U'\n' || reading.text()[i] == U' ') continue;
      ASSERT_EQ(there.size(), 1u);
      ASSERT_EQ(reading.FromBody(there), (Span{i, i + 1}));
      for (const Span mask : masks) ASSERT_FALSE(mask.overlaps(there));
    }
    for (const Sentence& sentence : reading.sentences()) {
      ASSERT_TRUE(reading.paragraphs()[sentence.paragraph].span.contains(sentence.span));
    }
  }
}

}  // namespace
}  // namespace yinzheng::text
