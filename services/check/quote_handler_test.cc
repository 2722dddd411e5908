// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/check/quote_handler.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "services/record/article_text.h"
#include "services/record/testing/fact_maker.h"
#include "services/record/testing/served_index.h"

namespace yinzheng::services {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

class QuoteHandlerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    index_.content().AddArticle(store::testing::MakeArticle(
        "articles/1", "开放共享",
        "院长说：“设备要开放\n　　共享，不能关起门来用。”记者离开。\n尾声。"));
    index_.content().AddArticle(store::testing::MakeArticle(
        "articles/2", "轉載", "院長說：「人才要量身定製，不看帽子。」"));
    v1::Fact said = FactMaker("q").Text("言论", "设备要开放共享，不能关起门来用。").SaidBy("甲院");
    v1::Citation& citation = *said.mutable_citations(0);
    citation.set_article("articles/1");
    *citation.mutable_span() = MakeSpan(5, 25);
    index_.content().AddFact(said);
    index_.content().AddEntity(
        store::testing::MakeEntity("entities/甲院", "甲院", v1::ENTITY_TYPE_PERSON, {"甲先生"}));
    index_.content().AddEntity(
        store::testing::MakeEntity("entities/乙院", "乙院", v1::ENTITY_TYPE_PERSON));
    index_.Publish();
  }

  v1::QuoteResult Verify(const std::string& text, const std::string& speaker = "") {
    v1::VerifyQuotesRequest request;
    v1::QuoteToVerify& quote = *request.add_quotes();
    quote.set_text(text);
    quote.set_speaker(speaker);
    const auto response = QuoteHandler(index_.manager(), ServedIndex::Compiler())
                              .VerifyQuotes(RequestContext::Unlimited(), request);
    EXPECT_TRUE(response.ok()) << response.status();
    return response.ok() ? response->results(0) : v1::QuoteResult();
  }

  ServedIndex index_;
};

TEST_F(QuoteHandlerTest, LineBreaksOfThePrintDoNotMatter) {
  const v1::QuoteResult result = Verify("设备要开放共享，不能关起门来用");
  EXPECT_EQ(result.verdict(), v1::QUOTE_VERDICT_VERBATIM);
  ASSERT_EQ(result.citations_size(), 1);
  EXPECT_EQ(result.citations(0).quote(), "设备要开放\n　　共享，不能关起门来用");
  EXPECT_EQ(result.citations(0).attribution().speaker().entity(), "entities/甲院");
}

TEST_F(QuoteHandlerTest, OtherScriptsAreToldApart) {
  EXPECT_EQ(Verify("人才要量身定制，不看帽子").verdict(), v1::QUOTE_VERDICT_VERBATIM_FOLDED);
}

TEST_F(QuoteHandlerTest, SpeakersByAnyOfTheirNames) {
  EXPECT_EQ(Verify("不能关起门来用", "甲院").verdict(), v1::QUOTE_VERDICT_VERBATIM);
  EXPECT_EQ(Verify("不能关起门来用", "甲先生").verdict(), v1::QUOTE_VERDICT_VERBATIM);
  EXPECT_EQ(Verify("不能关起门来用", "乙院").verdict(), v1::QUOTE_VERDICT_OTHER_SPEAKER);
  const v1::QuoteResult unknown = Verify("人才要量身定製", "乙院");
  EXPECT_EQ(unknown.verdict(), v1::QUOTE_VERDICT_VERBATIM);
  EXPECT_THAT(unknown.differences(), Contains(HasSubstr("does not say who")));
}

TEST_F(QuoteHandlerTest, LikenessIsReportedNeverAccepted) {
  const v1::QuoteResult result = Verify("设备应该开放共享，不能关起门来自己用");
  EXPECT_EQ(result.verdict(), v1::QUOTE_VERDICT_ALTERED);
  EXPECT_EQ(result.citations_size(), 1);
  EXPECT_THAT(result.differences(), Contains(HasSubstr("“自己” is not in the record")));
  EXPECT_EQ(Verify("明年的预算还要再增加一倍才够").verdict(), v1::QUOTE_VERDICT_NOT_FOUND);
}

}  // namespace
}  // namespace yinzheng::services
