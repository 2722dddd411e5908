// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Completions over a small real index: what is found by what is typed, and in which order.

#include "indexer/store/suggestion_reader.h"

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/store/name_key.h"
#include "indexer/store/testing/temp_index.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using store::testing::MakeArticle;
using store::testing::MakeEntity;
using store::testing::SharedPinyinReader;
using store::testing::TempIndex;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

class SuggestionReaderTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    TempIndex index;
    const auto add = [&](const std::string& name, yinzheng::v1::EntityType type, int mentions,
                         const std::vector<std::string>& aliases = {}) {
      yinzheng::v1::Entity entity =
          MakeEntity(absl::StrCat("entities/", NameKey(name)), name, type, aliases);
      entity.set_mention_count(mentions);
      index.AddEntity(entity);
    };
    add("北京", yinzheng::v1::ENTITY_TYPE_PLACE, 90, {"北京市"});
    add("北京大学", yinzheng::v1::ENTITY_TYPE_ORGANIZATION, 20, {"北大"});
    add("北方电信", yinzheng::v1::ENTITY_TYPE_COMPANY, 50);
    add("背景墙", yinzheng::v1::ENTITY_TYPE_PRODUCT, 1);
    add("重庆", yinzheng::v1::ENTITY_TYPE_PLACE, 8);
    add("绿色中心", yinzheng::v1::ENTITY_TYPE_FACILITY, 2);
    add("单田芳", yinzheng::v1::ENTITY_TYPE_PERSON, 3);
    add("Beidou Lab", yinzheng::v1::ENTITY_TYPE_ORGANIZATION, 4);
    for (int i = 0; i < 4; ++i) {
      v1::ArticleRecord record =
          MakeArticle(absl::StrCat("articles/", i), i < 2 ? "北京的秋天" : "《長城》脚下",
                      "市里的城市更新项目今年动工。");
      record.mutable_article()->mutable_published()->set_earliest(absl::StrCat("2024-01-0", i + 1));
      index.AddArticle(record);
    }
    snapshot = *index.Publish();
  }
  static void TearDownTestSuite() { snapshot.reset(); }

  static std::vector<FoundSuggestion> Find(const std::string& typed, size_t limit = 10) {
    const text::TypedName name(text::DecodeUtf8(NameKey(typed)), SharedPinyinReader());
    return *snapshot->suggestions().Complete(name, SharedPinyinReader(), limit);
  }

  static std::vector<std::string> Texts(const std::string& typed, size_t limit = 10) {
    std::vector<std::string> texts;
    for (const FoundSuggestion& found : Find(typed, limit)) texts.push_back(found.record.text());
    return texts;
  }

  static std::shared_ptr<const IndexSnapshot> snapshot;
};

std::shared_ptr<const IndexSnapshot> SuggestionReaderTest::snapshot;

TEST_F(SuggestionReaderTest, FindsByWhateverIsTyped) {
  const struct {
    const char* typed;
    std::vector<std::string> texts;
  } rows[] = {
      {"北京", {"北京", "北京大学", "北京的秋天"}},
      {"北大", {"北大"}},
      {"beijing", {"北京", "北京大学", "北京的秋天", "背景墙"}},
      {"Běi jīng dà", {"北京大学"}},
      {"bj", {"北京", "北京大学", "北京的秋天", "背景墙"}},
      {"bjdx", {"北京大学"}},
      {"beijing大学", {"北京大学"}},
      {"北京dx", {"北京大学"}},
      {"bei", {"Beidou Lab", "北京", "北方电信", "北京大学", "北京的秋天", "背景墙"}},
      {"chongqing", {"重庆"}},
      {"zhongqing", {}},
      {"luse", {"绿色中心"}},
      {"lvse", {"绿色中心"}},
      {"shantian", {"单田芳"}},
      {"長城", {"《長城》脚下"}},
      {"长城", {"《長城》脚下"}},
      {"cc", {"《長城》脚下"}},
      {"csgx", {"城市更新项目"}},
      {"城市", {"城市更新项目"}},
      {"没有这样的", {}},
      {"bjdxx", {}},
      {"，", {}},
  };
  for (const auto& row : rows) {
    EXPECT_THAT(Texts(row.typed), ElementsAreArray(row.texts)) << row.typed;
  }
}

TEST_F(SuggestionReaderTest, SaysWhatItIsAndHowItMatched) {
  const std::vector<FoundSuggestion> by_letters = Find("changcheng");
  ASSERT_EQ(by_letters.size(), 1U);
  EXPECT_EQ(by_letters[0].fit, text::TypedFit::kPinyin);
  EXPECT_EQ(by_letters[0].matched, (text::Span{1, 3}));  // Inside the title marks.
  EXPECT_EQ(by_letters[0].record.kind(), yinzheng::v1::SUGGESTION_KIND_TITLE);
  EXPECT_EQ(by_letters[0].record.resource(), "articles/3") << "the latest of those with the title";
  EXPECT_EQ(by_letters[0].record.count(), 2);
  const std::vector<FoundSuggestion> phrase = Find("城市gx");
  ASSERT_EQ(phrase.size(), 1U);
  EXPECT_EQ(phrase[0].fit, text::TypedFit::kMixed);
  EXPECT_EQ(phrase[0].record.kind(), yinzheng::v1::SUGGESTION_KIND_PHRASE);
  EXPECT_EQ(phrase[0].record.count(), 4);
  EXPECT_EQ(phrase[0].record.resource(), "");
}

TEST_F(SuggestionReaderTest, ExactBeginningsComeBeforePinyinThenTheMostFrequent) {
  EXPECT_THAT(Texts("be", 3), ElementsAre("Beidou Lab", "北京", "北方电信"));
  EXPECT_THAT(Texts("北", 3), ElementsAre("北京", "北方电信", "北京大学"));
  EXPECT_THAT(Texts("北", 0), IsEmpty());
}

TEST_F(SuggestionReaderTest, AnEntityIsSuggestedOnce) {
  for (const std::string& text : Texts("beijing")) EXPECT_NE(text, "北京市");
  EXPECT_THAT(Texts("北京市"), ElementsAre("北京市"));
}

}  // namespace
}  // namespace yinzheng::store
