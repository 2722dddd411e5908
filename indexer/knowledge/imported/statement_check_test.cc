// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/imported/statement_check.h"

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/data_dir.h"
#include "indexer/knowledge/extract/fact_extraction.h"
#include "indexer/knowledge/extract/marked_article.h"
#include "indexer/text/segmenter.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::knowledge {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::testing::StartsWith;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::StatusIs;

constexpr char kArticle[] =
    "{F:东湖园}位于{P:江城市}。园区总面积约7.2平方公里，入驻企业近3万家，其中上市公司35家。\n"
    "{N:周立}表示，{F:东湖园}去年收入达到56.4亿元，同比增长12%。\n"
    "2021年，{C:青木公司}在{F:西湖园}投产，年产量为1200吨。{C:青木公司}尚未盈利，员工有640人。\n"
    "{F:西湖园}预计2025年底建成，届时将容纳企业400至600家。{I:园区指数}把{F:西湖园}列为全国第三。\n"
    "{P:江城市}东部的{F:西湖园}由{O:江城大学}运营，{F:北湖园}占地900亩。\n"
    "城东旧厂房改建后有展厅14间。\n"
    "{P:江城市}建成{F:云台馆}、{F:竹溪馆}和{F:松风馆}，展品达到5000件。\n"
    "{F:南湖园}入驻企业128家，第三季度开放第二批展厅，评比中倒数第四，上一次第五。\n"
    "{C:青木公司}在城西旧仓库存放样机75台，{C:青木公司}二号厂房装有机床90台。\n"
    "{N:吴青}说：“{F:南湖园}绿地很多。”{N:周立}没有到场。";

const text::Segmenter& TheSegmenter() {
  static const text::Segmenter& segmenter = *text::Segmenter::Create()->release();
  return segmenter;
}

const FactRules& TheRules() {
  static const FactRules& rules =
      *new FactRules(*FactRules::Load(absl::StrCat(*base::DataDir(), "/knowledge")));
  return rules;
}

// A claim about the article. `fields` are those of the fact beside subject, property and citation.
struct Claim {
  std::string subject;
  std::string fields;
  std::string quote;
  std::string citation_fields = {};
  std::string property = "所称";

  std::string ToJson() const {
    return absl::StrCat(R"({"subject":{"displayName":")", subject, R"("},"property":")", property,
                        "\",", fields, R"(,"citations":[{"article":"articles/marked","quote":")",
                        quote, "\"", citation_fields, "}]}");
  }
};

ImportedResult Result(const ImportedFacts& claims) {
  MarkedArticle article(kArticle, "2023-05", TheSegmenter());
  ExtractFacts(article.context(), TheRules(), nullptr, article.knowledge(), &claims);
  EXPECT_THAT(article.knowledge().imported, SizeIs(1));
  if (article.knowledge().imported.empty()) return {};
  return article.knowledge().imported[0];
}

// What the article says to a claim.
ImportedResult Result(const Claim& claim) {
  const std::vector<FactsFile> files{{"dir/claims.jsonl", "claims.jsonl", "", claim.ToJson()}};
  const auto imported = ImportedFacts::Read(files, *base::DataDir());
  EXPECT_THAT(imported, IsOk());
  EXPECT_THAT((*imported)->lines().at(0).status, IsOk()) << claim.ToJson();
  return Result(**imported);
}

// The same of a claim that gives its value as printed.
ImportedResult AnchoredResult(const std::string& subject, const std::string& anchor,
                              const std::string& quote) {
  ImportedLine line;
  line.anchor = anchor;
  line.fact.set_property("所称");
  line.fact.mutable_subject()->set_display_name(subject);
  line.fact.add_citations()->set_article("articles/marked");
  line.fact.mutable_citations(0)->set_quote(quote);
  return Result(ImportedFacts({line}));
}

v1::Fact Stands(const Claim& claim) {
  const ImportedResult result = Result(claim);
  EXPECT_THAT(result.status, IsOk()) << claim.ToJson();
  return result.readings.empty() ? v1::Fact() : result.readings[0];
}

void ExpectRefused(const Claim& claim, const std::string& code, const std::string& reason) {
  const ImportedResult result = Result(claim);
  EXPECT_THAT(result.status, StatusIs(absl::StatusCode::kInvalidArgument,
                                      AllOf(StartsWith(code + ": "), HasSubstr(reason))))
      << claim.ToJson();
}

