// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/html_text.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "indexer/ingest/markup/html_scanner.h"
#include "indexer/text/unicode.h"

namespace yinzheng::ingest {
namespace {

struct TextCase {
  std::string name;
  std::string html;
  std::string want;
  HtmlSpace space = HtmlSpace::kCollapsed;
};

class HtmlTextTest : public ::testing::TestWithParam<TextCase> {};

TEST_P(HtmlTextTest, PrintsWhatBrowsersPrint) {
  const MarkedText read = ReadHtmlText(text::DecodeUtf8(GetParam().html), GetParam().space);
  EXPECT_EQ(text::EncodeUtf8(read.text), GetParam().want);
}

// The law that citations rest on: any part, cut between characters, reads as it does in the whole.
TEST_P(HtmlTextTest, ReadsEveryPartAsInTheWhole) {
  const std::u32string html = text::DecodeUtf8(GetParam().html);
  const MarkedText whole = ReadHtmlText(html, GetParam().space);
  ASSERT_EQ(whole.text.size(), whole.source.size());
  for (size_t begin = 0; begin < whole.text.size(); ++begin) {
    for (size_t end = begin + 1; end <= whole.text.size(); ++end) {
      const text::Span part{whole.source[begin].begin, whole.source[end - 1].end};
      ASSERT_FALSE(whole.source[begin].empty());
      ASSERT_EQ(ReadHtmlText(text::Slice(html, part), GetParam().space).text,
                whole.text.substr(begin, end - begin))
          << begin << " to " << end;
    }
  }
}

std::string CaseName(const ::testing::TestParamInfo<TextCase>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(
    Html, HtmlTextTest,
    ::testing::Values(
        TextCase{"InlineTags", "青<b>州</b>新<a href='x>y'>馆</a>", "青州新馆"},
        TextCase{"Blocks", "<p>甲。</p>\n  <p class=x>乙。</p><div>丙<br/>丁</div>",
                 "\n甲。\n乙。\n丙\n丁\n"},
        TextCase{"Spaces", "a  \t b\n c 甲 乙", "a b c 甲 乙"},
        TextCase{"LineInsideChinese", "新馆\n  开放，\n<b>藏书</b>\nMany 册",
                 "新馆开放，藏书 Many 册"},
        TextCase{"LinesKept", "<pre>第一段。\n第二段，\r\n  续。</pre>",
                 "\n第一段。\n第二段，\n续。\n", HtmlSpace::kLines},
        TextCase{"References", "甲&amp;乙&nbsp;丙&#20013;&#x4e2d;&lt;丁&copy2023&hellip;",
                 "甲&乙\u00A0丙中中<丁©2023…"},
        TextCase{"NoReferences", "A&B &foo; &; &# &#x; && 甲&", "A&B &foo; &; &# &#x; && 甲&"},
        TextCase{"SpaceAsReference", "甲&#32;乙&#10;丙", "甲 乙丙"},
        TextCase{"ScriptsAndStyles",
                 "甲<script>if (a < b) '</p>'</script>乙<style>p{}</style>丙<SCRIPT></SCRIPT>丁",
                 "甲乙丙丁"},
        TextCase{"OpenScript", "甲<script>乙", "甲"},
        TextCase{"XhtmlScript", "甲<script src='a'/>乙", "甲乙"},
        TextCase{"Comments", "甲<!-- <p>乙 -- > -->丙<!doctype html>丁<?xml a?>戊<!>己<!-->庚",
                 "甲丙丁戊己庚"},
        TextCase{"SilentElements",
                 "甲<nav><ul><li>乙</li></ul></nav>丙<svg><nav></svg>丁<aside>戊<aside>己</aside></"
                 "aside>庚",
                 "甲\n丙丁\n庚"},
        TextCase{"OpenNavigationHidesNothing", "甲<nav>乙<p>丙", "甲\n乙\n丙"},
        TextCase{"StrayMarks", "1 < 2 > 0 </ 甲> a<1 <", "1 < 2 > 0 a<1 <"},
        TextCase{"BrokenTags", "甲</b></x><p/ >乙<p a=\"<b>\">丙<a b", "甲\n乙\n丙"},
        TextCase{"NotClosedAttribute", "甲<a href=\"x>乙", "甲"},
        TextCase{"Table", "<table><tr><td>甲<td>乙</tr><tr><td>丙</table>", "\n甲\n乙\n丙\n"},
        TextCase{"Ruby", "<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字", "汉字"},
        TextCase{"SupplementaryPlane", "<p>\U00020000&#x20000;", "\n\U00020000\U00020000"},
        TextCase{"Empty", "", ""}),
    CaseName);

// Quadratic reading would take longer than any test may.
TEST(HtmlText, ReadsOnBehindHostileInput) {
  constexpr int kTimes = 100'000;
  struct HostileCase {
    std::u32string piece;
    std::u32string want;
  };
  for (const HostileCase& hostile :
       std::vector<HostileCase>{{U"<script/>", U"\n尾"},
                                {U"<nav>", U"\n尾"},
                                {U"<a ", U"尾"},
                                {U"<!--", U""},
                                {U"&", std::u32string(kTimes, U'&') + U"\n尾"},
                                {U"<svg></nav>", U"\n尾"}}) {
    std::u32string html;
    for (int i = 0; i < kTimes; ++i) html += hostile.piece;
    const MarkedText read = ReadHtmlText(html + U"<p>尾", HtmlSpace::kCollapsed);
    EXPECT_TRUE(read.text == hostile.want) << text::EncodeUtf8(hostile.piece);
  }
}

}  // namespace
}  // namespace yinzheng::ingest
