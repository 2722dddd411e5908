// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/text_sketch.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace yinzheng::text {
namespace {

// A report in our own words, a paragraph an element.
const std::vector<std::u32string> kParagraphs = {
    U"青山湖科学城昨日迎来一批新设备，工程师花了十二天把它们装进地下大厅，周边的三条道路也已重新铺"
    U"好。",
    U"据园区介绍，新设备每小时能处理4800份样品，比旧设备快了近两倍，操作人员却从26人减到了9人。",
    U"“我们最看重的是它几乎不停机，”实验室主任梁晓舟说，“去年停机一共57小时，今年到现在只有3小时。"
    U"”",
    U"园区还打算在明年春天向周边的中学开放参观，学生可以在老师带领下亲手完成一次测量，名额暂定800个"
    U"。",
};

std::u32string Text(const std::vector<std::u32string>& paragraphs) {
  std::u32string text;
  for (const std::u32string& paragraph : paragraphs) text += paragraph + U"\n";
  return text;
}

std::u32string Replaced(std::u32string text, std::u32string_view old, std::u32string_view with) {
  const size_t at = text.find(old);
  EXPECT_NE(at, std::u32string::npos);
  if (at != std::u32string::npos) text.replace(at, old.size(), with);
  return text;
}

// The figures of another year, everything else alike.
std::u32string NextYear() {
  std::u32string text = Replaced(Text(kParagraphs), U"4800", U"5100");
  text = Replaced(text, U"26", U"24");
  text = Replaced(text, U"9人", U"8人");
  text = Replaced(text, U"57", U"61");
  text = Replaced(text, U"3小时", U"5小时");
  return Replaced(text, U"800个", U"950个");
}

struct Row {
  std::string name;
  std::u32string other;
  bool reprint;
};

class IsReprintTest : public ::testing::TestWithParam<Row> {};

TEST_P(IsReprintTest, ComparesWithTheReport) {
  const TextSketch report = SketchText(Text(kParagraphs));
  const TextSketch other = SketchText(GetParam().other);
  EXPECT_EQ(IsReprint(report, other), GetParam().reprint);
  EXPECT_EQ(IsReprint(other, report), GetParam().reprint) << "symmetric";
}

INSTANTIATE_TEST_SUITE_P(
    Prints, IsReprintTest,
    ::testing::Values(
        Row{"Itself", Text(kParagraphs), true},
        Row{"OtherHeadlineAndByline",
            U"科学城再添利器\n本报讯（记者 何苗）" + Text(kParagraphs) + U"责任编辑：白桦", true},
        Row{"AParagraphCut", Text({kParagraphs[0], kParagraphs[1], kParagraphs[3]}), true},
        Row{"CutToLessThanHalf", Text({kParagraphs[2]}), false},
        Row{"OtherLineBreaksAndMarks",
            kParagraphs[0] + kParagraphs[1] + U"\n\n" + Replaced(kParagraphs[2], U"“", U"「") +
                U"   " + kParagraphs[3],
            true},
        Row{"Traditional",
            U"青山湖科學城昨日迎來一批新設備，工程師花了十二天把它們裝進地下大廳，周邊的三條道路也"
            U"已重新鋪好。"
            U"據園區介紹，新設備每小時能處理４８００份樣品，比舊設備快了近兩倍，操作人員卻從26人減"
            U"到了9人。"
            U"「我們最看重的是它幾乎不停機，」實驗室主任梁曉舟說，「去年停機一共57小時，今年到現在"
            U"只有3小時。」"
            U"園區還打算在明年春天向周邊的中學開放參觀，學生可以在老師帶領下親手完成一次測量，名額"
            U"暫定800個。",
            true},
        Row{"SamePatternOtherFigures", NextYear(), false},
        Row{"SameEventOtherWords",
            U"青山湖科学城的地下大厅里，一批新设备已经开始运转。园区负责人表示，样品处理能力达到每"
            U"小时4800份，"
            U"用人减少到9人。主任梁晓舟认为，可靠性才是最大的进步。明年春天，约800名中学生将有机会"
            U"走进实验室。",
            false},
        Row{"Empty", U"", false}),
    [](const auto& row) { return row.param.name; });

TEST(TextSketchTest, LeavesOutWhatIsSkipped) {
  const std::u32string caption = U"图为园区一角，摄影记者供图，未经许可不得转载使用。";
  const std::u32string text = Text(kParagraphs);
  const auto size = static_cast<uint32_t>(caption.size());
  const std::vector<Span> skipped = {{0, size}};
  const TextSketch masked = SketchText(caption + text, skipped);
  EXPECT_EQ(masked.shingles, SketchText(text).shingles);
  EXPECT_EQ(masked.bands, SketchText(text).bands);
}

TEST(TextSketchTest, BriefsAreNoReprints) {
  const TextSketch brief = SketchText(U"明天多云转晴，最高气温二十六度。");
  EXPECT_FALSE(IsReprint(brief, brief));
}

TEST(TextSketchTest, LongTextsAreThinnedAndStillCompared) {
  std::u32string text;
  for (int i = 0; i < 400; ++i) {
    for (char32_t c = 0; c < 20; ++c) {
      text += U'一' + (c * 37 + static_cast<char32_t>(i) * 101) % 5000;
    }
  }
  const TextSketch whole = SketchText(text);
  EXPECT_GT(whole.thinning, 0U);
  EXPECT_LE(whole.shingles.size(), 256U);
  EXPECT_TRUE(IsReprint(whole, SketchText(std::u32string_view(text).substr(0, 5000))));
  EXPECT_FALSE(IsReprint(whole, SketchText(std::u32string_view(text).substr(0, 3000))));
}

}  // namespace
}  // namespace yinzheng::text
