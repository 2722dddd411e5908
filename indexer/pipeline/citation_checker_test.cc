// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/citation_checker.h"

#include <functional>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/digest.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::indexer {
namespace {

using ::testing::HasSubstr;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::StatusIs;

constexpr char kContents[] = "首行\n园区有企业128家。\n";

void SetPlace(int32_t start, int32_t end, v1::TextSpan* span) {
  span->set_start(start);
  span->set_end(end);
}

void SetBytes(int64_t start, int64_t end, v1::SourceSpan* source) {
  source->set_path("a.txt");
  source->set_sha256(base::Sha256Hex(kContents));
  source->set_start_byte(start);
  source->set_end_byte(end);
}

v1::Article MakeArticle() {
  v1::Article article;
  article.set_name("articles/1");
  article.set_body("首行\n园区有企业128家。");
  article.set_body_length(13);
  article.set_body_sha256(base::Sha256Hex(article.body()));
  article.set_extractor("text/1 utf-8");
  SetBytes(0, 31, article.mutable_source());
  return article;
}

v1::Citation MakeCitation() {
  v1::Citation citation;
  citation.set_article("articles/1");
  citation.set_quote("企业128家");
  SetPlace(6, 12, citation.mutable_span());
  SetPlace(8, 12, citation.mutable_value_span());
  SetBytes(16, 28, citation.mutable_source());
  return citation;
}

TEST(CitationChecker, AcceptsWhatStandsInBodyAndFile) {
  const v1::Article article = MakeArticle();
  const std::string contents = kContents;
  const CitationChecker checker(article, &contents);
  EXPECT_THAT(checker.CheckArticle(), IsOk());
  EXPECT_THAT(checker.Check(MakeCitation()), IsOk());
}

struct Fault {
  std::string name;
  std::function<void(v1::Article&, v1::Citation&)> make;
  std::string message;
};

class CitationFaultTest : public ::testing::TestWithParam<Fault> {};

TEST_P(CitationFaultTest, IsFound) {
  v1::Article article = MakeArticle();
  v1::Citation citation = MakeCitation();
  GetParam().make(article, citation);
  const std::string contents = kContents;
  const CitationChecker checker(article, &contents);
  absl::Status status = checker.CheckArticle();
  status.Update(checker.Check(citation));
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kDataLoss, HasSubstr(GetParam().message)));
}

std::string FaultName(const ::testing::TestParamInfo<Fault>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(
    All, CitationFaultTest,
    ::testing::Values(
        Fault{"OtherWords", [](auto&, v1::Citation& c) { c.set_quote("企业129家"); }, "企业129家"},
        Fault{"ShiftedSpan", [](auto&, v1::Citation& c) { SetPlace(7, 13, c.mutable_span()); },
              "body at"},
        Fault{"SpanPastTheEnd", [](auto&, v1::Citation& c) { SetPlace(6, 99, c.mutable_span()); },
              "outside"},
        Fault{"ValueOutside",
              [](auto&, v1::Citation& c) { SetPlace(2, 4, c.mutable_value_span()); },
              "outside of its quote"},
        Fault{"NoQuote", [](auto&, v1::Citation& c) { c.clear_quote(); }, "no quote"},
        Fault{"NoSource", [](auto&, v1::Citation& c) { c.clear_source(); }, "no source"},
        Fault{"OtherArticle", [](auto&, v1::Citation& c) { c.set_article("articles/2"); },
              "articles/2"},
        Fault{"OtherBytes", [](auto&, v1::Citation& c) { SetBytes(19, 31, c.mutable_source()); },
              "bytes 19 to 31"},
        Fault{"BytesPastTheEnd",
              [](auto&, v1::Citation& c) { SetBytes(19, 310, c.mutable_source()); },
              "outside of a.txt"},
        Fault{"OtherFile", [](auto&, v1::Citation& c) { c.mutable_source()->set_path("b.txt"); },
              "b.txt"},
        Fault{"ChangedBody", [](v1::Article& a, auto&) { a.set_body("首行\n园区有企业129家。"); },
              "digest"},
        Fault{"WrongLength", [](v1::Article& a, auto&) { a.set_body_length(12); }, "code points"},
        Fault{"MaskOutside",
              [](v1::Article& a, auto&) { SetPlace(3, 30, a.add_masks()->mutable_span()); },
              "mask"}),
    FaultName);

TEST(CitationChecker, ComparesTheBodyAloneWithoutTheFile) {
  const v1::Article article = MakeArticle();
  const CitationChecker checker(article, nullptr);
  v1::Citation citation = MakeCitation();
  SetBytes(0, 3, citation.mutable_source());
  EXPECT_THAT(checker.Check(citation), IsOk());
}

TEST(InputCache, FindsAFileOnlyWhileItIsUnchanged) {
  const testing::TempDir dir;
  dir.Write("in/a.txt", kContents);
  const std::string digest = base::Sha256Hex(kContents);
  const auto find = [&](const std::string& path, const std::string& sha256) {
    InputCache cache(base::FileSystem::Real(), {"/nowhere", (dir.path() / "in").string()});
    const std::string* found = cache.Find(path, sha256);
    return found == nullptr ? std::string("absent") : *found;
  };
  EXPECT_EQ(find("a.txt", digest), kContents);
  EXPECT_EQ(find("b.txt", digest), "absent");
  EXPECT_EQ(find("a.txt", std::string(64, '0')), "absent");
  dir.Write("in/a.txt", "changed");
  EXPECT_EQ(find("a.txt", digest), "absent");
}

}  // namespace
}  // namespace yinzheng::indexer
