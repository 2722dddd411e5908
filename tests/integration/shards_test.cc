// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What an index of several shards answers is what one of a single shard answers: every kind of
// call, compared message by message. Left out are the generation, which is another one, page
// tokens, which name it, and times.

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/store/query_compiler.h"
#include "indexer/store/query_parser.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/shared_segmenter.h"
#include "tests/integration/sharded_index.h"
#include "yinzheng/v1/article_service.grpc.pb.h"
#include "yinzheng/v1/check_service.grpc.pb.h"
#include "yinzheng/v1/entity_service.grpc.pb.h"
#include "yinzheng/v1/fact_service.grpc.pb.h"
#include "yinzheng/v1/search_service.grpc.pb.h"

namespace yinzheng::testing {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

bool IsLeftOut(const FieldDescriptor& field) {
  const std::string& name = field.name();
  return name == "generation" || name == "next_page_token" ||
         (name.size() > 7 && name.compare(name.size() - 7, 7, "_micros") == 0);
}

void LeaveOut(Message& message) {
  std::vector<const FieldDescriptor*> fields;
  message.GetReflection()->ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    if (IsLeftOut(*field)) {
      message.GetReflection()->ClearField(&message, field);
    } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE && !field->is_repeated()) {
      LeaveOut(*message.GetReflection()->MutableMessage(&message, field));
    }
  }
}

struct Layout {
  enum class Where { kHere, kElsewhere, kBoth };  // Elsewhere: each served by a process of its own.

  size_t shards = 1;
  Where where = Where::kHere;
};

class ShardsTest : public ::testing::TestWithParam<Layout> {
 protected:
  void SetUp() override {
    if (GetParam().where != Layout::Where::kHere && !HasShardProgram()) {
      GTEST_SKIP() << "xapian-tools is not installed";
    }
  }

  static ServedIndex& Served(const Layout& layout) {
    if (layout.where == Layout::Where::kHere) return ShardedIndex(layout.shards);
    return RemoteIndex(layout.shards, /*mixed=*/layout.where == Layout::Where::kBoth);
  }

  template <typename Service, typename Method, typename Request>
  static auto Answer(const Layout& layout, Method method, const Request& request) {
    using Response = typename ResponseOf<Method>::type;
    const auto stub = Service::NewStub(Served(layout).channel);
    Response response;
    grpc::ClientContext context;
    const grpc::Status status = (stub.get()->*method)(&context, request, &response);
    EXPECT_TRUE(status.ok()) << request.ShortDebugString() << ": " << status.error_message();
    return response;
  }

  // Expects the same answer of one shard and of many; returns it.
  template <typename Service, typename Method, typename Request>
  static auto Same(Method method, const Request& request) {
    auto one = Answer<Service>({}, method, request);
    auto many = Answer<Service>(GetParam(), method, request);
    const auto whole = one;
    LeaveOut(one);
    LeaveOut(many);
    google::protobuf::util::MessageDifferencer differences;
    std::string report;
    differences.ReportDifferencesToString(&report);
    EXPECT_TRUE(differences.Compare(one, many)) << request.ShortDebugString() << "\n"
                                                << report.substr(0, 2000);
    return whole;
  }

  template <typename Request>
  static auto SameSearch(const Request& request) {
    return Same<v1::SearchService>(&v1::SearchService::Stub::Search, request);
  }
  static auto SameFacts(const v1::SearchFactsRequest& request) {
    return Same<v1::FactService>(&v1::FactService::Stub::SearchFacts, request);
  }

  // Entities of the corpus that facts are about.
  static std::vector<std::string> Entities() {
    v1::ListEntitiesRequest request;
    request.set_page_size(100);
    const v1::ListEntitiesResponse response =
        Same<v1::EntityService>(&v1::EntityService::Stub::ListEntities, request);
    std::vector<std::string> names;
    for (const v1::Entity& entity : response.entities()) names.push_back(entity.name());
    return names;
  }

 private:
  template <typename Method>
  struct ResponseOf;
  template <typename Stub, typename Request, typename Response>
  struct ResponseOf<grpc::Status (Stub::*)(grpc::ClientContext*, const Request&, Response*)> {
    using type = Response;
  };
};