std::string Quantity(const std::string& amount, const std::string& unit,
                     const std::string& more = "") {
  return absl::StrCat(R"("quantity":{"amount":")", amount, R"(","unit":")", unit, "\"", more, "}");
}

TEST(StatementCheck, WhatIsLeftOutIsReadFromTheText) {
  const v1::Fact fact =
      Stands({"东湖园", Quantity("5640000000", "元"), "东湖园去年收入达到56.4亿元"});
  EXPECT_EQ(fact.origin(), v1::FACT_ORIGIN_IMPORTED);
  EXPECT_EQ(fact.rule(), "claims.jsonl:1");
  EXPECT_DOUBLE_EQ(fact.confidence(), 0.7);
  EXPECT_EQ(fact.quantity().modifier(), v1::Quantity::MODIFIER_EXACT);
  EXPECT_EQ(fact.quantity().text(), "56.4亿元");
  EXPECT_EQ(fact.time().edtf(), "2022");
  EXPECT_EQ(fact.modality(), v1::MODALITY_ASSERTED);
  EXPECT_EQ(fact.polarity(), v1::POLARITY_POSITIVE);
  ASSERT_THAT(fact.citations(), SizeIs(1));
  EXPECT_EQ(fact.citations(0).attribution().speaker().display_name(), "周立");
  EXPECT_EQ(fact.citations(0).quote(), "东湖园去年收入达到56.4亿元");
  EXPECT_EQ(fact.citations(0).value_span().end() - fact.citations(0).value_span().start(), 6);
}

TEST(StatementCheck, QuantitiesAgreeAsTheyAreRead) {
  const std::string area = "东湖园位于江城市。园区总面积约7.2平方公里";
  Stands({"东湖园", Quantity("7.20", "km²"), area});
  Stands({"东湖园", Quantity("7.2", "平方公里", R"(,"modifier":"MODIFIER_APPROX")"), area});
  ExpectRefused({"东湖园", Quantity("7.2", "平方公里", R"(,"modifier":"MODIFIER_EXACT")"), area},
                "VALUE", "7.2 平方公里 APPROX");
  ExpectRefused({"东湖园", Quantity("7.2", "公顷"), area}, "VALUE", "平方公里");
  ExpectRefused({"东湖园", Quantity("72", "平方公里"), area}, "VALUE", "claimed 72 平方公里");
  ExpectRefused({"东湖园", Quantity("30000", "家", R"(,"measure":"MEASURE_CHANGE")"),
                 "园区总面积约7.2平方公里，入驻企业近3万家"},
                "VALUE", "NEARLY (LEVEL)");
}

TEST(StatementCheck, ANumberIsNotCutFromALongerOne) {
  ExpectRefused({"东湖园", Quantity("5", "家"), "5家"}, "VALUE", "has no quantity");
  const v1::Fact range = Stands({"西湖园", Quantity("400", "家", R"(,"upperAmount":"600")"),
                                 "西湖园预计2025年底建成，届时将容纳企业400至600家"});
  EXPECT_EQ(range.modality(), v1::MODALITY_PLANNED);
  ExpectRefused(
      {"西湖园", Quantity("400", "家"), "西湖园预计2025年底建成，届时将容纳企业400至600家"},
      "VALUE", "400-600 家 RANGE");
}

TEST(StatementCheck, TextIsNotCutFromAFigureDateRankOrName) {
  const std::string count = "南湖园入驻企业128家";
  Stands({"南湖园", R"("text":"128家")", count});
  Stands({"南湖园", R"("text":"入驻企业")", count});
  ExpectRefused({"南湖园", R"("text":"28家")", count}, "VALUE", "\"128家\"");
  ExpectRefused({"南湖园", R"("text":"企业12")", count}, "VALUE", "\"128家\"");
  ExpectRefused({"西湖园", R"("text":"25年底")", "西湖园预计2025年底建成"}, "VALUE",
                "\"2025年底\"");
  ExpectRefused({"西湖园", R"("text":"由江城")", "江城市东部的西湖园由江城大学运营"}, "VALUE",
                "\"江城大学\"");
  const ImportedResult cut = AnchoredResult("南湖园", "28家", count);
  EXPECT_THAT(cut.status,
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("VALUE: \"28家\"")));
  EXPECT_THAT(AnchoredResult("南湖园", "128家", count).status, IsOk());
}

