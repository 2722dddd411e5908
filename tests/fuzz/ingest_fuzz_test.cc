// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Pages and records that no newspaper would print: whatever comes in, stories stay apart, masks
// stay inside and in order, and every code point leads back to its bytes.

#include <iconv.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/ingest/article_factory.h"
#include "indexer/ingest/source_text.h"
#include "indexer/text/decoding.h"
#include "indexer/text/unicode.h"
#include "nlohmann/json.hpp"
#include "tests/fuzz/random_text.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::ingest {
namespace {

// What layouts are told by.
constexpr std::array<std::string_view, 32> kLines = {
    "◎本报记者 陈小明",
    "□ 张三 李四",
    "（记者 周立）",
    "责任编辑：刘方",
    "来源：青州日报 作者：陈小明 2022-03-04",
    "相关阅读",
    "延伸阅读",
    "上一篇：旧闻",
    "编者按 今起推出系列报道。",
    "编者按",
    "| ||",
    "---",
    "受访者供图",
    "图为新馆。本报记者 孙三 摄",
    "新思路",
    "两会特刊",
    "让企业轻装上阵",
    "原标题：新馆开放",
    "2022年3月4日 星期五",
    "“今年还将改造两条特色街区，预计年底前完工。”",
    "本报讯（记者 周立）新馆今天开放，市民纷纷前来参观，首日接待八千人次。",
    "新华社青州7月25日电（记者陈小明、周立）",
    "　　",
    "",
    "打印 关闭",
    "• 条目",
    "青州商报记者 魏明“我们的目标是投产。”",
    "版权声明：转载须经授权。",
    "A02-A03版采写/新青报记者 陈小明",
    "（",
    "：",
    "记者"};

// What parsers of HTML and Markdown care about, sound and broken.
constexpr auto kMarkup =
    std::to_array<std::string_view>({"<p>",
                                     "</p>",
                                     "<div class=content>",
                                     "</div>",
                                     "<h1>",
                                     "</h1>",
                                     "<h2>相关新闻</h2>",
                                     "<br>",
                                     "<table><tr><td>",
                                     "</td><td>",
                                     "</tr></table>",
                                     "<ul><li>",
                                     "</li></ul>",
                                     "<nav>",
                                     "</nav>",
                                     "<aside>",
                                     "</aside>",
                                     "<article>",
                                     "</article>",
                                     "<script>",
                                     "</script>",
                                     "<style>p{}</style>",
                                     "<!--",
                                     "-->",
                                     "<a href=\"x\">",
                                     "</a>",
                                     "<b>",
                                     "</b>",
                                     "<pre>",
                                     "</pre>",
                                     "<svg>",
                                     "</svg>",
                                     "<title>新馆开放_青州网</title>",
                                     "<meta charset=gbk>",
                                     "<html lang=zh>",
                                     "<body>",
                                     "</body>",
                                     "<template>",
                                     "</template>",
                                     "<select><option>",
                                     "</select>",
                                     "<textarea>",
                                     "&nbsp;",
                                     "&#20013;",
                                     "&amp",
                                     "&foo;",
                                     "&#x;",
                                     "&",
                                     "<",
                                     ">",
                                     "<p a=\"",
                                     "'",
                                     "<script type=\"application/ld+json\">",
                                     "{\"@type\":\"NewsArticle\",\"headline\":\"新馆开放\"}",
                                     "# ",
                                     "**",
                                     "[",
                                     "](http://x)",
                                     "`",
                                     "| a | b |\n|---|---|\n",
                                     "---\ntitle: 甲\n---\n",
                                     "> ",
                                     "- ",
                                     "![图](a)"});

// Pieces of markup between lines and odd texts.
std::string MarkedUp(uint64_t seed) {
  std::mt19937_64 random(seed);
  fuzz::RandomText texts(seed);
  std::string page;
  for (int piece = 0; piece < 40; ++piece) {
    const uint64_t choice = random() % 16;
    page += choice < 9                     ? std::string(kMarkup[random() % kMarkup.size()])
            : choice < 13                  ? std::string(kLines[random() % kLines.size()])
            : choice < 15 || seed % 2 == 0 ? texts.Utf8()
                                           : texts.Bytes();
    if (random() % 4 == 0) page += random() % 4 == 0 ? "\r\n" : "\n";
  }
  return page;
}

void AppendUnit(uint32_t unit, bool big, std::string& out) {
  const char low = static_cast<char>(unit & 0xFF);
  const char high = static_cast<char>(unit >> 8);
  out.push_back(big ? high : low);
  out.push_back(big ? low : high);
}

std::string Utf16(const std::string& utf8, bool big) {
  std::string out;
  for (const char32_t c : text::DecodeUtf8(utf8)) {
    if (c < 0x10000) {
      AppendUnit(c, big, out);
    } else {
      AppendUnit(0xD800 + ((c - 0x10000) >> 10), big, out);
      AppendUnit(0xDC00 + ((c - 0x10000) & 0x3FF), big, out);
    }
  }
  return out;
}

// By the system's converter, not by the one under test; what it does not know becomes ?.
std::string Gb18030(const std::string& utf8) {
  const iconv_t converter = iconv_open("GB18030", "UTF-8");
  // NOLINTNEXTLINE(performance-no-int-to-ptr): that is how iconv_open says that it failed.
  EXPECT_NE(converter, reinterpret_cast<iconv_t>(-1));
  std::string out;
  for (const char32_t c : text::DecodeUtf8(utf8)) {
    std::string from = text::EncodeUtf8(std::u32string(1, c));
    std::array<char, 8> to{};
    char* source = from.data();
    char* target = to.data();
    size_t source_left = from.size();
    size_t target_left = to.size();
    const size_t converted = iconv(converter, &source, &source_left, &target, &target_left);
    out += converted == static_cast<size_t>(-1) ? std::string("?")
                                                : std::string(to.data(), to.size() - target_left);
  }
  iconv_close(converter);
  return out;
}

class IngestFuzzTest : public ::testing::Test {
 protected:
  void SetUp() override { YZ_ASSERT_OK_AND_ASSIGN(factory_, ArticleFactory::Create()); }

