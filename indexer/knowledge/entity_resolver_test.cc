// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/entity_resolver.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace yinzheng::knowledge {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

// Builds what the extractor hands over, entity by entity.
class ArticleBuilder {
 public:
  explicit ArticleBuilder(std::string name) { article_.article = std::move(name); }

  // Adds an entity; each printed form is one mention.
  ArticleBuilder& Entity(v1::EntityType type, const std::vector<std::string>& names,
                         const std::vector<std::string>& printed, bool document_scoped = false) {
    const auto index = static_cast<int32_t>(article_.entities.entities.size());
    LocalEntity entity;
    entity.type = type;
    entity.identity = names[0];
    for (const std::string& name : names) {
      LocalName local;
      local.text = name;
      local.kind = entity.names.empty() ? v1::ALIAS_KIND_CANONICAL : v1::ALIAS_KIND_ABBREVIATION;
      local.document_scoped = document_scoped && !entity.names.empty();
      v1::EntityAlias alias;
      alias.set_text(name);
      alias.set_kind(local.kind);
      alias.set_document_scoped(local.document_scoped);
      article_.alias_citations.push_back(alias);
      entity.names.push_back(local);
    }
    article_.entities.entities.push_back(entity);
    for (const std::string& text : printed) {
      v1::Mention mention;
      mention.set_entity(LocalEntityId(index));
      mention.set_article(article_.article);
      mention.set_text(text);
      mention.mutable_span()->set_start(place_);
      mention.mutable_span()->set_end(++place_);
      article_.mentions.push_back(mention);
    }
    return *this;
  }

  // What a knowledge pack says of the entity that was added last.
  ArticleBuilder& Curated(const std::string& identity, bool conditional = false) {
    LocalEntity& entity = article_.entities.entities.back();
    entity.identity = identity;
    entity.curated = true;
    for (LocalName& name : entity.names) name.conditional = conditional;
    return *this;
  }

  ArticleKnowledge Build() { return std::move(article_); }

 private:
  ArticleKnowledge article_;
  int place_ = 0;
};

std::vector<std::string> AliasTexts(const v1::Entity& entity) {
  std::vector<std::string> texts;
  for (const v1::EntityAlias& alias : entity.aliases()) texts.push_back(alias.text());
  return texts;
}

TEST(ResolveEntitiesTest, AnEntityWithoutMentionsHasItsNameAsPrinted) {
  ArticleKnowledge article =
      ArticleBuilder("articles/a").Entity(v1::ENTITY_TYPE_ORGANIZATION, {"江城科学院"}, {}).Build();
  v1::Citation& citation = *article.alias_citations[0].mutable_citation();
  citation.set_quote("在江城科學院光学所");
  citation.mutable_span()->set_start(20);
  citation.mutable_value_span()->set_start(21);
  citation.mutable_value_span()->set_end(26);
  const ResolvedEntities resolved = ResolveEntities({article});
  ASSERT_THAT(resolved.entities, SizeIs(1));
  EXPECT_EQ(resolved.entities[0].display_name(), "江城科學院");
  EXPECT_THAT(AliasTexts(resolved.entities[0]), ElementsAre("江城科學院"));
  EXPECT_EQ(resolved.entities[0].mention_count(), 0);
  EXPECT_EQ(resolved.entities[0].article_count(), 0);
}

TEST(ResolveEntitiesTest, TheSameNameIsOneEntity) {
  const ResolvedEntities resolved = ResolveEntities(
      {ArticleBuilder("articles/a")
           .Entity(v1::ENTITY_TYPE_PLACE, {"昆明"}, {"昆明", "昆明"})
           .Build(),
       ArticleBuilder("articles/b").Entity(v1::ENTITY_TYPE_PLACE, {"昆明"}, {"昆明"}).Build()});
  ASSERT_THAT(resolved.entities, SizeIs(1));
  EXPECT_EQ(resolved.entities[0].mention_count(), 3);
  EXPECT_EQ(resolved.entities[0].article_count(), 2);
  EXPECT_EQ(resolved.refs[0][0].entity(), resolved.refs[1][0].entity());
  EXPECT_THAT(resolved.mentions.at("articles/a"), SizeIs(2));
}

