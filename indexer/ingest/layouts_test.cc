// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Whole files in the layouts and encodings that people have, in invented words, through the front
// door: each file of testdata/layouts has the stories that are read from it beside it (.want), and
// every code point of every story leads back to its bytes. YINZHENG_UPDATE_GOLDEN=1 writes the
// .want files anew; read them before you commit them.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/ingest/gzip.h"
#include "indexer/ingest/ingester.h"
#include "indexer/ingest/source_text.h"
#include "indexer/text/unicode.h"
#include "tests/support/shared_corpus.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::ingest {
namespace {

std::filesystem::path LayoutDir() {
  return testing::SourceDir() / "indexer/ingest/testdata/layouts";
}

std::string ReadBytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return std::move(out).str();
}

std::vector<IngestedArticle> Ingest(const std::filesystem::path& path) {
  std::vector<IngestedArticle> articles;
  auto ingester = Ingester::Create({.inputs = {path.string()}}, base::FileSystem::Real());
  YZ_EXPECT_OK(ingester);
  YZ_EXPECT_OK((*ingester)->Run([&](IngestedArticle article) {
    articles.push_back(std::move(article));
    return absl::OkStatus();
  }));
  return articles;
}

std::string DescribeDate(const v1::DateValue& date) {
  if (date.edtf().empty()) return "";
  return absl::StrCat(date.edtf(), " ", v1::DateBasis_Name(date.basis()).substr(11),
                      date.evidence().empty() ? "" : " by ", date.evidence());
}

std::string Describe(const v1::Article& article) {
  const std::u32string body = text::DecodeUtf8(article.body());
  std::string out = absl::StrCat(
      "== ", article.external_id(), " (", article.extractor(), ", ", article.language(), ")\n",
      "title: ", article.title(), "\noutlet: ", article.outlet(),
      "\nauthors: ", absl::StrJoin(article.authors(), ","),
      "\neditors: ", absl::StrJoin(article.editors(), ","),
      "\npublished: ", DescribeDate(article.published()), "\nuri: ", article.uri(), "\n");
  for (const v1::Mask& mask : article.masks()) {
    const text::Span span{static_cast<uint32_t>(mask.span().start()),
                          static_cast<uint32_t>(mask.span().end())};
    absl::StrAppend(&out, v1::MaskKind_Name(mask.kind()).substr(10), ": ",
                    text::EncodeUtf8(text::Slice(body, span)), "\n");
  }
  for (const absl::string_view line : absl::StrSplit(article.body(), '\n')) {
    absl::StrAppend(&out, "| ", line, "\n");
  }
  return out;
}

// Every code point alone, and stretches of any length.
void ExpectMapped(const IngestedArticle& ingested, const std::string& contents) {
  const std::u32string body = text::DecodeUtf8(ingested.article.body());
  ASSERT_EQ(ingested.source_map.size(), body.size());
  YZ_ASSERT_OK_AND_ASSIGN(const SourceReader reader,
                          SourceReader::Open(contents, ingested.article.extractor()));
  const auto expect_read = [&](text::Span span) {
    YZ_ASSERT_OK_AND_ASSIGN(const text::ByteRange bytes, ingested.source_map.ToBytes(span));
    YZ_ASSERT_OK_AND_ASSIGN(const std::string read, reader.Read(bytes));
    ASSERT_EQ(read, text::EncodeUtf8(text::Slice(body, span))) << "at " << span;
    YZ_ASSERT_OK_AND_ASSIGN(const text::Span place, ingested.source_map.ToBody(bytes));
    ASSERT_EQ(place, span);
  };
  const auto size = static_cast<uint32_t>(body.size());
  for (uint32_t i = 0; i < size; ++i) {
    ASSERT_NO_FATAL_FAILURE(expect_read({i, i + 1}));
    ASSERT_NO_FATAL_FAILURE(expect_read({i, size}));
    ASSERT_NO_FATAL_FAILURE(expect_read({0, i + 1}));
  }
  std::mt19937 random(7);
  for (int run = 0; run < 300; ++run) {
    const auto begin = static_cast<uint32_t>(random() % size);
    const auto end = begin + 1 + static_cast<uint32_t>(random() % (size - begin));
    ASSERT_NO_FATAL_FAILURE(expect_read({begin, end}));
  }
}

class LayoutsTest : public ::testing::TestWithParam<std::string> {};

TEST_P(LayoutsTest, GivesItsStories) {
  const std::filesystem::path path = LayoutDir() / GetParam();
  const std::filesystem::path want = path.string() + ".want";
  std::string got;
  for (const IngestedArticle& story : Ingest(path)) got += Describe(story.article);
  if (std::getenv("YINZHENG_UPDATE_GOLDEN") != nullptr) std::ofstream(want) << got;
  EXPECT_EQ(got, ReadBytes(want));
}

TEST_P(LayoutsTest, LeadsEveryCodePointBackToItsBytes) {
  const std::filesystem::path path = LayoutDir() / GetParam();
  std::string contents = ReadBytes(path);
  if (absl::EndsWith(GetParam(), ".gz")) {
    YZ_ASSERT_OK_AND_ASSIGN(contents, Gunzip(contents, size_t{1} << 20));
  }
  const std::vector<IngestedArticle> stories = Ingest(path);
  ASSERT_FALSE(stories.empty());
  for (const IngestedArticle& story : stories) {
    ASSERT_NO_FATAL_FAILURE(ExpectMapped(story, contents));
  }
}

std::string CaseName(const ::testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  for (char& c : name) c = c == '.' ? '_' : c;
  return name;
}

INSTANTIATE_TEST_SUITE_P(
    Files, LayoutsTest,
    ::testing::Values("big5_page.html", "broken_page.html", "central_agency.md", "crlf_bom.txt",
                      "front_matter.md", "gb18030_page.htm", "long_comments.html",
                      "messaging_platform.html", "news_page.html", "newspaper_page.txt",
                      "preformatted.html", "pure_table.html", "repost_trail.txt",
                      "several_articles.html", "wire_utf16.txt", "zipped_page.html.gz"),
    CaseName);

// A file that no test reads tests nothing.
TEST(Layouts, AreAllListed) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(LayoutDir())) {
    files += entry.path().extension() == ".want" ? 0 : 1;
  }
  EXPECT_EQ(files, 16);
}

}  // namespace
}  // namespace yinzheng::ingest
