// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/pack/pack_aliases.h"

#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/knowledge/entity_resolver.h"

namespace yinzheng::knowledge {
namespace {

using testing::ElementsAre;

PackContents Institute() {
  PackContents contents;
  contents.entities = {{U"青州脉冲光研究院", v1::ENTITY_TYPE_ORGANIZATION},
                       {U"青州港", v1::ENTITY_TYPE_FACILITY}};
  const PackCondition condition{.full_name = false, .words = {U"红外线站"}, .unless = {}};
  contents.names = {
      {U"青州脉冲光研究院", {{0, v1::ALIAS_KIND_CANONICAL, {}}}},
      {U"脉光院", {{0, v1::ALIAS_KIND_ABBREVIATION, {}}}},
      {U"QPLI", {{0, v1::ALIAS_KIND_TRANSLATION, {}}}},
      {U"脉冲院", {{0, v1::ALIAS_KIND_ABBREVIATION, condition}}},
      {U"两院", {{0, v1::ALIAS_KIND_ABBREVIATION, condition}, {1, v1::ALIAS_KIND_VARIANT, {}}}},
      {U"青州港", {{1, v1::ALIAS_KIND_CANONICAL, {}}}}};
  return contents;
}

// The institute, as articles that print only `printed` have it.
v1::Entity Stored(const std::string& printed) {
  v1::Entity entity;
  entity.set_name(EntityName("青州脉冲光研究院", v1::ENTITY_TYPE_ORGANIZATION));
  entity.set_display_name(printed);
  v1::EntityAlias* const own = entity.add_aliases();
  own->set_text(printed);
  own->set_kind(v1::ALIAS_KIND_CANONICAL);
  own->mutable_citation()->set_article("articles/a");
  return entity;
}

std::vector<std::string> Names(const v1::Entity& entity) {
  std::vector<std::string> names;
  for (const v1::EntityAlias& alias : entity.aliases()) {
    names.push_back(v1::AliasKind_Name(alias.kind()).substr(11) + " " + alias.text());
  }
  return names;
}

TEST(PackAliases, NamesThatNoArticlePrintsAreAdded) {
  std::vector<v1::Entity> entities = {Stored("脉光院")};
  AddPackAliases(KnowledgePack(Institute()), entities);
  EXPECT_THAT(Names(entities[0]),
              ElementsAre("CANONICAL 脉光院", "VARIANT 青州脉冲光研究院", "TRANSLATION QPLI"));
  EXPECT_EQ(entities[0].display_name(), "脉光院");
  EXPECT_TRUE(entities[0].aliases(0).has_citation());
  EXPECT_FALSE(entities[0].aliases(1).has_citation());
}

TEST(PackAliases, ANameInTheOtherScriptIsThere) {
  std::vector<v1::Entity> entities = {Stored("青州脈衝光研究院")};
  AddPackAliases(KnowledgePack(Institute()), entities);
  EXPECT_THAT(Names(entities[0]),
              ElementsAre("CANONICAL 青州脈衝光研究院", "ABBREVIATION 脉光院", "TRANSLATION QPLI"));
}

TEST(PackAliases, EntitiesOfNoPackStayAsTheyAre) {
  std::vector<v1::Entity> entities = {Stored("青州渔港")};
  entities[0].set_name("entities/other");
  AddPackAliases(KnowledgePack(Institute()), entities);
  EXPECT_THAT(Names(entities[0]), ElementsAre("CANONICAL 青州渔港"));
}

}  // namespace
}  // namespace yinzheng::knowledge
