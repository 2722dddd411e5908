// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/known_name_finder.h"

#include "gmock/gmock.h"
#include "indexer/knowledge/names/name_text_fixture.h"

namespace yinzheng::knowledge {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;

using KnownNameFinderTest = NameTextTest;

TEST_F(KnownNameFinderTest, LongestBetweenWordBorders) {
  EXPECT_THAT(Find(FindKnownNames, "北京大学和清华大学位于北京"),
              ElementsAre("ORGANIZATION 北京大学", "ORGANIZATION 清华大学", "PLACE 北京"));
}

TEST_F(KnownNameFinderTest, OpensLongerDictionaryWords) {
  EXPECT_THAT(Find(FindKnownNames, "埃及政府宣布"), ElementsAre("PLACE 埃及"));
  EXPECT_THAT(Find(FindKnownNames, "外交部长今天说"), ElementsAre("ORGANIZATION 外交部"));
}

TEST_F(KnownNameFinderTest, PlacesStandBeforeWhatIsOfThem) {
  EXPECT_THAT(Find(FindKnownNames, "一位荷兰人来访"), ElementsAre("PLACE 荷兰"));
  EXPECT_THAT(Find(FindKnownNames, "住在如东的老乡"), ElementsAre("PLACE 如东"));
  EXPECT_THAT(Find(FindKnownNames, "水资源非常宝贵"), IsEmpty());
}

TEST_F(KnownNameFinderTest, TitlesOfPeopleAreNoInstitutions) {
  EXPECT_THAT(Find(FindKnownNames, "全国政协委员提出"), IsEmpty());
}

TEST_F(KnownNameFinderTest, OurCountryOnlyBesideItsName) {
  EXPECT_THAT(Find(FindKnownNames, "我国粮食丰收"), IsEmpty());
  EXPECT_THAT(Find(FindKnownNames, "中国航天发展很快，我国火箭升空"), IsSupersetOf({"PLACE 我国"}));
}

TEST_F(KnownNameFinderTest, OurCountryInAnArticle) {
  std::string article = "我国粮食丰收。";
  for (int i = 0; i < 20; ++i) article += "各地抢抓农时，组织机收。";
  EXPECT_THAT(Find(FindKnownNames, article), IsSupersetOf({"PLACE 我国"}));
}

TEST_F(KnownNameFinderTest, SitesTakeTheirPart) {
  EXPECT_THAT(Find(FindKnownNames, "位于光明科学城东区。"), ElementsAre("PLACE 光明科学城东区"));
}

TEST_F(KnownNameFinderTest, EventsTakeTheirEdition) {
  EXPECT_THAT(Find(FindKnownNames, "参加第六届进博会的客商"), ElementsAre("EVENT 第六届进博会"));
}

TEST_F(KnownNameFinderTest, TaggedTownsCount) {
  EXPECT_THAT(Find(FindTaggedNames, "他住在丁庄镇"), ElementsAre("PLACE 丁庄镇"));
}

}  // namespace
}  // namespace yinzheng::knowledge
