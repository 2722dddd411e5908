// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/fact_reader.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/store/filter_parser.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/query_compiler.h"
#include "indexer/store/query_parser.h"
#include "indexer/store/testing/temp_index.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using store::testing::MakeEntity;
using store::testing::SharedAnalyzer;
using store::testing::SharedSegmenter;
using store::testing::TempIndex;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using ::testing::UnorderedElementsAreArray;
using yinzheng::testing::IsOk;
using yinzheng::testing::StatusIs;
using yinzheng::v1::Fact;

Fact MakeFact(const std::string& id, const std::string& subject, const std::string& subject_name,
              const std::string& property) {
  Fact fact;
  fact.set_name("facts/" + id);
  fact.mutable_subject()->set_entity(subject);
  fact.mutable_subject()->set_display_name(subject_name);
  fact.set_property(property);
  fact.set_modality(yinzheng::v1::MODALITY_ASSERTED);
  fact.set_origin(yinzheng::v1::FACT_ORIGIN_EXTRACTED);
  fact.set_confidence(0.9);
  return fact;
}

void Cite(Fact& fact, const std::string& article, int start, const std::string& quote) {
  yinzheng::v1::Citation& citation = *fact.add_citations();
  citation.set_article(article);
  citation.mutable_span()->set_start(start);
  citation.set_quote(quote);
}

void SetAmount(Fact& fact, const std::string& amount, const std::string& unit) {
  fact.mutable_quantity()->set_amount(amount);
  fact.mutable_quantity()->set_unit(unit);
}

void SetTime(Fact& fact, const std::string& earliest, const std::string& latest) {
  fact.mutable_time()->set_earliest(earliest);
  fact.mutable_time()->set_latest(latest);
}

std::vector<Fact> Facts() {
  std::vector<Fact> facts;
  Fact staff = MakeFact("staff", "entities/lab", "海淀量子实验室", "科研人员数");
  staff.set_property_id("staff_count");
  SetAmount(staff, "300", "人");
  SetTime(staff, "2024-01-01", "2024-12-31");
  Cite(staff, "articles/b", 7, "实验室有科研\n人员三百人");
  facts.push_back(staff);

  Fact cost = MakeFact("cost", "entities/lab", "海淀量子实验室", "投资额");
  SetAmount(cost, "794750000000", "元");
  cost.mutable_quantity()->set_unit_code("CNY");
  cost.set_modality(yinzheng::v1::MODALITY_PLANNED);
  Cite(cost, "articles/a", 30, "计划投资7947.5亿元");
  facts.push_back(cost);

  Fact range = MakeFact("range", "entities/park", "科技园", "企业数");
  SetAmount(range, "100", "家");
  range.mutable_quantity()->set_upper_amount("200");
  Cite(range, "articles/a", 3, "园内有一百到二百家企业");
  facts.push_back(range);

  // Two decimals that round to the same double.
  Fact exact = MakeFact("exact", "", "某指标", "数值");
  SetAmount(exact, "9007199254740993", "");
  Cite(exact, "articles/c", 0, "数值为9007199254740993");
  facts.push_back(exact);

  Fact located = MakeFact("located", "entities/lab", "海淀量子实验室", "位于");
  located.mutable_entity()->set_entity("entities/park");
  located.mutable_entity()->set_display_name("科技园");
  Cite(located, "articles/a", 12, "实验室位于科技园");
  facts.push_back(located);

  Fact opened = MakeFact("opened", "entities/lab", "海淀量子实验室", "成立时间");
  opened.mutable_date()->set_edtf("2019-06");
  opened.mutable_date()->set_earliest("2019-06-01");
  opened.mutable_date()->set_latest("2019-06-30");
  Cite(opened, "articles/b", 2, "实验室2019年6月成立");
  facts.push_back(opened);

  Fact said = MakeFact("said", "entities/lab", "海淀量子实验室", "言论");
  said.set_text("我们欢迎各国同行");
  said.set_origin(yinzheng::v1::FACT_ORIGIN_CURATED);
  said.set_confidence(0.5);
  Cite(said, "articles/b", 40, "“我们欢迎各国同行。”张三说");
  said.mutable_citations(0)->mutable_attribution()->mutable_speaker()->set_display_name("张三");
  facts.push_back(said);
  return facts;
}

class FactReaderTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    suite_index = new TempIndex();
    suite_index->AddEntity(MakeEntity("entities/lab", "海淀量子实验室",
                                      yinzheng::v1::ENTITY_TYPE_FACILITY, {"京量实验室"}));
    suite_index->AddEntity(MakeEntity("entities/park", "科技园", yinzheng::v1::ENTITY_TYPE_PLACE));
    for (const Fact& fact : Facts()) suite_index->AddFact(fact);
    auto snapshot = suite_index->Publish();
    ASSERT_THAT(snapshot, IsOk());
    suite_snapshot = new std::shared_ptr<const IndexSnapshot>(*std::move(snapshot));
    auto compiler = QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter());
    ASSERT_THAT(compiler, IsOk());
    suite_compiler = compiler->release();
  }
  static void TearDownTestSuite() {
    delete suite_compiler;
    delete suite_snapshot;
    delete suite_index;
  }

  static const FactReader& facts() { return (*suite_snapshot)->facts(); }

  static std::vector<std::string> Found(const FactQuery& query) {
    const auto listed = facts().Search(query);
    EXPECT_THAT(listed, IsOk());
    std::vector<std::string> ids;
    if (!listed.ok()) return ids;
    if (query.page.offset == 0 && query.page.limit >= 10) {
      EXPECT_EQ(listed->total, listed->items.size());
    }
    for (const FactHit& hit : listed->items) ids.push_back(hit.fact.name().substr(6));
    return ids;
  }

  static std::vector<std::string> Filtered(const std::string& filter) {
    FactQuery query;
    const auto node = ParseFilter(filter, FactFilterFields());
    EXPECT_THAT(node, IsOk()) << filter;
    if (node.ok()) query.filter = *node;
    return Found(query);
  }

  static std::vector<std::string> WithText(const std::string& text) {
    FactQuery query;
    query.text = suite_compiler->Compile(ParseQuery(text));
    return Found(query);
  }

  static inline TempIndex* suite_index = nullptr;
  static inline std::shared_ptr<const IndexSnapshot>* suite_snapshot = nullptr;
  static inline QueryCompiler* suite_compiler = nullptr;
};

