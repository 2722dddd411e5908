// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/markdown_text.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/ingest/markup/front_matter.h"
#include "indexer/text/unicode.h"

namespace yinzheng::ingest {
namespace {

struct TextCase {
  std::string name;
  std::string markdown;
  std::string want;
};

class MarkdownTextTest : public ::testing::TestWithParam<TextCase> {};

TEST_P(MarkdownTextTest, PrintsWhatCommonMarkPrints) {
  const std::u32string markdown = text::DecodeUtf8(GetParam().markdown);
  const MarkdownText read = ReadMarkdown(markdown);
  EXPECT_EQ(text::EncodeUtf8(read.text.text), GetParam().want);
  uint32_t end = 0;
  ASSERT_EQ(read.text.text.size(), read.text.source.size());
  for (size_t i = 0; i < read.text.text.size(); ++i) {
    const text::Span from = read.text.source[i];
    ASSERT_GE(from.begin, end);
    ASSERT_FALSE(from.empty());
    ASSERT_LE(from.end, markdown.size());
    if (from.size() == 1 && read.text.text[i] != U'\n') {
      ASSERT_EQ(read.text.text[i], markdown[from.begin]);
    }
    end = from.end;
  }
}

std::string CaseName(const ::testing::TestParamInfo<TextCase>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(
    Markdown, MarkdownTextTest,
    ::testing::Values(
        TextCase{"Headings", "# 标题\n正文\n\n副题\n----\n###无空格", "标题\n正文\n副题\n无空格"},
        TextCase{"Emphasis", "**从**3*家*到~~5~~`6`家，3*4与5 * 6", "从3家到56家，3*4与5 * 6"},
        TextCase{"Links", "[甲](http://x.example \"t\")乙[丙][1]丁<http://y.example>\n\n[1]: /u",
                 "甲乙丙丁http://y.example"},
        TextCase{"Images", "甲![图](a.png)乙", "甲乙"},
        TextCase{"Lists", "- 甲\n  - 乙\n1. 丙\n2) 丁", "甲\n乙\n丙\n丁"},
        TextCase{"Quotes", "> 甲\n> 乙\n丙", "甲\n乙\n丙"},
        TextCase{"Tables", "|甲|乙|\n|---|:---:|\n|1|**2**|\n|3|", "甲\n乙\n1\n2\n3"},
        TextCase{"Breaks", "甲  \n乙\\\n丙\r\n丁", "甲\n乙\n丙\n丁"},
        TextCase{"Escapes", "\\*甲\\* &amp; &#20013; &foo;", "*甲* & 中 &foo;"},
        TextCase{"Html", "甲<b>乙</b><br>丙\n\n<div><p>丁</p><script>戊</script>己</div>\n\n庚",
                 "甲乙\n丙\n丁\n己\n庚"},
        TextCase{"Code", "```c\nint a;\n\nint b;\n```\n    缩进的段落",
                 "int a;\nint b;\n缩进的段落"},
        TextCase{"FrontMatter", "---\ntitle: 甲\n---\n\n正文。", "正文。"},
        TextCase{"RuleIsNoFrontMatter", "---\n正文。\n---\n", "正文。"},
        TextCase{"TimeBetweenRulesIsNoFrontMatter",
                 "---\n\n7月25日9:30，记者获悉新馆开放。\n\n---\n后文",
                 "7月25日9:30，记者获悉新馆开放。\n后文"},
        TextCase{"WordsBetweenRulesAreNoFrontMatter", "---\n馆长说: 我们准备好了。\n\n---\n后文",
                 "馆长说: 我们准备好了。\n后文"},
        TextCase{"FrontMatterWithoutFields", "---\nlayout: post\ntags: [a]\n---\n正文。", "正文。"},
        TextCase{"HtmlInsideAQuote", "> <div>\n> 甲\n> </div>\n\n乙", "甲\n乙"},
        TextCase{"Empty", "", ""}),
    CaseName);

TEST(FrontMatter, GivesTheFields) {
  const PageFields fields = ReadFrontMatter(
      "---\ntitle: \"甲：乙\"\nDate: 2022-11-08 10:00\n作者:\n  - 张三\n  - 李四\n来源: 青州日报\n"
      "url: https://x.example/1\nlang: zh-TW\ntags: [a, b]\nnested: {title: 不是}\n---\n");
  EXPECT_EQ(fields.page.title, "甲：乙");
  EXPECT_EQ(fields.page.published, "2022-11-08 10:00");
  EXPECT_THAT(fields.page.authors, ::testing::ElementsAre("张三", "李四"));
  EXPECT_EQ(fields.page.outlet, "青州日报");
  EXPECT_EQ(fields.page.uri, "https://x.example/1");
  EXPECT_EQ(fields.language, "zh-TW");
}

TEST(FrontMatter, TakesNoKeysOfInnerMappings) {
  const PageFields fields = ReadFrontMatter(
      "---\ntitle:\n  zh: 甲\nauthor:\n  name: 张三\ndate:\n  published: 2022-11-08\n"
      "authors:\n  - 李四\n  - name: 周立\n来源: 青州日报\n---\n");
  EXPECT_EQ(fields.page.title, "");
  EXPECT_THAT(fields.page.authors, ::testing::ElementsAre("李四"));
  EXPECT_EQ(fields.page.published, "");
  EXPECT_EQ(fields.page.outlet, "青州日报");
}

TEST(FrontMatter, PassesOverAliases) {
  const PageFields fields = ReadFrontMatter("---\nbase: &b 甲\nother: *b\ntitle: 新馆开放\n---\n");
  EXPECT_EQ(fields.page.title, "新馆开放");
}

TEST(FrontMatter, IsReadByLinesWhereItIsNoYaml) {
  const PageFields fields =
      ReadFrontMatter("---\ntitle: 青州: 一座城 : 的转身\nauthor: 张三\ndate: 2022-11-08\n---\n");
  EXPECT_EQ(fields.page.title, "青州: 一座城 : 的转身");
  EXPECT_THAT(fields.page.authors, ::testing::ElementsAre("张三"));
  EXPECT_EQ(fields.page.published, "2022-11-08");
}

// Spans of the headings that the words of a line take back.
TEST(MarkdownText, LeavesSentencesProse) {
  struct HeadingCase {
    const char* markdown;
    size_t headings;
  };
  for (const HeadingCase& one :
       std::vector<HeadingCase>{{"#青州科创# 截至2022年底，全市科技企业达到28200家。", 0},
                                {"新馆开放，市民纷纷前来参观。\n---\n后文。", 0},
                                {"#新馆开放", 1},
                                {"# 新馆开放。", 1},
                                {"新馆开放\n---\n后文。", 1}}) {
    EXPECT_EQ(ReadMarkdown(text::DecodeUtf8(one.markdown)).blocks.size(), one.headings)
        << one.markdown;
  }
}

TEST(MarkdownText, ReadsOnBehindHostileInput) {
  for (const std::string piece : {"> ", "[", "*a ", "| ", "`", "- ", "<div>", "![", "\\"}) {
    std::string markdown;
    for (int i = 0; i < 20'000; ++i) markdown += piece;
    const std::u32string text = text::DecodeUtf8(markdown + "\n\n尾");
    const MarkedText read = ReadMarkdown(text).text;
    EXPECT_TRUE(read.text.ends_with(U"尾")) << piece;
    ASSERT_FALSE(read.source.empty()) << piece;
    EXPECT_EQ(read.source.back().end, text.size()) << piece;
  }
}

}  // namespace
}  // namespace yinzheng::ingest
