// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Corrections over a small real index: what is proposed, and what is left alone.

#include "indexer/store/correction_reader.h"

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
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
using store::testing::SharedSegmenter;
using store::testing::TempIndex;
using ::testing::ElementsAreArray;
using yinzheng::testing::StatusIs;

class CorrectionReaderTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    TempIndex index;
    const auto add = [&](const std::string& name, int mentions) {
      yinzheng::v1::Entity entity = MakeEntity(absl::StrCat("entities/", NameKey(name)), name,
                                               yinzheng::v1::ENTITY_TYPE_PLACE);
      entity.set_mention_count(mentions);
      index.AddEntity(entity);
    };
    add("亦庄", 30);
    add("怀柔科学城", 12);
    add("未来科学城", 9);
    add("Huawei", 5);
    add("人工智能", 20);
    // Like a word of the query language, and like a word that has a variant in the terms.
    add("Datu", 4);
    add("标提", 4);
    add("筑明", 4);
    for (int i = 0; i < 12; ++i) {
      index.AddArticle(
          MakeArticle(absl::StrCat("articles/", i), "亦庄纪事",
                      "亦庄的人口不多，怀柔科学城和未来科学城也一样。Huawei 在这里谈人工智能。"
                      "Datu 路过著名的筑明，标提也来了。"));
    }
    snapshot = *index.Publish();
    shapes = text::ShapeVariants::Create()->release();
  }
  static void TearDownTestSuite() {
    snapshot.reset();
    delete shapes;
  }

  static CorrectionRules Rules() { return {SharedSegmenter(), SharedPinyinReader(), *shapes}; }

  static std::shared_ptr<const IndexSnapshot> snapshot;
  static const text::ShapeVariants* shapes;
};

std::shared_ptr<const IndexSnapshot> CorrectionReaderTest::snapshot;
const text::ShapeVariants* CorrectionReaderTest::shapes = nullptr;

TEST_F(CorrectionReaderTest, CorrectsQueries) {
  const struct {
    const char* query;
    std::vector<std::string> corrected;
  } rows[] = {
      {"亦装", {"亦庄"}},                          // homophone
      {"怀揉科学城", {"怀柔科学城"}},              // homophone inside a longer name
      {"末来科学城", {"未来科学城"}},              // alike in shape
      {"亦装人口", {"亦庄人口"}},                  // the rest stays
      {"title:亦装 -人口", {"title:亦庄 -人口"}},  // fields and operators stay
      {"date>=2030 亦装", {"date>=2030 亦庄"}},
      {"标题：亦装", {"标题：亦庄"}},
      {"亦装 邻近/5 人口", {"亦庄 邻近/5 人口"}},
      {"亦装 末来科学城", {"亦庄 未来科学城"}},  // several parts
      {"亦裝", {"亦庄"}},                        // Traditional
      {"yizhuang", {"亦庄"}},                    // pinyin
      {"yizhaung", {"亦庄"}},                    // mistyped pinyin
      {"Huawie", {"Huawei"}},                    // transposed letters
      {"Hauwei 人口", {"Huawei 人口"}},
      {"亦庄", {}},  // a name
      {"人口", {}},  // a word of the passages
      {"Huawei", {}},
      {"NEAR", {}},
      {"date>=2030", {}},
      {"DATE＞2030", {}},
      {"标题：人口", {}},
      {"著名", {}},      // indexed as 着名
      {"电话号码", {}},  // nothing alike
      {"", {}},
      {"\"", {}},
  };
  for (const auto& row : rows) {
    const auto corrected = snapshot->corrections().ForQuery(row.query, Rules(), 3);
    YZ_ASSERT_OK(corrected.status());
    EXPECT_THAT(*corrected, ElementsAreArray(row.corrected)) << row.query;
  }
}

TEST_F(CorrectionReaderTest, CorrectsBeginnings) {
  const struct {
    const char* typed;
    std::vector<std::string> meant;
  } rows[] = {
      {"亦装", {"亦庄"}},     {"怀揉科", {"怀柔科"}}, {"末来", {"未来"}}, {"Huawie", {"Huawei"}},
      {"yizhaung", {"亦庄"}}, {"电话号码", {}},       {"亦", {}},         {"", {}},
  };
  for (const auto& row : rows) {
    const text::TypedName typed(text::DecodeUtf8(NameKey(row.typed)), SharedPinyinReader());
    const auto meant = snapshot->corrections().ForBeginning(typed, Rules(), 3);
    YZ_ASSERT_OK(meant.status());
    EXPECT_THAT(*meant, ElementsAreArray(row.meant)) << row.typed;
  }
}

TEST_F(CorrectionReaderTest, StopsWhenTimeIsUp) {
  SearchControl late;
  late.deadline = absl::InfinitePast();
  EXPECT_THAT(snapshot->corrections().ForQuery("亦装", Rules(), 3, late),
              StatusIs(absl::StatusCode::kDeadlineExceeded));
  SearchControl cancelled;
  cancelled.cancelled = [] { return true; };
  for (const char* query : {"亦装", "yizhaung"}) {
    EXPECT_THAT(snapshot->corrections().ForQuery(query, Rules(), 3, cancelled),
                StatusIs(absl::StatusCode::kCancelled));
  }
}

// Whatever is typed costs a bounded number of lookups and never fails.
TEST_F(CorrectionReaderTest, OddQueriesAreLeftAlone) {
  std::string sentence;
  for (int i = 0; i < 200; ++i) sentence += "乐行末己";
  std::string letters(900, 'z');
  for (const std::string& query :
       {sentence, letters, std::string("\xF0\xA0\xAE\xB7\xF0\xA0\xAE\xB7"), std::string("::::")}) {
    YZ_EXPECT_OK(snapshot->corrections().ForQuery(query, Rules(), 3).status());
  }
}

}  // namespace
}  // namespace yinzheng::store
