// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/curated_facts.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/data_dir.h"
#include "indexer/knowledge/extract/fact_extraction.h"
#include "indexer/knowledge/extract/marked_article.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const text::Segmenter& TheSegmenter() {
  static const text::Segmenter& segmenter = *text::Segmenter::Create()->release();
  return segmenter;
}

const FactRules& TheRules() {
  static const FactRules& rules =
      *new FactRules(*FactRules::Load(absl::StrCat(*base::DataDir(), "/knowledge")));
  return rules;
}

PackRelation Relation(const std::vector<std::u32string>& cues, const std::string& quote = "") {
  return {.subject = U"东湖研究院",
          .property = "位于",
          .entity = U"东湖区",
          .cues = cues,
          .quote = quote,
          .notes = {"checked"},
          .rule = "p.textproto:7"};
}

std::vector<v1::Fact> Curated(const std::string& marked, const PackRelation& relation) {
  PackContents contents;
  contents.relations.push_back(relation);
  const KnowledgePack pack(std::move(contents));
  MarkedArticle article(marked, "2024-05", TheSegmenter());
  ExtractFacts(article.context(), TheRules(), &pack, article.knowledge());
  EXPECT_THAT(article.knowledge().rejected, IsEmpty());
  std::vector<v1::Fact> curated;
  for (const v1::Fact& fact : article.knowledge().facts) {
    if (fact.origin() == v1::FACT_ORIGIN_CURATED) curated.push_back(fact);
  }
  return curated;
}

std::vector<std::string> Quotes(const std::vector<v1::Fact>& facts) {
  std::vector<std::string> quotes;
  for (const v1::Fact& fact : facts) {
    for (const v1::Citation& citation : fact.citations()) quotes.push_back(citation.quote());
  }
  return quotes;
}

TEST(CuratedFacts, AreCitedWhereACueStands) {
  const std::vector<v1::Fact> facts =
      Curated("{O:东湖研究院}去年迁往{P:东湖区}。{O:东湖研究院}爱护树木。", Relation({U"迁往"}));
  ASSERT_THAT(facts, SizeIs(1));
  const v1::Fact& fact = facts[0];
  EXPECT_EQ(fact.property(), "位于");
  EXPECT_EQ(fact.property_id(), "located_in");
  EXPECT_EQ(fact.rule(), "p.textproto:7");
  EXPECT_THAT(fact.notes(), ElementsAre("checked"));
  EXPECT_DOUBLE_EQ(fact.confidence(), 0.95);
  EXPECT_EQ(fact.entity().display_name(), "东湖区");
  EXPECT_THAT(Quotes(facts), ElementsAre("东湖研究院去年迁往东湖区。"));
}

TEST(CuratedFacts, NeedTheSubjectInTheSentence) {
  EXPECT_THAT(Curated("{O:东湖研究院}成立。记者迁往{P:东湖区}。", Relation({U"迁往"})), IsEmpty());
}

TEST(CuratedFacts, NeedTheCueInTheClauseOfTheValue) {
  EXPECT_THAT(Curated("{O:东湖研究院}与{P:东湖区}相邻。", Relation({U"迁往"})), IsEmpty());
  EXPECT_THAT(Curated("{O:东湖研究院}迁往他处，{P:东湖区}惋惜。", Relation({U"迁往"})), IsEmpty());
}

TEST(CuratedFacts, SayWhatTheTextSaysOfAPlan) {
  const std::vector<v1::Fact> facts =
      Curated("{O:东湖研究院}计划明年迁往{P:东湖区}。", Relation({U"迁往"}));
  ASSERT_THAT(facts, SizeIs(1));
  EXPECT_EQ(facts[0].modality(), v1::MODALITY_PLANNED);
}

TEST(CuratedFacts, AreCitedByTheirQuoteAcrossAHardLineBreak) {
  const std::vector<v1::Fact> facts = Curated(
      "{O:东湖研究院}是一家从事光学研究的机构，成立已有多年。它的全部新址在\n{P:东湖区}，环境很好，"
      "来往的人也很多。",
      Relation({}, "新址在东湖区"));
  ASSERT_THAT(facts, SizeIs(1));
  EXPECT_THAT(Quotes(facts), ElementsAre("新址在\n东湖区"));
}

TEST(CuratedFacts, AQuoteInTheOtherScriptIsNoQuote) {
  const PackRelation relation = Relation({}, "新址在東湖区");
  EXPECT_THAT(Curated("{O:东湖研究院}是一家机构。它的新址在{P:东湖区}。", relation), IsEmpty());
}

TEST(CuratedFacts, AQuoteNamesTheEntityAndItsArticleTheSubject) {
  EXPECT_THAT(Curated("它的新址在{P:东湖区}。", Relation({}, "新址在东湖区")), IsEmpty());
  EXPECT_THAT(Curated("{O:东湖研究院}在{P:东湖区}。它的新址很好。", Relation({}, "新址很好")),
              IsEmpty());
}

}  // namespace
}  // namespace yinzheng::knowledge
