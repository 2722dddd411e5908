// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/entity_lookup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/record/snapshot_access.h"
#include "services/record/testing/served_index.h"

namespace yinzheng::services {
namespace {

using ::testing::HasSubstr;

class EntityLookupTest : public ::testing::Test {
 protected:
  void SetUp() override {
    Add("1", "东湖量子科学研究院", v1::ENTITY_TYPE_ORGANIZATION, {"量子院"}, 40);
    Add("2", "西山量子中心", v1::ENTITY_TYPE_FACILITY, {"量子中心"}, 9);
    Add("3", "东湖", v1::ENTITY_TYPE_PLACE, {}, 9);
    Add("4", "东湖", v1::ENTITY_TYPE_COMPANY, {}, 9);
    Add("5", "南海", v1::ENTITY_TYPE_PLACE, {}, 400);
    Add("6", "南海", v1::ENTITY_TYPE_COMPANY, {}, 1);
    Add("7", "亦庄", v1::ENTITY_TYPE_PLACE, {}, 30);
    Add("8", "曾国藩", v1::ENTITY_TYPE_PERSON, {}, 3);
    Add("9", "重庆", v1::ENTITY_TYPE_PLACE, {"渝"}, 12);
    Add("10", "易庄", v1::ENTITY_TYPE_PLACE, {}, 2);
    Add("11", "东湖市加快新兴产业高质量发展的实施意见", v1::ENTITY_TYPE_POLICY, {}, 1);
    for (const char* id : {"12", "13", "14"}) Add(id, "青州区", v1::ENTITY_TYPE_PLACE, {}, 2);
    Add("15", "青州区委", v1::ENTITY_TYPE_ORGANIZATION, {}, 1);
    AddScoped("11", "实施意见", 1);
    AddScoped("2", "该中心", 9);
    AddScoped("1", "该中心", 40);
    Write("a", "东湖的荷花开了，湖边的绿道今年又长了两公里。", "entities/3");
    Write("b", "东湖发布了新款手机芯片，股价上涨。", "entities/4");
    index_.Publish();
  }

  void Add(const std::string& id, const std::string& name, v1::EntityType type,
           const std::vector<std::string>& aliases, int mentions) {
    v1::Entity entity = store::testing::MakeEntity("entities/" + id, name, type, aliases);
    entity.set_mention_count(mentions);
    index_.content().AddEntity(entity);
  }

  // Gives the entity a name that one article alone uses.
  void AddScoped(const std::string& id, const std::string& name, int mentions) {
    v1::Entity entity = store::testing::MakeEntity("entities/s" + id, "某" + id + "处",
                                                   v1::ENTITY_TYPE_ORGANIZATION, {});
    entity.set_mention_count(mentions);
    v1::EntityAlias& alias = *entity.add_aliases();
    alias.set_text(name);
    alias.set_kind(v1::ALIAS_KIND_ABBREVIATION);
    alias.set_document_scoped(true);
    index_.content().AddEntity(entity);
  }

  v1::LookupResult LookUp(const std::string& name, const std::vector<v1::EntityType>& types = {},
                          const std::string& context = "") {
    v1::EntityQuery query;
    query.set_name(name);
    query.set_context(context);
    for (const v1::EntityType type : types) query.add_types(type);
    const Snapshot snapshot = index_.manager().Acquire();
    return *LookUpEntity({*snapshot, store::testing::SharedPinyinReader(), ServedIndex::Compiler()},
                         query, 5);
  }

  void Write(const std::string& id, const std::string& body, const std::string& entity) {
    store::v1::ArticleRecord record = store::testing::MakeArticle("articles/" + id, "", body);
    store::testing::AddMentions(record, entity, "东湖");
    index_.content().AddArticle(std::move(record));
  }

