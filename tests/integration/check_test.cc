// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "indexer/text/unicode.h"
#include "tests/integration/served_corpus.h"
#include "yinzheng/v1/check_service.grpc.pb.h"

namespace yinzheng::testing {
namespace {

using Stub = v1::CheckService::Stub;

template <typename Method, typename Request, typename Response>
grpc::Status Call(Method method, const Request& request, Response* response) {
  return ServedCorpus::Get().Call<v1::CheckService>(method, request, response);
}

v1::CheckClaimResponse Check(const std::string& text) {
  v1::CheckClaimRequest request;
  request.set_text(text);
  v1::CheckClaimResponse response;
  const grpc::Status status = Call(&Stub::CheckClaim, request, &response);
  EXPECT_TRUE(status.ok()) << status.error_message();
  EXPECT_FALSE(response.generation().id().empty());
  const auto length = static_cast<int32_t>(text::DecodeUtf8(text).size());
  for (const v1::Assertion& assertion : response.assertions()) {
    EXPECT_GE(assertion.span().start(), 0);
    EXPECT_LE(assertion.span().end(), length);
    EXPECT_FALSE(assertion.explanation().empty());
    for (const v1::Fact& fact : assertion.facts()) {
      for (const v1::Citation& citation : fact.citations()) ExpectVerbatim(citation);
    }
  }
  return response;
}

struct ClaimRow {
  std::string text;
  v1::Verdict verdict;
  v1::VerdictReason reason;
};

class CheckClaimTest : public ::testing::TestWithParam<ClaimRow> {};

TEST_P(CheckClaimTest, FirstAssertion) {
  const ClaimRow& row = GetParam();
  const v1::CheckClaimResponse response = Check(row.text);
  ASSERT_GT(response.assertions_size(), 0);
  const v1::Assertion& first = response.assertions(0);
  EXPECT_EQ(v1::Verdict_Name(first.verdict()), v1::Verdict_Name(row.verdict))
      << first.explanation();
  EXPECT_EQ(v1::VerdictReason_Name(first.reason()), v1::VerdictReason_Name(row.reason));
}

INSTANTIATE_TEST_SUITE_P(
    Claims, CheckClaimTest,
    ::testing::Values(ClaimRow{"北京量子信息科学研究院的全职科研人员为217名。",
                               v1::VERDICT_SUPPORTED, v1::VERDICT_REASON_UNSPECIFIED},
                      ClaimRow{"量子院的全职科研人员超过200名", v1::VERDICT_SUPPORTED,
                               v1::VERDICT_REASON_UNSPECIFIED},
                      // Neither says of when: held against what is recorded (docs/checks.md).
                      ClaimRow{"量子院的全职科研人员为317名。", v1::VERDICT_CONTRADICTED,
                               v1::VERDICT_REASON_VALUE_DIFFERS},
                      ClaimRow{"北京自贸区科技创新片区总面积为45.2平方公里。",
                               v1::VERDICT_CONTRADICTED, v1::VERDICT_REASON_VALUE_DIFFERS},
                      ClaimRow{"上海图书馆的藏书为5700万册。", v1::VERDICT_NOT_FOUND,
                               v1::VERDICT_REASON_UNSPECIFIED}));

TEST(CheckClaimTest, TextWithoutStatementsSaysSo) {
  const v1::CheckClaimResponse response = Check("你好");
  EXPECT_EQ(response.assertions_size(), 0);
  EXPECT_EQ(response.warnings_size(), 1);
}

TEST(CheckClaimTest, LimitsHold) {
  v1::CheckClaimRequest request;
  v1::CheckClaimResponse response;
  EXPECT_EQ(InfoOf(Call(&Stub::CheckClaim, request, &response)).reason(), "FIELD_REQUIRED");
  request.set_text("量子院有217名全职科研人员。");
  request.set_reference_date("2022-13-01");
  EXPECT_EQ(InfoOf(Call(&Stub::CheckClaim, request, &response)).reason(), "FIELD_MALFORMED");
  std::string text;
  for (int i = 0; i < 20001; ++i) text += "字";
  request.set_text(text);
  EXPECT_EQ(InfoOf(Call(&Stub::CheckClaim, request, &response)).reason(), "FIELD_OUT_OF_RANGE");
}

v1::QuoteResult Verify(const std::string& text, const std::string& speaker) {
  v1::VerifyQuotesRequest request;
  v1::QuoteToVerify& quote = *request.add_quotes();
  quote.set_text(text);
  quote.set_speaker(speaker);
  v1::VerifyQuotesResponse response;
  const grpc::Status status = Call(&Stub::VerifyQuotes, request, &response);
  EXPECT_TRUE(status.ok()) << status.error_message();
  for (const v1::Citation& citation : response.results(0).citations()) ExpectVerbatim(citation);
  return response.results(0);
}

struct QuoteRow {
  std::string text;
  std::string speaker;
  v1::QuoteVerdict verdict;
};

class VerifyQuotesTest : public ::testing::TestWithParam<QuoteRow> {};

TEST_P(VerifyQuotesTest, Verdict) {
  const v1::QuoteResult result = Verify(GetParam().text, GetParam().speaker);
  EXPECT_EQ(v1::QuoteVerdict_Name(result.verdict()), v1::QuoteVerdict_Name(GetParam().verdict));
  EXPECT_EQ(result.citations().empty(), GetParam().verdict == v1::QUOTE_VERDICT_NOT_FOUND);
  EXPECT_EQ(result.differences().empty(), GetParam().verdict != v1::QUOTE_VERDICT_ALTERED);
}

INSTANTIATE_TEST_SUITE_P(
    Quotes, VerifyQuotesTest,
    ::testing::Values(
        QuoteRow{"科研人员由此不再受各种繁琐报表之累", "", v1::QUOTE_VERDICT_VERBATIM},
        QuoteRow{"科研人員由此不再受各種繁瑣報表之累", "", v1::QUOTE_VERDICT_VERBATIM_FOLDED},
        QuoteRow{"科研人员由此不再受繁琐的报表之累", "", v1::QUOTE_VERDICT_ALTERED},
        QuoteRow{"我们明天去公园放风筝看大象", "", v1::QUOTE_VERDICT_NOT_FOUND},
        QuoteRow{"量子院的全职科研人员为217名", "张硕", v1::QUOTE_VERDICT_VERBATIM},
        QuoteRow{"量子院的全职科研人员为217名", "程静", v1::QUOTE_VERDICT_OTHER_SPEAKER}));

TEST(VerifyQuotesTest, SpeakersThatAreNotRecordedAreNotGuessed) {
  const v1::QuoteResult result = Verify("高能同步辐射光源HEPS就建在怀柔综合性国家科学中心", "程静");
  EXPECT_EQ(result.verdict(), v1::QUOTE_VERDICT_VERBATIM);
  EXPECT_THAT(result.differences(), ::testing::ElementsAre("the record does not say who said it"));
}

TEST(VerifyQuotesTest, LimitsHold) {
  v1::VerifyQuotesRequest request;
  v1::VerifyQuotesResponse response;
  EXPECT_EQ(InfoOf(Call(&Stub::VerifyQuotes, request, &response)).reason(), "FIELD_REQUIRED");
  request.add_quotes()->set_text("“……”");
  EXPECT_EQ(InfoOf(Call(&Stub::VerifyQuotes, request, &response)).reason(), "FIELD_MALFORMED");
  for (int i = 0; i < 50; ++i) request.add_quotes()->set_text("引");
  EXPECT_EQ(InfoOf(Call(&Stub::VerifyQuotes, request, &response)).reason(), "FIELD_OUT_OF_RANGE");
}

TEST(AnalyzeTextTest, FindsMentionsNumbersQuantitiesAndDates) {
  v1::AnalyzeTextRequest request;
  request.set_text("去年6月，怀柔科学城的企业超过300家，增长6%。");
  request.set_reference_date("2023-07-25");
  v1::AnalyzeTextResponse response;
  ASSERT_TRUE(Call(&Stub::AnalyzeText, request, &response).ok());
  ASSERT_EQ(response.dates_size(), 1);
  EXPECT_EQ(response.dates(0).date().edtf(), "2022-06");
  ASSERT_EQ(response.quantities_size(), 2);
  EXPECT_EQ(response.quantities(0).quantity().amount(), "300");
  EXPECT_EQ(response.quantities(0).quantity().modifier(), v1::Quantity::MODIFIER_MORE_THAN);
  ASSERT_GT(response.mentions_size(), 0);
  EXPECT_EQ(response.mentions(0).text(), "怀柔科学城");
  EXPECT_EQ(response.mentions(0).entity().entity(), ServedCorpus::Get().EntityNamed("怀柔科学城"));
  EXPECT_GT(response.numbers_size(), 1);
  request.set_reference_date("昨天");
  EXPECT_EQ(InfoOf(Call(&Stub::AnalyzeText, request, &response)).reason(), "FIELD_MALFORMED");
}

}  // namespace
}  // namespace yinzheng::testing
