// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/knowledge/extract/extracted_facts.h"

namespace yinzheng::knowledge {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

TEST(SpeechFactsTest, QuotationHasItsSpeaker) {
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

TEST(SpeechFactsTest, NamesInQuotationMarksAreNoQuotations) {
  for (const std::string& line :
       Lines(FactsOf("{P:江城}着力打造“光谷”，{P:江城}的“双创”氛围浓厚。"))) {
    EXPECT_FALSE(absl::StrContains(line, "言论")) << line;
  }
}

TEST(SpeechFactsTest, ReportedSpeechIsStatedWhereNothingElseIs) {
  const auto facts = FactsOf("{O:东湖研究院}副院长{N:李青}认为，这样的安排会让年轻人更有干劲。");
  const auto view = std::find_if(facts.begin(), facts.end(),
                                 [](const v1::Fact& fact) { return fact.property() == "观点"; });
  ASSERT_NE(view, facts.end());
  EXPECT_EQ(view->text(), "这样的安排会让年轻人更有干劲");
  EXPECT_EQ(view->subject().display_name(), "李青");
  EXPECT_EQ(view->citations(0).attribution().mode(), v1::ATTRIBUTION_MODE_INDIRECT);
  for (const std::string& line :
       Lines(FactsOf("{O:东湖研究院}副院长{N:李青}介绍，{P:东湖园}有企业80家。"))) {
    EXPECT_FALSE(absl::StrContains(line, "观点")) << line;
  }
}

// A statement that begins or ends with a quotation keeps both of its marks.
TEST(SpeechFactsTest, ReportedSpeechSplitsNoQuotation) {
  const std::pair<const char*, const char*> cases[] = {
      {"{N:李青}认为，“智慧湖”的经验会让年轻人更有干劲。", "“智慧湖”的经验会让年轻人更有干劲"},
      {"{N:李青}认为，《湖岸条例》的修订会让人更有干劲。", "《湖岸条例》的修订会让人更有干劲"},
      {"{N:李青}认为，这样的安排会让年轻人有“幸福感”。", "这样的安排会让年轻人有“幸福感”"},
  };
  for (const auto& [text, expected] : cases) {
    std::vector<std::string> views;
    for (const v1::Fact& fact : FactsOf(text)) {
      if (fact.property() == "观点") views.push_back(fact.text());
    }
    EXPECT_THAT(views, ElementsAre(expected));
  }
}

// The modality of the one view that `text` reports; unspecified if there is not one.
v1::Modality ViewOf(const char* text) {
  v1::Modality modality = v1::MODALITY_UNSPECIFIED;
  for (const v1::Fact& fact : FactsOf(text)) {
    if (fact.property() == "观点") modality = fact.modality();
  }
  return modality;
}

TEST(SpeechFactsTest, ProposalsAndForecastsAreNoAssertions) {
  for (const char* text :
       {"{N:张明}建议，明年将园区面积扩大一倍左右。", "{N:张明}呼吁，把更多时间还给年轻的研究者。",
        "{N:张明}要求，各部门把安全生产放在首位。", "{N:张明}期待，更多年轻人来这里大展身手。",
        "{N:张明}表示，今后将让年轻人更有干劲。", "{N:张明}说，明年这里的环境更舒适宜人。"}) {
    EXPECT_EQ(ViewOf(text), v1::MODALITY_PLANNED) << text;
  }
  for (const char* text : {"{N:张明}预测，这样的安排让年轻人更有干劲。",
                           "{N:张明}认为，这样的安排可能让人更有干劲。"}) {
    EXPECT_EQ(ViewOf(text), v1::MODALITY_ESTIMATED) << text;
  }
  EXPECT_EQ(ViewOf("{N:张明}认为，这样的安排让年轻人更有干劲。"), v1::MODALITY_ASSERTED);
}

TEST(SpeechFactsTest, WeIsTheInstitutionOfTheSpeaker) {
  EXPECT_THAT(Lines(FactsOf("“我们已培养博士300名。”{O:东湖研究院}副院长{N:李青}说。")),
              Contains("东湖研究院|博士数|300名"));
}

TEST(SpeechFactsTest, ReportedSpeechIsIndirect) {
  for (const v1::Fact& fact : FactsOf("{O:江城市发改委}相关负责人介绍，{P:东湖园}有企业80家。")) {
    if (!fact.has_quantity()) continue;
    const v1::Attribution& attribution = fact.citations(0).attribution();
    EXPECT_EQ(attribution.speaker().display_name(), "江城市发改委");
    EXPECT_EQ(attribution.title(), "相关负责人");
    EXPECT_EQ(attribution.mode(), v1::ATTRIBUTION_MODE_INDIRECT);
  }
}

TEST(SpeechFactsTest, ShortNamesAreNoSpeech) {
  for (const v1::Fact& fact :
       FactsOf("{O:东湖研究院}（以下简称“{O:东湖院=东湖研究院}”）有专利80项。")) {
    EXPECT_FALSE(fact.citations(0).has_attribution()) << fact.DebugString();
  }
}

// Who the fact of `property` in `text` is credited to; empty if nobody, "none" if there is no such
// fact.
std::string SpeakerOf(const std::string& text, const std::string& property) {
  for (const v1::Fact& fact : FactsOf(text)) {
    if (fact.property() != property) continue;
    return fact.citations(0).has_attribution()
               ? fact.citations(0).attribution().speaker().display_name()
               : "";
  }
  return "none";
}

TEST(SpeechFactsTest, SourcesWithoutANameSpeak) {
  EXPECT_EQ(SpeakerOf("据{P:江国}媒体报道，{P:东湖园}有企业80家。", "企业数"), "江国媒体");
  EXPECT_EQ(SpeakerOf("{P:江国}军方当天称，{P:东湖园}有企业80家。", "企业数"), "江国军方");
  EXPECT_EQ(SpeakerOf("会议指出，{P:东湖园}有企业80家。", "企业数"), "会议");
  EXPECT_EQ(SpeakerOf("会议指出，发展要快。{P:东湖园}有企业80家。", "企业数"), "会议");
  EXPECT_EQ(SpeakerOf("统计数据显示，发展很快。{P:东湖园}有企业80家。", "企业数"), "");
}

TEST(SpeechFactsTest, ASourceOfDataIsNotWhatTheDataAreAbout) {
  for (const char* source :
       {"{O:江城统计局}数据显示，", "{O:江城统计局}今天（5月9日）发布的数据显示，",
        "{O:江城统计局}最新统计显示，", "{O:江城统计局}消息，", "{O:江城统计局}今天公布："}) {
    const std::string text = absl::StrCat(source, "{P:东湖园}有企业80家。");
    EXPECT_EQ(SpeakerOf(text, "企业数"), "江城统计局") << text;
    const std::string further = absl::StrCat(source, "形势很好。3月份，汽车销量增长8%。");
    for (const v1::Fact& fact : FactsOf(further)) {
      EXPECT_FALSE(fact.has_quantity() && fact.subject().display_name() == "江城统计局") << further;
    }
  }
}

TEST(SpeechFactsTest, WhatIsCarriedOutIsNotSaidAgain) {
  for (const char* text : {"落实{N:李青}主任重要指示和决策部署，更好激发内生动力和活力。",
                           "按照{N:李青}提出的要求，更好激发内生动力和活力。"}) {
    EXPECT_EQ(ViewOf(text), v1::MODALITY_UNSPECIFIED) << text;
  }
}

TEST(SpeechFactsTest, TimesBetweenASourceAndItsVerbAreNoDistance) {
  EXPECT_EQ(SpeakerOf("{O:江城卫健委}今天（5月9日）通报，{P:东湖园}新增病例80例。", "病例数"),
            "江城卫健委");
}

TEST(SpeechFactsTest, TheArticleSpeaksForItselfAgain) {
  const std::string said = "{N:李青}表示，形势很好。";
  EXPECT_EQ(SpeakerOf(said + "{P:东湖园}有企业80家。", "企业数"), "李青");
  EXPECT_EQ(SpeakerOf(said + "另据了解，{P:东湖园}有企业80家。", "企业数"), "");
  EXPECT_EQ(SpeakerOf(said + "5月9日上午，{P:东湖园}新增企业80家。", "企业数"), "");
}

TEST(SpeechFactsTest, APronounMeansWhoActedLast) {
  EXPECT_EQ(
      SpeakerOf("{N:李青}表示，形势很好。\n随后，{N:王立}主持会议。他指出，{P:东湖园}有企业80家。",
                "企业数"),
      "王立");
}

}  // namespace
}  // namespace yinzheng::knowledge
