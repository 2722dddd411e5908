// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Web pages of odd build: no part of a story is lost, hidden or dated by what stands beside it.

#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/ingest/article_factory.h"
#include "indexer/ingest/markup/html_tree.h"
#include "indexer/text/decoding.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::ingest {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::yinzheng::testing::StatusIs;

PageStories Read(const std::string& html) {
  static const ArticleFactory* const factory = ArticleFactory::Create()->release();
  return factory->FromHtml({"page.html", "sha"}, *text::DecodeAs(html, "UTF-8"));
}

// A sentence of about `size` characters that begins with `words`.
std::string Prose(const std::string& words, size_t size) {
  std::string sentence = words;
  for (size_t i = text::DecodeUtf8(words).size(); i + 1 < size; i += 6) sentence += "青州新馆开放";
  return sentence + "。";
}

std::string Repeated(std::string_view piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece;
  return out;
}

// What readers of the index see: all bodies without their masked parts.
std::string Shown(const PageStories& stories) {
  std::u32string shown;
  for (const IngestedArticle& story : stories.articles) {
    const std::u32string body = text::DecodeUtf8(story.article.body());
    std::vector<bool> hidden(body.size(), false);
    for (const v1::Mask& mask : story.article.masks()) {
      for (int32_t i = mask.span().start(); i < mask.span().end(); ++i) {
        hidden[static_cast<size_t>(i)] = true;
      }
    }
    for (size_t i = 0; i < body.size(); ++i) {
      if (!hidden[i]) shown.push_back(body[i]);
    }
  }
  return text::EncodeUtf8(shown);
}

TEST(HtmlPage, NamesOfSectionsDoNotHideAStory) {
  const std::string story = Prose("甲地消息，", 250);
  const std::string beside = Prose("乙地消息，", 300);
  for (const std::string open :
       {"<article class='post tag-beijing category-hot-news'>", "<main class=sidebar>",
        "<div id=printArea>", "<div class=print-content>", "<div class=left-side>",
        "<div class=main-side>", "<div class='wrap with-sidebar'>", "<div class=hot-news-detail>",
        "<div class=ad-content>", "<div class=category-social>", "<div class='relative flex'>",
        "<div class=position-relative>", "<div itemprop=articleBody class=hot>"}) {
    const PageStories read =
        Read(absl::StrCat("<body>", open, "<h1>新馆开放</h1><p>", story,
                          "</p></div></main></article><div><p>", beside, "</p></div></body>"));
    EXPECT_THAT(Shown(read), HasSubstr(story)) << open;
  }
}

TEST(HtmlPage, NamesOfFurnitureHideIt) {
  const std::string story = Prose("甲地消息，", 250);
  const std::string beside = Prose("乙地消息，", 120);
  for (const std::string open :
       {"<div class=hot-list>", "<div class=right-ad-box>", "<div class=page-side>",
        "<div class=footer-social>", "<div class=article-tags>", "<div id=relatedNews>"}) {
    const PageStories read =
        Read(absl::StrCat("<body><div><h1>新馆开放</h1><p>", story, "</p></div>", open, "<p>",
                          beside, "</p></div></body>"));
    EXPECT_THAT(Shown(read), HasSubstr(story)) << open;
    EXPECT_THAT(Shown(read), Not(HasSubstr(beside))) << open;
  }
}

TEST(HtmlPage, AReplyMayBeTheStory) {
  const std::string story = Prose("甲地答复，", 600);
  const PageStories read = Read(absl::StrCat("<body><div class=reply-content><p>", story,
                                             "</p></div><p>", Prose("乙地说明，", 80), "</p>"));
  EXPECT_THAT(Shown(read), HasSubstr(story));
}

TEST(HtmlPage, KeepsWhatStandsBesideTheLongestPart) {
  const std::string first = Prose("甲地消息，", 100);
  const std::string longest = Prose("乙地消息，", 400);
  const std::string last = Prose("丙地消息，", 150);
  for (const std::string tag : {"blockquote", "section", "div", "ul"}) {
    const PageStories read = Read(absl::StrCat("<body><div><p>", first, "</p><", tag, ">", longest,
                                               "</", tag, "><p>", last, "</p></div></body>"));
    for (const std::string& words : {first, longest, last}) {
      EXPECT_THAT(Shown(read), HasSubstr(words)) << tag;
    }
    EXPECT_THAT(read.warnings, IsEmpty()) << tag;
  }
}