TEST(ResolveEntitiesTest, ScriptsAreOneAndTheCommonerIsShown) {
  const ResolvedEntities resolved = ResolveEntities(
      {ArticleBuilder("articles/a")
           .Entity(v1::ENTITY_TYPE_PLACE, {"台湾"}, {"臺灣", "臺灣"})
           .Build(),
       ArticleBuilder("articles/b").Entity(v1::ENTITY_TYPE_PLACE, {"台湾"}, {"台湾"}).Build()});
  ASSERT_THAT(resolved.entities, SizeIs(1));
  EXPECT_EQ(resolved.entities[0].display_name(), "臺灣");
  EXPECT_THAT(AliasTexts(resolved.entities[0]), ElementsAre("臺灣", "台湾"));
}

TEST(ResolveEntitiesTest, OtherKindsOfThingStayApart) {
  const ResolvedEntities resolved = ResolveEntities(
      {ArticleBuilder("articles/a").Entity(v1::ENTITY_TYPE_PLACE, {"中山"}, {"中山"}).Build(),
       ArticleBuilder("articles/b").Entity(v1::ENTITY_TYPE_PERSON, {"中山"}, {"中山"}).Build()});
  EXPECT_THAT(resolved.entities, SizeIs(2));
  EXPECT_NE(resolved.entities[0].name(), resolved.entities[1].name());
}

TEST(ResolveEntitiesTest, AnIntroducedShortNameJoinsOtherArticles) {
  const ResolvedEntities resolved =
      ResolveEntities({ArticleBuilder("articles/a")
                           .Entity(v1::ENTITY_TYPE_ORGANIZATION, {"武汉光电信息研究院", "武光院"},
                                   {"武汉光电信息研究院", "武光院"})
                           .Build(),
                       ArticleBuilder("articles/b")
                           .Entity(v1::ENTITY_TYPE_ORGANIZATION, {"武光院"}, {"武光院"})
                           .Build()});
  ASSERT_THAT(resolved.entities, SizeIs(1));
  EXPECT_EQ(resolved.entities[0].display_name(), "武汉光电信息研究院");
}

TEST(ResolveEntitiesTest, AShortNameOfOneArticleJoinsNothing) {
  const ResolvedEntities resolved = ResolveEntities(
      {ArticleBuilder("articles/a")
           .Entity(v1::ENTITY_TYPE_POLICY, {"湖滨省数据条例", "条例"}, {"条例"}, true)
           .Build(),
       ArticleBuilder("articles/b").Entity(v1::ENTITY_TYPE_POLICY, {"条例"}, {"条例"}).Build()});
  EXPECT_THAT(resolved.entities, SizeIs(2));
}

TEST(ResolveEntitiesTest, AClaimOfTwoJoinsNothing) {
  const ResolvedEntities resolved =
      ResolveEntities({ArticleBuilder("articles/a")
                           .Entity(v1::ENTITY_TYPE_ORGANIZATION, {"南方大学", "南大"}, {"南方大学"})
                           .Build(),
                       ArticleBuilder("articles/b")
                           .Entity(v1::ENTITY_TYPE_ORGANIZATION, {"南海大学", "南大"}, {"南海大学"})
                           .Build(),
                       ArticleBuilder("articles/c")
                           .Entity(v1::ENTITY_TYPE_ORGANIZATION, {"南大"}, {"南大"})
                           .Build()});
  EXPECT_THAT(resolved.entities, SizeIs(3));
}

TEST(ResolveEntitiesTest, LineBreaksInsideNamesAreNotShown) {
  const ResolvedEntities resolved =
      ResolveEntities({ArticleBuilder("articles/a")
                           .Entity(v1::ENTITY_TYPE_COMPANY, {"启明光电"}, {"启\n明光电"})
                           .Build()});
  EXPECT_EQ(resolved.entities[0].display_name(), "启明光电");
}

