// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/fact_facets.h"

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/store/fact_reader.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/query_compiler.h"
#include "indexer/store/testing/temp_index.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using store::testing::MakeArticle;
using store::testing::MakeEntity;
using store::testing::SharedAnalyzer;
using store::testing::SharedSegmenter;
using store::testing::TempIndex;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using yinzheng::testing::IsOk;
using yinzheng::v1::Fact;
using yinzheng::v1::FactFacet;
using yinzheng::v1::FactFacetField;

Fact MakeFact(const std::string& id, const std::string& subject, const std::string& property) {
  Fact fact;
  fact.set_name("facts/" + id);
  const bool is_entity = subject.rfind("entities/", 0) == 0;
  if (is_entity) fact.mutable_subject()->set_entity(subject);
  fact.mutable_subject()->set_display_name(is_entity ? "某馆" : subject);
  fact.set_property(property);
  fact.set_modality(yinzheng::v1::MODALITY_ASSERTED);
  fact.set_origin(yinzheng::v1::FACT_ORIGIN_EXTRACTED);
  return fact;
}

void SetAmount(Fact& fact, const std::string& amount, const std::string& unit) {
  fact.mutable_quantity()->set_amount(amount);
  fact.mutable_quantity()->set_unit(unit);
}

void SetTime(yinzheng::v1::DateValue& time, const std::string& earliest,
             const std::string& latest) {
  time.set_earliest(earliest);
  time.set_latest(latest);
}

yinzheng::v1::EntityRef& Cite(Fact& fact, const std::string& article) {
  yinzheng::v1::Citation& citation = *fact.add_citations();
  citation.set_article(article);
  citation.set_quote("一句话");
  return *citation.mutable_attribution()->mutable_speaker();
}

std::vector<Fact> Facts() {
  std::vector<Fact> facts;
  // Three wordings of one property, two of them twice.
  const char* wordings[] = {"藏书量", "馆藏图书数", "藏书数", "馆藏图书数", "藏书量"};
  for (int i = 0; i < 5; ++i) {
    Fact& fact =
        facts.emplace_back(MakeFact(absl::StrCat("books", i), "entities/hall", wordings[i]));
    fact.set_property_id("book_count");
    SetAmount(fact, absl::StrCat(1000 + i), "册");
    SetTime(*fact.mutable_time(), absl::StrCat(2019 + i / 2, "-01-01"),
            absl::StrCat(2019 + i / 2, "-12-31"));
    Cite(fact, "articles/a");
  }
  // One name in two prints; a year that is not one year; a plan.
  Fact& loose = facts.emplace_back(MakeFact("loose", "《流动车》", "停靠点数"));
  SetAmount(loose, "12", "");
  SetTime(*loose.mutable_time(), "2020-06-01", "2021-05-31");
  Cite(loose, "articles/b").set_display_name("馆员 甲");
  Fact& again = facts.emplace_back(MakeFact("again", "流动车", "停靠点数"));
  SetAmount(again, "15", "处");
  again.set_modality(yinzheng::v1::MODALITY_PLANNED);
  SetTime(*again.mutable_time(), "2021-01-01", "");
  Cite(again, "articles/b").set_display_name("馆员甲");
  Cite(again, "articles/a").set_entity("entities/hall");  // Not the first: not counted.
  Fact& opened = facts.emplace_back(MakeFact("opened", "entities/gone", "启用时间"));
  opened.set_origin(yinzheng::v1::FACT_ORIGIN_CURATED);
  SetTime(*opened.mutable_date(), "2018-03-01", "2018-03-31");
  SetTime(*opened.mutable_time(), "2022-01-01", "2022-12-31");
  Cite(opened, "articles/lost").set_entity("entities/hall");
  return facts;
}

// `value=display*count`, in order.
std::vector<std::string> Rows(const FactFacet& facet) {
  std::vector<std::string> rows;
  for (const yinzheng::v1::FactFacetCount& row : facet.counts()) {
    rows.push_back(absl::StrCat(row.value(), "=", row.display_name(), "*", row.count()));
  }
  return rows;
}

class FactFacetsTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    suite_index = new TempIndex();
    suite_index->AddEntity(
        MakeEntity("entities/hall", "江城图书馆", yinzheng::v1::ENTITY_TYPE_ORGANIZATION));
    suite_index->AddArticle(MakeArticle("articles/a", "图书馆一年", "馆里添了书。"));
    suite_index->AddArticle(MakeArticle("articles/b", "流动的书架", "车开到村里。"));
    for (const Fact& fact : Facts()) suite_index->AddFact(fact);
    auto snapshot = suite_index->Publish();
    ASSERT_THAT(snapshot, IsOk());
    suite_snapshot = new std::shared_ptr<const IndexSnapshot>(*std::move(snapshot));
  }
  static void TearDownTestSuite() {
    delete suite_snapshot;
    delete suite_index;
  }

  static FoundFacts Search(const FactQuery& query) {
    auto found = (*suite_snapshot)->facts().Search(query);
    EXPECT_THAT(found, IsOk());
    return found.ok() ? *std::move(found) : FoundFacts();
  }

  static std::vector<std::string> Counted(FactFacetField field, FactQuery query = {}) {
    query.facets = {field};
    const FoundFacts found = Search(query);
    EXPECT_THAT(found.facets, SizeIs(1));
    EXPECT_EQ(found.facets.at(0).field(), field);
    return Rows(found.facets.at(0));
  }

  static inline TempIndex* suite_index = nullptr;
  static inline std::shared_ptr<const IndexSnapshot>* suite_snapshot = nullptr;
};

