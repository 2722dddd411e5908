// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/passages.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/text/unicode.h"

namespace yinzheng::indexer {
namespace {

using ::testing::ElementsAre;
using text::Span;

std::u32string Sentence(size_t length, char32_t filler) {
  return std::u32string(length - 1, filler) + U"。";
}

std::vector<std::string> Words(std::u32string_view body, const std::vector<Span>& spans) {
  std::vector<std::string> words;
  for (const Span span : spans) words.push_back(text::EncodeUtf8(text::Slice(body, span)));
  return words;
}

TEST(LayOut, AShortArticleIsOnePassage) {
  const std::u32string body = U"  新馆开放\n今天新馆开放。市民前来参观。\n";
  const ArticleLayout layout = LayOut(body, {});
  EXPECT_THAT(Words(body, layout.passages), ElementsAre("新馆开放\n今天新馆开放。市民前来参观。"));
  EXPECT_THAT(Words(body, layout.sentences),
              ElementsAre("新馆开放", "今天新馆开放。", "市民前来参观。"));
}

TEST(LayOut, AnEmptyArticleHasNone) {
  EXPECT_TRUE(LayOut(U"", {}).passages.empty());
  EXPECT_TRUE(LayOut(U" \n ", {}).passages.empty());
}

TEST(LayOut, LongParagraphsAreCutBetweenSentences) {
  std::u32string body;
  for (const char32_t filler : {U'甲', U'乙', U'丙', U'丁', U'戊'}) body += Sentence(150, filler);
  const ArticleLayout layout = LayOut(body, {});
  EXPECT_THAT(layout.passages, ElementsAre(Span{0, 600}, Span{600, 750}));
}

TEST(LayOut, ShortParagraphsAreJoinedAndFullOnesStandAlone) {
  const std::u32string body = Sentence(150, U'甲') + U"\n" + Sentence(150, U'乙') + U"\n" +
                              Sentence(150, U'丙') + U"\n" + Sentence(500, U'丁') + U"\n" +
                              Sentence(60, U'戊');
  const ArticleLayout layout = LayOut(body, {});
  EXPECT_THAT(layout.passages, ElementsAre(Span{0, 452}, Span{453, 953}, Span{954, 1014}));
}

TEST(LayOut, AHeadingBelongsToWhatFollows) {
  const std::u32string body =
      Sentence(200, U'甲') + U"\n提升体系效能\n" + Sentence(200, U'乙') + U"\n";
  const ArticleLayout layout = LayOut(body, {});
  EXPECT_THAT(layout.passages, ElementsAre(Span{0, 200}, Span{201, 408}));
}

TEST(LayOut, ASentenceBeyondTheLimitIsAPassageByItself) {
  const std::u32string body = Sentence(100, U'甲') + Sentence(900, U'乙') + Sentence(100, U'丙');
  const ArticleLayout layout = LayOut(body, {});
  EXPECT_THAT(layout.passages, ElementsAre(Span{0, 100}, Span{100, 1000}, Span{1000, 1100}));
}

TEST(LayOut, PassagesEndAtMasksBetweenSentences) {
  const std::u32string body = U"市民前来参观。\n图为新馆。\n新馆藏书百万册。";
  const std::vector<Span> masks = {{8, 13}};
  const ArticleLayout layout = LayOut(body, masks);
  EXPECT_THAT(Words(body, layout.passages), ElementsAre("市民前来参观。", "新馆藏书百万册。"));
  EXPECT_THAT(Words(body, layout.sentences), ElementsAre("市民前来参观。", "新馆藏书百万册。"));
}

TEST(LayOut, AMaskInsideASentenceDoesNotTearIt) {
  const std::u32string body =
      U"办法在人才认定方面有新规定。比如，制定急需紧缺人才目录，支持在本市发起设立国际科技\n\n受访"
      U"者供图\n\n组织，完善管理机制。";
  const std::vector<Span> masks = {{43, 48}};
  const ArticleLayout layout = LayOut(body, masks);
  ASSERT_EQ(layout.sentences.size(), 2u);
  EXPECT_THAT(layout.passages, ElementsAre(Span{0, static_cast<uint32_t>(body.size())}));
}

TEST(LayOut, EverySentenceIsInOnePassage) {
  std::u32string body = U"标题\n";
  for (size_t i = 1; i < 60; ++i) {
    body += Sentence(1 + (i * 37) % 170 + 1, U'文');
    if (i % 3 == 0) body += U'\n';
    if (i % 10 == 0) body += U"小标题\n";
  }
  const ArticleLayout layout = LayOut(body, {});
  size_t passage = 0;
  for (const Span sentence : layout.sentences) {
    while (passage < layout.passages.size() && layout.passages[passage].end <= sentence.begin) {
      ++passage;
    }
    ASSERT_LT(passage, layout.passages.size());
    EXPECT_TRUE(layout.passages[passage].contains(sentence)) << sentence;
  }
}

}  // namespace
}  // namespace yinzheng::indexer