TEST(ResolveEntitiesTest, NamesAreStableHashes) {
  EXPECT_EQ(EntityName("昆明", v1::ENTITY_TYPE_PLACE), EntityName("昆明", v1::ENTITY_TYPE_PLACE));
  EXPECT_NE(EntityName("昆明", v1::ENTITY_TYPE_PLACE), EntityName("昆明", v1::ENTITY_TYPE_PERSON));
  EXPECT_EQ(EntityName("臺灣", v1::ENTITY_TYPE_PLACE), EntityName("台湾", v1::ENTITY_TYPE_PLACE));
  EXPECT_EQ(EntityName("昆明", v1::ENTITY_TYPE_PLACE).rfind("entities/", 0), 0u);
}

TEST(ResolveEntitiesTest, TheIdentityOfAPackIsNotVotedOn) {
  const auto resolved = ResolveEntities(
      {ArticleBuilder("articles/1")
           .Entity(v1::ENTITY_TYPE_ORGANIZATION, {"东湖院"}, {"东湖院"})
           .Curated("东湖研究院")
           .Build(),
       ArticleBuilder("articles/2")
           .Entity(v1::ENTITY_TYPE_PLACE, {"东湖研究院"}, {"东湖研究院", "东湖研究院"})
           .Curated("东湖研究院")
           .Build(),
       ArticleBuilder("articles/3")
           .Entity(v1::ENTITY_TYPE_COMPANY, {"东湖研究院有限责任公司", "东湖院"},
                   {"东湖研究院有限责任公司", "东湖研究院有限责任公司", "东湖研究院有限责任公司"})
           .Build()});
  ASSERT_THAT(resolved.entities, SizeIs(2));
  for (const v1::Entity& entity : resolved.entities) {
    EXPECT_EQ(entity.display_name(),
              entity.article_count() == 2 ? "东湖研究院" : "东湖研究院有限责任公司");
  }
}

TEST(ResolveEntitiesTest, ANameOfSomeArticlesOnlyIsNotShownForAPacksOwn) {
  const auto shown = [](bool conditional) {
    return ResolveEntities({ArticleBuilder("articles/1")
                                .Entity(v1::ENTITY_TYPE_PLACE, {"三期"}, {"三期", "三期"})
                                .Curated("东湖园三期", conditional)
                                .Build()})
        .entities[0]
        .display_name();
  };
  EXPECT_EQ(shown(true), "东湖园三期");
  EXPECT_EQ(shown(false), "三期");
}

TEST(ResolveEntitiesTest, WhatPacksTellApartNoArticleJoins) {
  const auto resolved = ResolveEntities(
      {ArticleBuilder("articles/1")
           .Entity(v1::ENTITY_TYPE_ORGANIZATION, {"东湖研究院", "西山院"}, {"东湖研究院"})
           .Curated("东湖研究院")
           .Build(),
       ArticleBuilder("articles/2")
           .Entity(v1::ENTITY_TYPE_ORGANIZATION, {"西山院"}, {"西山院"})
           .Curated("西山院")
           .Build()});
  EXPECT_THAT(resolved.entities, SizeIs(2));
}

TEST(ResolveEntitiesTest, AConditionalNameDoesNotSpeakForOtherArticles) {
  const auto other = [] {
    return ArticleBuilder("articles/2")
        .Entity(v1::ENTITY_TYPE_ORGANIZATION, {"三院"}, {"三院"})
        .Build();
  };
  const auto first = [](bool conditional) {
    return ArticleBuilder("articles/1")
        .Entity(v1::ENTITY_TYPE_ORGANIZATION, {"青州第三医院", "三院"}, {"青州第三医院", "三院"})
        .Curated("青州第三医院", conditional)
        .Build();
  };
  EXPECT_THAT(ResolveEntities({first(true), other()}).entities, SizeIs(2));
  EXPECT_THAT(ResolveEntities({first(false), other()}).entities, SizeIs(1));
}

}  // namespace
}  // namespace yinzheng::knowledge
