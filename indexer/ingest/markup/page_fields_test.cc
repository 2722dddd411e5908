// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/page_fields.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/ingest/markup/html_charset.h"
#include "indexer/ingest/markup/html_fields.h"
#include "indexer/ingest/markup/json_ld.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

PageFields FieldsOf(const std::string& html) {
  const auto tree = HtmlTree::Parse(text::DecodeUtf8(html));
  YZ_EXPECT_OK(tree);
  return ReadHtmlFields(**tree);
}

TEST(HtmlFields, TakesTheMostTellingTag) {
  const PageFields fields = FieldsOf(
      "<html lang=zh-TW><title> 甲 \n 乙 </title><meta name=date content=2020-01-01>"
      "<meta property=article:published_time content='2022-03-04T09:15:00+08:00'>"
      "<meta name=author content='张三,李四'><meta property=og:title content='甲&amp;乙'>"
      "<meta property=og:site_name content=青州在线><link rel=canonical href=/relative>"
      "<meta property=og:url content=https://x.example/1>");
  EXPECT_EQ(fields.document_title, "甲 乙");
  EXPECT_EQ(fields.language, "zh-TW");
  EXPECT_EQ(fields.page.title, "甲&乙");
  EXPECT_EQ(fields.page.outlet, "青州在线");
  EXPECT_EQ(fields.page.published, "2022-03-04T09:15:00+08:00");
  EXPECT_THAT(fields.page.authors, ElementsAre("张三", "李四"));
  EXPECT_EQ(fields.page.uri, "https://x.example/1") << "a relative address leads nowhere";
}

TEST(HtmlFields, TrustsATimeThatSaysWhatItIs) {
  const PageFields plain = FieldsOf("<p><time datetime=2022-03-04>3月4日</time>");
  EXPECT_EQ(plain.page.published, "") << "it may be of anything that is told";
  ASSERT_EQ(plain.times.size(), 1U);
  EXPECT_EQ(plain.times[0].value, "2022-03-04");
  const PageFields named = FieldsOf(
      "<time datetime=2022-03-04></time>"
      "<time itemprop=datePublished datetime=2022-03-05></time>");
  EXPECT_EQ(named.page.published, "2022-03-05");
  EXPECT_TRUE(named.page.sure);
}

TEST(JsonLd, FindsStoriesAtAnyPlace) {
  const std::vector<StoryFields> stories = ReadJsonLd(
      R"([{"@type":"WebSite","name":"x"},{"@graph":[{"@type":["Thing","ReportageNewsArticle"],)"
      R"("headline":" 甲 ","author":[{"name":"张三"},"李四",7],"publisher":[{"name":"青州日报"}],)"
      R"("datePublished":"2022-03-04","mainEntityOfPage":{"@id":"https://x.example"}}]}])");
  ASSERT_EQ(stories.size(), 1u);
  EXPECT_EQ(stories[0].title, "甲");
  EXPECT_THAT(stories[0].authors, ElementsAre("张三", "李四"));
  EXPECT_EQ(stories[0].outlet, "青州日报");
  EXPECT_EQ(stories[0].uri, "https://x.example");
}

TEST(JsonLd, HoldsNothingWhereItIsBroken) {
  for (const std::string json : {"", "{", "7", "{\"@type\":7}", "{\"@type\":\"NewsArticle\"",
                                 "[[[[[[{\"@type\":\"NewsArticle\"}]]]]]]"}) {
    EXPECT_THAT(ReadJsonLd(json), IsEmpty()) << json;
  }
  EXPECT_THAT(ReadJsonLd(std::string(200'000, '[')), IsEmpty());
}

struct DateCase {
  std::string printed;  // EDTF with basis STATED; empty for none.
  std::string said;
  std::string want;
  bool sure = true;
};

TEST(ApplyFields, ChoosesTheDayOfTheFirstPrint) {
  for (const DateCase& c :
       {DateCase{"", "2022-03-04T09:15:00+08:00", "2022-03-04"},
        DateCase{"2022-03-04", "2022-03-04 10:00", "2022-03-04"},
        DateCase{"2022-03-01", "2022-03-04", "2022-03-01"},
        DateCase{"2022-03-09", "2022年3月4日", "2022-03-04"},
        DateCase{"2022-03-09", "2022年3月4日", "2022-03-09", /*sure=*/false},
        DateCase{"2022-03-05", "2022-03-04", "2022-03-05"}, DateCase{"", "昨天", ""},
        DateCase{"2022-03-09", "2022-02-30", "2022-03-09"}}) {
    v1::Article article;
    if (!c.printed.empty()) {
      article.mutable_published()->set_edtf(c.printed);
      article.mutable_published()->set_earliest(c.printed);
      article.mutable_published()->set_latest(c.printed);
      article.mutable_published()->set_basis(v1::DATE_BASIS_STATED);
    }
    StoryFields fields;
    fields.published = c.said;
    fields.sure = c.sure;
    ApplyFields(fields, article);
    EXPECT_EQ(article.published().edtf(), c.want) << c.printed << " / " << c.said;
  }
}

TEST(LanguageOfTag, LeavesChineseToTheCharacters) {
  EXPECT_EQ(LanguageOfTag("zh-CN"), "");
  EXPECT_EQ(LanguageOfTag("zh"), "");
  EXPECT_EQ(LanguageOfTag("en-GB"), "en-GB");
  EXPECT_EQ(LanguageOfTag("中文"), "");
}

TEST(DecodeHtml, BelievesTheBytesBeforeThePage) {
  const auto encoding_of = [](const std::string& bytes) {
    const auto decoded = DecodeHtml(bytes);
    return decoded.ok() ? decoded->encoding : std::string(decoded.status().message());
  };
  const std::string gb = "<meta charset=\"GBK\"><p>\xD0\xC2\xB9\xDD";
  EXPECT_EQ(encoding_of(gb), "GB18030");
  EXPECT_EQ(encoding_of("<?xml version='1.0' encoding='big5'?><p>\xA4\xA4\xA4\xE5"), "Big5-HKSCS");
  EXPECT_EQ(encoding_of("<meta charset=gb2312><p>新馆开放"), "UTF-8");
  EXPECT_EQ(encoding_of("\xEF\xBB\xBF<meta charset=gb2312><p>x"), "UTF-8");
  EXPECT_EQ(encoding_of(std::string("\xFF\xFE<\0p\0>\0", 8)), "UTF-16LE");
}

}  // namespace
}  // namespace yinzheng::ingest