TEST(HtmlPage, KeepsAllSectionsAndLosesLittleOnTheWayDown) {
  const std::string sections =
      absl::StrCat("<section><p>", Prose("甲地消息，", 400), "</p></section><section><p>",
                   Prose("乙地消息，", 200), "</p></section><section><p>", Prose("丙地消息，", 200),
                   "</p></section><section><p>", Prose("丁地消息，", 200), "</p></section>");
  const PageStories read = Read(
      absl::StrCat("<body><div>", sections, "</div><div><p>戊地短讯，新馆开放。</p></div></body>"));
  for (const char* words : {"甲地", "乙地", "丙地", "丁地"}) {
    EXPECT_THAT(Shown(read), HasSubstr(words));
  }
  EXPECT_THAT(read.warnings, IsEmpty());
}

TEST(HtmlPage, KeepsTheShortPartsOfAShortStory) {
  const PageStories read = Read(
      "<body><div><section><p>甲地图书馆新馆今天开放，藏书150万册，设座位2600个。</p></section>"
      "<section><p>乙地图书馆同日开放，每周开放72小时。</p></section></div></body>");
  EXPECT_THAT(Shown(read), HasSubstr("甲地"));
  EXPECT_THAT(Shown(read), HasSubstr("乙地"));
}

TEST(HtmlPage, SaysWhatItLeavesOut) {
  std::string column = "<div>";
  for (int i = 1; i <= 3; ++i) {
    absl::StrAppend(&column, "<div><a href=/", i, ">乙地的第", i, "条要闻的标题在此</a><p>",
                    Prose("乙地消息，", 45), "</p></div>");
  }
  const PageStories read =
      Read(absl::StrCat("<body><div><h1>新馆开放</h1><p>", Prose("甲地消息，", 400), "</p></div>",
                        column, "</div></body>"));
  EXPECT_THAT(Shown(read), HasSubstr("甲地"));
  EXPECT_THAT(Shown(read), Not(HasSubstr("乙地")));
  EXPECT_THAT(read.warnings, ::testing::ElementsAre(HasSubstr("stand outside of its story")));
}

TEST(HtmlPage, ReadsOnBehindTheEndOfTheBody) {
  const std::string before = Prose("甲地消息，", 100);
  const std::string story = Prose("乙地消息，", 200);
  for (const char* open : {"<div><p>", "<p>", ""}) {
    const PageStories read =
        Read(absl::StrCat("<html><body><p>", before, "</p></body></html>", open, story));
    EXPECT_THAT(Shown(read), HasSubstr(before)) << open;
    EXPECT_THAT(Shown(read), HasSubstr(story)) << open;
  }
}

TEST(HtmlPage, CopiesOfFormattingReachNoFurtherThanTheirText) {
  const std::string story = Prose("甲地消息，", 200);
  const PageStories read = Read(absl::StrCat(
      "<body><div class=footer><b><p>版权说明，未经许可不得转载，转载请注明出处。</div>",
      "<div><p>", story, "</p></div></body>"));
  EXPECT_THAT(Shown(read), HasSubstr(story));
}

struct DateCase {
  std::string name;
  std::string head;
  std::string body;
  std::string want;  // EDTF and basis.
};

class HtmlPageDate : public ::testing::TestWithParam<DateCase> {};

TEST_P(HtmlPageDate, IsThatOfPublication) {
  const PageStories read =
      Read(absl::StrCat("<html><head>", GetParam().head, "</head><body><h1>青州图书馆新馆开放</h1>",
                        GetParam().body, "</body></html>"));
  ASSERT_EQ(read.articles.size(), 1u);
  const v1::DateValue& date = read.articles[0].article.published();
  EXPECT_EQ(date.edtf().empty()
                ? ""
                : absl::StrCat(date.edtf(), " ", v1::DateBasis_Name(date.basis()).substr(11)),
            GetParam().want);
}

constexpr char kPrinted[] = "<div>来源：青州日报 2022-03-05</div>";
constexpr char kText[] =
    "<p>青州图书馆新馆开放，藏书150万册，设座位2600个，每周开放72小时，市民纷纷前来参观阅览。</p>";

