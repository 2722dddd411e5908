// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/entity_recognizer.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/data_dir.h"
#include "indexer/knowledge/entity_description.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using testing::ElementsAre;

class EntityRecognizerTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto segmenter = text::Segmenter::Create();
    ASSERT_TRUE(segmenter.ok()) << segmenter.status();
    shared_segmenter = *std::move(segmenter);
    const auto data = base::DataDir();
    ASSERT_TRUE(data.ok()) << data.status();
    auto recognizer = EntityRecognizer::Create(*shared_segmenter, *data);
    ASSERT_TRUE(recognizer.ok()) << recognizer.status();
    shared_recognizer = *std::move(recognizer);
  }
  static void TearDownTestSuite() {
    shared_recognizer.reset();
    shared_segmenter.reset();
  }

  void Read(std::string_view utf8) {
    const std::u32string body = text::DecodeUtf8(utf8);
    text::Reading reading(body);
    std::vector<text::Token> tokens = shared_segmenter->Segment(reading.text());
    context_ = std::make_unique<ArticleContext>(
        ArticleContext{nullptr, nullptr, body, std::move(reading), std::move(tokens), {}});
    found_ = shared_recognizer->Recognize(*context_);
  }

  // The printed mentions of the entity that has `name`, in order of place.
  std::vector<std::string> MentionsOf(const std::string& name) const {
    std::vector<std::string> mentions;
    for (const LocalMention& mention : found_.mentions) {
      for (const LocalName& own : found_.entities[static_cast<size_t>(mention.entity)].names) {
        if (own.text != name) continue;
        const text::Span body = context_->reading.ToBody(mention.span);
        mentions.push_back(text::EncodeUtf8(text::Slice(context_->body, body)));
      }
    }
    return mentions;
  }

  const LocalEntity* Entity(const std::string& name) const {
    for (const LocalEntity& entity : found_.entities) {
      for (const LocalName& own : entity.names) {
        if (own.text == name) return &entity;
      }
    }
    return nullptr;
  }

  static inline std::unique_ptr<text::Segmenter> shared_segmenter;
  static inline std::unique_ptr<EntityRecognizer> shared_recognizer;
  std::unique_ptr<ArticleContext> context_;
  DocumentEntities found_;
};

TEST_F(EntityRecognizerTest, DashesOfAllKindsAreOneName) {
  Read("中国—非洲博览会昨天开幕。中国－非洲博览会上，客商云集。");
  EXPECT_THAT(MentionsOf("中国—非洲博览会"), ElementsAre("中国—非洲博览会", "中国－非洲博览会"));
}

TEST_F(EntityRecognizerTest, IntroducedShortNamesAreOneEntity) {
  Read("武汉光电信息研究院（以下简称“光电院”）昨日成立。光电院院长周文涛说，光电院将招收百人。");
  EXPECT_THAT(MentionsOf("武汉光电信息研究院"),
              ElementsAre("武汉光电信息研究院", "光电院", "光电院", "光电院"));
  const LocalEntity* const entity = Entity("光电院");
  ASSERT_NE(entity, nullptr);
  EXPECT_EQ(entity->names[0].text, "武汉光电信息研究院");
  EXPECT_EQ(entity->names[1].kind, v1::ALIAS_KIND_ABBREVIATION);
}

TEST_F(EntityRecognizerTest, ShortTitlesStayInTheirArticle) {
  Read("省里印发《湖滨省数据流通条例》（以下简称《条例》）。《条例》自明年起施行。");
  const LocalEntity* const entity = Entity("湖滨省数据流通条例");
  ASSERT_NE(entity, nullptr);
  EXPECT_EQ(entity->type, v1::ENTITY_TYPE_POLICY);
  ASSERT_EQ(entity->names.size(), 2u);
  EXPECT_EQ(entity->names[1].text, "条例");
  EXPECT_TRUE(entity->names[1].document_scoped);
  EXPECT_THAT(MentionsOf("条例"), ElementsAre("湖滨省数据流通条例", "条例", "条例"));
}

TEST_F(EntityRecognizerTest, TheBareEndingOfAPlaceIsThePlaceBeforeIt) {
  Read("苏州科学城和未来科学城都在扩建。院长说，团队去年入驻苏州科学城，是科学城的第一家租户。");
  EXPECT_THAT(MentionsOf("苏州科学城"), ElementsAre("苏州科学城", "苏州科学城", "科学城"));
  EXPECT_TRUE(Entity("科学城")->names.back().document_scoped);
  // Its name may stand in a longer one only.
  Read("怀柔科学城管委会昨日介绍，大学迁来以后，师生成为科学城的活水。");
  EXPECT_THAT(MentionsOf("怀柔科学城"), ElementsAre("科学城"));
}

