// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/person_finder.h"

#include "gmock/gmock.h"
#include "indexer/knowledge/names/name_text_fixture.h"

namespace yinzheng::knowledge {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using PersonFinderTest = NameTextTest;

TEST_F(PersonFinderTest, FindsNamesBesideTitles) {
  EXPECT_THAT(Find(FindPersons, "研究所副所长周文涛表示，样机已经完成。"),
              ElementsAre("PERSON 周文涛"));
  EXPECT_THAT(Find(FindPersons, "记者 林晓芸 报道"), ElementsAre("PERSON 林晓芸"));
  EXPECT_THAT(Find(FindPersons, "据总经理欧阳志远介绍"), ElementsAre("PERSON 欧阳志远"));
}

TEST_F(PersonFinderTest, LeavesTheNextWordOut) {
  EXPECT_THAT(Find(FindPersons, "副院长张硕向大家问好"), ElementsAre("PERSON 张硕"));
  EXPECT_THAT(Find(FindPersons, "班长赵华说，大家都来了"), ElementsAre("PERSON 赵华"));
}

TEST_F(PersonFinderTest, WhoTookThePictureIsNoPartOfTheName) {
  EXPECT_THAT(Find(FindPersons, "本报记者 任超摄"), ElementsAre("PERSON 任超"));
}

TEST_F(PersonFinderTest, FindsAllOfAList) {
  EXPECT_THAT(Find(FindPersons, "项目由教授刘思远、王慧敏和陈国强负责。"),
              ElementsAre("PERSON 刘思远", "PERSON 王慧敏", "PERSON 陈国强"));
}

TEST_F(PersonFinderTest, TakesOnlyTheSurnameBeforeAFormOfAddress) {
  EXPECT_THAT(Find(FindPersons, "温先生对稿子做了修改"), ElementsAre("PERSON 温"));
}

TEST_F(PersonFinderTest, TakesOnlyTheSurnameBeforeAnOffice) {
  EXPECT_THAT(Find(FindPersons, "昨天，汤局长来到了工地。"), ElementsAre("PERSON 汤"));
  EXPECT_THAT(Find(FindPersons, "他去年起任主任。"), IsEmpty());
}

TEST_F(PersonFinderTest, CommonWordsAreNoPersons) {
  EXPECT_THAT(Find(FindPersons, "高水平的方案应当安排在方便的时间。"), IsEmpty());
  EXPECT_THAT(Find(FindPersons, "白皮书和白名单都已经公布"), IsEmpty());
  EXPECT_THAT(Find(FindPersons, "金融机构和石油公司"), IsEmpty());
}

}  // namespace
}  // namespace yinzheng::knowledge
