// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/check/claim_relevance.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/record/testing/fact_maker.h"

namespace yinzheng::services {
namespace {

Claim ClaimOf(const v1::Fact& fact, const std::string& words,
              const std::vector<std::string>& names = {}) {
  Claim claim;
  claim.fact = fact;
  claim.sought.words = words;
  for (const std::string& name : names) {
    claim.sought.names.push_back({"entities/" + name, name, {name}});
  }
  return claim;
}

bool SameProperty(const std::string& claimed, const std::string& claim_words,
                  const std::string& recorded, const std::string& recorded_words) {
  const v1::Fact fact = FactMaker("a").Property(recorded).Cited(recorded_words);
  const std::vector<const v1::Fact*> facts = {&fact};
  const Claim claim = ClaimOf(FactMaker("").Property(claimed).Cited(claim_words), claim_words);
  return ClaimRelevance(claim, facts).SameProperty(0);
}

TEST(ClaimRelevanceTest, PropertiesAreTheSameIfEachSaysAllOfTheOther) {
  EXPECT_TRUE(SameProperty("产线数", "甲院已经建成20条产线", "产线建成数", "产线建成10条"));
  EXPECT_TRUE(SameProperty("一流机构数", "甲院有一流机构9家", "一流的机构数", "一流的机构有8家"));
  EXPECT_FALSE(SameProperty("企业数", "甲园有企业300家", "上市企业数", "上市企业12家"));
  EXPECT_FALSE(SameProperty("上市企业数", "甲园有上市企业12家", "企业数", "企业300家"));
  EXPECT_FALSE(
      SameProperty("产品进口总额", "产品进口总额3亿元", "产品出口总额", "产品出口总额5亿元"))
      << "one character makes another property";
}

TEST(ClaimRelevanceTest, OnlyTheClauseOfTheValueSpeaksForIt) {
  v1::Fact part = FactMaker("a").Property("新器械数").Cited("器械获批15个，其中新器械8个");
  part.mutable_citations(0)->mutable_span()->set_start(100);
  part.mutable_citations(0)->mutable_value_span()->set_start(112);
  const std::vector<const v1::Fact*> facts = {&part};
  const Claim claim =
      ClaimOf(FactMaker("").Property("器械获批数").Cited("器械获批15个"), "器械获批");
  EXPECT_FALSE(ClaimRelevance(claim, facts).SameProperty(0));
}

TEST(ClaimRelevanceTest, TheTopicIsTheSameIfBothNameTheSameThings) {
  const v1::Fact fact = FactMaker("a", "乙院").Property("院所数").Cited("乙院落地甲城的院所有19家");
  const std::vector<const v1::Fact*> facts = {&fact};
  const v1::Fact claimed = FactMaker("", "甲城").Property("院所数");
  EXPECT_TRUE(ClaimRelevance(ClaimOf(claimed, "院所", {"甲城", "乙院"}), facts).SameTopic(0));
  EXPECT_FALSE(ClaimRelevance(ClaimOf(claimed, "院所", {"甲城"}), facts).SameTopic(0))
      << "the claim does not name 乙院";
  EXPECT_FALSE(
      ClaimRelevance(ClaimOf(claimed, "院所", {"甲城", "乙院", "丙县"}), facts).SameTopic(0))
      << "the sentence does not name 丙县";
}

TEST(ClaimRelevanceTest, SentencesMakeNearWhatPropertiesDoNot) {
  const v1::Fact fact = FactMaker("a").Property("数量").Cited("示范区的总收入约占六分之一");
  const std::vector<const v1::Fact*> facts = {&fact};
  const Claim near = ClaimOf(FactMaker("").Property("占比"), "示范区总收入");
  EXPECT_GE(ClaimRelevance(near, facts).Closeness(0), ClaimRelevance::kNear);
  const Claim far = ClaimOf(FactMaker("").Property("占比"), "火箭发射次数");
  EXPECT_LT(ClaimRelevance(far, facts).Closeness(0), ClaimRelevance::kNear);
}

}  // namespace
}  // namespace yinzheng::services
