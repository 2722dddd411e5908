// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/person_mending.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "indexer/knowledge/names/name_text_fixture.h"

namespace yinzheng::knowledge {
namespace {

using testing::ElementsAre;

class PersonMendingTest : public NameTextTest {
 protected:
  // What is left of names that the model takes for persons (the last one for a place if `place`).
  static std::vector<std::string> Mend(const char* text, const std::vector<std::string>& names,
                                       bool place = false) {
    const auto propose = [&](const NameText& words, NameCandidates& out) {
      for (const std::string& name : names) {
        const std::u32string found = text::DecodeUtf8(name);
        const auto begin = static_cast<uint32_t>(words.text().find(found));
        out.push_back({{begin, begin + static_cast<uint32_t>(found.size())},
                       v1::ENTITY_TYPE_PERSON,
                       80,
                       "learned"});
      }
      if (place) out.back().type = v1::ENTITY_TYPE_PLACE;
      MendPersons(words, out);
    };
    return Find(propose, text);
  }
};

TEST_F(PersonMendingTest, PhrasesAreNoPersons) {
  const struct {
    const char* text;
    const char* proposed;
  } rows[] = {
      {"希望巴方保障安全", "巴方"},
      {"我们支持尼方愿望", "尼方愿"},
      {"中方赞赏文方的立场", "文方"},
      {"马中是好邻居", "马中"},
      {"灯光亮在海之滨", "海之滨"},
      {"村里的舞狮龙腾虎跃", "龙腾虎"},
      {"广场上一派龙腾虎跃的景象", "龙腾虎跃"},
      {"推广一户一档的做法", "一户一档"},
      {"渔火亮在南海之滨", "南海之滨"},
      {"文旅部门表示欢迎", "文旅"},
  };
  for (const auto& row : rows) {
    EXPECT_TRUE(Mend(row.text, {row.proposed}).empty()) << row.text;
  }
}

TEST_F(PersonMendingTest, TitlesOutweighDoubts) {
  EXPECT_THAT(Mend("副总经理巴方昨天到任", {"巴方"}), ElementsAre("PERSON 巴方"));
}

TEST_F(PersonMendingTest, WhatFollowsIsCutOff) {
  EXPECT_THAT(Mend("会见卢拉时，双方交换了意见", {"卢拉时"}), ElementsAre("PERSON 卢拉"));
  EXPECT_THAT(Mend("副区长梁爽则表示，要抓紧", {"梁爽则"}), ElementsAre("PERSON 梁爽"));
  EXPECT_THAT(Mend("肖建国作了报告", {"肖建国作"}), ElementsAre("PERSON 肖建国"));
}

TEST_F(PersonMendingTest, NamesKeepWhatLooksLikeAPhrase) {
  EXPECT_THAT(Mend("李培之同志夫妇到会", {"李培之"}), ElementsAre("PERSON 李培之"));
  EXPECT_THAT(Mend("致电穆罕默德·希亚·苏达尼", {"穆罕默德·希亚·苏达尼"}),
              ElementsAre("PERSON 穆罕默德·希亚·苏达尼"));
}

TEST_F(PersonMendingTest, VillagesAreNamedAfterFamilies) {
  EXPECT_THAT(Mend("离城二十里的李家庄办起了民宿", {"李家庄"}), ElementsAre("PLACE 李家庄"));
}

TEST_F(PersonMendingTest, ListsOfPersonsHoldPersons) {
  EXPECT_THAT(Mend("出席的有王慧敏、蔡大江、陈国强", {"王慧敏", "陈国强", "蔡大江"}, true),
              ElementsAre("PERSON 王慧敏", "PERSON 蔡大江", "PERSON 陈国强"));
  EXPECT_THAT(Mend("王慧敏到了蔡大江", {"王慧敏", "蔡大江"}, true),
              ElementsAre("PERSON 王慧敏", "PLACE 蔡大江"));
  EXPECT_THAT(Mend("王慧敏、石家庄、陈国强", {"王慧敏", "陈国强", "石家庄"}, true),
              ElementsAre("PERSON 王慧敏", "PLACE 石家庄", "PERSON 陈国强"));
}

}  // namespace
}  // namespace yinzheng::knowledge
