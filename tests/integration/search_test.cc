// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "indexer/text/unicode.h"
#include "tests/integration/served_corpus.h"
#include "yinzheng/v1/search_service.grpc.pb.h"

namespace yinzheng::testing {
namespace {

using Stub = v1::SearchService::Stub;
using ::testing::Contains;
using ::testing::HasSubstr;

template <typename Method, typename Request, typename Response>
grpc::Status Call(Method method, const Request& request, Response* response) {
  return ServedCorpus::Get().Call<v1::SearchService>(method, request, response);
}

v1::SearchResponse Search(const v1::SearchRequest& request) {
  v1::SearchResponse response;
  const grpc::Status status = Call(&Stub::Search, request, &response);
  EXPECT_TRUE(status.ok()) << status.error_message();
  EXPECT_FALSE(response.generation().id().empty());
  return response;
}

v1::SearchRequest Query(const std::string& query) {
  v1::SearchRequest request;
  request.set_query(query);
  return request;
}

v1::AskResponse Ask(const std::string& question) {
  v1::AskRequest request;
  request.set_question(question);
  v1::AskResponse response;
  const grpc::Status status = Call(&Stub::Ask, request, &response);
  EXPECT_TRUE(status.ok()) << status.error_message();
  EXPECT_FALSE(response.generation().id().empty());
  for (const v1::Answer& answer : response.answers()) {
    EXPECT_FALSE(answer.fact().citations().empty());
    for (const v1::Citation& citation : answer.fact().citations()) ExpectVerbatim(citation);
  }
  return response;
}

TEST(SearchTest, FindsBothScriptsByEither) {
  for (const char* query : {"科技创新片区", "科技創新片區"}) {
    const v1::SearchResponse response = Search(Query(query));
    ASSERT_GT(response.results_size(), 0) << query;
    EXPECT_EQ(response.results(0).article().external_id(), "ftz-science-innovation-area.txt")
        << query;
  }
}

TEST(SearchTest, PassagesAndHighlightsAreOfTheBody) {
  v1::SearchRequest request = Query("综合极端条件实验装置");
  request.set_passages_per_article(3);
  request.set_context_budget(200);
  const v1::SearchResponse response = Search(request);
  ASSERT_GT(response.results_size(), 0);
  int highlights = 0;
  for (const v1::SearchResult& result : response.results()) {
    EXPECT_TRUE(result.article().body().empty()) << "view BASIC has no body";
    const std::u32string body =
        text::DecodeUtf8(ServedCorpus::Get().Article(result.article().name()).body());
    for (const v1::PassageMatch& match : result.passages()) {
      const v1::TextSpan& span = match.passage().span();
      const std::string around =
          match.context_before() + match.passage().text() + match.context_after();
      EXPECT_THAT(text::EncodeUtf8(body), HasSubstr(around));
      EXPECT_LE(text::DecodeUtf8(match.context_before() + match.context_after()).size(), 200U);
      int32_t last = span.start();
      for (const v1::TextSpan& highlight : match.highlights()) {
        EXPECT_GE(highlight.start(), last);
        EXPECT_LE(highlight.end(), span.end());
        last = highlight.end();
        ++highlights;
      }
    }
  }
  EXPECT_GT(highlights, 0);
}

TEST(SearchTest, PagesShowEveryArticleOnce) {
  v1::SearchRequest request;  // everything
  request.set_page_size(2);
  std::set<std::string> names;
  int pages = 0;
  do {
    const v1::SearchResponse response = Search(request);
    for (const v1::SearchResult& result : response.results()) {
      EXPECT_TRUE(names.insert(result.article().name()).second);
    }
    request.set_page_token(response.next_page_token());
    ASSERT_LT(++pages, 10);
  } while (!request.page_token().empty());
  EXPECT_EQ(names.size(), 5U);
}

TEST(SearchTest, FiltersOrdersAndFacets) {
  v1::SearchRequest request = Query("北京");
  request.set_filter("published >= \"2023-01-01\"");
  request.set_order(v1::SEARCH_ORDER_NEWEST);
  request.add_facets(v1::FACET_FIELD_YEAR);
  const v1::SearchResponse response = Search(request);
  ASSERT_EQ(response.results_size(), 3);
  EXPECT_EQ(response.results(0).article().published().edtf(), "2024-03");
  EXPECT_EQ(response.results(2).article().published().edtf(), "2023-03");
  ASSERT_EQ(response.facets_size(), 1);
  EXPECT_EQ(response.facets(0).counts(0).value(), "2023");
  EXPECT_EQ(response.facets(0).counts(0).count(), 2);
}

TEST(SearchTest, UserTextNeverFails) {
  for (const char* query :
       {"\"", "“不成对", "-", "OR OR", "title:", "()", "a OR", "\xF0\xA0\xAE\xB7"}) {
    Search(Query(query));
  }
  std::string long_query;
  for (int i = 0; i < 2000; ++i) long_query += "科";
  EXPECT_GT(Search(Query(long_query)).warnings_size(), 0);
}

struct BadRequest {
  std::string name;
  v1::SearchRequest request;
  std::string reason;
};

class BadSearchTest : public ::testing::TestWithParam<BadRequest> {};

TEST_P(BadSearchTest, IsRefusedWithItsReason) {
  v1::SearchResponse response;
  const grpc::Status status = Call(&Stub::Search, GetParam().request, &response);
  EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(InfoOf(status).reason(), GetParam().reason);
}

BadRequest Bad(const std::string& name, const std::string& reason,
               void (*change)(v1::SearchRequest&)) {
  BadRequest bad{name, Query("北京"), reason};
  change(bad.request);
  return bad;
}

INSTANTIATE_TEST_SUITE_P(
    Requests, BadSearchTest,
    ::testing::Values(
        Bad("PageSize", "FIELD_OUT_OF_RANGE", [](auto& request) { request.set_page_size(-3); }),
        Bad("Passages", "FIELD_OUT_OF_RANGE",
            [](auto& request) { request.set_passages_per_article(11); }),
        Bad("Context", "FIELD_OUT_OF_RANGE",
            [](auto& request) { request.set_context_budget(2001); }),
        Bad("CountLimit", "FIELD_OUT_OF_RANGE", [](auto& request) { request.set_count_limit(-1); }),
        Bad("Facet", "FIELD_MALFORMED",
            [](auto& request) { request.add_facets(static_cast<v1::FacetField>(6)); }),
        Bad("Order", "FIELD_MALFORMED",
            [](auto& request) { request.set_order(static_cast<v1::SearchOrder>(9)); }),
        Bad("NoHalfLife", "FIELD_OUT_OF_RANGE", [](auto& request) { request.mutable_freshness(); }),
        Bad("ReferenceDate", "FIELD_MALFORMED",
            [](auto& request) {
              request.mutable_freshness()->set_half_life_days(30);
              request.mutable_freshness()->set_reference_date("2023-02-30");
            }),
        Bad("Filter", "FILTER_INVALID", [](auto& request) { request.set_filter("colour = 1"); }),
        Bad("Token", "PAGE_TOKEN_INVALID", [](auto& request) { request.set_page_token("abc"); })),
    [](const auto& row) { return row.param.name; });

TEST(SearchTest, PageTokensBelongToTheirRequest) {
  v1::SearchRequest request = Query("北京");
  request.set_page_size(1);
  const v1::SearchResponse first = Search(request);
  ASSERT_FALSE(first.next_page_token().empty());
  request.set_query("怀柔");
  request.set_page_token(first.next_page_token());
  v1::SearchResponse response;
  EXPECT_EQ(InfoOf(Call(&Stub::Search, request, &response)).reason(), "PAGE_TOKEN_INVALID");
}

TEST(SuggestTest, CompletesNamesInEitherScript) {
  for (const char* prefix : {"未来科学", "未來科學"}) {
    v1::SuggestRequest request;
    request.set_prefix(prefix);
    v1::SuggestResponse response;
    ASSERT_TRUE(Call(&Stub::Suggest, request, &response).ok());
    std::vector<std::string> texts;
    for (const v1::Suggestion& suggestion : response.suggestions()) {
      texts.push_back(suggestion.text());
      EXPECT_FALSE(suggestion.resource().empty());
    }
    EXPECT_THAT(texts, Contains("未来科学城")) << prefix;
  }
  v1::SuggestResponse response;
  const grpc::Status status = Call(&Stub::Suggest, v1::SuggestRequest(), &response);
  EXPECT_EQ(InfoOf(status).reason(), "FIELD_REQUIRED");
}

v1::SuggestResponse Suggest(const std::string& prefix) {
  v1::SuggestRequest request;
  request.set_prefix(prefix);
  v1::SuggestResponse response;
  const grpc::Status status = Call(&Stub::Suggest, request, &response);
  EXPECT_TRUE(status.ok()) << status.error_message();
  return response;
}

struct Typed {
  const char* prefix;
  const char* text;
  v1::SuggestionMatch match;
};

class SuggestTypedTest : public ::testing::TestWithParam<Typed> {};

TEST_P(SuggestTypedTest, FindsTheName) {
  const v1::SuggestResponse response = Suggest(GetParam().prefix);
  for (const v1::Suggestion& suggestion : response.suggestions()) {
    if (suggestion.text() != GetParam().text) continue;
    EXPECT_EQ(suggestion.match(), GetParam().match);
    EXPECT_EQ(suggestion.kind(), v1::SUGGESTION_KIND_ENTITY);
    EXPECT_GT(suggestion.count(), 0);
    EXPECT_GT(suggestion.matched().end(), 0);
    EXPECT_THAT(response.did_you_mean(), ::testing::IsEmpty());
    return;
  }
  ADD_FAILURE() << GetParam().text << " is not suggested for " << GetParam().prefix;
}

INSTANTIATE_TEST_SUITE_P(
    Ways, SuggestTypedTest,
    ::testing::Values(Typed{"未來科學", "未来科学城", v1::SUGGESTION_MATCH_PREFIX},
                      Typed{"weilaikexue", "未来科学城", v1::SUGGESTION_MATCH_PINYIN},
                      Typed{"Wèi lái kē", "未来科学城", v1::SUGGESTION_MATCH_PINYIN},
                      Typed{"wlkxc", "未来科学城", v1::SUGGESTION_MATCH_INITIALS},
                      Typed{"未来kxc", "未来科学城", v1::SUGGESTION_MATCH_MIXED},
                      Typed{"weilai科学", "未来科学城", v1::SUGGESTION_MATCH_MIXED}));

TEST(SuggestTest, ProposesWhatMayHaveBeenMeant) {
  EXPECT_THAT(Suggest("末来科学城").did_you_mean(), Contains("未来科学城"));
  EXPECT_THAT(Suggest("怀揉科学").did_you_mean(), Contains("怀柔科学"));
  EXPECT_THAT(Suggest("未来科学城").did_you_mean(), ::testing::IsEmpty());
}

TEST(SearchTest, ProposesTheNameThatWasMeant) {
  const v1::SearchResponse little = Search(Query("怀揉科学城"));
  ASSERT_GT(little.did_you_mean_size(), 0);
  EXPECT_EQ(little.did_you_mean(0), "怀柔科学城");
  EXPECT_GT(Search(Query("\"怀柔科学城\"")).stats().total_articles(),
            Search(Query("\"怀揉科学城\"")).stats().total_articles());
  EXPECT_EQ(Search(Query("北京")).did_you_mean_size(), 0);
}

TEST(FindSimilarArticlesTest, RanksOthersByLikeness) {
  v1::FindSimilarArticlesRequest request;
  request.set_article(Search(Query("高能同步辐射光源")).results(0).article().name());
  v1::FindSimilarArticlesResponse response;
  ASSERT_TRUE(Call(&Stub::FindSimilarArticles, request, &response).ok());
  ASSERT_GT(response.articles_size(), 0);
  for (const v1::SimilarArticle& similar : response.articles()) {
    EXPECT_NE(similar.article().name(), request.article());
  }
  request.set_article("articles/none");
  EXPECT_EQ(InfoOf(Call(&Stub::FindSimilarArticles, request, &response)).reason(),
            "RESOURCE_NOT_FOUND");
  request.set_text("超导量子计算与量子网络");
  ASSERT_TRUE(Call(&Stub::FindSimilarArticles, request, &response).ok());
  EXPECT_EQ(response.articles(0).article().external_id(),
            "beijing-innovation-centre-five-years.txt");
}

TEST(AskTest, FiguresAreAnsweredWithTheirCitation) {
  const v1::AskResponse response = Ask("量子院有多少全职科研人员？");
  EXPECT_EQ(response.reading().type(), v1::QUESTION_TYPE_HOW_MANY);
  ASSERT_EQ(response.entities_size(), 1);
  EXPECT_EQ(response.entities(0).display_name(), "北京量子信息科学研究院");
  ASSERT_GT(response.answers_size(), 0);
  EXPECT_EQ(response.answers(0).fact().quantity().amount(), "217");
  EXPECT_GT(response.results_size(), 0) << "passages come along";
}

TEST(AskTest, PlansAnswerAsPlans) {
  const v1::AskResponse response = Ask("高能同步辐射光源预计什么时候建成？");
  ASSERT_GT(response.answers_size(), 0);
  EXPECT_EQ(response.answers(0).fact().date().edtf(), "2025-12~");
  EXPECT_EQ(response.answers(0).fact().modality(), v1::MODALITY_PLANNED);
}

TEST(AskTest, WhatIsNotRecordedIsNotInvented) {
  const v1::AskResponse response = Ask("量子院有多少食堂？");
  EXPECT_EQ(response.answers_size(), 0);
  EXPECT_GT(response.recorded_properties_size(), 0);
}

TEST(AskTest, LimitsHold) {
  v1::AskRequest request;
  v1::AskResponse response;
  EXPECT_EQ(InfoOf(Call(&Stub::Ask, request, &response)).reason(), "FIELD_REQUIRED");
  request.set_question("去年有多少？");
  request.set_reference_date("去年");
  EXPECT_EQ(InfoOf(Call(&Stub::Ask, request, &response)).reason(), "FIELD_MALFORMED");
  request.set_reference_date("");
  std::string question;
  for (int i = 0; i < 501; ++i) question += "问";
  request.set_question(question);
  EXPECT_EQ(InfoOf(Call(&Stub::Ask, request, &response)).reason(), "FIELD_OUT_OF_RANGE");
}

}  // namespace
}  // namespace yinzheng::testing
