// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/abbreviated_place_finder.h"

#include "gmock/gmock.h"
#include "indexer/knowledge/names/name_text_fixture.h"

namespace yinzheng::knowledge {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using AbbreviatedPlaceFinderTest = NameTextTest;

TEST_F(AbbreviatedPlaceFinderTest, PairsAndGoing) {
  EXPECT_THAT(Find(FindAbbreviatedPlaces, "中美两国元首会晤"), ElementsAre("PLACE 中", "PLACE 美"));
  EXPECT_THAT(Find(FindAbbreviatedPlaces, "他将于下月访华"), ElementsAre("PLACE 华"));
}

TEST_F(AbbreviatedPlaceFinderTest, OrdinaryCharactersAreNoPlaces) {
  EXPECT_THAT(Find(FindAbbreviatedPlaces, "其中以工业为主，法律规定新的办法"), IsEmpty());
}

TEST_F(AbbreviatedPlaceFinderTest, MeetingsAreHeldInTheCapital) {
  EXPECT_THAT(Find(FindAbbreviatedPlaces, "年会8日在京开幕"), testing::ElementsAre("PLACE 京"));
}

}  // namespace
}  // namespace yinzheng::knowledge