TEST(StatementCheck, ValueSpansHoldTheValue) {
  const std::string quote = "入驻企业近3万家，其中上市公司35家";
  Stands({"东湖园", Quantity("35", "家"), quote, R"(,"valueSpan":{"start":38,"end":41})"});
  ExpectRefused({"东湖园", Quantity("30000", "家"), quote, R"(,"valueSpan":{"start":38,"end":41})"},
                "VALUE", "35 家");
  ExpectRefused({"东湖园", Quantity("35", "家"), quote, R"(,"valueSpan":{"start":1,"end":4})"},
                "SPAN", "not inside the quote");
}

TEST(StatementCheck, DatesAndRanks) {
  const std::string built = "西湖园预计2025年底建成";
  Stands({"西湖园", R"("date":{"edtf":"2025-12~"},"modality":"MODALITY_PLANNED")", built});
  ExpectRefused({"西湖园", R"("date":{"edtf":"2025"})", built}, "VALUE", "2025-12~");
  const std::string listed = "园区指数把西湖园列为全国第三";
  const v1::Fact rank = Stands({"西湖园", R"("rank":{"rank":3,"scope":"全国"})", listed});
  EXPECT_EQ(rank.rank().scope(), "全国");
  ExpectRefused({"西湖园", R"("rank":{"rank":2})", listed}, "VALUE", "rank 3");
  ExpectRefused({"西湖园", R"("rank":{"rank":3,"scope":"全球"})", listed}, "VALUE", "rank 3");
}

TEST(StatementCheck, OrdinalsThatCountAreNoRanks) {
  const std::string all = "南湖园入驻企业128家，第三季度开放第二批展厅，评比中倒数第四，上一次第五";
  const auto rank = [](int n) { return absl::StrCat(R"("rank":{"rank":)", n, "}"); };
  Stands({"南湖园", rank(5), all});
  ExpectRefused({"南湖园", rank(3), all}, "VALUE", "claimed rank 3");
  ExpectRefused({"南湖园", rank(2), all}, "VALUE", "claimed rank 2");
  ExpectRefused({"南湖园", rank(4), all}, "VALUE", "has rank 5 \"第五\"");
}

TEST(StatementCheck, RelationsNameTheirOtherEnd) {
  const v1::Fact fact =
      Stands({"東湖園", R"("entity":{"displayName":"江城市"})", "东湖园位于江城市"});
  EXPECT_EQ(fact.entity().display_name(), "江城市");
  EXPECT_TRUE(fact.entity().entity().starts_with("#"));
  EXPECT_TRUE(fact.subject().entity().starts_with("#"));
  ExpectRefused({"东湖园", R"("entity":{"displayName":"江城大学"})", "东湖园位于江城市"}, "VALUE",
                "东湖园, 江城市");
  // From the other end.
  Stands({"江城大学", R"("entity":{"displayName":"西湖园"})", "江城市东部的西湖园由江城大学运营"});
}

TEST(StatementCheck, TextsStandInEitherScript) {
  const v1::Fact fact = Stands({"青木公司", R"("text":"尚未盈利")", "青木公司尚未盈利"});
  EXPECT_EQ(fact.text(), "尚未盈利");
  EXPECT_EQ(
      Stands({"西湖园", R"("text":"由江城大學運營")", "江城市东部的西湖园由江城大学运营"}).text(),
      "由江城大学运营");
  ExpectRefused({"青木公司", R"("text":"已经盈利")", "青木公司尚未盈利"}, "VALUE", "no such words");
}

TEST(StatementCheck, SubjectsAreReadOrNamed) {
  // Carried over from the clause before, which the quote leaves out.
  Stands({"青木公司", Quantity("640", "人"), "员工有640人"});
  // Named in the quote, in a clause that names no other.
  Stands({"东湖园", Quantity("35", "家"),
          "东湖园位于江城市。园区总面积约7.2平方公里，入驻企业近3万家，"
          "其中上市公司35家"});
  ExpectRefused({"西湖园", Quantity("640", "人"), "员工有640人"}, "SUBJECT",
                "\"640人\" is stated of \"青木公司\"");
  ExpectRefused(
      {"西湖园", Quantity("900", "亩"), "江城市东部的西湖园由江城大学运营，北湖园占地900亩"},
      "SUBJECT", "stated of \"北湖园\"");
}