v1::SearchRequest SearchFor(const std::string& query) {
  v1::SearchRequest request;
  request.set_query(query);
  request.set_page_size(20);
  request.set_passages_per_article(3);
  request.set_count_limit(10000);
  request.set_explain(true);
  return request;
}

TEST_P(ShardsTest, SearchesOfEveryKind) {
  for (const char* query : {"企业",
                            "青岚生物医药研究院 创新药",
                            "量子计算与人工智能的合作协议",
                            "\"签署合作协议\"",
                            "\"入驻企业 1\"",
                            "入驻企业*",
                            "\"南麓量子\" 公共平台",
                            "东堤科技园 -人工智能",
                            "title:\"新能源汽车成果\"",
                            "企业 NEAR 收入",
                            "100..300",
                            "300家",
                            "outlet:东堤时报 企业",
                            "published:2021 收入",
                            "entity:云汀大学",
                            "+论坛 成果",
                            "數據要素",
                            "第9期",
                            "期年度进",
                            "没有的词语",
                            "",
                            "\"产业协同\" OR \"专题论坛\"",
                            "gdp",
                            "*"}) {
    SCOPED_TRACE(query);
    v1::SearchRequest request = SearchFor(query);
    const v1::SearchResponse found = SameSearch(request);
    EXPECT_TRUE(found.stats().total_is_exact());
    request.set_show_reprints(true);
    SameSearch(request);
    for (const v1::SearchOrder order : {v1::SEARCH_ORDER_NEWEST, v1::SEARCH_ORDER_OLDEST}) {
      request.set_order(order);
      SameSearch(request);
    }
  }
}

TEST_P(ShardsTest, SearchesWithFacetsFiltersFreshnessAndContext) {
  v1::SearchRequest request = SearchFor("企业 收入");
  for (const v1::FacetField field :
       {v1::FACET_FIELD_OUTLET, v1::FACET_FIELD_YEAR, v1::FACET_FIELD_AUTHOR,
        v1::FACET_FIELD_ENTITY, v1::FACET_FIELD_ENTITY_TYPE}) {
    request.add_facets(field);
  }
  const v1::SearchResponse found = SameSearch(request);
  ASSERT_EQ(found.facets_size(), 5);
  EXPECT_GT(found.facets(0).counts_size(), 1);
  request.mutable_freshness()->set_half_life_days(365);
  request.set_context_budget(200);
  SameSearch(request);
  for (const char* filter :
       {"published >= 2021-01-01", "outlet = \"东堤时报\" OR author = \"记者1\"",
        "NOT outlet = \"青州日报\"", "entity = \"云汀大学\""}) {
    SCOPED_TRACE(filter);
    request.set_filter(filter);
    SameSearch(request);
  }
}

// Where counting stopped is another place; that it did is not, and no total says too much.
TEST_P(ShardsTest, TotalsAreExactForAnyNumberOfShardsOrForNone) {
  v1::SearchRequest request = SearchFor("企业");
  const int all = SameSearch(request).stats().total_articles();
  int exact = 0;
  request.set_page_size(3);  // Less than any limit.
  for (const int limit : {5, 10, 20, 30, 60, 120, 240, 500}) {
    SCOPED_TRACE(limit);
    request.set_count_limit(limit);
    const auto one = Answer<v1::SearchService>(Layout(), &v1::SearchService::Stub::Search, request);
    const auto many =
        Answer<v1::SearchService>(GetParam(), &v1::SearchService::Stub::Search, request);
    EXPECT_EQ(one.stats().total_is_exact(), many.stats().total_is_exact());
    for (const v1::SearchStats* stats : {&one.stats(), &many.stats()}) {
      EXPECT_LE(stats->total_articles(), all);
      if (stats->total_is_exact()) {
        EXPECT_EQ(stats->total_articles(), all);
      }
    }
    exact += one.stats().total_is_exact() ? 1 : 0;
  }
  EXPECT_GT(exact, 0);
  EXPECT_LT(exact, 8);
}

size_t RequiredTerms(const store::CompiledClause& clause) {
  auto terms = static_cast<size_t>(
      std::count_if(clause.terms.begin(), clause.terms.end(),
                    [](const store::QueryTerm& term) { return term.required; }));
  for (const store::CompiledClause& child : clause.children) terms += RequiredTerms(child);
  return terms;
}

