// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/segmenter.h"

#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::text {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::StatusIs;

class SegmenterTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto created = Segmenter::Create();
    ASSERT_THAT(created, IsOk());
    segmenter_ = created->release();
  }
  static void TearDownTestSuite() {
    delete segmenter_;
    segmenter_ = nullptr;
  }

  static std::vector<std::string> Words(std::u32string_view text) {
    std::vector<std::string> words;
    for (const Token& token : segmenter_->Segment(text)) words.push_back(token.word);
    return words;
  }

  // NOLINTNEXTLINE(readability-identifier-naming): a member, if a static one.
  static const Segmenter* segmenter_;
};

// NOLINTNEXTLINE(readability-identifier-naming)
const Segmenter* SegmenterTest::segmenter_ = nullptr;

TEST_F(SegmenterTest, CutsAndTagsWords) {
  const std::vector<Token> tokens = segmenter_->Segment(U"北京大学生喝进口红酒");
  ASSERT_FALSE(tokens.empty());
  EXPECT_EQ(tokens[0].word, "北京");
  EXPECT_EQ(tokens[0].tag, "ns");
  EXPECT_THAT(Words(U"北京大学生喝进口红酒"), ElementsAre("北京", "大学生", "喝", "进口", "红酒"));
}

TEST_F(SegmenterTest, PunctuationStandsAlone) {
  EXPECT_THAT(Words(U"风、雨,\n雪"), ElementsAre("风", "、", "雨", ",", "\n", "雪"));
  EXPECT_EQ(segmenter_->Segment(U"、")[0].tag, "x");
}

TEST_F(SegmenterTest, NumbersAndLatinWords) {
  EXPECT_THAT(Words(U"增长3.5倍"), ElementsAre("增长", "3.5", "倍"));
  EXPECT_EQ(segmenter_->TagOf(U"3.5"), "m");
  EXPECT_EQ(segmenter_->TagOf(U"Hive"), "eng");
  EXPECT_EQ(segmenter_->TagOf(U""), "x");
}

TEST_F(SegmenterTest, TokensCoverAnyText) {
  const std::u32string odd = {U'中', 0xD800, 0x110000, U'𠀋', 0xFFFF,    U'a',
                              U'.',  U'1',   U' ',     0,     U'\uFFFD', U'国'};
  uint32_t position = 0;
  for (const Token& token : segmenter_->Segment(odd)) {
    EXPECT_EQ(token.span.begin, position);
    EXPECT_FALSE(token.tag.empty());
    position = token.span.end;
  }
  EXPECT_EQ(position, odd.size());
  EXPECT_THAT(segmenter_->Segment(U""), IsEmpty());
}

TEST_F(SegmenterTest, SearchCutAddsTheWordsInside) {
  const std::u32string text = U"中华人民共和国";
  std::vector<std::string> words;
  for (const Span span : segmenter_->CutForSearch(text)) {
    words.push_back(EncodeUtf8(Slice(text, span)));
  }
  EXPECT_THAT(words, ElementsAre("中华", "中华人民共和国", "华人", "人民", "共和", "共和国"));
}

TEST_F(SegmenterTest, SearchCutLeavesPunctuationOut) {
  EXPECT_THAT(segmenter_->CutForSearch(U"，。 、"), IsEmpty());
}

TEST_F(SegmenterTest, KnowsItsDictionary) {
  EXPECT_TRUE(segmenter_->Contains(U"清华大学"));
  EXPECT_FALSE(segmenter_->Contains(U"清华大雪"));
  EXPECT_FALSE(segmenter_->Contains(U""));
  EXPECT_EQ(segmenter_->dictionary_hash().size(), 64u);
}

TEST_F(SegmenterTest, ThreadsShareOneSegmenter) {
  const std::vector<std::string> want = Words(U"研究生命的起源");
  std::vector<std::vector<std::string>> results(4);
  std::vector<std::thread> threads;
  threads.reserve(results.size());
  for (auto& result : results) {
    threads.emplace_back([&result] {
      for (int i = 0; i < 100; ++i) result = Words(U"研究生命的起源");
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& result : results) EXPECT_EQ(result, want);
}

TEST(SegmenterCreateTest, MissingDictionaryIsAnError) {
  const yinzheng::testing::TempDir directory;
  EXPECT_THAT(Segmenter::CreateFrom(directory.path().string()),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr("jieba.dict.utf8")));
}

}  // namespace
}  // namespace yinzheng::text
