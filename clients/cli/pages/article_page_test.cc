// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/article_page.h"

#include "gmock/gmock.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"

namespace yinzheng::cli::pages {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// The park has 3 firms and 20 labs: two facts of one sentence, a third from its quotation.
ArticleRecord Park() {
  ArticleRecord record;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(name: "articles/1"
           title: "新园区"
           language: "zh-Hans"
           body: "新园区\n图为新楼\n园区有3家企业和20间实验室。"
           masks {
             kind: MASK_KIND_CAPTION
             span { start: 4 end: 8 }
           })pb",
      &record.article));
  for (const char* text : {R"pb(name: "facts/firms"
                                property: "企业数"
                                subject { display_name: "园区" }
                                quantity { amount: "3" unit: "家" text: "3家" }
                                citations {
                                  article: "articles/1"
                                  quote: "园区有3家企业和20间实验室。"
                                  span { start: 9 end: 24 }
                                  value_span { start: 12 end: 14 }
                                }
                                citations { article: "articles/2" quote: "3家" })pb",
                           R"pb(name: "facts/labs"
                                property: "实验室数"
                                modality: MODALITY_PLANNED
                                quantity { amount: "20" text: "20间" }
                                citations {
                                  article: "articles/1"
                                  quote: "园区有3家企业和20间实验室。"
                                  span { start: 9 end: 24 }
                                  value_span { start: 17 end: 20 }
                                })pb",
                           R"pb(name: "facts/nowhere"
                                property: "位置"
                                text: "x"
                                citations {
                                  article: "articles/1"
                                  span { start: 8 end: 8 }
                                })pb"}) {
    v1::Fact fact;
    EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &fact));
    record.facts.push_back(fact);
  }
  return record;
}

std::string Page(const ArticleRecord& record) {
  const PageMap alone;
  return ArticlePage(
      record, {Labels::ForLanguage(record.article.language()), alone, "g", record.article.name()});
}

TEST(ArticlePageTest, ValuesAreMarkedAndEveryFactHasOneAnchor) {
  const std::string page = Page(Park());
  EXPECT_THAT(page, HasSubstr("<span class=\"anchor\" id=\"fact-firms\"></span>"
                              "<span class=\"k k-quantity\">3家</span></a>"));
  EXPECT_THAT(page, HasSubstr("id=\"fact-labs\""));
  EXPECT_THAT(page, HasSubstr("<li class=\"card k-attribute\" id=\"card-nowhere\" "
                              "data-kind=\"attribute\" data-q=\"0\"><span id=\"fact-nowhere\">"))
      << "a fact without a place has its anchor at its card";
}

TEST(ArticlePageTest, TheQuotationOfSeveralFactsIsOne) {
  const std::string page = Page(Park());
  EXPECT_THAT(page, HasSubstr("<span data-q=\"1\">园区有</span>"));
  EXPECT_THAT(page, HasSubstr("<span data-q=\"1\">实验室。</span>"));
}

TEST(ArticlePageTest, MasksAreNamedAndTheTitleIsPrintedOnce) {
  const std::string page = Page(Park());
  EXPECT_THAT(page, HasSubstr("<span class=\"mask-kind\">图片说明</span> 图为新楼</div>"));
  EXPECT_THAT(page, HasSubstr("<h1>新园区</h1>"));
  EXPECT_THAT(page, Not(HasSubstr("<h2>新园区</h2>")));
  EXPECT_THAT(page, HasSubstr("badge planned\">计划"));
}

TEST(ArticlePageTest, HostileTextStaysText) {
  ArticleRecord record = Park();
  const std::string hostile = "</title></script><script>alert(1)</script>";
  record.article.set_title(hostile);
  record.article.set_outlet(hostile);
  record.article.set_uri("javascript:alert(1)");
  record.article.set_body(hostile + record.article.body());
  record.article.set_language("\"><script>");
  record.facts[0].mutable_subject()->set_display_name(hostile);
  record.facts[0].mutable_citations(1)->set_uri("javascript:alert(1)");
  const std::string page = Page(record);
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page, Not(HasSubstr("\"><script>")));
  EXPECT_THAT(page, Not(HasSubstr("javascript:")));
}

TEST(ArticlePageTest, AnArticleWithoutAnything) {
  const std::string page = Page({});
  EXPECT_THAT(page, HasSubstr("<h1>（无题）</h1>"));
  EXPECT_THAT(page, HasSubstr("日期不详"));
}

}  // namespace
}  // namespace yinzheng::cli::pages