  static void ExpectSound(const IngestedArticle& ingested, std::string_view contents) {
    const v1::Article& article = ingested.article;
    const std::u32string body = text::DecodeUtf8(article.body());
    ASSERT_EQ(ingested.source_map.size(), body.size());
    ASSERT_EQ(article.body_length(), static_cast<int32_t>(body.size()));
    const auto begin = static_cast<size_t>(article.source().start_byte());
    const auto end = static_cast<size_t>(article.source().end_byte());
    ASSERT_LE(end, contents.size());
    YZ_ASSERT_OK_AND_ASSIGN(const SourceReader reader,
                            SourceReader::Open(contents, article.extractor()));
    YZ_ASSERT_OK_AND_ASSIGN(const std::string decoded, reader.Read({begin, end}));
    ASSERT_EQ(decoded, article.body());
    ExpectPartsRead(ingested, body, reader);
    int32_t last = 0;
    for (const v1::Mask& mask : article.masks()) {
      ASSERT_GE(mask.span().start(), last);
      ASSERT_LT(mask.span().start(), mask.span().end());
      last = mask.span().end();
    }
    ASSERT_LE(last, article.body_length());
    ASSERT_EQ(text::CountInvalidUtf8(article.title() + article.outlet()), 0u);
  }

  // Law 1 for citations that are cut anywhere.
  static void ExpectPartsRead(const IngestedArticle& ingested, const std::u32string& body,
                              const SourceReader& reader) {
    if (body.empty()) return;
    std::mt19937_64 random(body.size());
    for (int part = 0; part < 20; ++part) {
      const auto begin = static_cast<uint32_t>(random() % body.size());
      const auto end = begin + 1 + static_cast<uint32_t>(random() % (body.size() - begin));
      YZ_ASSERT_OK_AND_ASSIGN(const text::ByteRange bytes,
                              ingested.source_map.ToBytes({begin, end}));
      // A lone surrogate of JSON is repaired by the record around it. Of other encodings than UTF-8
      // bytes that belong together come out otherwise when they are cut apart.
      const std::string& extractor = ingested.article.extractor();
      const bool by_itself = extractor.ends_with(" utf-8");
      const std::u32string_view part_text = text::Slice(body, {begin, end});
      if (!by_itself && part_text.find(U'\uFFFD') != std::u32string_view::npos) continue;
      YZ_ASSERT_OK_AND_ASSIGN(const std::string read, reader.Read(bytes));
      ASSERT_EQ(read, text::EncodeUtf8(part_text)) << begin << " " << end;
    }
  }