INSTANTIATE_TEST_SUITE_P(
    Pages, HtmlPageDate,
    ::testing::Values(
        DateCase{"TagOfPublicationBeatsALaterPrint",
                 "<meta property=article:published_time content=2022-03-01T09:00:00+08:00>",
                 absl::StrCat(kPrinted, kText), "2022-03-01 METADATA"},
        DateCase{"TagOfTheTemplateDoesNot", "<meta name=date content=2019-01-01>",
                 absl::StrCat(kPrinted, kText), "2022-03-05 STATED"},
        DateCase{"TagOfTheTemplateFillsNoGap", "<meta name=date content=2019-01-01>", kText, ""},
        DateCase{"OtherTagDoesNotBeatThePrint", "<meta name=dc.date.issued content=2019-01-01>",
                 absl::StrCat(kPrinted, kText), "2022-03-05 STATED"},
        DateCase{"OtherTagFillsAGap", "<meta name=dc.date.issued content=2019-01-01>", kText,
                 "2019-01-01 METADATA"},
        DateCase{
            "TimeOfARelatedStory", "",
            absl::StrCat(kPrinted, kText,
                         "<ul><li><a href=/1>旧闻</a> <time datetime=2020-01-01>1月1日</time>"),
            "2022-03-05 STATED"},
        DateCase{
            "TimeOfARelatedStoryFillsNoGap", "",
            absl::StrCat(kText,
                         "<ul><li><a href=/1>旧闻</a> <time datetime=2020-01-01>1月1日</time>"),
            ""},
        DateCase{"TimeInTheTextIsHistory", "",
                 absl::StrCat("<p>旧馆<time datetime=1985-09-02>落成于上世纪</time>。</p>", kText),
                 ""},
        DateCase{"TimeInTheHead", "",
                 absl::StrCat("<div><time datetime=2022-03-04T09:00>3月4日</time></div>", kText),
                 "2022-03-04 METADATA"},
        DateCase{"TimeThatSaysSo", "",
                 absl::StrCat(kText, "<time itemprop=datePublished datetime=2022-03-04>x</time>"),
                 "2022-03-04 METADATA"},
        DateCase{"ZoneIsBroughtToChina",
                 "<meta property=article:published_time content=2023-07-24T23:10:00Z>", kText,
                 "2023-07-25 METADATA"},
        DateCase{"ZoneOfTheWest",
                 "<meta property=article:published_time content=2023-07-24T13:10:00-0500>", kText,
                 "2023-07-25 METADATA"},
        DateCase{"NightAndMorningAgree",
                 "<meta property=article:published_time content=2022-03-04T22:10:00+08:00>",
                 absl::StrCat(kPrinted, kText), "2022-03-05 STATED"}),
    [](const ::testing::TestParamInfo<DateCase>& instance) { return instance.param.name; });

std::string ManyFonts() {
  std::string html = "<p>";
  for (int i = 0; i < 999; ++i) absl::StrAppend(&html, "<font color=", i, ">");
  return html + Repeated("<p>x", 10'000);
}

absl::Status ParseStatus(const std::string& html) {
  return HtmlTree::Parse(text::DecodeUtf8(html)).status();
}

TEST(HtmlPage, RefusesWhatWouldTakeTooLong) {
  for (const std::string& html :
       {Repeated("<div></b>", 1'000'000), Repeated("<b><div></b>", 100'000),
        Repeated("<span><div></span>", 100'000), Repeated("<li><dd>", 100'000),
        Repeated("<svg><div></svg>", 100'000),
        "<noscript>" + Repeated("<div>", 100'000) + "</noscript>",
        "<svg><title>" + Repeated("<div>", 100'000) + "</title></svg>", ManyFonts()}) {
    EXPECT_THAT(ParseStatus(html), StatusIs(absl::StatusCode::kResourceExhausted))
        << html.substr(0, 40);
  }
}

TEST(HtmlPage, TakesLongPagesOfSoundBuild) {
  for (const std::string& html :
       {Repeated("<div><p>x<b><i>y</i></b></div>", 5000), "<ul>" + Repeated("<li>x", 5000),
        "<dl>" + Repeated("<dt>x<dd>y", 5000), Repeated("<p>x<br>", 5000),
        "<table>" + Repeated("<tr><td>x<td>y", 5000), Repeated("<a name=x>y", 5000),
        Repeated("<svg><g><path d=x /></g></svg>", 5000), Repeated("<svg><path d=x></svg>", 5000),
        Repeated("<ul><li>x<li>y</ul>", 5000)}) {
    EXPECT_THAT(ParseStatus(html), testing::IsOk()) << html.substr(0, 40);
  }
}

}  // namespace
}  // namespace yinzheng::ingest
