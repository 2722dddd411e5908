// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

// What packs do to the entities of an article, each operation by itself.

#include "indexer/knowledge/pack/pack_reading.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/data_dir.h"
#include "indexer/knowledge/entity_recognizer.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::knowledge {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class PackReadingTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { shared_segmenter = *text::Segmenter::Create(); }
  static void TearDownTestSuite() { shared_segmenter.reset(); }

  void UsePack(const std::string& text) {
    const testing::TempDir dir;
    const std::string data = *base::DataDir();
    const auto pack = KnowledgePack::Load(base::FileSystem::Real(),
                                          {dir.Write("p.textproto", text).string()}, data);
    ASSERT_THAT(pack, testing::IsOk());
    recognizer_ = *EntityRecognizer::Create(*shared_segmenter, data, *pack);
  }

  void Read(std::string_view utf8) {
    const std::u32string body = text::DecodeUtf8(utf8);
    text::Reading reading(body);
    std::vector<text::Token> tokens = shared_segmenter->Segment(reading.text());
    context_ = std::make_unique<ArticleContext>(
        ArticleContext{nullptr, nullptr, body, std::move(reading), std::move(tokens), {}});
    found_ = recognizer_->Recognize(*context_);
  }

  // The entity under this identity; null if there is none.
  const LocalEntity* Entity(const std::string& identity) const {
    for (const LocalEntity& entity : found_.entities) {
      if (entity.identity == identity) return &entity;
    }
    return nullptr;
  }

  // Its mentions as printed, in order of place.
  std::vector<std::string> Mentions(const std::string& identity) const {
    std::vector<std::string> mentions;
    for (const LocalMention& mention : found_.mentions) {
      if (found_.entities[static_cast<size_t>(mention.entity)].identity != identity) continue;
      const text::Span body = context_->reading.ToBody(mention.span);
      mentions.push_back(text::EncodeUtf8(text::Slice(context_->body, body)));
    }
    return mentions;
  }

  static inline std::unique_ptr<text::Segmenter> shared_segmenter;
  std::unique_ptr<EntityRecognizer> recognizer_;
  std::unique_ptr<ArticleContext> context_;
  DocumentEntities found_;
};

constexpr char kInstitute[] = R"(
  entities {
    name: "青州脉冲光研究院" type: ENTITY_TYPE_ORGANIZATION
    abbreviations: "脉光院"
    translations: ["Qingzhou Pulse Institute", "QPLI"]
    former_names: "青州激光所"
    conditional_names { name: "脉冲院" when { full_name: true words: "红外线站" unless: "白州" } }
  })";

TEST_F(PackReadingTest, EveryNameIsRecognisedInEitherScript) {
  UsePack(kInstitute);
  Read(
      "脈光院昨日開放。青州脈冲光研究院的前身是青州激光所，英文名是Qingzhou Pulse "
      "Institute，也就是ＱＰＬＩ。");
  EXPECT_THAT(Mentions("青州脉冲光研究院"), ElementsAre("脈光院", "青州脈冲光研究院", "青州激光所",
                                                        "Qingzhou Pulse Institute", "ＱＰＬＩ"));
  const LocalEntity* const entity = Entity("青州脉冲光研究院");
  ASSERT_NE(entity, nullptr);
  EXPECT_EQ(entity->type, v1::ENTITY_TYPE_ORGANIZATION);
  EXPECT_TRUE(entity->curated);
  EXPECT_EQ(entity->names[0].text, "青州脉冲光研究院");
}

TEST_F(PackReadingTest, AShortNameAloneHasTheFullNameAsIdentity) {
  UsePack(kInstitute);
  Read("脉光院院长说，脉光院将招收百人。");
  const LocalEntity* const entity = Entity("青州脉冲光研究院");
  ASSERT_NE(entity, nullptr);
  EXPECT_EQ(entity->names[0].text, "脉光院");
  EXPECT_EQ(entity->names[0].kind, v1::ALIAS_KIND_ABBREVIATION);
}

TEST_F(PackReadingTest, LatinNamesAreWholeWordsAndKeepTheirCase) {
  UsePack(kInstitute);
  Read("XQPLIX与qpli都不是它。");
  EXPECT_THAT(Mentions("青州脉冲光研究院"), IsEmpty());
}

TEST_F(PackReadingTest, AConditionalNameNeedsItsFullName) {
  UsePack(kInstitute);
  Read("昨日，脉冲院开放参观。");
  EXPECT_THAT(Mentions("青州脉冲光研究院"), IsEmpty());
  Read("脉光院昨日挂牌。脉冲院开放参观。");
  EXPECT_THAT(Mentions("青州脉冲光研究院"), ElementsAre("脉光院", "脉冲院"));
  EXPECT_TRUE(Entity("青州脉冲光研究院")->names.back().conditional);
}

TEST_F(PackReadingTest, AConditionalNameNeedsAWordAndNoOther) {
  UsePack(kInstitute);
  Read("脉冲院新建了红外线站。");
  EXPECT_THAT(Mentions("青州脉冲光研究院"), ElementsAre("脉冲院"));
  Read("在白州，脉冲院新建了红外线站。");
  EXPECT_THAT(Mentions("青州脉冲光研究院"), IsEmpty());
}