// Words of a query of which a passage must have one.
size_t RequiredTerms(const std::string& query) {
  const auto segmenter = text::SharedSegmenter();
  if (!segmenter.ok()) return 0;
  const text::Analyzer analyzer(**segmenter);
  const auto compiler = store::QueryCompiler::Create(analyzer, **segmenter);
  if (!compiler.ok()) return 0;
  return RequiredTerms((*compiler)->Compile(store::ParseQuery(query)).root);
}

// Of more than 64 words those that are rare in the whole index are searched, not in each shard.
TEST_P(ShardsTest, LongQueries) {
  std::string query = "云汀大学校长何启航表示未来三年将把人工智能投入提高建设公共平台";
  // Numbers of firms in the news, most of them in one story each.
  for (int story = 0; story < 60; ++story) {
    query += " " + std::to_string(100 + 7 * story) + " " + std::to_string(20 + 3 * story);
  }
  EXPECT_GT(RequiredTerms(query), 100U);
  const v1::SearchResponse found = SameSearch(SearchFor(query));
  EXPECT_GT(found.results_size(), 10);
}

TEST_P(ShardsTest, PagesGoOnWhereTheyEnded) {
  std::vector<std::string> names[2];
  for (const size_t i : {size_t{0}, size_t{1}}) {
    v1::SearchRequest request;
    request.set_query("企业");
    request.set_page_size(7);
    do {
      const auto page = Answer<v1::SearchService>(i == 0 ? Layout() : GetParam(),
                                                  &v1::SearchService::Stub::Search, request);
      for (const v1::SearchResult& result : page.results()) {
        names[i].push_back(result.article().name());
      }
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
  }
  EXPECT_GT(names[0].size(), 50U);
  EXPECT_EQ(names[0], names[1]);
}

TEST_P(ShardsTest, FactsOfEveryKind) {
  v1::SearchFactsRequest all;
  all.set_page_size(100);
  for (int field = v1::FACT_FACET_FIELD_SUBJECT; field <= v1::FACT_FACET_FIELD_ORIGIN; ++field) {
    all.add_facets(static_cast<v1::FactFacetField>(field));
  }
  const v1::SearchFactsResponse facts = SameFacts(all);
  EXPECT_GT(facts.total_size(), 100);
  // Every fact has an origin, so that each is counted once.
  int counted = 0;
  for (const v1::FactFacetCount& count : facts.facets(facts.facets_size() - 1).counts()) {
    counted += count.count();
  }
  EXPECT_EQ(counted, facts.total_size());
  const auto search = [](auto set) {
    v1::SearchFactsRequest request;
    request.set_page_size(50);
    set(request);
    SameFacts(request);
  };
  for (const char* query :
       {"入驻企业", "总收入达到", "合作协议", "公共平台 投入", "成立", "不存在"}) {
    search([&](auto& request) { request.set_query(query); });
  }
  search([](auto& request) { request.set_unit("家"), request.set_min_amount("100"); });
  search([](auto& request) { request.set_unit("亿元"), request.set_max_amount("45.5"); });
  search(
      [](auto& request) { request.set_earliest("2020-01-01"), request.set_latest("2022-12-31"); });
  search([](auto& request) { request.set_filter("amount = 121"); });
  search([](auto& request) { request.set_property("入驻企业"); });
  search([](auto& request) { request.add_kinds(v1::FACT_KIND_QUOTATION); });
  search([](auto& request) { request.set_speaker("李明远"); });
  search([](auto& request) { request.set_modality(v1::MODALITY_PLANNED); });
  v1::BatchGetFactsRequest batch;
  for (const v1::Fact& fact : facts.facts()) batch.add_names(fact.name());
  Same<v1::FactService>(&v1::FactService::Stub::BatchGetFacts, batch);
}

TEST_P(ShardsTest, WhatIsKnownOfEntities) {
  const std::vector<std::string> entities = Entities();
  EXPECT_GT(entities.size(), 10U);
  for (const std::string& entity : entities) {
    SCOPED_TRACE(entity);
    v1::ListPropertiesRequest properties;
    properties.set_subject(entity);
    Same<v1::FactService>(&v1::FactService::Stub::ListProperties, properties);
    v1::GetTimelineRequest timeline;
    timeline.add_subjects(entity);
    Same<v1::FactService>(&v1::FactService::Stub::GetTimeline, timeline);
    v1::ListConflictsRequest conflicts;
    conflicts.set_subject(entity);
    Same<v1::FactService>(&v1::FactService::Stub::ListConflicts, conflicts);
    v1::ListMentionsRequest mentions;
    mentions.set_entity(entity);
    Same<v1::EntityService>(&v1::EntityService::Stub::ListMentions, mentions);
    v1::ListRelatedEntitiesRequest related;
    related.set_entity(entity);
    Same<v1::EntityService>(&v1::EntityService::Stub::ListRelatedEntities, related);
  }
}

TEST_P(ShardsTest, ArticlesTheirPassagesAndTheirLikes) {
  v1::ListArticlesRequest list;
  list.set_page_size(100);
  list.set_view(v1::ARTICLE_VIEW_FULL);
  const auto articles = Same<v1::ArticleService>(&v1::ArticleService::Stub::ListArticles, list);
  EXPECT_GT(articles.articles_size(), 40);
  for (const v1::Article& article : articles.articles()) {
    SCOPED_TRACE(article.external_id());
    EXPECT_FALSE(article.body().empty());
    v1::BatchGetPassagesRequest passages;
    passages.add_names(article.name() + "/passages/1");
    Same<v1::ArticleService>(&v1::ArticleService::Stub::BatchGetPassages, passages);
    v1::FindSimilarArticlesRequest similar;
    similar.set_article(article.name());
    similar.set_limit(15);
    Same<v1::SearchService>(&v1::SearchService::Stub::FindSimilarArticles, similar);
  }
}

TEST_P(ShardsTest, QuestionsClaimsAndQuotations) {
  for (const char* question :
       {"东堤科技园有多少家入驻企业？", "云汀大学的校长是谁？", "北岭汽车集团哪年成立？",
        "量子院有多少科研人员？", "西渡数字产业园2021年总收入是多少？"}) {
    v1::AskRequest request;
    request.set_question(question);
    Same<v1::SearchService>(&v1::SearchService::Stub::Ask, request);
  }
  for (const char* text :
       {"截至2023年底，云汀大学入驻企业100家。", "东堤科技园成立于2002年。",
        "院长李明远表示，“未来三年将把创新药投入提高到5亿元”。", "北岭汽车集团总收入33亿元。"}) {
    v1::CheckClaimRequest request;
    request.set_text(text);
    Same<v1::CheckService>(&v1::CheckService::Stub::CheckClaim, request);
    v1::AnalyzeTextRequest analyze;
    analyze.set_text(text);
    Same<v1::CheckService>(&v1::CheckService::Stub::AnalyzeText, analyze);
    v1::VerifyQuotesRequest quotes;
    quotes.add_quotes()->set_text(text);
    quotes.add_quotes()->set_text("未来三年将把创新药投入提高到5亿元");
    quotes.add_quotes()->set_text("双方将在量子计算领域共建实验室");
    Same<v1::CheckService>(&v1::CheckService::Stub::VerifyQuotes, quotes);
  }
}

TEST_P(ShardsTest, SuggestionsAndCorrections) {
  for (const char* prefix : {"青", "东堤", "yunting", "ytdx", "量子", "北岭汽"}) {
    v1::SuggestRequest request;
    request.set_prefix(prefix);
    Same<v1::SearchService>(&v1::SearchService::Stub::Suggest, request);
  }
  for (const char* mistyped : {"云听大学", "东提科技园", "北令汽车集团", "青兰生物医药"}) {
    SameSearch(SearchFor(mistyped));
  }
}

std::string NameOf(const ::testing::TestParamInfo<Layout>& instance) {
  constexpr const char* kWhere[] = {"Here", "Elsewhere", "Both"};
  return std::to_string(instance.param.shards) + kWhere[static_cast<size_t>(instance.param.where)];
}

INSTANTIATE_TEST_SUITE_P(Shards, ShardsTest,
                         ::testing::Values(Layout{2, Layout::Where::kHere},
                                           Layout{4, Layout::Where::kHere},
                                           Layout{2, Layout::Where::kElsewhere},
                                           Layout{4, Layout::Where::kElsewhere},
                                           Layout{4, Layout::Where::kBoth}),
                         NameOf);

}  // namespace
}  // namespace yinzheng::testing
