// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What Suggest answers, and what Search proposes where it finds little.

#include "services/search/suggest_handler.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/text/shape_variants.h"
#include "services/record/testing/served_index.h"
#include "services/search/search_handler.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::services {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SuggestHandlerTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    index = new ServedIndex();
    shapes = text::ShapeVariants::Create()->release();
    v1::Entity entity =
        store::testing::MakeEntity("entities/1", "亦庄", v1::ENTITY_TYPE_PLACE, {"北京亦庄"});
    entity.set_mention_count(7);
    index->content().AddEntity(entity);
    for (int i = 0; i < 5; ++i) {
      index->content().AddArticle(store::testing::MakeArticle(
          absl::StrCat("articles/", i), absl::StrCat("亦庄见闻之", i), "亦庄的工厂今年扩建。"));
    }
    index->Publish();
  }
  static void TearDownTestSuite() {
    delete index;
    delete shapes;
  }

  static store::CorrectionRules Rules() {
    return {store::testing::SharedSegmenter(), store::testing::SharedPinyinReader(), *shapes};
  }

  static v1::SuggestResponse Suggest(const std::string& prefix, int limit = 0) {
    v1::SuggestRequest request;
    request.set_prefix(prefix);
    request.set_limit(limit);
    return *SuggestHandler(index->manager(), Rules()).Suggest(RequestContext::Unlimited(), request);
  }

  static v1::SearchResponse Search(const std::string& query) {
    const SearchHandler handler(index->manager(), ServedIndex::Compiler(),
                                store::testing::SharedAnalyzer(), Rules());
    v1::SearchRequest request;
    request.set_query(query);
    return *handler.Search(RequestContext::Unlimited(), request);
  }

  static ServedIndex* index;
  static const text::ShapeVariants* shapes;
};

ServedIndex* SuggestHandlerTest::index = nullptr;
const text::ShapeVariants* SuggestHandlerTest::shapes = nullptr;

TEST_F(SuggestHandlerTest, SaysKindMatchAndCount) {
  const v1::SuggestResponse response = Suggest("yizhuang", 1);
  ASSERT_EQ(response.suggestions_size(), 1);
  const v1::Suggestion& suggestion = response.suggestions(0);
  EXPECT_EQ(suggestion.text(), "亦庄");
  EXPECT_EQ(suggestion.kind(), v1::SUGGESTION_KIND_ENTITY);
  EXPECT_EQ(suggestion.match(), v1::SUGGESTION_MATCH_PINYIN);
  EXPECT_EQ(suggestion.resource(), "entities/1");
  EXPECT_EQ(suggestion.count(), 7);
  EXPECT_EQ(suggestion.matched().end(), 2);
  EXPECT_FALSE(response.generation().id().empty());
  EXPECT_EQ(Suggest("亦庄").suggestions_size(), 6);
  EXPECT_EQ(Suggest("yz").suggestions(0).match(), v1::SUGGESTION_MATCH_INITIALS);
}

TEST_F(SuggestHandlerTest, ProposesOnlyWhereNothingIsFound) {
  EXPECT_THAT(Suggest("亦庄").did_you_mean(), IsEmpty());
  const v1::SuggestResponse response = Suggest("亦装");
  EXPECT_THAT(response.suggestions(), IsEmpty());
  EXPECT_THAT(response.did_you_mean(), ElementsAre("亦庄"));
}

TEST_F(SuggestHandlerTest, SearchProposesWhatFindsMore) {
  EXPECT_THAT(Search("亦庄").did_you_mean(), IsEmpty());
  const v1::SearchResponse little = Search("亦装");
  EXPECT_THAT(little.results(), IsEmpty());
  EXPECT_THAT(little.did_you_mean(), ElementsAre("亦庄"));
  EXPECT_THAT(Search("yizhuang").did_you_mean(), ElementsAre("亦庄"));
  EXPECT_THAT(Search("亦装 -工厂").did_you_mean(), IsEmpty()) << "nothing more is found by it";
  EXPECT_THAT(Search("").did_you_mean(), IsEmpty());
}

}  // namespace
}  // namespace yinzheng::services
