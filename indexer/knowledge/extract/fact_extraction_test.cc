// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/fact_extraction.h"

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/data_dir.h"
#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/extract/marked_article.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

const text::Segmenter& TheSegmenter() {
  static const text::Segmenter& segmenter = *text::Segmenter::Create()->release();
  return segmenter;
}

const FactRules& TheRules() {
  static const FactRules& rules =
      *new FactRules(*FactRules::Load(absl::StrCat(*base::DataDir(), "/knowledge")));
  return rules;
}

std::string ValueOf(const v1::Fact& fact) {
  switch (fact.value_case()) {
    case v1::Fact::kQuantity:
      return absl::StrCat(fact.quantity().amount(), fact.quantity().unit());
    case v1::Fact::kDate:
      return fact.date().edtf();
    case v1::Fact::kRank:
      return absl::StrCat("#", fact.rank().rank());
    case v1::Fact::kEntity:
      return absl::StrCat("@", fact.entity().display_name());
    case v1::Fact::kText:
      return fact.text();
    case v1::Fact::VALUE_NOT_SET:
      break;
  }
  return "";
}

std::vector<v1::Fact> FactsOf(const std::string& marked, const std::string& published = "2024-05") {
  MarkedArticle article(marked, published, TheSegmenter());
  ExtractFacts(article.context(), TheRules(), /*pack=*/nullptr, article.knowledge());
  EXPECT_THAT(article.knowledge().rejected, IsEmpty());
  for (const v1::Fact& fact : article.knowledge().facts) {
    EXPECT_GE(fact.citations_size(), 1) << fact.DebugString();
    for (const v1::Citation& citation : fact.citations()) {
      EXPECT_TRUE(VerifyCitation(citation, article.article(), article.context().body).ok());
      EXPECT_TRUE(VerifySourceBytes(citation, article.article().body(), "UTF-8").ok());
    }
  }
  return article.knowledge().facts;
}

std::vector<std::string> Lines(const std::vector<v1::Fact>& facts) {
  std::vector<std::string> lines;
  for (const v1::Fact& fact : facts) {
    lines.push_back(
        absl::StrCat(fact.subject().display_name(), "|", fact.property(), "|", ValueOf(fact)));
  }
  return lines;
}

struct Case {
  const char* text;
  const char* fact;  // subject|property|value
};

class FactCaseTest : public testing::TestWithParam<Case> {};

TEST_P(FactCaseTest, IsStated) {
  EXPECT_THAT(Lines(FactsOf(GetParam().text)), Contains(GetParam().fact));
}

INSTANTIATE_TEST_SUITE_P(
    Quantities, FactCaseTest,
    testing::Values(
        Case{"{O:东湖研究院}现有全职科研人员217名。", "东湖研究院|全职科研人员数|217名"},
        Case{"{P:东湖园}位于{P:江城}，总面积约7.2平方公里。", "东湖园|总面积|7.2平方公里"},
        Case{"{P:东湖园}集聚了500余家创新型企业。", "东湖园|创新型企业数|500家"},
        Case{"{P:江城}{P:东湖区}常住人口达到85万人。", "东湖区|常住人口|850000人"},
        Case{"{C:蓝羽公司}去年营收约3.5亿元。", "蓝羽公司|营收|350000000元"},
        Case{"{O:东湖研究院}成立多年。该院拥有专利1200项。", "东湖研究院|专利数|1200项"},
        Case{"{F:云中心}建成后，{C:蓝羽公司}建设了7000平方米的{F:中试平台}。",
             "中试平台|面积|7000平方米"},
        Case{"{P:东湖园}的企业总收入占{P:江城}的三分之一。", "东湖园|占江城比重|0.333333"}));

INSTANTIATE_TEST_SUITE_P(
    Dates, FactCaseTest,
    testing::Values(Case{"{O:东湖研究院}成立于2017年12月。", "东湖研究院|成立时间|2017-12"},
                    Case{"2022年8月，{O:江城市经信局}发布《{L:芯片产业措施}》。",
                         "芯片产业措施|发布时间|2022-08"},
                    Case{"{F:东湖光源}预计2025年底建成。", "东湖光源|预计建成时间|2025-12~"},
                    Case{"今年1月13日，{F:增强器}全线贯通。", "增强器|全线贯通时间|2024-01-13"}));

INSTANTIATE_TEST_SUITE_P(
    Relations, FactCaseTest,
    testing::Values(
        Case{"{O:东湖研究院}位于{P:东湖园}。", "东湖研究院|位于|@东湖园"},
        Case{"{C:蓝羽公司}自主研发的“{T:星图软件}”上线。", "星图软件|研发单位|@蓝羽公司"},
        Case{"{F:东湖光源}由{O:东湖研究院}承建。", "东湖光源|建设单位|@东湖研究院"},
        Case{"{P:东湖园}聚集了{O:脑科学中心}、{O:基因所}等一批研发机构。",
             "东湖园|聚集机构|@基因所"},
        Case{"{O:东湖研究院}院长助理{N:张明}说，项目顺利。", "张明|任职机构|@东湖研究院"}));

INSTANTIATE_TEST_SUITE_P(
    Attributes, FactCaseTest,
    testing::Values(Case{"{O:东湖研究院}院长助理{N:张明}说，项目顺利。", "张明|职务|院长助理"},
                    Case{"{P:东湖园}是江城的创新引擎。", "东湖园|定位|江城的创新引擎"},
                    Case{"{P:东湖园}聚焦先进能源、先进制造等领域。", "东湖园|聚焦领域|先进制造"},
                    Case{"{P:东湖园}聚集了{O:脑科学中心}、{O:基因所}等一批研发机构。",
                         "基因所|类别|研发机构"}));

