// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Whatever is read, numerals, quantities, ranks and dates stand in order within the text and hold
// what their types promise.

#include <optional>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "indexer/text/date.h"
#include "indexer/text/edtf.h"
#include "indexer/text/numeral.h"
#include "indexer/text/quantity.h"
#include "indexer/text/span.h"
#include "indexer/text/unicode.h"
#include "tests/fuzz/random_text.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::text {
namespace {

class NumberFuzzTest : public ::testing::Test {
 protected:
  std::u32string Next() { return DecodeUtf8(random_.Bytes()); }

  // Checks that `matches` follow each other inside a text of `size` code points; returns how many
  // there are.
  template <typename Match>
  static size_t ExpectOrdered(const std::vector<Match>& matches, size_t size) {
    uint32_t begin = 0;
    for (const Match& match : matches) {
      EXPECT_LE(begin, match.span.begin);
      EXPECT_LT(match.span.begin, match.span.end);
      EXPECT_LE(match.span.end, size);
      begin = match.span.end;
    }
    return matches.size();
  }

  fuzz::RandomText random_{20260102};
};

TEST_F(NumberFuzzTest, Numerals) {
  size_t found = 0;
  for (int run = 0; run < fuzz::Runs() && !HasFailure(); ++run) {
    SCOPED_TRACE(run);
    const std::u32string text = Next();
    found += ExpectOrdered(FindNumerals(text), text.size());
  }
  EXPECT_GT(found, 0U);
}

TEST_F(NumberFuzzTest, Quantities) {
  size_t found = 0;
  for (int run = 0; run < fuzz::Runs() && !HasFailure(); ++run) {
    const std::u32string text = Next();
    SCOPED_TRACE(EncodeUtf8(text));
    const std::vector<QuantityMatch> quantities = FindQuantities(text);
    found += ExpectOrdered(quantities, text.size());
    for (const QuantityMatch& quantity : quantities) {
      EXPECT_TRUE(quantity.full_span.contains(quantity.span)) << quantity.full_span;
      EXPECT_TRUE(quantity.span.contains(quantity.number_span)) << quantity.number_span;
      EXPECT_LE(quantity.full_span.end, text.size());
      EXPECT_EQ(quantity.upper_amount.has_value(), quantity.modifier == QuantityModifier::kRange);
    }
  }
  EXPECT_GT(found, 0U);
}

TEST_F(NumberFuzzTest, Ranks) {
  size_t found = 0;
  for (int run = 0; run < fuzz::Runs() && !HasFailure(); ++run) {
    SCOPED_TRACE(run);
    const std::u32string text = Next();
    const std::vector<RankMatch> ranks = FindRanks(text);
    found += ExpectOrdered(ranks, text.size());
    for (const RankMatch& rank : ranks) EXPECT_GE(rank.rank, 1);
  }
  EXPECT_GT(found, 0U);
}

TEST_F(NumberFuzzTest, DatesWithAndWithoutReference) {
  YZ_ASSERT_OK_AND_ASSIGN(const ReferenceDate reference, ReferenceDate::FromEdtf("2024-02-29"));
  size_t found = 0;
  for (int run = 0; run < fuzz::Runs() && !HasFailure(); ++run) {
    SCOPED_TRACE(run);
    const std::u32string text = Next();
    ExpectOrdered(FindDates(text, std::nullopt), text.size());
    const std::vector<DateMatch> dates = FindDates(text, reference);
    found += ExpectOrdered(dates, text.size());
    for (const DateMatch& date : dates) {
      if (!date.earliest.empty() && !date.latest.empty()) {
        EXPECT_LE(date.earliest, date.latest) << date.edtf;
      }
    }
  }
  EXPECT_GT(found, 0U);
}

}  // namespace
}  // namespace yinzheng::text