TEST_F(EntityRecognizerTest, ABareEndingThatMeansTwoPlacesOrNoneIsNoName) {
  Read("团队入驻怀柔科学城。科学城很大。企业入驻苏州科学城。科学城也很大。");
  EXPECT_EQ(Entity("科学城"), nullptr);
  Read("科学城很大，人也很多。怀柔科学城更大。");
  EXPECT_EQ(Entity("科学城"), nullptr);
  Read("昨天说到怀柔科学城。两国要建设更加包容的科学城。");
  EXPECT_EQ(Entity("科学城"), nullptr);
}

TEST_F(EntityRecognizerTest, ABarePhaseIsThatOfTheOneSite) {
  Read("东湖生命科学园三期正在规划。园区分三期建设，三期面积四平方公里。新药进入三期临床。");
  EXPECT_THAT(MentionsOf("东湖生命科学园三期"), ElementsAre("东湖生命科学园三期", "三期"));
}

TEST_F(EntityRecognizerTest, DerivedShortFormsJoin) {
  Read("南京脑科学与类脑研究中心今年迁址。南京脑科学中心的团队已经到位。");
  EXPECT_THAT(MentionsOf("南京脑科学与类脑研究中心"),
              ElementsAre("南京脑科学与类脑研究中心", "南京脑科学中心"));
}

TEST_F(EntityRecognizerTest, DictionariesJoinStandardAbbreviations) {
  Read("中国科学院在怀柔区建所。中科院的团队进驻怀柔。");
  EXPECT_THAT(MentionsOf("中国科学院"), ElementsAre("中国科学院", "中科院"));
  EXPECT_THAT(MentionsOf("怀柔"), ElementsAre("怀柔区", "怀柔"));
}

TEST_F(EntityRecognizerTest, ANameFoundOnceIsKnownEverywhere) {
  Read("总经理孟知秋表示满意。会后，大家陪孟知秋看了厂房。");
  EXPECT_THAT(MentionsOf("孟知秋"), ElementsAre("孟知秋", "孟知秋"));
}

TEST_F(EntityRecognizerTest, MentionsAreFlatOrderedAndLongest) {
  Read("中国科学院力学研究所引力波实验中心位于北京市怀柔区，由北京市科委、中关村管委会支持。");
  uint32_t end = 0;
  for (const LocalMention& mention : found_.mentions) {
    EXPECT_GE(mention.span.begin, end);
    end = mention.span.end;
  }
  EXPECT_THAT(MentionsOf("中国科学院力学研究所引力波实验中心"),
              ElementsAre("中国科学院力学研究所引力波实验中心"));
  EXPECT_EQ(Entity("中国科学院"), nullptr);
}

TEST_F(EntityRecognizerTest, TraditionalTextNamesTheSameThings) {
  Read("臺灣大學與國際奧委會舉行會談，董事長陳國強出席。");
  const LocalEntity* const person = Entity("陈国强");
  ASSERT_NE(person, nullptr);
  EXPECT_THAT(MentionsOf("陈国强"), ElementsAre("陳國強"));
  EXPECT_THAT(MentionsOf("国际奥委会"), ElementsAre("國際奧委會"));
}

TEST_F(EntityRecognizerTest, NamesAcrossHardLineBreaksAreFound) {
  Read(
      "昨日上午,双方在洽谈会上就芯片产线项目正式签约,项目\n"
      "一期投资过亿元,二期将在明年开工,投资方是来自武汉的启\n"
      "明光电(武汉)有限公司,产品供给当地的整车工厂和相关企\n"
      "业使用。");
  EXPECT_THAT(MentionsOf("启明光电(武汉)有限公司"), ElementsAre("启\n明光电(武汉)有限公司"));
}

TEST_F(EntityRecognizerTest, PlainProseHasNoEntities) {
  Read("企业要加大研发投入，完善公共服务平台，推动科技服务业和医药健康产业发展。");
  EXPECT_TRUE(found_.entities.empty())
      << (found_.entities.empty() ? "" : found_.entities[0].names[0].text);
}

TEST_F(EntityRecognizerTest, LatinShortNamesJoin) {
  Read("深圳同步辐射光源HALO今年开工，HALO将向全球开放。");
  EXPECT_THAT(MentionsOf("HALO"), ElementsAre("深圳同步辐射光源HALO", "HALO"));
}

