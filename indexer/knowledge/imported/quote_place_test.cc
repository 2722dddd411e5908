// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/imported/quote_place.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/knowledge/extract/marked_article.h"
#include "indexer/text/segmenter.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::knowledge {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;
using ::yinzheng::testing::IsOkAndHolds;
using ::yinzheng::testing::StatusIs;

const text::Segmenter& TheSegmenter() {
  static const text::Segmenter& segmenter = *text::Segmenter::Create()->release();
  return segmenter;
}

v1::Citation Quote(const std::string& quote, int start = -1, int end = -1) {
  v1::Citation citation;
  citation.set_quote(quote);
  if (start >= 0) {
    citation.mutable_span()->set_start(start);
    citation.mutable_span()->set_end(end);
  }
  return citation;
}

class QuotePlacesTest : public ::testing::Test {
 protected:
  // What is found, as the body prints it.
  absl::StatusOr<std::string> Find(const v1::Citation& citation) const {
    const absl::StatusOr<text::Span> place = places_.Find(citation);
    if (!place.ok()) return place.status();
    return text::EncodeUtf8(text::Slice(article_.context().body, *place));
  }

  void ExpectRefused(const v1::Citation& citation, const std::string& code,
                     const std::string& reason) const {
    EXPECT_THAT(Find(citation).status(),
                StatusIs(absl::StatusCode::kInvalidArgument,
                         AllOf(StartsWith(code + ": "), HasSubstr(reason))))
        << citation.ShortDebugString();
  }

  const MarkedArticle article_{"东湖园有企业十二\n家，员工三百人。东湖园很大。西湖园也很大。", "",
                               TheSegmenter()};
  const QuotePlaces places_{article_.context()};
};

TEST_F(QuotePlacesTest, HardLineBreaksMayBeLeftOut) {
  EXPECT_THAT(Find(Quote("东湖园有企业十二家")), IsOkAndHolds("东湖园有企业十二\n家"));
  EXPECT_THAT(Find(Quote("企业十二\n家")), IsOkAndHolds("企业十二\n家"));
  EXPECT_THAT(Find(Quote("东湖园有企业十二家", 0, 10)), IsOkAndHolds("东湖园有企业十二\n家"));
  EXPECT_THAT(Find(Quote("\n员工三百人\n")), IsOkAndHolds("员工三百人"));
  ExpectRefused(Quote("员工\n三百人"), "QUOTE", "nearest");
}

TEST_F(QuotePlacesTest, NothingElseMayDiffer) {
  for (const char* const quote :
       {"东湖园有企业十三家", "東湖園有企業十二家", "家,员工三百人", "员工三百人 。"}) {
    ExpectRefused(Quote(quote), "QUOTE", "the article has no words");
  }
  ExpectRefused(Quote("东湖园有企业十三家"), "QUOTE", "the nearest it has is \"东湖园有企业十二");
  ExpectRefused(Quote("完全无关的另一句话"), "QUOTE", "nothing like them");
}

TEST_F(QuotePlacesTest, WordsThatStandTwiceNeedASpan) {
  ExpectRefused(Quote("东湖园"), "SPAN", "several times, at [0,3) [17,20)");
  EXPECT_THAT(Find(Quote("东湖园", 17, 20)), IsOkAndHolds("东湖园"));
}

TEST_F(QuotePlacesTest, ASpanIsBelievedAsItIs) {
  ExpectRefused(Quote("西湖园", 24, 27), "SPAN", "the quote stands at [23,26)");
  ExpectRefused(Quote("西湖园", 23, 99), "SPAN", "not inside a body of");
  ExpectRefused(Quote("西湖园", 26, 23), "SPAN", "not inside a body of");
  ExpectRefused(Quote("南湖园", 23, 26), "QUOTE", "no words");
}

TEST(QuotePlaces, LongAndMaskedQuotesAreRefused) {
  std::string body;
  for (int i = 0; i < 300; ++i) body += text::EncodeUtf8(std::u32string(1, U'一' + i));
  MarkedArticle article(body, "", TheSegmenter());
  v1::Mask mask;
  mask.set_kind(v1::MASK_KIND_CAPTION);
  mask.mutable_span()->set_start(10);
  mask.mutable_span()->set_end(20);
  v1::Article masked = article.article();
  *masked.add_masks() = mask;
  ArticleContext context = article.context();
  context.article = &masked;
  const QuotePlaces places(context);
  const auto slice = [&](uint32_t begin, uint32_t end) {
    return Quote(text::EncodeUtf8(text::Slice(context.body, {begin, end})));
  };
  EXPECT_THAT(places.Find(slice(12, 18)).status(),
              StatusIs(absl::StatusCode::kInvalidArgument,
                       AllOf(StartsWith("QUOTE: "), HasSubstr("MASK_KIND_CAPTION"))));
  EXPECT_THAT(places.Find(slice(5, 25)), IsOkAndHolds(text::Span{5, 25}));
  EXPECT_THAT(places.Find(slice(20, 280)).status(),
              StatusIs(absl::StatusCode::kInvalidArgument,
                       AllOf(StartsWith("QUOTE: "), HasSubstr("the limit is 240"))));
}

}  // namespace
}  // namespace yinzheng::knowledge