TEST_F(FactFacetsTest, CountsEveryField) {
  EXPECT_THAT(Counted(yinzheng::v1::FACT_FACET_FIELD_SUBJECT),
              ElementsAre("entities/hall=江城图书馆*5", "《流动车》=《流动车》*2",
                          "entities/gone=entities/gone*1"));
  EXPECT_THAT(Counted(yinzheng::v1::FACT_FACET_FIELD_PROPERTY),
              ElementsAre("book_count=藏书量*5", "停靠点数=停靠点数*2", "启用时间=启用时间*1"));
  EXPECT_THAT(Counted(yinzheng::v1::FACT_FACET_FIELD_KIND),
              ElementsAre("FACT_KIND_QUANTITY=QUANTITY*7", "FACT_KIND_DATE=DATE*1"));
  EXPECT_THAT(Counted(yinzheng::v1::FACT_FACET_FIELD_UNIT), ElementsAre("册=册*5", "处=处*1"));
  EXPECT_THAT(Counted(yinzheng::v1::FACT_FACET_FIELD_ARTICLE),
              ElementsAre("articles/a=图书馆一年*5", "articles/b=流动的书架*2",
                          "articles/lost=articles/lost*1"));
  EXPECT_THAT(Counted(yinzheng::v1::FACT_FACET_FIELD_SPEAKER),
              ElementsAre("馆员 甲=馆员 甲*2", "entities/hall=江城图书馆*1"));
  // Of a date the year is the date's own; an open time is in no one year.
  EXPECT_THAT(Counted(yinzheng::v1::FACT_FACET_FIELD_YEAR),
              ElementsAre("2019=2019*2", "2020=2020*2", "2018=2018*1", "2021=2021*1"));
  EXPECT_THAT(Counted(yinzheng::v1::FACT_FACET_FIELD_MODALITY),
              ElementsAre("MODALITY_ASSERTED=ASSERTED*7", "MODALITY_PLANNED=PLANNED*1"));
  EXPECT_THAT(Counted(yinzheng::v1::FACT_FACET_FIELD_ORIGIN),
              ElementsAre("FACT_ORIGIN_EXTRACTED=EXTRACTED*7", "FACT_ORIGIN_CURATED=CURATED*1"));
}

TEST_F(FactFacetsTest, CountsWhatTheConditionsAdmit) {
  FactQuery query;
  query.properties = {"停靠点数"};
  EXPECT_THAT(Counted(yinzheng::v1::FACT_FACET_FIELD_MODALITY, query),
              ElementsAre("MODALITY_ASSERTED=ASSERTED*1", "MODALITY_PLANNED=PLANNED*1"));
  query.properties = {"无此属性"};
  EXPECT_THAT(Counted(yinzheng::v1::FACT_FACET_FIELD_KIND, query), IsEmpty());
  // Counts of a field are the totals of the searches for its values.
  for (const std::string property : {"book_count", "停靠点数", "启用时间"}) {
    FactQuery one;
    one.properties = {property};
    const FoundFacts found = Search(one);
    EXPECT_THAT(Counted(yinzheng::v1::FACT_FACET_FIELD_PROPERTY, one), SizeIs(1)) << property;
    EXPECT_EQ(found.total, property == "book_count" ? 5U : property == "停靠点数" ? 2U : 1U);
  }
}

TEST_F(FactFacetsTest, AreTheSameForEveryPageAndOrder) {
  YZ_ASSERT_OK_AND_ASSIGN(const auto compiler,
                          QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter()));
  for (const char* words : {"", "一句话"}) {
    for (const Page page : {Page{0, 0}, Page{0, 1}, Page{3, 2}, Page{0, 100}, Page{100, 5}}) {
      FactQuery query;
      if (*words != '\0') query.text = compiler->CompileWords(words);
      query.page = page;
      query.facets = {yinzheng::v1::FACT_FACET_FIELD_YEAR, yinzheng::v1::FACT_FACET_FIELD_KIND,
                      yinzheng::v1::FACT_FACET_FIELD_ORIGIN};
      const FoundFacts found = Search(query);
      EXPECT_EQ(found.total, 8U);
      ASSERT_THAT(found.facets, SizeIs(3));
      EXPECT_THAT(Rows(found.facets[0]), SizeIs(4)) << words << page.offset;
      int sum = 0;
      for (const auto& row : found.facets[1].counts()) sum += row.count();
      EXPECT_EQ(sum, 8) << words << page.offset;
      EXPECT_THAT(Rows(found.facets[2]), SizeIs(2));
    }
  }
}

TEST_F(FactFacetsTest, GivesNoMoreValuesThanAsked) {
  FactQuery query;
  query.max_facet_values = 2;
  EXPECT_THAT(Counted(yinzheng::v1::FACT_FACET_FIELD_YEAR, query),
              ElementsAre("2019=2019*2", "2020=2020*2"));
}

}  // namespace
}  // namespace yinzheng::store