TEST(StatementCheck, NamesThatOnlyStandBesideTheValueAreNoSubjects) {
  const std::string quote = "江城市建成云台馆、竹溪馆和松风馆，展品达到5000件";
  Stands({"江城市", Quantity("5000", "件"), quote});
  ExpectRefused({"竹溪馆", Quantity("5000", "件"), quote}, "SUBJECT", "stated of");
  ExpectRefused({"竹溪馆", R"("entity":{"displayName":"松风馆"})", quote}, "SUBJECT", "stated of");
  ExpectRefused({"云台馆", R"("entity":{"displayName":"云台馆"})", quote}, "SUBJECT", "one entity");
  // Who speaks is not spoken of.
  ExpectRefused({"周立", Quantity("5640000000", "元"), "周立表示，东湖园去年收入达到56.4亿元"},
                "SUBJECT", "stated of \"东湖园\"");
}

TEST(StatementCheck, ThingsWithoutAnEntityStandByTheirWords) {
  const v1::Fact fact = Stands({"城东旧厂房", Quantity("14", "间"), "城东旧厂房改建后有展厅14间"});
  EXPECT_EQ(fact.subject().entity(), "");
  EXPECT_EQ(fact.subject().display_name(), "城东旧厂房");
  ExpectRefused({"城西旧厂房", Quantity("14", "间"), "城东旧厂房改建后有展厅14间"}, "SUBJECT",
                "城西旧厂房");
}

TEST(StatementCheck, NamesAreNotCutFromLongerOnes) {
  const std::string run = "江城市东部的西湖园由江城大学运营";
  ExpectRefused({"西湖园", R"("entity":{"displayName":"江城"})", run}, "VALUE", "江城大学");
  ExpectRefused({"西湖园", R"("entity":{"displayName":"江城大"})", run}, "VALUE", "江城大学");
  ExpectRefused({"湖园", Quantity("900", "亩"), "北湖园占地900亩"}, "SUBJECT", "北湖园");
  ExpectRefused({"东旧厂房", Quantity("14", "间"), "城东旧厂房改建后有展厅14间"}, "SUBJECT",
                "东旧厂房");
}

TEST(StatementCheck, ThingsWithoutAnEntityAreNotBesideASubject) {
  const std::string store = "青木公司在城西旧仓库存放样机75台，青木公司二号厂房装有机床90台";
  Stands({"青木公司", Quantity("75", "台"), store});
  ExpectRefused({"城西旧仓库", Quantity("75", "台"), store}, "SUBJECT", "青木公司");
  Stands({"二号厂房", Quantity("90", "台"), store});
}

TEST(StatementCheck, TimesAreThoseOfTheSurroundings) {
  const std::string output = "青木公司在西湖园投产，年产量为1200吨";
  EXPECT_EQ(Stands({"青木公司", Quantity("1200", "吨") + R"(,"time":{"edtf":"2021"})", output})
                .time()
                .edtf(),
            "2021");
  EXPECT_EQ(
      Stands({"青木公司", Quantity("640", "人") + R"(,"time":{"edtf":"2023-05"})", "员工有640人"})
          .time_basis(),
      v1::TIME_BASIS_PUBLISHED);
  ExpectRefused({"青木公司", Quantity("1200", "吨") + R"(,"time":{"edtf":"2020"})", output}, "TIME",
                "2021 \"2021年\"");
  ExpectRefused({"东湖园", Quantity("5640000000", "元") + R"(,"time":{"edtf":"2023-05"})",
                 "东湖园去年收入达到56.4亿元"},
                "TIME", "2022");
}

TEST(StatementCheck, PlansAndDenialsAreNoFacts) {
  const std::string built = "西湖园预计2025年底建成";
  ExpectRefused({"西湖园", R"("date":{"edtf":"2025-12~"},"modality":"MODALITY_ASSERTED")", built},
                "MODALITY", "the text has it PLANNED");
  ExpectRefused({"青木公司", R"("text":"盈利","polarity":"POLARITY_POSITIVE")", "青木公司尚未盈利"},
                "POLARITY", "denies");
  EXPECT_EQ(Stands({"青木公司", R"("text":"盈利")", "青木公司尚未盈利"}).polarity(),
            v1::POLARITY_NEGATIVE);
}

