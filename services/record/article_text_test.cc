// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/article_text.h"

#include <gtest/gtest.h>

#include <string>

namespace yinzheng::services {
namespace {

// "甲乙A丙" where the source holds three bytes before it and a line feed of two bytes after 乙.
store::v1::ArticleRecord Record() {
  store::v1::ArticleRecord record;
  v1::Article& article = *record.mutable_article();
  article.set_name("articles/1");
  article.set_title("题");
  article.set_outlet("报");
  article.set_uri("https://example.org/1");
  article.set_body("甲乙A丙");
  article.mutable_source()->set_path("a.txt");
  article.mutable_source()->set_start_byte(3);
  const auto add_run = [&](int start, int length, int64_t byte, int width) {
    store::v1::ByteRun& run = *record.add_byte_runs();
    run.set_start(start);
    run.set_length(length);
    run.set_start_byte(byte);
    run.set_width(width);
  };
  add_run(0, 2, 3, 3);
  add_run(2, 1, 11, 1);
  add_run(3, 1, 12, 3);
  *record.add_sentences() = MakeSpan(0, 2);
  *record.add_sentences() = MakeSpan(3, 4);
  return record;
}

TEST(ArticleTextTest, CitesBodyAndSource) {
  const ArticleText text(Record());
  const v1::Citation citation = text.Cite(MakeSpan(1, 3));
  EXPECT_EQ(citation.article(), "articles/1");
  EXPECT_EQ(citation.quote(), "乙A");
  EXPECT_EQ(citation.prefix(), "甲");
  EXPECT_EQ(citation.suffix(), "丙");
  EXPECT_EQ(citation.title(), "题");
  EXPECT_EQ(citation.source().path(), "a.txt");
  EXPECT_EQ(citation.source().start_byte(), 6);
  EXPECT_EQ(citation.source().end_byte(), 12);
  EXPECT_EQ(citation.uri(), "https://example.org/1#:~:text=%E4%B9%99A");
  EXPECT_FALSE(citation.has_attribution());
}

TEST(ArticleTextTest, SlicesAreCutAtTheEnds) {
  const ArticleText text(Record());
  EXPECT_EQ(text.Slice(MakeSpan(2, 99)), "A丙");
  EXPECT_EQ(text.Slice(MakeSpan(9, 12)), "");
}

TEST(ArticleTextTest, SentencesHaveGaps) {
  const ArticleText text(Record());
  EXPECT_EQ(text.SentenceAt(0), 0);
  EXPECT_EQ(text.SentenceAt(1), 0);
  EXPECT_EQ(text.SentenceAt(2), std::nullopt);
  EXPECT_EQ(text.SentenceAt(3), 1);
  EXPECT_EQ(text.SentenceAt(4), std::nullopt);
}

TEST(TextFragmentUriTest, LongQuotesAreNamedByTheirEnds) {
  EXPECT_EQ(TextFragmentUri("", U"甲"), "");
  EXPECT_EQ(TextFragmentUri("https://e.org/#top", U"a-b"), "https://e.org/#top:~:text=a%2Db");
  const std::u32string quote = std::u32string(50, U'a') + std::u32string(50, U'b');
  EXPECT_EQ(TextFragmentUri("https://e.org/", quote),
            "https://e.org/#:~:text=" + std::string(20, 'a') + "," + std::string(20, 'b'));
}

}  // namespace
}  // namespace yinzheng::services
