// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/amount_ranges.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"

namespace yinzheng::services {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Ranges(const std::string& unit, const std::string& min,
                                const std::string& max) {
  static const auto* const kValues = new ValueComparison(*ValueComparison::Create());
  std::vector<std::string> lines;
  for (const store::AmountRange& range : AmountRanges(*kValues, unit, min, max)) {
    lines.push_back(absl::StrCat(range.min, "..", range.max, " ", range.unit));
  }
  return lines;
}

TEST(AmountRangesTest, AreasAreAskedForInEveryUnit) {
  const auto ranges = Ranges("公顷", "10", "20");
  EXPECT_EQ(ranges.front(), "10..20 公顷");
  EXPECT_THAT(ranges, Contains("99999.9..200000.2 平方米")) << "a millionth further out";
  EXPECT_THAT(ranges, Contains("0.0999999..0.2000002 平方公里"));
}

TEST(AmountRangesTest, ScaleWordsAreMultipliedOut) {
  EXPECT_THAT(Ranges("亿元", "3", ""), Contains("300000000.. 元"));
  EXPECT_THAT(Ranges("億元", "3", ""), Contains("300000000.. 元")) << "in either script";
  EXPECT_THAT(Ranges("万人", "", "2"), ElementsAre("..20000 人"));
}

TEST(AmountRangesTest, MeasureWordsStayWhatTheyAre) {
  EXPECT_THAT(Ranges("家", "5", "9"), ElementsAre("5..9 家"));
}

TEST(AmountRangesTest, NothingAskedIsNoRange) {
  EXPECT_THAT(Ranges("", "", ""), IsEmpty());
  EXPECT_THAT(Ranges("", "5", ""), ElementsAre("5.. "));
  EXPECT_THAT(Ranges("亩", "", ""), ElementsAre(".. 亩")) << "any amount, in that very unit";
}

}  // namespace
}  // namespace yinzheng::services
