// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/html_writer.h"

#include "clients/cli/pages/display_line.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace yinzheng::cli::pages {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(HtmlWriterTest, NestsAndClosesElements) {
  HtmlWriter html;
  html.Open("p", {{"class", "a"}, {"id", ""}}).Text("一").Leaf("b", {}, "二");
  EXPECT_EQ(html.Take(), "<p class=\"a\">一<b>二</b></p>\n");
  EXPECT_EQ(html.Take(), "\n") << "what was taken is gone";
}

TEST(HtmlWriterTest, NoTextLeavesItsElement) {
  const std::string hostile =
      "</script><script>alert('x')</script>\"><img src=x onerror=alert(1)>&amp;";
  HtmlWriter html;
  html.Open("h1", {{"title", hostile}}).Text(hostile).Close().Leaf("p", {}, hostile);
  html.Link(Href::Web("https://a.example/?q=\"><script>"), {}, hostile);
  const std::string page = html.Take();
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr("<img")));
  EXPECT_THAT(page, Not(HasSubstr("\"><")));
  EXPECT_THAT(page, HasSubstr("&lt;/script&gt;&lt;script&gt;alert(&#39;x&#39;)"));
  EXPECT_THAT(page, HasSubstr("&amp;amp;"));
}

TEST(HtmlWriterTest, ControlCharactersAreReplaced) {
  EXPECT_EQ(EscapeHtml(std::string("a\x01\x1b[2J\0b", 8)), "a\uFFFD\uFFFD[2J\uFFFDb");
  EXPECT_EQ(EscapeHtml("a\tb\nc"), "a\tb\nc");
}

TEST(HrefTest, OnlyTheWebIsALink) {
  for (const char* uri :
       {"https://news.example/1?a=1&b=2", "HTTP://news.example", "http://x/#:~:text=a"}) {
    EXPECT_TRUE(Href::Web(uri).has_value()) << uri;
  }
  for (const char* uri :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " https://a.example", "data:text/html,x",
        "file:///etc/passwd", "//a.example", "", "https://a.example/ b", "ht\ntps://a.example",
        "https://a.example/\x01", "vbscript:x", "https:evil"}) {
    EXPECT_FALSE(Href::Web(uri).has_value()) << uri;
  }
}

TEST(HrefTest, AnAddressThatIsNoneIsShownAsText) {
  HtmlWriter html;
  html.Link(Href::Web("javascript:alert(1)"), {{"class", "source"}}, "原文");
  EXPECT_EQ(html.Take(), "<span class=\"source\">原文</span>\n");
}

TEST(HrefTest, LocalReferencesHoldNoScheme) {
  EXPECT_EQ(Href::Local("../articles/0d-2.html#fact-5c").text(), "../articles/0d-2.html#fact-5c");
  EXPECT_EQ(Href::Local("javascript:x\"<").text(), "javascript%3Ax%22%3C");
}

TEST(DisplayLineTest, DropsLineBreaks) {
  EXPECT_EQ(DisplayLine("科学\n城的\r\n面积"), "科学城的面积");
  EXPECT_EQ(DisplayLine("open\nsource"), "open source");
  EXPECT_EQ(DisplayLine("\nA股\n3只\n"), "A股3只");
}

}  // namespace
}  // namespace yinzheng::cli::pages
