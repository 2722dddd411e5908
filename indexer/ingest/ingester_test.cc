// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/ingester.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/digest.h"
#include "indexer/ingest/source_text.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::ingest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::yinzheng::testing::StatusIs;
using ::yinzheng::testing::TempDir;

constexpr char kText[] =
    "新馆今日开放\n青州图书馆新馆今天开放，藏书150万册，设座位2600个，每周开放72小时。\n";

struct IngestRun {
  std::vector<IngestedArticle> articles;
  IngestReport report;

  std::vector<std::string> Ids() const {
    std::vector<std::string> ids;
    for (const IngestedArticle& one : articles) ids.push_back(one.article.external_id());
    return ids;
  }
  std::vector<std::string> Skips() const {
    std::vector<std::string> lines;
    for (const IngestNotice& notice : report.skips()) lines.push_back(notice.ToString());
    return lines;
  }
  std::vector<std::string> Warnings() const {
    std::vector<std::string> lines;
    for (const IngestNotice& notice : report.warnings()) lines.push_back(notice.ToString());
    return lines;
  }
};

IngestRun Ingest(IngestOptions options) {
  auto ingester = Ingester::Create(std::move(options), base::FileSystem::Real());
  YZ_EXPECT_OK(ingester);
  IngestRun run;
  if (!ingester.ok()) return run;
  YZ_EXPECT_OK((*ingester)->Run([&](IngestedArticle article) {
    run.articles.push_back(std::move(article));
    return absl::OkStatus();
  }));
  run.report = (*ingester)->report();
  return run;
}

// Law 1 for every code point: its bytes decode to it, and its place is found from its bytes.
void ExpectMapped(const IngestedArticle& ingested, const std::string& contents) {
  const std::u32string body = text::DecodeUtf8(ingested.article.body());
  ASSERT_EQ(ingested.source_map.size(), body.size());
  for (uint32_t i = 0; i < body.size(); ++i) {
    YZ_ASSERT_OK_AND_ASSIGN(const text::ByteRange bytes, ingested.source_map.ToBytes({i, i + 1}));
    YZ_ASSERT_OK_AND_ASSIGN(
        const std::string decoded,
        DecodeSource(contents.substr(bytes.begin, bytes.size()), ingested.article.extractor()));
    ASSERT_EQ(decoded, text::EncodeUtf8(std::u32string(1, body[i]))) << "at " << i;
    YZ_ASSERT_OK_AND_ASSIGN(const text::Span place, ingested.source_map.ToBody(bytes));
    ASSERT_EQ(place, (text::Span{i, i + 1}));
  }
}

TEST(Ingester, ReadsFoldersInOrder) {
  const TempDir dir;
  dir.Write("b.txt", kText);
  dir.Write("a/z.txt", kText);
  dir.Write("a/records.jsonl", "{\"id\":\"r1\",\"text\":\"甲。\"}\n\n{\"text\":\"乙。\"}\n");
  dir.Write(".hidden.txt", kText);
  const IngestRun run = Ingest({.inputs = {dir.path().string()}});
  EXPECT_THAT(run.Ids(), ElementsAre("r1", "a/records.jsonl#3", "a/z.txt", "b.txt"));
  EXPECT_EQ(run.report.files, 3);
  EXPECT_EQ(run.report.skipped(), 0);
  const v1::Article& article = run.articles.back().article;
  EXPECT_EQ(article.source().path(), "b.txt");
  EXPECT_EQ(article.source().sha256(), base::Sha256Hex(kText));
  EXPECT_EQ(article.body_sha256(), base::Sha256Hex(article.body()));
  EXPECT_EQ(article.extractor(), "text/1 utf-8");
  EXPECT_EQ(article.language(), "zh-Hans");
  EXPECT_EQ(article.title(), "新馆今日开放");
}

TEST(Ingester, TakesAFileByItself) {
  const TempDir dir;
  const std::string file = dir.Write("deep/page.txt", kText).string();
  const IngestRun run = Ingest({.inputs = {file}});
  EXPECT_THAT(run.Ids(), ElementsAre("page.txt"));
}