TEST_F(PackReadingTest, WhatTheArticleIntroducesIsBelieved) {
  UsePack(kInstitute);
  Read("白山脉络光学研究院（以下简称“脉光院”）昨日成立。脉光院将招收百人。");
  EXPECT_THAT(Mentions("青州脉冲光研究院"), IsEmpty());
  EXPECT_THAT(Mentions("白山脉络光学研究院").size(), 3u);
}

TEST_F(PackReadingTest, LettersBehindANameAreWhoseThePackSays) {
  UsePack(kInstitute);
  Read("白州光学研究院QPLI昨日开放。");
  EXPECT_THAT(Mentions("青州脉冲光研究院"), ElementsAre("QPLI"));
}

TEST_F(PackReadingTest, ALongerNameWinsOverOneOfThePack) {
  UsePack(kInstitute);
  Read("青州脉冲光研究院管委会主任陈小明表示支持。");
  EXPECT_THAT(Mentions("青州脉冲光研究院"), IsEmpty());
}

TEST_F(PackReadingTest, SplitsTellMeaningsApartByContext) {
  UsePack(R"(
    entities { name: "青州第三医院" type: ENTITY_TYPE_ORGANIZATION }
    entities { name: "青州飞行三院" type: ENTITY_TYPE_ORGANIZATION }
    splits {
      name: "三院"
      senses { entity: "青州飞行三院" when { words: ["导弹", "飞行器"] } }
      senses { entity: "青州第三医院" when { words: "门诊" full_name: true } }
    })");
  Read("三院的飞行器首飞成功。");
  EXPECT_THAT(Mentions("青州飞行三院"), ElementsAre("三院"));
  Read("三院门诊今日开放。");
  EXPECT_THAT(Mentions("青州第三医院"), ElementsAre("三院"));
  Read("青州第三医院扩建。记者在三院看到新楼。");
  EXPECT_THAT(Mentions("青州第三医院"), ElementsAre("青州第三医院", "三院"));
  Read("记者在三院看到新楼。");
  EXPECT_THAT(Mentions("青州第三医院"), IsEmpty());
  EXPECT_THAT(Mentions("青州飞行三院"), IsEmpty());
}

TEST_F(PackReadingTest, ASenseWithoutAConditionCountsWhereNoOtherDoes) {
  UsePack(R"(
    entities { name: "青州第三医院" type: ENTITY_TYPE_ORGANIZATION }
    entities { name: "青州飞行三院" type: ENTITY_TYPE_ORGANIZATION }
    splits {
      name: "三院"
      senses { entity: "青州第三医院" }
      senses { entity: "青州飞行三院" when { words: "飞行器" } }
    })");
  Read("记者在三院看到新楼。");
  EXPECT_THAT(Mentions("青州第三医院"), ElementsAre("三院"));
  Read("三院的飞行器首飞成功。");
  EXPECT_THAT(Mentions("青州飞行三院"), ElementsAre("三院"));
}

TEST_F(PackReadingTest, MergesJoinWhatExtractionFindsApart) {
  UsePack(R"(merges { name: "青州大学" names: "白州大学" })");
  Read("青州大学位于青州市。白州大学有学生百人。");
  EXPECT_THAT(Mentions("青州大学"), ElementsAre("青州大学", "白州大学"));
  Read("白州大学有学生百人。");
  EXPECT_THAT(Mentions("青州大学"), ElementsAre("白州大学"));
}

TEST_F(PackReadingTest, CorrectionsChangeTypeAndNameOfWhatIsFound) {
  UsePack(R"(
    corrections { name: "青州生命科学园" type: ENTITY_TYPE_FACILITY }
    corrections { name: "白州大学" found_type: ENTITY_TYPE_ORGANIZATION new_name: "白州理工大学" })");
  Read("青州生命科学园位于青州市。白州大学有学生百人。");
  ASSERT_NE(Entity("青州生命科学园"), nullptr);
  EXPECT_EQ(Entity("青州生命科学园")->type, v1::ENTITY_TYPE_FACILITY);
  EXPECT_THAT(Mentions("白州理工大学"), ElementsAre("白州大学"));
}

TEST_F(PackReadingTest, SuppressedNamesAreNotMentioned) {
  UsePack(R"(suppressions { names: "青州生命科学园" }
             suppressions { names: "白州大学" types: ENTITY_TYPE_PLACE })");
  Read("青州生命科学园位于青州市。白州大学有学生百人。");
  EXPECT_THAT(Mentions("青州生命科学园"), IsEmpty());
  EXPECT_THAT(Mentions("白州大学"), ElementsAre("白州大学")) << "found with another type";
}

TEST_F(PackReadingTest, ThePacksTypeOverrulesTheRules) {
  UsePack(R"(entities { name: "青州生命科学园" type: ENTITY_TYPE_PROJECT })");
  Read("青州生命科学园位于青州市。");
  ASSERT_NE(Entity("青州生命科学园"), nullptr);
  EXPECT_EQ(Entity("青州生命科学园")->type, v1::ENTITY_TYPE_PROJECT);
}

}  // namespace
}  // namespace yinzheng::knowledge
