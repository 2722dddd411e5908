// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/extracted_facts.h"

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/data_dir.h"
#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/extract/fact_extraction.h"
#include "indexer/knowledge/extract/marked_article.h"

namespace yinzheng::knowledge {
namespace {

using ::testing::IsEmpty;

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

}  // namespace

const text::Segmenter& TheSegmenter() {
  static const text::Segmenter& segmenter = *text::Segmenter::Create()->release();
  return segmenter;
}

const FactRules& TheRules() {
  static const FactRules& rules =
      *new FactRules(*FactRules::Load(absl::StrCat(*base::DataDir(), "/knowledge")));
  return rules;
}

std::vector<v1::Fact> FactsOf(const std::string& marked, const std::string& published) {
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

}  // namespace yinzheng::knowledge