TEST(Ingester, SkipsWithAReason) {
  const TempDir dir;
  dir.Write("binary.txt", std::string("\x01\x02\0\x03\0\0\x7f\0\x01\0\0\0\xff", 13));
  dir.Write("blank.txt", " \n\n");
  dir.Write("bad.txt.gz", "no gzip");
  dir.Write("empty.txt", "");
  dir.Write("good.txt", kText);
  dir.Write("huge.txt", std::string(5000, 'x'));
  dir.Write("page.html", "<nav><p>x</p></nav><script>y</script>");
  dir.Write("photo.jpg", "x");
  dir.Write("records.jsonl",
            "not json\n[1]\n{\"id\":\"x\"}\n{\"id\":\"y\",\"text\":7}\n{\"text\":\"  \"}\n"
            "{\"id\":\"ok\",\"text\":\"好。\"}\n");
  const IngestRun run =
      Ingest({.inputs = {dir.path().string()}, .metadata = "", .max_file_bytes = 4000});
  EXPECT_THAT(run.Ids(), ElementsAre("good.txt", "ok"));
  EXPECT_EQ(run.report.skipped(), 12);
  for (const char* line :
       {"binary.txt: ", "blank.txt: holds no text", "bad.txt.gz: decompress", "empty.txt: empty",
        "huge.txt: its 5000 bytes", "page.html: holds no text", "photo.jpg: unknown format",
        "records.jsonl, record 1: ", "records.jsonl, record 2: ", "records.jsonl, record 3: ",
        "records.jsonl, record 4: ", "records.jsonl, record 5: "}) {
    EXPECT_THAT(run.Skips(), Contains(HasSubstr(line)));
    EXPECT_THAT(run.report.ToString(), HasSubstr(line));
  }
}

TEST(Ingester, RefusesInputThatIsNotThere) {
  EXPECT_THAT(Ingester::Create({.inputs = {"/no/such/place"}}, base::FileSystem::Real()),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr("/no/such/place")));
  const TempDir dir;
  EXPECT_THAT(Ingester::Create({.inputs = {dir.path().string()}, .metadata = "/no/such/file"},
                               base::FileSystem::Real()),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr("/no/such/file")));
}

TEST(Ingester, PassesOnTheErrorOfItsSink) {
  const TempDir dir;
  dir.Write("a.txt", kText);
  YZ_ASSERT_OK_AND_ASSIGN(
      auto ingester, Ingester::Create({.inputs = {dir.path().string()}}, base::FileSystem::Real()));
  EXPECT_THAT(ingester->Run([](const IngestedArticle&) { return absl::AbortedError("enough"); }),
              StatusIs(absl::StatusCode::kAborted));
}

TEST(Ingester, MapsEveryCodePointOfARecord) {
  const std::string contents =
      "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"plain\"}\r\n"
      R"({"text":"换\n行 \"引\" \\ \/ \u9752\u5dde \ud840\udc00 𠀀 e","id":"b","n":[{"text":"x"}]})"
      "\n{\"id\":\"c\",\"text\":\"lone \\ud840 and bad \xE4\xB8 bytes\"}";
  const TempDir dir;
  dir.Write("r.jsonl", contents);
  const IngestRun run = Ingest({.inputs = {dir.path().string()}});
  ASSERT_THAT(run.Ids(), ElementsAre("a", "b", "c"));
  for (const IngestedArticle& ingested : run.articles) ExpectMapped(ingested, contents);
  EXPECT_EQ(run.articles[1].article.body(), "换\n行 \"引\" \\ / 青州 𠀀 𠀀 e");
  EXPECT_EQ(run.articles[1].article.source().record(), 2);
  EXPECT_EQ(run.articles[1].article.extractor(), "jsonl/1");
  EXPECT_EQ(run.report.repaired_places, 2);
  EXPECT_EQ(run.report.repaired_files(), 1);
}

TEST(Ingester, NeverSplitsARecord) {
  const TempDir dir;
  dir.Write(
      "r.jsonl",
      R"({"id":"a","title":"给定的标题","outlet":"青州日报","authors":["甲","乙"],"url":"https://x.example",)"
      R"("language":"zh-CN","published":"2022-03-04T10:00:00+08:00",)"
      R"("text":"新馆开放\n本报讯（记者 陈小明）新馆今天开放，市民纷纷前来参观。\n相关阅读\n某地开馆\n"})"
      "\n");
  const IngestRun run = Ingest({.inputs = {dir.path().string()}});
  ASSERT_EQ(run.articles.size(), 1u);
  const v1::Article& article = run.articles[0].article;
  EXPECT_EQ(article.title(), "给定的标题");
  EXPECT_EQ(article.outlet(), "青州日报");
  EXPECT_THAT(article.authors(), ElementsAre("甲", "乙"));
  EXPECT_EQ(article.uri(), "https://x.example");
  EXPECT_EQ(article.language(), "zh-CN");
  EXPECT_EQ(article.published().edtf(), "2022-03-04");
  EXPECT_EQ(article.published().basis(), v1::DATE_BASIS_METADATA);
  EXPECT_TRUE(article.body().starts_with("新馆开放")) << "body is the field as it is";
  EXPECT_TRUE(article.body().ends_with("某地开馆\n"));
}