  ServedIndex index_;
};

TEST_F(EntityLookupTest, ANameOfOneEntityIsAMatch) {
  const v1::LookupResult result = LookUp("量子院");
  ASSERT_EQ(result.candidates_size(), 1);
  EXPECT_TRUE(result.candidates(0).match());
  EXPECT_EQ(result.candidates(0).score(), 1);
  EXPECT_EQ(result.candidates(0).matched_alias_kind(), v1::ALIAS_KIND_ABBREVIATION);
}

TEST_F(EntityLookupTest, ASharedNameIsNoMatchAndSaysSo) {
  const v1::LookupResult result = LookUp("东湖");
  ASSERT_GE(result.candidates_size(), 2);
  EXPECT_FALSE(result.candidates(0).match());
  EXPECT_NEAR(result.candidates(0).score(), 0.73, 0.01);
  EXPECT_THAT(result.candidates(0).reason(), HasSubstr("2 entities have this name"));
}

TEST_F(EntityLookupTest, ANameThatNearlyAlwaysMeansOneIsAMatch) {
  const v1::LookupResult result = LookUp("南海");
  ASSERT_EQ(result.candidates_size(), 2);
  EXPECT_TRUE(result.candidates(0).match());
  EXPECT_EQ(result.candidates(0).entity().name(), "entities/5");
  EXPECT_FALSE(result.candidates(1).match());
  EXPECT_THAT(result.candidates(1).reason(), HasSubstr("entities/5"));
}

// Three share the name, so that each has a low score.
TEST_F(EntityLookupTest, ANameThatOnlyBeginsSoIsNotBeforeEqualOnes) {
  const v1::LookupResult result = LookUp("青州区");
  ASSERT_EQ(result.candidates_size(), 4);
  EXPECT_EQ(result.candidates(0).match_kind(), v1::MATCH_KIND_EXACT);
  EXPECT_EQ(result.candidates(3).match_kind(), v1::MATCH_KIND_PREFIX);
  EXPECT_GT(result.candidates(0).score(), result.candidates(3).score());
}

TEST_F(EntityLookupTest, TypesDecideBetweenBearersOfAName) {
  const v1::LookupResult result = LookUp("东湖", {v1::ENTITY_TYPE_COMPANY});
  ASSERT_GE(result.candidates_size(), 1);
  EXPECT_EQ(result.candidates(0).entity().name(), "entities/4");
  EXPECT_TRUE(result.candidates(0).match());
}

TEST_F(EntityLookupTest, TheContextDecidesBetweenBearersOfAName) {
  const auto meant = [this](const std::string& context) {
    const v1::LookupResult result = LookUp("东湖", {}, context);
    EXPECT_EQ(result.candidates(0).match(), result.candidates(0).score() >= 0.9);
    return result.candidates(0).match() ? result.candidates(0).entity().name() : "";
  };
  EXPECT_EQ(meant("周末到东湖绿道看荷花"), "entities/3");
  EXPECT_EQ(meant("東湖的芯片賣得好，股價創新高"), "entities/4");
  EXPECT_EQ(meant("一句与两者无关的话"), "");
  EXPECT_EQ(meant("东湖"), "");
  // Where one entity has the name, no context makes it another one.
  EXPECT_TRUE(LookUp("量子院", {}, "股价上涨").candidates(0).match());
}

TEST_F(EntityLookupTest, NamesNearlyTypedAreCandidatesOnly) {
  for (const char* name :
       {"西山量子中央", "西山量中心", "西山量子子中心", "西山子量中心", "東湖量子科學研究所"}) {
    const v1::LookupResult result = LookUp(name);
    ASSERT_EQ(result.candidates_size(), 1) << name;
    EXPECT_EQ(result.candidates(0).match_kind(), v1::MATCH_KIND_SIMILAR) << name;
    EXPECT_FALSE(result.candidates(0).match()) << name;
    EXPECT_THAT(result.candidates(0).reason(), HasSubstr("differs")) << name;
  }
  // Another character makes another short name, and two another one of middling length.
  EXPECT_EQ(LookUp("量子楼").candidates_size(), 0);
  EXPECT_EQ(LookUp("西山物子中央").candidates_size(), 0);
}

TEST_F(EntityLookupTest, ScriptAndWidthAreToldApart) {
  EXPECT_EQ(LookUp("東湖量子科學研究院").candidates(0).match_kind(), v1::MATCH_KIND_SCRIPT);
  EXPECT_EQ(LookUp("东湖 量子科学研究院").candidates(0).match_kind(), v1::MATCH_KIND_FOLDED);
}

TEST_F(EntityLookupTest, WhatSingleArticlesCallAnEntityIsACandidateOnly) {
  for (const char* typed : {"该中心", "該中心", "gaizhongxin"}) {
    const v1::LookupResult result = LookUp(typed);
    ASSERT_EQ(result.candidates_size(), 2) << typed;
    EXPECT_EQ(result.candidates(0).entity().name(), "entities/s1") << typed;
    EXPECT_FALSE(result.candidates(0).match()) << typed;
    EXPECT_LT(result.candidates(0).score(), 0.7) << typed;
    EXPECT_THAT(result.candidates(0).reason(), HasSubstr("single articles")) << typed;
  }
  // A name that holds everywhere comes first.
  EXPECT_EQ(LookUp("量子中心").candidates(0).entity().name(), "entities/2");
}

TEST_F(EntityLookupTest, ANameOfSingleArticlesTakesPartsWithIt) {
  const v1::LookupResult result = LookUp("实施意见");
  ASSERT_EQ(result.candidates_size(), 2);
  EXPECT_EQ(result.candidates(0).entity().name(), "entities/s11");
  EXPECT_EQ(result.candidates(1).match_kind(), v1::MATCH_KIND_PARTIAL);
}

TEST_F(EntityLookupTest, PartsOfNamesAreNeverAMatch) {
  const v1::LookupResult result = LookUp("量子");
  ASSERT_EQ(result.candidates_size(), 2);
  for (const v1::EntityCandidate& candidate : result.candidates()) {
    EXPECT_FALSE(candidate.match());
    EXPECT_LT(candidate.score(), 0.9);
    EXPECT_FALSE(candidate.reason().empty());
  }
}

TEST_F(EntityLookupTest, PinyinOfOneNameIsAMatch) {
  for (const char* name : {"chongqing", "Chóng qìng", "CHONGQING"}) {
    const v1::LookupResult result = LookUp(name);
    ASSERT_EQ(result.candidates_size(), 1) << name;
    EXPECT_EQ(result.candidates(0).entity().name(), "entities/9");
    EXPECT_EQ(result.candidates(0).match_kind(), v1::MATCH_KIND_PINYIN);
    EXPECT_EQ(result.candidates(0).matched_name(), "重庆");
    EXPECT_TRUE(result.candidates(0).match());
  }
  EXPECT_EQ(LookUp("zhongqing").candidates_size(), 0);
  EXPECT_EQ(LookUp("zengguofan").candidates(0).entity().name(), "entities/8");
}

TEST_F(EntityLookupTest, PinyinOfALongNameIsAMatch) {
  const v1::LookupResult result =
      LookUp("donghushijiakuaixinxingchanyegaozhiliangfazhandeshishiyijian");
  ASSERT_EQ(result.candidates_size(), 1);
  EXPECT_EQ(result.candidates(0).entity().name(), "entities/11");
  EXPECT_TRUE(result.candidates(0).match());
}

TEST_F(EntityLookupTest, PinyinOfSeveralNamesIsNone) {
  const v1::LookupResult result = LookUp("yizhuang");
  ASSERT_EQ(result.candidates_size(), 2);
  EXPECT_EQ(result.candidates(0).entity().name(), "entities/7");
  for (const v1::EntityCandidate& candidate : result.candidates()) {
    EXPECT_FALSE(candidate.match());
    EXPECT_THAT(candidate.reason(), HasSubstr("sounds like"));
  }
}

TEST_F(EntityLookupTest, InitialsAndSoundAlikesAreCandidatesOnly) {
  for (const char* name : {"cq", "重青", "dhlzkxyjy"}) {
    const v1::LookupResult result = LookUp(name);
    ASSERT_EQ(result.candidates_size(), 1) << name;
    EXPECT_EQ(result.candidates(0).match_kind(), v1::MATCH_KIND_PINYIN) << name;
    EXPECT_FALSE(result.candidates(0).match()) << name;
    EXPECT_LT(result.candidates(0).score(), 0.7) << name;
  }
  // What has the very characters needs no other ones.
  EXPECT_EQ(LookUp("亦庄").candidates_size(), 1);
}

TEST_F(EntityLookupTest, ResolveTakesMatchesOnly) {
  const Snapshot snapshot = index_.manager().Acquire();
  EXPECT_EQ((*ResolveEntity(snapshot->entities(), "量子中心"))->name(), "entities/2");
  EXPECT_FALSE(ResolveEntity(snapshot->entities(), "东湖")->has_value());
  EXPECT_FALSE(ResolveEntity(snapshot->entities(), "量子")->has_value());
  EXPECT_FALSE(ResolveEntity(snapshot->entities(), "无此名")->has_value());
}

}  // namespace
}  // namespace yinzheng::services
