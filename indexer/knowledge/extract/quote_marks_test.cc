// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/quote_marks.h"

#include <string>
#include <string_view>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/knowledge/extract/extracted_facts.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

// What stands between | and | in a text, and the text without the bars.
struct Marked {
  std::u32string text;
  text::Span span;
};

Marked ReadBars(std::u32string_view barred) {
  Marked marked;
  marked.span.begin = static_cast<uint32_t>(barred.find(U'|'));
  marked.span.end = static_cast<uint32_t>(barred.rfind(U'|')) - 1;
  for (const char32_t c : barred) {
    if (c != U'|') marked.text.push_back(c);
  }
  return marked;
}

TEST(QuoteMarks, AValueMaySplitAQuotation) {
  for (const std::u32string_view whole :
       {U"打造|“光谷”和《湖岸》|。", U"|湖岸|", U"建成|‘5G+AI’示范基地|。", U"|don’t和“‘AI’时代”|",
        U"“|智慧湖|”", U"||"}) {
    const Marked marked = ReadBars(whole);
    EXPECT_FALSE(SplitsQuotation(marked.text, marked.span)) << text::EncodeUtf8(whole);
  }
  for (const std::u32string_view split :
       {U"《让开放|促进湖岸共荣》|。", U"“湖岸|治理”的经验|", U"|打造“光谷|”。", U"‘湖岸|治理’|",
        U"|“湖《岸”治》|", U"「湖岸|治理」|"}) {
    const Marked marked = ReadBars(split);
    EXPECT_TRUE(SplitsQuotation(marked.text, marked.span)) << text::EncodeUtf8(split);
  }
}

TEST(QuoteMarks, PartnersBesideAValueJoinIt) {
  struct Row {
    std::u32string_view text;
    std::u32string_view expected;
  };
  for (const Row& row : {
           Row{U"“|智慧湖”的经验|。", U"“智慧湖”的经验"},
           Row{U"学好|《湖岸条例|》。", U"《湖岸条例》"},
           Row{U"读懂|“新时代的《湖岸条例|》”。", U"“新时代的《湖岸条例》”"},
           Row{U"‘|AI’的经验|", U"‘AI’的经验"},
           Row{U"《让开放|促进共荣》|。", U"促进共荣》"},
           Row{U"“|湖岸|”", U"湖岸"},
           Row{U"|湖岸”的经验|", U"湖岸”的经验"},
           Row{U"去|“湖岸|", U"“湖岸"},
       }) {
    const Marked marked = ReadBars(row.text);
    const text::Span whole = WithPartnerMarks(marked.text, marked.span);
    EXPECT_EQ(text::Slice(marked.text, whole), row.expected) << text::EncodeUtf8(row.text);
  }
}

// Titles that say what something does state nothing of what stands before them.
TEST(QuoteMarks, NoAttributeIsReadOutOfATitle) {
  EXPECT_THAT(Lines(FactsOf("{O:东湖研究院}致力于推动湖岸治理。")),
              Contains(HasSubstr("湖岸治理")));
  EXPECT_THAT(Lines(FactsOf("{O:东湖研究院}发布《致力于推动湖岸治理》等文章。")),
              Not(Contains(HasSubstr("》"))));
}

}  // namespace
}  // namespace yinzheng::knowledge