TEST(Ingester, ReportsWhatLooksWrong) {
  const TempDir dir;
  dir.Write("a.jsonl",
            "{\"id\":\"same\",\"text\":\"甲。\",\"published\":\"soon\"}\n"
            "{\"id\":\"same\",\"text\":\"乙。\",\"title\":7}\n");
  const std::string metadata =
      dir.Write("meta/m.data", "{\"path\":\"absent.txt\",\"outlet\":\"x\"}").string();
  const IngestRun run =
      Ingest({.inputs = {(dir.path() / "a.jsonl").string()}, .metadata = metadata});
  EXPECT_EQ(run.articles.size(), 2u);
  EXPECT_THAT(run.Warnings(), Contains(HasSubstr("record 1: \"published\" is left out")));
  EXPECT_THAT(run.Warnings(), Contains(HasSubstr("record 2: \"title\" is left out")));
  EXPECT_THAT(run.Warnings(), Contains(HasSubstr("id \"same\" occurs before: a.jsonl, record 1")));
  EXPECT_THAT(run.Warnings(), Contains(HasSubstr("m.data:1: absent.txt matches no input")));
  EXPECT_EQ(run.report.undated(), 2);
}

TEST(Ingester, SameRelativeNameOfTwoInputsIsTakenOnce) {
  const TempDir dir;
  dir.Write("one/a.txt", kText);
  dir.Write("two/a.txt", kText);
  const IngestRun run =
      Ingest({.inputs = {(dir.path() / "one").string(), (dir.path() / "two").string()}});
  EXPECT_EQ(run.articles.size(), 1u);
  EXPECT_THAT(run.Skips(), ElementsAre(HasSubstr("another input already holds")));
}

TEST(Ingester, DecodesOtherEncodings) {
  // 新馆今日开放。 and a longer line in GB18030.
  const std::string gb =
      "\xD0\xC2\xB9\xDD\xBD\xF1\xC8\xD5\xBF\xAA\xB7\xC5\x0A"
      "\xC7\xE0\xD6\xDD\xCD\xBC\xCA\xE9\xB9\xDD\xD0\xC2\xB9\xDD\xBD\xF1\xCC\xEC\xBF\xAA\xB7\xC5\xA3"
      "\xAC"
      "\xB2\xD8\xCA\xE9\xD2\xBB\xB0\xD9\xCE\xE5\xCA\xAE\xCD\xF2\xB2\xE1\xA1\xA3\x0A";
  const TempDir dir;
  dir.Write("gb.txt", gb);
  const IngestRun run = Ingest({.inputs = {dir.path().string()}});
  ASSERT_EQ(run.articles.size(), 1u);
  EXPECT_EQ(run.articles[0].article.extractor(), "text/1 gb18030");
  EXPECT_EQ(run.articles[0].article.title(), "新馆今日开放");
  ExpectMapped(run.articles[0], gb);
}

// Characters of the Basic Multilingual Plane as UTF-16, low byte first.
std::string Utf16(const std::string& utf8) {
  std::string out;
  for (const char32_t c : text::DecodeUtf8(utf8)) {
    out.push_back(static_cast<char>(c & 0xFF));
    out.push_back(static_cast<char>(c >> 8));
  }
  return out;
}

TEST(Ingester, ReadsRecordsInOtherEncodings) {
  const std::string record = "{\"id\":\"a\",\"text\":\"新馆今日\\n开放，藏书\\u4e07册。\"}\n";
  const std::string contents = "\xFF\xFE" + Utf16("\n" + record + record);
  const TempDir dir;
  dir.Write("r.jsonl", contents);
  const IngestRun run = Ingest({.inputs = {dir.path().string()}});
  ASSERT_THAT(run.Ids(), ElementsAre("a", "a")) << run.report.ToString();
  EXPECT_EQ(run.articles[1].article.source().record(), 3);
  EXPECT_EQ(run.articles[0].article.extractor(), "jsonl/1 utf-16le");
  EXPECT_EQ(run.articles[0].article.body(), "新馆今日\n开放，藏书万册。");
  for (const IngestedArticle& ingested : run.articles) ExpectMapped(ingested, contents);
}