INSTANTIATE_TEST_SUITE_P(Ranks, FactCaseTest,
                         testing::Values(Case{"{P:江城}的高校数量居全国第三。",
                                              "江城|高校数量|#3"}));

TEST(FactExtractionTest, QuotationHasItsSpeaker) {
  const auto facts =
      FactsOf("“我们明年将扩建实验室，欢迎大家。”{O:东湖研究院}副院长{N:李青}告诉记者。");
  std::vector<v1::Fact> quotes;
  for (const v1::Fact& fact : facts) {
    if (fact.property() == "言论") quotes.push_back(fact);
  }
  ASSERT_EQ(quotes.size(), 1u);
  EXPECT_EQ(quotes[0].text(), "我们明年将扩建实验室，欢迎大家。");
  const v1::Attribution& attribution = quotes[0].citations(0).attribution();
  EXPECT_EQ(attribution.speaker().display_name(), "李青");
  EXPECT_EQ(attribution.title(), "副院长");
  EXPECT_EQ(attribution.cue(), "告诉记者");
  EXPECT_EQ(attribution.mode(), v1::ATTRIBUTION_MODE_DIRECT);
}

TEST(FactExtractionTest, NamesInQuotationMarksAreNoQuotations) {
  for (const std::string& line :
       Lines(FactsOf("{P:江城}着力打造“光谷”，{P:江城}的“双创”氛围浓厚。"))) {
    EXPECT_FALSE(absl::StrContains(line, "言论")) << line;
  }
}

TEST(FactExtractionTest, WeIsTheInstitutionOfTheSpeaker) {
  EXPECT_THAT(Lines(FactsOf("“我们已培养博士300名。”{O:东湖研究院}副院长{N:李青}说。")),
              Contains("东湖研究院|博士数|300名"));
}

TEST(FactExtractionTest, ReportedSpeechIsIndirect) {
  for (const v1::Fact& fact : FactsOf("{O:江城市发改委}相关负责人介绍，{P:东湖园}有企业80家。")) {
    if (!fact.has_quantity()) continue;
    const v1::Attribution& attribution = fact.citations(0).attribution();
    EXPECT_EQ(attribution.speaker().display_name(), "江城市发改委");
    EXPECT_EQ(attribution.title(), "相关负责人");
    EXPECT_EQ(attribution.mode(), v1::ATTRIBUTION_MODE_INDIRECT);
  }
}

TEST(FactExtractionTest, TimeComesFromTheSentenceElseFromPublication) {
  const auto dated = FactsOf("2021年，{P:东湖园}拥有企业80家。");
  ASSERT_FALSE(dated.empty());
  EXPECT_EQ(dated[0].time().edtf(), "2021");
  EXPECT_EQ(dated[0].time_basis(), v1::TIME_BASIS_SENTENCE);
  const auto undated = FactsOf("{P:东湖园}拥有企业80家。");
  ASSERT_FALSE(undated.empty());
  EXPECT_EQ(undated[0].time().edtf(), "2024-05");
  EXPECT_EQ(undated[0].time_basis(), v1::TIME_BASIS_PUBLISHED);
}

TEST(FactExtractionTest, PlansArePlanned) {
  const auto facts = FactsOf("{P:东湖园}将引进企业80家。");
  ASSERT_FALSE(facts.empty());
  EXPECT_EQ(facts[0].modality(), v1::MODALITY_PLANNED);
  EXPECT_EQ(FactsOf("{P:东湖园}有企业80家。")[0].modality(), v1::MODALITY_ASSERTED);
}

TEST(FactExtractionTest, PassingTimeIsNoFigure) {
  EXPECT_THAT(Lines(FactsOf("近五年来，{P:江城}变化很大。")),
              Not(Contains(testing::HasSubstr("5年"))));
}

TEST(FactExtractionTest, ThingsWithoutANameCanBePointedAt) {
  const auto lines =
      Lines(FactsOf("临江国际医院项目占地30亩。该医院规划床位500张。该中心、该院和园区都很大。"));
  EXPECT_THAT(lines, Contains("临江国际医院项目|占地面积|30亩"));
  EXPECT_THAT(lines, Contains(testing::EndsWith("规划床位|500张")));
}

TEST(FactExtractionTest, ClaimsOutsideOfArticlesHaveTheirNounAsSubject) {
  EXPECT_THAT(Lines(FactsOf("江城大学有留学生300名。")), Contains("江城大学|留学生数|300名"));
}

TEST(FactExtractionTest, ShortNamesAreNoSpeech) {
  for (const v1::Fact& fact :
       FactsOf("{O:东湖研究院}（以下简称“{O:东湖院=东湖研究院}”）有专利80项。")) {
    EXPECT_FALSE(fact.citations(0).has_attribution()) << fact.DebugString();
  }
}

TEST(FactExtractionTest, AnyTextIsRead) {
  for (const char* text :
       {"", "。", "“”", "“", "3家", "说：“", "{N:张明}说，", "，，，", "\n\n", "是"}) {
    FactsOf(text);
  }
}

}  // namespace
}  // namespace yinzheng::knowledge
