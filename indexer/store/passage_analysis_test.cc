// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Furniture and broken lines: what is indexed of a printed passage, and what is marked in it.

#include "indexer/store/passage_analysis.h"

#include <memory>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/store/highlighter.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/query_compiler.h"
#include "indexer/store/query_parser.h"
#include "indexer/store/testing/temp_index.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using store::testing::SharedAnalyzer;
using store::testing::SharedSegmenter;
using store::testing::TempIndex;
using ::testing::ElementsAre;
using ::testing::SizeIs;
using yinzheng::testing::IsOk;

// A hard-wrapped paragraph that breaks 科学技术 and 研究院 at line ends, with a caption in the
// middle of a sentence.
constexpr char kBody[] =
    "新设施规划公布\n"
    "本报讯。\n"
    "本市昨天宣布，将在未来三年内分两批建设一系列新的面向全社会开放的科学\n"
    "技术设施，其中包括三座大型实验室和两座由各有关部门以及在京的大学研\n"
    "图为工地航拍\n"
    "究院共同管理的数据中心，总面积约十万平方米，全部工程预计到后年年底\n"
    "建成，并且在通过验收之后立即投入使用。\n";

v1::ArticleRecord Article() {
  v1::ArticleRecord record = store::testing::MakeArticle("articles/a", "", kBody);
  const std::u32string body = text::DecodeUtf8(kBody);
  record.clear_passages();
  yinzheng::v1::TextSpan& passage = *record.add_passages();
  passage.set_start(0);
  passage.set_end(static_cast<int32_t>(body.size()) - 1);
  yinzheng::v1::Mask& mask = *record.mutable_article()->add_masks();
  mask.set_kind(yinzheng::v1::MASK_KIND_CAPTION);
  const size_t caption = body.find(U"图为");
  mask.mutable_span()->set_start(static_cast<int32_t>(caption));
  mask.mutable_span()->set_end(static_cast<int32_t>(caption + 6));
  return record;
}

class BrokenLines : public ::testing::Test {
 protected:
  void SetUp() override {
    index_.AddArticle(Article());
    auto snapshot = index_.Publish();
    ASSERT_THAT(snapshot, IsOk());
    snapshot_ = *std::move(snapshot);
    auto compiler = QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter());
    ASSERT_THAT(compiler, IsOk());
    compiler_ = *std::move(compiler);
  }

  // The marked parts of the body; nothing if the query finds nothing.
  std::vector<std::string> Marked(const std::string& query) {
    PassageSearch search;
    search.query = compiler_->Compile(ParseQuery(query));
    const absl::StatusOr<SearchResults> results = snapshot_->passages().Search(search);
    EXPECT_THAT(results, IsOk());
    if (!results.ok() || results->hits.empty()) return {};
    const std::u32string body = text::DecodeUtf8(kBody);
    std::vector<std::string> parts;
    for (const auto& span :
         Highlighter(SharedAnalyzer(), search.query).Highlight(results->hits[0].passages[0])) {
      parts.push_back(text::EncodeUtf8(text::Slice(
          body, {static_cast<uint32_t>(span.start()), static_cast<uint32_t>(span.end())})));
    }
    return parts;
  }

  TempIndex index_;
  std::shared_ptr<const IndexSnapshot> snapshot_;
  std::unique_ptr<QueryCompiler> compiler_;
};

TEST_F(BrokenLines, WordsAcrossLineBreaksAreFoundAndMarked) {
  EXPECT_THAT(Marked("\"科学技术设施\""), ElementsAre("科学", "技术设施"));
  EXPECT_THAT(Marked("科学技术"), ElementsAre("科学", "技术"));
}

TEST_F(BrokenLines, WordsAroundACaptionAreWholeAndTheCaptionIsNotThere) {
  EXPECT_THAT(Marked("\"大学研究院\""), ElementsAre("大学研", "究院"));
  EXPECT_THAT(Marked("航拍"), SizeIs(0));
}

TEST(SkippedParts, OfPlainTextAreNone) {
  yinzheng::v1::Article article;
  const std::u32string body = U"一句话。另一句话。";
  EXPECT_THAT(SkippedParts(article, body, {{0, 4}, {4, 9}}),
              ElementsAre(::testing::IsEmpty(), ::testing::IsEmpty()));
}

TEST(SkippedParts, KeepABorderBetweenParagraphs) {
  yinzheng::v1::Article article;
  const std::u32string body = U"第一段话。\n\n　　第二段话。";
  const auto skipped = SkippedParts(article, body, {{0, static_cast<uint32_t>(body.size())}});
  ASSERT_THAT(skipped, SizeIs(1));
  const auto tokens = AnalyzePassage(SharedAnalyzer(), body, 0, skipped[0]);
  for (const text::IndexToken& token : tokens) EXPECT_NE(token.term, "话第");
}

TEST(AnalyzePassage, SpansAreOfTheBody) {
  const std::u32string passage = U"科学\n技术";
  const auto tokens = AnalyzePassage(SharedAnalyzer(), passage, 100, {{102, 103}});
  bool found = false;
  for (const text::IndexToken& token : tokens) {
    if (token.term != "学技") continue;
    found = true;
    EXPECT_EQ(token.span, (text::Span{101, 104}));
  }
  EXPECT_TRUE(found);
}

}  // namespace
}  // namespace yinzheng::store