TEST_F(EntityRecognizerTest, EveryMentionHasAnEntityWithNames) {
  Read("据新华社东京6月3日电，日本首相访问美国，会见总统埃里克·霍夫曼。");
  ASSERT_FALSE(found_.mentions.empty());
  for (const LocalMention& mention : found_.mentions) {
    ASSERT_GE(mention.entity, 0);
    ASSERT_LT(static_cast<size_t>(mention.entity), found_.entities.size());
    EXPECT_FALSE(found_.entities[static_cast<size_t>(mention.entity)].names.empty());
  }
  EXPECT_THAT(MentionsOf("埃里克·霍夫曼"), ElementsAre("埃里克·霍夫曼"));
}

TEST_F(EntityRecognizerTest, DescriptionsAreTheWordsBehindIs) {
  Read("启明光电有限公司是一家做激光芯片的企业，总部在武汉。");
  const std::vector<EntityDescription> descriptions = DescribeEntities(*context_, found_);
  ASSERT_EQ(descriptions.size(), 1u);
  EXPECT_EQ(descriptions[0].text, "一家做激光芯片的企业");
  EXPECT_EQ(text::EncodeUtf8(context_->reading.Text(descriptions[0].clause)),
            "启明光电有限公司是一家做激光芯片的企业");
}

TEST_F(EntityRecognizerTest, EditionsOfEventsAreTheEvent) {
  Read("南湖市政府主办的“江边夜话”——第七届南湖国际科技论坛昨日开幕。南湖国际科技论坛每年一届。");
  EXPECT_THAT(MentionsOf("第七届南湖国际科技论坛"),
              ElementsAre("江边夜话", "第七届南湖国际科技论坛", "南湖国际科技论坛"));
  const LocalEntity* const event = Entity("第七届南湖国际科技论坛");
  ASSERT_NE(event, nullptr);
  EXPECT_EQ(event->type, v1::ENTITY_TYPE_EVENT);
}

TEST_F(EntityRecognizerTest, BracketedLatinSpellsThePerson) {
  Read("会见了总裁雅各布·霍夫曼（Jakob Hoffmann）。霍尔格·迈尔（CEO）也出席。");
  EXPECT_THAT(MentionsOf("雅各布·霍夫曼"), ElementsAre("雅各布·霍夫曼", "Jakob Hoffmann"));
  const LocalEntity* const person = Entity("Jakob Hoffmann");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person->names[1].kind, v1::ALIAS_KIND_TRANSLATION);
  EXPECT_EQ(Entity("CEO"), nullptr);
}

TEST_F(EntityRecognizerTest, ACountryBeforeLettersIsNoAlias) {
  Read("产品获得欧盟EMA和美国FDA批准，正在申请中国NMPA的批准。");
  const LocalEntity* const agency = Entity("EMA");
  ASSERT_NE(agency, nullptr);
  EXPECT_EQ(agency->type, v1::ENTITY_TYPE_ORGANIZATION);
  EXPECT_THAT(MentionsOf("EMA"), ElementsAre("EMA"));
  EXPECT_THAT(MentionsOf("欧盟"), ElementsAre("欧盟"));
}

TEST_F(EntityRecognizerTest, QuotedProjectsAreKnownByTheQuote) {
  Read("湖滨区实施“新芽”计划。记者走进“新芽”，看到了厂房。");
  EXPECT_THAT(MentionsOf("“新芽”计划"), ElementsAre("“新芽”计划", "新芽"));
}

TEST_F(EntityRecognizerTest, ABracketExplainsTheWordsBeforeIt) {
  Read("有十个项目进入绿色通道（即重大装备研发特别审查程序）。绿色通道今年扩大。");
  EXPECT_THAT(MentionsOf("重大装备研发特别审查程序"),
              ElementsAre("绿色通道", "重大装备研发特别审查程序", "绿色通道"));
}

TEST_F(EntityRecognizerTest, LettersInBracketsIntroduceATechnology) {
  Read("两家公司都在做脑机接口（BCI），BCI很热。");
  EXPECT_THAT(MentionsOf("脑机接口"), ElementsAre("脑机接口", "BCI", "BCI"));
}

TEST_F(EntityRecognizerTest, TechnologiesCountUnderAllTheirNames) {
  std::string article;
  for (int i = 0; i < 5; ++i) article += "工厂采用了通用人工智能。车间里都是AGI。";
  Read(article);
  EXPECT_EQ(MentionsOf("通用人工智能").size(), 10u);
  EXPECT_EQ(Entity("人工智能"), nullptr);
}

TEST_F(EntityRecognizerTest, MissingDataIsReported) {
  const auto recognizer = EntityRecognizer::Create(*shared_segmenter, "/nonexistent");
  EXPECT_FALSE(recognizer.ok());
}

}  // namespace
}  // namespace yinzheng::knowledge