  std::unique_ptr<ArticleFactory> factory_;
};

TEST_F(IngestFuzzTest, AnyHtmlAndMarkdownIsReadSoundly) {
  for (int run = 0; run < fuzz::Runs() / 3; ++run) {
    SCOPED_TRACE(run);
    const std::string page = MarkedUp(static_cast<uint64_t>(run));
    YZ_ASSERT_OK_AND_ASSIGN(const text::DecodedText decoded, text::DecodeAs(page, "UTF-8"));
    for (const bool html : {true, false}) {
      const PageStories read = html ? factory_->FromHtml({"page.html", "sha"}, decoded)
                                    : factory_->FromMarkdown({"page.md", "sha"}, decoded);
      int64_t last_byte = 0;
      for (const IngestedArticle& story : read.articles) {
        ASSERT_GE(story.article.source().start_byte(), last_byte) << page;
        last_byte = story.article.source().end_byte();
        ASSERT_NO_FATAL_FAILURE(ExpectSound(story, page)) << page;
      }
    }
  }
}

TEST_F(IngestFuzzTest, AnyPageIsReadSoundly) {
  for (int run = 0; run < fuzz::Runs() / 3; ++run) {
    SCOPED_TRACE(run);
    std::mt19937_64 random(static_cast<uint64_t>(run));
    fuzz::RandomText texts(static_cast<uint64_t>(run));
    std::string page;
    for (int line = 0; line < 14; ++line) {
      const uint64_t choice = random() % (kLines.size() + 6);
      page += choice < kLines.size() ? std::string(kLines[choice])
              : choice % 2 == 0      ? texts.Utf8()
                                     : texts.Bytes();
      page += random() % 8 == 0 ? "\r\n" : "\n";
    }
    const absl::StatusOr<text::DecodedText> decoded = text::DecodeAs(page, "UTF-8");
    YZ_ASSERT_OK(decoded);
    int64_t last_byte = 0;
    for (const IngestedArticle& story : factory_->FromText({"page.txt", "sha"}, *decoded)) {
      ASSERT_GE(story.article.source().start_byte(), last_byte) << page;
      last_byte = story.article.source().end_byte();
      ExpectSound(story, page);
    }
  }
}

TEST_F(IngestFuzzTest, AnyPageInAnotherEncodingIsReadSoundly) {
  for (int run = 0; run < fuzz::Runs() / 6; ++run) {
    SCOPED_TRACE(run);
    const std::string utf8 = MarkedUp(static_cast<uint64_t>(run));
    for (const std::string encoding : {"UTF-16LE", "UTF-16BE", "GB18030"}) {
      const std::string page =
          encoding == "GB18030" ? Gb18030(utf8) : Utf16(utf8, encoding.ends_with("BE"));
      YZ_ASSERT_OK_AND_ASSIGN(const text::DecodedText decoded, text::DecodeAs(page, encoding));
      for (const IngestedArticle& story : factory_->FromText({"page.txt", "sha"}, decoded)) {
        ASSERT_NO_FATAL_FAILURE(ExpectSound(story, page)) << encoding << "\n" << utf8;
      }
      for (const IngestedArticle& story :
           factory_->FromHtml({"page.html", "sha"}, decoded).articles) {
        ASSERT_NO_FATAL_FAILURE(ExpectSound(story, page)) << encoding << "\n" << utf8;
      }
    }
  }
}

TEST_F(IngestFuzzTest, AnyRecordIsReadSoundlyOrRefused) {
  for (int run = 0; run < fuzz::Runs() / 3; ++run) {
    SCOPED_TRACE(run);
    fuzz::RandomText texts(static_cast<uint64_t>(run));
    const std::string text = texts.Utf8();
    const std::string good =
        nlohmann::json{{"id", texts.Utf8()}, {"text", text + "\n。"}, {"title", texts.Utf8()}}.dump(
            -1, ' ', /*ensure_ascii=*/run % 2 == 0);
    YZ_ASSERT_OK_AND_ASSIGN(const JsonlRecord record,
                            factory_->FromJsonl({"r.jsonl", "sha"}, {good, 1, 0}));
    ASSERT_EQ(record.ingested.article.body(), text + "\n。");
    ExpectSound(record.ingested, good);
    const std::string bad = "{\"text\":\"" + texts.Bytes() + "\"}";
    const absl::StatusOr<JsonlRecord> odd = factory_->FromJsonl({"r.jsonl", "sha"}, {bad, 1, 0});
    if (odd.ok()) ExpectSound(odd->ingested, bad);
  }
}

}  // namespace
}  // namespace yinzheng::ingest