TEST_F(FactReaderTest, GetsByName) {
  YZ_ASSERT_OK_AND_ASSIGN(const Fact fact, facts().Get("facts/cost"));
  EXPECT_EQ(fact.quantity().amount(), "794750000000");
  EXPECT_THAT(facts().Get("facts/none"), StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(facts().Get("cost"), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST_F(FactReaderTest, WithoutConditionsItListsByArticleAndPlace) {
  EXPECT_THAT(Found({}),
              ElementsAre("range", "located", "cost", "opened", "staff", "said", "exact"));
  FactQuery second;
  second.page = {2, 2};
  EXPECT_THAT(Found(second), ElementsAre("cost", "opened"));
  FactQuery by_subject;
  by_subject.order = FactOrder::kSubject;
  by_subject.subjects = {"entities/lab"};
  EXPECT_THAT(Found(by_subject), ElementsAre("staff", "located", "opened", "cost", "said"));
}

TEST_F(FactReaderTest, PropertiesAreFoundByTheirWords) {
  YZ_ASSERT_OK_AND_ASSIGN(const auto like, facts().PropertiesLike("人員", 5, {}));
  EXPECT_THAT(like, ElementsAre("科研人员数"));
  YZ_ASSERT_OK_AND_ASSIGN(const auto none, facts().PropertiesLike("月球", 5, {}));
  EXPECT_TRUE(none.empty());
}

TEST_F(FactReaderTest, FindsByStructure) {
  FactQuery query;
  query.subjects = {"entities/park", "某指标"};
  EXPECT_THAT(Found(query), UnorderedElementsAre("range", "exact"));
  query = {};
  query.subjects = {"京量實驗室"};  // Another name, the other script.
  EXPECT_THAT(Found(query), UnorderedElementsAre("staff", "cost", "located", "opened", "said"));
  query.properties = {"科研人員數"};
  EXPECT_THAT(Found(query), ElementsAre("staff"));
  query = {};
  query.properties = {"staff_count"};
  EXPECT_THAT(Found(query), ElementsAre("staff"));
  query = {};
  query.object = "entities/park";
  EXPECT_THAT(Found(query), ElementsAre("located"));
  query = {};
  query.kinds = {yinzheng::v1::FACT_KIND_DATE, yinzheng::v1::FACT_KIND_QUOTATION};
  EXPECT_THAT(Found(query), UnorderedElementsAre("opened", "said"));
  query = {};
  query.article = "articles/a";
  EXPECT_THAT(Found(query), UnorderedElementsAre("range", "located", "cost"));
  query = {};
  query.speaker = "張三";
  EXPECT_THAT(Found(query), ElementsAre("said"));
  query = {};
  query.modality = yinzheng::v1::MODALITY_PLANNED;
  EXPECT_THAT(Found(query), ElementsAre("cost"));
  query = {};
  query.origin = yinzheng::v1::FACT_ORIGIN_CURATED;
  EXPECT_THAT(Found(query), ElementsAre("said"));
  query = {};
  query.amounts = {{"cny", "", ""}};
  EXPECT_THAT(Found(query), ElementsAre("cost"));
}

TEST_F(FactReaderTest, ComparesAmountsExactly) {
  const struct {
    std::string least;
    std::string most;
    std::vector<std::string> want;
  } rows[] = {
      {"300", "300", {"staff"}},
      {"300.0000000001", "", {"cost", "exact"}},
      {"", "299.9999999999", {"range"}},
      {"100", "200", {"range"}},
      {"100", "199", {}},  // A range lies inside or it does not.
      {"101", "250", {}},
      {"9007199254740993", "9007199254740993", {"exact"}},
      {"9007199254740992", "9007199254740992", {}},  // The same double, another number.
      {"", "9007199254740992", {"staff", "cost", "range"}},
      {"9007199254740992", "", {"exact"}},
      {"-1", "0", {}},
  };
  for (const auto& row : rows) {
    FactQuery query;
    query.amounts = {{"", row.least, row.most}};
    EXPECT_THAT(Found(query), UnorderedElementsAreArray(row.want)) << row.least << ".." << row.most;
  }
  FactQuery malformed;
  malformed.amounts = {{"", "many", ""}};
  EXPECT_THAT(facts().Search(malformed),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("many")));
}

TEST_F(FactReaderTest, ComparesTimes) {
  FactQuery query;
  query.earliest = "2019-06-01";
  EXPECT_THAT(Found(query), UnorderedElementsAre("opened", "staff"));
  query.latest = "2019-12-31";
  EXPECT_THAT(Found(query), ElementsAre("opened"));
  query.latest = "2019-06-29";
  EXPECT_THAT(Found(query), IsEmpty());
  query.latest = "2019-06";
  EXPECT_THAT(facts().Search(query), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST_F(FactReaderTest, Filters) {
  const struct {
    std::string filter;
    std::vector<std::string> want;
  } rows[] = {
      {"subject = entities/park", {"range"}},
      {"subject = 京量实验室 AND kind = QUANTITY", {"staff", "cost"}},
      {"amount > 200 AND amount < 1000", {"staff"}},
      {"amount = 300.0", {"staff"}},
      {"kind = QUANTITY amount != 300", {"cost", "range", "exact"}},
      {"confidence < 0.9", {"said"}},
      {"confidence >= 0.9 kind=RELATION", {"located"}},
      {"time >= 2024", {"staff"}},
      {"time : 2019", {"opened"}},
      {"earliest <= 2019-06-01", {"opened"}},
      {"object = 科技园", {"located"}},
      {"speaker : 张三 OR unit = 家", {"said", "range"}},
      {"modality = PLANNED", {"cost"}},
      {"article = articles/c", {"exact"}},
  };
  for (const auto& row : rows) {
    EXPECT_THAT(Filtered(row.filter), UnorderedElementsAreArray(row.want)) << row.filter;
  }
}

TEST_F(FactReaderTest, FindsByTextBestFirst) {
  EXPECT_EQ(WithText("量子实验室有多少科研人员").front(), "staff");
  EXPECT_EQ(WithText("京量实验室 投资额").front(), "cost");
  EXPECT_THAT(WithText("\"科研人员三百人\""), ElementsAre("staff"));  // The print broke it.
  EXPECT_THAT(WithText("\"各国同行\""), ElementsAre("said"));
  EXPECT_THAT(WithText("张三"), ElementsAre("said"));
  EXPECT_THAT(WithText("entity:科技园"), UnorderedElementsAre("range", "located"));
  EXPECT_THAT(WithText("無人寫過"), IsEmpty());
}

TEST_F(FactReaderTest, ScoresOnlyWithText) {
  FactQuery query;
  query.text = suite_compiler->CompileWords("投资额");
  YZ_ASSERT_OK_AND_ASSIGN(const auto ranked, facts().Search(query));
  ASSERT_FALSE(ranked.items.empty());
  EXPECT_GT(ranked.items[0].score, 0);
  YZ_ASSERT_OK_AND_ASSIGN(const auto listed, facts().Search({}));
  EXPECT_EQ(listed.items[0].score, 0);
}

// Of several subjects, so that no single term tells how many there are.
TEST(FactReader, CountsAsFarAsAskedAndFindsTheSame) {
  constexpr size_t kFacts = 300;
  TempIndex index;
  const std::vector<std::string> harbours = {"entities/a", "entities/b", "entities/c"};
  for (size_t i = 0; i < kFacts; ++i) {
    Fact fact = MakeFact(absl::StrCat("f", i), harbours[i % 3], "东港", "情况");
    fact.set_text(absl::StrCat("第", i, "号灯塔"));
    std::string words;
    for (size_t times = 0; times <= i % 7; ++times) words += "灯塔，";
    Cite(fact, absl::StrCat("articles/", i % 9), static_cast<int>(i), words);
    index.AddFact(fact);
  }
  YZ_ASSERT_OK_AND_ASSIGN(const auto snapshot, index.Publish());
  YZ_ASSERT_OK_AND_ASSIGN(const auto compiler,
                          QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter()));
  const auto search = [&](const FactQuery& query) {
    const auto found = snapshot->facts().Search(query);
    EXPECT_THAT(found, IsOk());
    std::vector<std::string> names;
    for (const FactHit& hit : found->items) names.push_back(hit.fact.name());
    return std::make_pair(found->total, names);
  };
  FactQuery words;
  words.text = compiler->Compile(ParseQuery("灯塔 东港"));
  FactQuery subjects;
  subjects.subjects = harbours;
  for (FactQuery query : {words, subjects}) {
    query.count_limit = kCountAll;
    query.page = {5, 20};
    const auto [all, wanted] = search(query);
    EXPECT_EQ(all, kFacts);
    ASSERT_EQ(wanted.size(), 20U);
    for (const size_t limit : {size_t{0}, size_t{40}, kFacts - 1, kFacts + 1}) {
      query.count_limit = limit;
      const auto [total, found] = search(query);
      EXPECT_EQ(found, wanted) << limit;
      EXPECT_LE(total, kFacts) << limit;
      EXPECT_GE(total, std::min(std::max<size_t>(limit, 25), kFacts)) << limit;
    }
    query.page = {0, 0};
    for (const size_t limit : {size_t{0}, size_t{40}, kFacts - 1, kFacts + 1, kCountAll}) {
      query.count_limit = limit;
      const auto [total, found] = search(query);
      EXPECT_THAT(found, ::testing::IsEmpty());
      EXPECT_LE(total, kFacts) << limit;
      EXPECT_GE(total, std::min(limit, kFacts)) << limit;
    }
  }
}

}  // namespace
}  // namespace yinzheng::store
