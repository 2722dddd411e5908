// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/fact_resolver.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace yinzheng::knowledge {
namespace {

v1::Fact Headcount(const std::string& article, const std::string& outlet,
                   const std::string& quote) {
  v1::Fact fact;
  fact.mutable_subject()->set_entity(LocalEntityId(0));
  fact.mutable_subject()->set_display_name("东湖研究院");
  fact.set_property("科研人员数");
  fact.mutable_quantity()->set_amount("217");
  fact.mutable_quantity()->set_unit("名");
  fact.mutable_time()->set_edtf("2024");
  fact.set_modality(v1::MODALITY_ASSERTED);
  fact.set_polarity(v1::POLARITY_POSITIVE);
  fact.set_confidence(0.7);
  v1::Citation& citation = *fact.add_citations();
  citation.set_article(article);
  citation.set_outlet(outlet);
  citation.set_quote(quote);
  citation.mutable_span()->set_end(20);
  return fact;
}

ArticleKnowledge ArticleWith(v1::Fact fact) {
  ArticleKnowledge knowledge;
  knowledge.article = fact.citations(0).article();
  knowledge.facts.push_back(std::move(fact));
  return knowledge;
}

v1::EntityRef SameEntity(size_t, int32_t) {
  v1::EntityRef ref;
  ref.set_entity("entities/lake");
  ref.set_display_name("东湖研究院");
  return ref;
}

TEST(FactResolverTest, MergesWhatSaysTheSame) {
  const auto facts = ResolveFacts(
      {ArticleWith(Headcount("articles/a", "江城日报", "东湖研究院有科研人员217名")),
       ArticleWith(Headcount("articles/b", "湖滨晚报", "截至今年该院全职科研人员数达到217名之多"))},
      SameEntity);
  ASSERT_EQ(facts.size(), 1u);
  EXPECT_EQ(facts[0].citations_size(), 2);
  EXPECT_EQ(facts[0].independent_sources(), 2);
  EXPECT_EQ(facts[0].subject().entity(), "entities/lake");
  EXPECT_EQ(facts[0].name().rfind("facts/", 0), 0u);
}

TEST(FactResolverTest, WhatAPackStatesIsCurated) {
  v1::Fact found = Headcount("articles/a", "江城日报", "东湖研究院有科研人员217名");
  found.set_origin(v1::FACT_ORIGIN_EXTRACTED);
  found.set_rule("quantity.subject");
  v1::Fact curated = Headcount("articles/b", "湖滨晚报", "截至今年该院全职科研人员数达到217名之多");
  curated.set_origin(v1::FACT_ORIGIN_CURATED);
  curated.set_rule("lake.textproto:3");
  const auto facts = ResolveFacts({ArticleWith(found), ArticleWith(curated)}, SameEntity);
  ASSERT_EQ(facts.size(), 1u);
  EXPECT_EQ(facts[0].citations_size(), 2);
  EXPECT_EQ(facts[0].origin(), v1::FACT_ORIGIN_CURATED);
  EXPECT_EQ(facts[0].rule(), "lake.textproto:3");
}

TEST(FactResolverTest, ReprintsCountOnce) {
  const std::string quote = "东湖研究院有科研人员217名";
  const auto same_words =
      ResolveFacts({ArticleWith(Headcount("articles/a", "江城日报", quote)),
                    ArticleWith(Headcount("articles/b", "湖滨晚报", quote + "。"))},
                   SameEntity);
  ASSERT_EQ(same_words.size(), 1u);
  EXPECT_EQ(same_words[0].independent_sources(), 1);
  const auto same_outlet =
      ResolveFacts({ArticleWith(Headcount("articles/a", "江城日报", quote)),
                    ArticleWith(Headcount("articles/b", "江城日报", "另一种完全不同的说法在此"))},
                   SameEntity);
  ASSERT_EQ(same_outlet.size(), 1u);
  EXPECT_EQ(same_outlet[0].independent_sources(), 1);
  const auto same_article =
      ResolveFacts({ArticleWith(Headcount("articles/a", "江城日报", quote)),
                    ArticleWith(Headcount("articles/b", "湖滨晚报", "另一种完全不同的说法在此"))},
                   SameEntity, {{"articles/a", "articles/c"}, {"articles/b", "articles/c"}});
  ASSERT_EQ(same_article.size(), 1u);
  EXPECT_EQ(same_article[0].independent_sources(), 1);
}

TEST(FactResolverTest, NothingThatDiffersIsMerged) {
  const v1::Fact base = Headcount("articles/a", "江城日报", "甲");
  std::vector<v1::Fact> others(8, Headcount("articles/b", "湖滨晚报", "乙"));
  others[0].mutable_quantity()->set_amount("218");
  others[1].mutable_quantity()->set_unit("家");
  others[2].mutable_quantity()->set_modifier(v1::Quantity::MODIFIER_NEARLY);
  others[3].clear_time();
  others[4].set_modality(v1::MODALITY_PLANNED);
  others[5].set_polarity(v1::POLARITY_NEGATIVE);
  others[6].set_property("教师数");
  v1::Qualifier& scope = *others[7].add_qualifiers();
  scope.set_key("范围");
  scope.set_value("全国");
  for (const v1::Fact& other : others) {
    EXPECT_EQ(ResolveFacts({ArticleWith(base), ArticleWith(other)}, SameEntity).size(), 2u)
        << other.DebugString();
  }
}

TEST(FactResolverTest, OrderOfArticlesDoesNotMatter) {
  const ArticleKnowledge a = ArticleWith(Headcount("articles/a", "江城日报", "甲的说法"));
  const ArticleKnowledge b = ArticleWith(Headcount("articles/b", "湖滨晚报", "乙说"));
  const auto forward = ResolveFacts({a, b}, SameEntity);
  const auto backward = ResolveFacts({b, a}, SameEntity);
  ASSERT_EQ(forward.size(), backward.size());
  EXPECT_EQ(forward[0].SerializeAsString(), backward[0].SerializeAsString());
}

TEST(FactResolverTest, ThingsWithoutEntityStayInTheirArticle) {
  v1::Fact a = Headcount("articles/a", "江城日报", "甲");
  v1::Fact b = Headcount("articles/b", "湖滨晚报", "乙");
  a.mutable_subject()->clear_entity();
  b.mutable_subject()->clear_entity();
  EXPECT_EQ(ResolveFacts({ArticleWith(a), ArticleWith(b)}, SameEntity).size(), 2u);
}

}  // namespace
}  // namespace yinzheng::knowledge
