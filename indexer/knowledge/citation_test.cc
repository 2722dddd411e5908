// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/citation.h"

#include "gtest/gtest.h"
#include "indexer/knowledge/extract/marked_article.h"

namespace yinzheng::knowledge {
namespace {

const text::Segmenter& TheSegmenter() {
  static const text::Segmenter& segmenter = *text::Segmenter::Create()->release();
  return segmenter;
}

TEST(CitationTest, QuotesTheBodyWithItsSurroundings) {
  MarkedArticle article("前言。{O:东湖研究院}成立于2017年。后记。", "", TheSegmenter());
  const auto citation = CitationBuilder(article.context()).Cite({3, 15}, {11, 15});
  ASSERT_TRUE(citation.ok()) << citation.status();
  EXPECT_EQ(citation->quote(), "东湖研究院成立于2017");
  EXPECT_EQ(citation->prefix(), "前言。");
  EXPECT_EQ(citation->suffix(), "年。后记。");
  EXPECT_EQ(citation->value_span().start(), 11);
  EXPECT_EQ(citation->source().start_byte(), 9);
  EXPECT_EQ(citation->uri().find("https://example.org/marked#:~:text="), 0u);
}

TEST(CitationTest, KeepsHardLineBreaksInTheQuoteAndNotInValues) {
  MarkedArticle article("{O:东湖研究院}的总面积约为七万平方米，\n并将继续扩建。", "",
                        TheSegmenter());
  const auto& reading = article.context().reading;
  const text::Span all{0, static_cast<uint32_t>(reading.text().size())};
  const auto citation = CitationBuilder(article.context()).Cite(all, {});
  ASSERT_TRUE(citation.ok()) << citation.status();
  EXPECT_NE(citation->quote().find('\n'), std::string::npos);
  EXPECT_EQ(PrintedText(article.context(), all).find('\n'), std::string::npos);
}

TEST(CitationTest, RefusesWhatIsTooLongOrOutside) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "长句子";
  MarkedArticle article(text, "", TheSegmenter());
  const CitationBuilder builder(article.context());
  EXPECT_EQ(builder.Cite({0, 241}, {}).status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(builder.Cite({5, 10}, {4, 6}).status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(builder.Cite({5, 5}, {}).status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_TRUE(builder.Cite({0, 240}, {0, 240}).ok());
}

TEST(CitationTest, VerificationFindsEveryTampering) {
  MarkedArticle article("{O:东湖研究院}成立于2017年。", "", TheSegmenter());
  const auto citation = CitationBuilder(article.context()).Cite({0, 12}, {8, 12});
  ASSERT_TRUE(citation.ok());
  const auto verify = [&](const v1::Citation& changed) {
    return VerifyCitation(changed, article.article(), article.context().body).code();
  };
  EXPECT_EQ(verify(*citation), absl::StatusCode::kOk);
  v1::Citation changed = *citation;
  changed.set_quote("东湖研究院成立于2018");
  EXPECT_EQ(verify(changed), absl::StatusCode::kDataLoss);
  changed = *citation;
  changed.mutable_span()->set_start(1);
  EXPECT_EQ(verify(changed), absl::StatusCode::kDataLoss);
  changed = *citation;
  changed.set_suffix("月");
  EXPECT_EQ(verify(changed), absl::StatusCode::kDataLoss);
  changed = *citation;
  changed.mutable_value_span()->set_end(13);
  EXPECT_EQ(verify(changed), absl::StatusCode::kDataLoss);
  changed = *citation;
  changed.set_article("articles/other");
  EXPECT_EQ(verify(changed), absl::StatusCode::kDataLoss);
}

TEST(CitationTest, SourceBytesMustBeTheQuote) {
  MarkedArticle article("{O:东湖研究院}成立于2017年。", "", TheSegmenter());
  const auto citation = CitationBuilder(article.context()).Cite({0, 12}, {});
  ASSERT_TRUE(citation.ok());
  std::string file = article.article().body();
  EXPECT_TRUE(VerifySourceBytes(*citation, file, "UTF-8").ok());
  file[0] = 'x';
  EXPECT_FALSE(VerifySourceBytes(*citation, file, "UTF-8").ok());
  EXPECT_FALSE(VerifySourceBytes(*citation, "short", "UTF-8").ok());
}

}  // namespace
}  // namespace yinzheng::knowledge
