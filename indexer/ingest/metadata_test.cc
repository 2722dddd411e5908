// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/metadata.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::ingest {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::yinzheng::testing::StatusIs;

v1::Article ArticleWithId(const std::string& external_id) {
  v1::Article article;
  article.set_external_id(external_id);
  article.set_title("印出的标题");
  article.set_outlet("印出的报纸");
  article.add_authors("甲");
  return article;
}

TEST(MetadataTable, AddsAndCorrects) {
  YZ_ASSERT_OK_AND_ASSIGN(
      MetadataTable table,
      MetadataTable::Parse(
          "\xEF\xBB\xBF"
          R"({"path":"a.txt","published":"2023-07~","outlet":"青州日报"})"
          "\r\n\n"
          R"({"path":"b.txt","title":"新标题","authors":["乙","丙"],"url":"https://x.example/1"})",
          "m.jsonl"));
  v1::Article a = ArticleWithId("a.txt");
  table.Apply("a.txt", /*first_story=*/true, a);
  EXPECT_EQ(a.published().edtf(), "2023-07~");
  EXPECT_EQ(a.published().earliest(), "2023-07-01");
  EXPECT_EQ(a.published().latest(), "2023-07-31");
  EXPECT_EQ(a.published().basis(), v1::DATE_BASIS_METADATA);
  EXPECT_EQ(a.outlet(), "青州日报");
  EXPECT_EQ(a.title(), "印出的标题");
  EXPECT_THAT(a.authors(), ElementsAre("甲"));
  v1::Article b = ArticleWithId("b.txt");
  table.Apply("b.txt", /*first_story=*/true, b);
  EXPECT_EQ(b.title(), "新标题");
  EXPECT_EQ(b.uri(), "https://x.example/1");
  EXPECT_THAT(b.authors(), ElementsAre("乙", "丙"));
  EXPECT_THAT(table.Unused(), IsEmpty());
}

TEST(MetadataTable, SpeaksOfAFileOrOfOneOfItsStories) {
  YZ_ASSERT_OK_AND_ASSIGN(MetadataTable table,
                          MetadataTable::Parse(R"({"path":"p.txt","title":"首篇","published":"2024"}
{"path":"p.txt#2","title":"次篇"}
{"path":"absent.txt","outlet":"无"})",
                                               "m.jsonl"));
  v1::Article first = ArticleWithId("p.txt");
  table.Apply("p.txt", true, first);
  v1::Article second = ArticleWithId("p.txt#2");
  table.Apply("p.txt", false, second);
  v1::Article third = ArticleWithId("p.txt#3");
  table.Apply("p.txt", false, third);
  EXPECT_EQ(first.title(), "首篇");
  EXPECT_EQ(second.title(), "次篇");
  EXPECT_EQ(third.title(), "印出的标题");
  EXPECT_EQ(third.published().edtf(), "2024");
  EXPECT_THAT(table.Unused(), ElementsAre("m.jsonl:3: absent.txt"));
}

struct BadLine {
  std::string line;
  std::string message;
};

class MetadataErrorTest : public ::testing::TestWithParam<BadLine> {};

TEST_P(MetadataErrorTest, NamesFileLineAndFault) {
  EXPECT_THAT(MetadataTable::Parse("\n" + GetParam().line, "dir/m.jsonl"),
              StatusIs(absl::StatusCode::kInvalidArgument,
                       AllOf(HasSubstr("dir/m.jsonl:2"), HasSubstr(GetParam().message))));
}

INSTANTIATE_TEST_SUITE_P(
    All, MetadataErrorTest,
    ::testing::Values(BadLine{"not json", "JSON object"}, BadLine{"[]", "JSON object"},
                      BadLine{R"({"title":"x"})", "path"}, BadLine{R"({"path":""})", "path"},
                      BadLine{R"({"path":"a","published":"2023-02-30"})", "2023-02-30"},
                      BadLine{R"({"path":"a","published":"yesterday"})", "yesterday"},
                      BadLine{R"({"path":"a","outlet":7})", "outlet"},
                      BadLine{R"({"path":"a","authors":["x",1]})", "authors"},
                      BadLine{R"({"path":"a","publised":"2023"})", "publised"},
                      BadLine{R"({"path":"a","title":"x","title":"y"})", "twice"}));

TEST(MetadataTable, RefusesAPathGivenTwice) {
  EXPECT_THAT(MetadataTable::Parse("{\"path\":\"a\"}\n{\"path\":\"a\"}", "m.jsonl"),
              StatusIs(absl::StatusCode::kInvalidArgument,
                       AllOf(HasSubstr("m.jsonl:2"), HasSubstr("line 1"))));
}

}  // namespace
}  // namespace yinzheng::ingest