TEST(StatementCheck, SpeakersAreThoseOfTheText) {
  const auto said_by = [](const std::string& name) {
    return absl::StrCat(R"(,"attribution":{"speaker":{"displayName":")", name, "\"}}");
  };
  const std::string income = "东湖园去年收入达到56.4亿元";
  Stands({"东湖园", Quantity("5640000000", "元"), income, said_by("周立")});
  ExpectRefused({"东湖园", Quantity("5640000000", "元"), income, said_by("青木公司")},
                "ATTRIBUTION", "the text has it from \"周立\"");
  ExpectRefused({"青木公司", Quantity("640", "人"), "员工有640人", said_by("吴大河")},
                "ATTRIBUTION", "吴大河");
}

TEST(StatementCheck, WhereNobodySpeaksTheSpeakerIsNamedBesideTheValue) {
  const auto said_by = [](const std::string& name) {
    return absl::StrCat(R"(,"attribution":{"speaker":{"displayName":")", name, "\"}}");
  };
  const std::string staff = Quantity("640", "人");
  ExpectRefused({"青木公司", staff, "员工有640人", said_by("周立")}, "ATTRIBUTION",
                "neither the sentence nor the quote names");
  // In the sentence, though not in the quote; in the quote, though in another sentence.
  EXPECT_EQ(Stands({"青木公司", staff, "员工有640人", said_by("青木公司")})
                .citations(0)
                .attribution()
                .speaker()
                .display_name(),
            "青木公司");
  Stands({"东湖园", Quantity("7.2", "平方公里"), "东湖园位于江城市。园区总面积约7.2平方公里",
          said_by("江城市")});
  ExpectRefused({"东湖园", Quantity("7.2", "平方公里"), "东湖园位于江城市。园区总面积约7.2平方公里",
                 said_by("江城")},
                "ATTRIBUTION", "江城");
}

TEST(StatementCheck, SpeechIsPrintedAsSpeech) {
  const auto words = [](const std::string& text) {
    return absl::StrCat(R"("text":")", text, "\"");
  };
  const v1::Fact fact = Stands({"吴青", words("南湖园绿地很多"), "南湖园绿地很多", "", "言论"});
  EXPECT_EQ(fact.citations(0).attribution().speaker().display_name(), "吴青");
  ExpectRefused({"周立", words("没有到场"), "周立没有到场", "", "言论"}, "ATTRIBUTION",
                "\"没有到场\" stands in nobody's direct speech");
  ExpectRefused(
      {"周立", words("去年收入达到56.4亿元"), "周立表示，东湖园去年收入达到56.4亿元", "", "言论"},
      "ATTRIBUTION", "nobody's direct speech");
  Stands({"周立", words("没有到场"), "周立没有到场"});
}

TEST(StatementCheck, ReasonsAreShortHoweverLongTheClaim) {
  std::string lengthy;
  for (int i = 0; i < 2000; ++i) lengthy += "长";
  const std::string quote = "北湖园占地900亩";
  const std::string digits(3000, '9');
  const std::string key =
      absl::StrCat(R"(,"qualifiers":[{"key":")", lengthy, R"(","value":")", lengthy, "\"}]");
  for (const Claim& claim : std::vector<Claim>{
           {"北湖园", Quantity("900", "亩"), lengthy.substr(0, size_t{3} * 400)},
           {"北湖园", Quantity("900", lengthy), quote},
           {"北湖园", Quantity(digits, "亩"), quote},
           {"北湖园", absl::StrCat(R"("text":")", lengthy, "\""), quote},
           {"北湖园", absl::StrCat(R"("entity":{"displayName":")", lengthy, "\"}"), quote},
           {lengthy, Quantity("900", "亩"), quote},
           {"北湖园", Quantity("900", "亩") + key, quote}}) {
    const ImportedResult result = Result(claim);
    EXPECT_THAT(result.status, StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("…")));
    EXPECT_LT(result.status.message().size(), 3 * 400U) << result.status;
  }
}

TEST(StatementCheck, QualifiersAreWordsOfTheSentence) {
  const std::string growth = "东湖园去年收入达到56.4亿元，同比增长12%";
  const std::string figure = Quantity("12", "%");
  const v1::Fact fact =
      Stands({"东湖园", figure + R"(,"qualifiers":[{"key":"同比","value":"同比"}])", growth});
  EXPECT_THAT(fact.qualifiers(), SizeIs(1));
  ExpectRefused({"东湖园", figure + R"(,"qualifiers":[{"key":"环比","value":"环比"}])", growth},
                "QUALIFIER", "环比");
}

}  // namespace
}  // namespace yinzheng::knowledge
