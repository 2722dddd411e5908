// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/property_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/store/name_key.h"

namespace yinzheng::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(PropertyWordsTest, OnePieceFitsBestThenAllPairs) {
  const PropertyWords staff("科研人員");
  EXPECT_EQ(staff.FitOf(NameKey("全职科研人员数")), PropertyFit::kWhole);
  EXPECT_EQ(staff.FitOf(NameKey("人员数")), PropertyFit::kNone);
  const PropertyWords listed("企业上市企业");
  EXPECT_EQ(listed.FitOf(NameKey("上市企业数")), PropertyFit::kNone) << "业上 is not in it";
  EXPECT_EQ(PropertyWords("市企业上市").FitOf(NameKey("企业上市企业数")), PropertyFit::kPairs);
  EXPECT_EQ(PropertyWords("。").FitOf(NameKey("企业数")), PropertyFit::kNone);
}

TEST(PropertyWordsTest, TheBestFitAloneCountsMostFactsFirst) {
  const PropertyWords wanted("企业");
  PropertyCandidates candidates;
  candidates.Add(wanted, "企业数", 3);
  candidates.Add(wanted, "上市企业数", 9);
  candidates.Add(wanted, "人员数", 99);
  candidates.Add(wanted, "企业总数", 3);
  EXPECT_THAT(candidates.Best(2), ElementsAre("上市企业数", "企业总数"));
  EXPECT_THAT(PropertyCandidates().Best(2), IsEmpty());
}

}  // namespace
}  // namespace yinzheng::store