TEST(Ingester, ReadsMostlyEnglishRecordsInGb18030) {
  // 新馆今日开放 among ten times as many English letters.
  const std::string words = "\xD0\xC2\xB9\xDD\xBD\xF1\xC8\xD5\xBF\xAA\xB7\xC5";
  std::string contents;
  for (int i = 0; i < 20; ++i) {
    contents += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"" + words;
    for (int letters = 0; letters < 100; ++letters) contents += " the new library";
    contents += ".\"}\n";
  }
  const TempDir dir;
  dir.Write("r.jsonl", contents);
  const IngestRun run = Ingest({.inputs = {dir.path().string()}});
  ASSERT_EQ(run.articles.size(), 20u) << run.report.ToString();
  EXPECT_EQ(run.report.repaired_places, 0);
  EXPECT_EQ(run.articles[0].article.extractor(), "jsonl/1 gb18030");
  EXPECT_TRUE(run.articles[0].article.body().starts_with("新馆今日开放"));
}

TEST(Ingester, TakesTheDayInChinaOfARecord) {
  const TempDir dir;
  dir.Write("r.jsonl", "{\"text\":\"好。\",\"published\":\"2023-07-24T23:10:00Z\"}\n");
  const IngestRun run = Ingest({.inputs = {dir.path().string()}});
  ASSERT_EQ(run.articles.size(), 1u);
  EXPECT_EQ(run.articles[0].article.published().edtf(), "2023-07-25");
}

TEST(Ingester, RepairsStrayZerosAndSaysSo) {
  std::string text = kText;
  text.insert(text.find("藏书"), 1, '\0');
  const TempDir dir;
  dir.Write("zero.txt", text);
  dir.Write("zero.html", "<p>" + text + "</p>");
  const IngestRun run = Ingest({.inputs = {dir.path().string()}});
  ASSERT_EQ(run.articles.size(), 2u) << run.report.ToString();
  for (const IngestedArticle& ingested : run.articles) {
    EXPECT_THAT(ingested.article.body(), HasSubstr("\uFFFD藏书"));
  }
  ExpectMapped(run.articles[1], text);
  EXPECT_THAT(run.report.ToString(), HasSubstr("zero.txt: 1 ill-formed places"));
}

TEST(Ingester, NamesUndatedArticles) {
  const TempDir dir;
  dir.Write("a.txt", kText);
  const IngestRun run = Ingest({.inputs = {dir.path().string()}});
  EXPECT_THAT(run.report.ToString(), HasSubstr("undated (1):\n  a.txt: neither"));
}

TEST(Ingester, ReadsDeeplyNestedHtmlWithoutItsStructure) {
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<div>";
  const TempDir dir;
  dir.Write("deep.html", deep + kText);
  dir.Write("wide.html", "<p " + std::string(4000, 'a') + std::string(3000, ' ') + ">" + kText);
  std::string attributes = "<p";
  for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i);
  dir.Write("many.html", attributes + ">" + kText);
  std::string misnested;
  for (int i = 0; i < 100'000; ++i) misnested += "<div></b>";
  dir.Write("misnested.html", misnested + kText);
  std::string fonts = "<p>";
  for (int i = 0; i < 999; ++i) fonts += "<font color=" + std::to_string(i) + ">";
  for (int i = 0; i < 10'000; ++i) fonts += "<p>x";
  dir.Write("fonts.html", fonts + "<p>" + kText);
  const IngestRun run = Ingest({.inputs = {dir.path().string()}});
  ASSERT_EQ(run.articles.size(), 5u);
  for (const IngestedArticle& ingested : run.articles) {
    EXPECT_THAT(ingested.article.body(), HasSubstr("藏书150万册"));
  }
  EXPECT_THAT(run.Warnings(),
              ElementsAre(HasSubstr("deep.html: elements are nested more than"),
                          HasSubstr("fonts.html: its elements take bytes more than"),
                          HasSubstr("many.html: a tag has attributes more than"),
                          HasSubstr("misnested.html: elements are nested more than")));
}

TEST(Ingester, ReadsFilesByTheirExtension) {
  const TempDir dir;
  for (const char* name : {"a.htm", "b.HTML", "c.xhtml"}) dir.Write(name, "<h1>新馆</h1><p>开放。");
  for (const char* name : {"d.md", "e.markdown"}) dir.Write(name, "# 新馆\n\n*开放*。");
  const IngestRun run = Ingest({.inputs = {dir.path().string()}});
  ASSERT_EQ(run.articles.size(), 5u) << run.report.ToString();
  for (const IngestedArticle& ingested : run.articles) {
    EXPECT_EQ(ingested.article.title(), "新馆");
    EXPECT_EQ(ingested.article.body(), "新馆\n开放。");
  }
}

}  // namespace
}  // namespace yinzheng::ingest
