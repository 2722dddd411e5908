// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/houses.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/data_dir.h"
#include "indexer/text/segmenter.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class HousesTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    shared_segmenter = *text::Segmenter::Create();
    shared_recognizer = *EntityRecognizer::Create(*shared_segmenter, *base::DataDir());
    shared_rules = new FactRules(*FactRules::Load(*base::DataDir() + "/knowledge"));
  }
  static void TearDownTestSuite() {
    delete shared_rules;
    shared_recognizer.reset();
    shared_segmenter.reset();
  }

  // The entities of `utf8` that have no mention: their names, and where the first one stands.
  static std::vector<std::string> Houses(std::string_view utf8,
                                         const KnowledgePack* pack = nullptr) {
    const std::u32string body = text::DecodeUtf8(utf8);
    text::Reading reading(body);
    std::vector<text::Token> tokens = shared_segmenter->Segment(reading.text());
    const ArticleContext context{nullptr, nullptr, body, std::move(reading), std::move(tokens), {}};
    DocumentEntities found = shared_recognizer->Recognize(context, pack);
    const size_t count = found.entities.size();
    AddHouses(context.reading, *shared_rules, *shared_recognizer, pack, found);
    std::vector<std::string> houses;
    for (size_t i = count; i < found.entities.size(); ++i) {
      std::vector<std::string> names;
      for (const LocalName& name : found.entities[i].names) names.push_back(name.text);
      EXPECT_EQ(text::EncodeUtf8(
                    text::Slice(context.reading.text(), found.entities[i].names[0].introduced)),
                names[0]);
      houses.push_back(absl::StrCat(absl::StrJoin(names, ","), "=", found.entities[i].identity));
    }
    return houses;
  }

  static inline std::unique_ptr<text::Segmenter> shared_segmenter;
  static inline std::unique_ptr<EntityRecognizer> shared_recognizer;
  static inline const FactRules* shared_rules = nullptr;
};

TEST_F(HousesTest, LongNamesNameTheirHouses) {
  EXPECT_THAT(Houses("中国科学院光学研究所激光实验中心昨天挂牌。"),
              ElementsAre("中国科学院光学研究所=中国科学院光学研究所", "中国科学院=中国科学院"));
}

TEST_F(HousesTest, AHouseThatIsMentionedIsAnEntityAlready) {
  EXPECT_THAT(Houses("中国科学院昨天说，中国科学院光学研究所将扩建。"), IsEmpty());
}

TEST_F(HousesTest, WhatOnlySeemsToEndANameIsNoHouse) {
  EXPECT_THAT(Houses("武汉大学生创业中心开业，武汉东湖学院路派出所协助。"), IsEmpty());
}

TEST_F(HousesTest, APackKnowsWhoseNameItIs) {
  PackContents contents;
  contents.entities = {{U"青州光学研究总院", v1::ENTITY_TYPE_COMPANY}};
  contents.names = {{U"青州光学研究总院", {{0, v1::ALIAS_KIND_CANONICAL, {}}}},
                    {U"青州光学研究院", {{0, v1::ALIAS_KIND_FORMER_NAME, {}}}}};
  const KnowledgePack pack(std::move(contents));
  EXPECT_THAT(Houses("青州光学研究院激光实验中心昨天挂牌。", &pack),
              ElementsAre("青州光学研究院=青州光学研究总院"));
}

}  // namespace
}  // namespace yinzheng::knowledge
