// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/bench/service/rpc_kinds.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "indexer/text/unicode.h"
#include "yinzheng/v1/article_service.pb.h"
#include "yinzheng/v1/check_service.pb.h"
#include "yinzheng/v1/entity_service.pb.h"
#include "yinzheng/v1/fact_service.pb.h"
#include "yinzheng/v1/index_service.pb.h"

namespace yinzheng::bench {
namespace {

// A kind whose requests `fill` makes.
template <typename Request>
RpcKind Kind(std::string name, const char* service, const char* method,
             void (*fill)(IndexSampler&, Request&)) {
  std::string path = absl::StrCat("/yinzheng.v1.", service, "/", method);
  return {std::move(name), [path = std::move(path), fill](IndexSampler& sampler) {
            Request request;
            fill(sampler, request);
            return MakeCall(path, request);
          }};
}

void AddSearchRpcs(std::vector<RpcKind>& kinds) {
  kinds.push_back(Kind<v1::SuggestRequest>(
      "Suggest", "SearchService", "Suggest", [](IndexSampler& sampler, auto& request) {
        const std::u32string name = text::DecodeUtf8(sampler.Entity().display_name());
        request.set_prefix(text::EncodeUtf8(name.substr(0, 2)));
      }));
  kinds.push_back(Kind<v1::FindSimilarArticlesRequest>(
      "FindSimilarArticles", "SearchService", "FindSimilarArticles",
      [](IndexSampler& sampler, auto& request) { request.set_article(sampler.Article().name()); }));
  kinds.push_back(
      Kind<v1::AskRequest>("Ask", "SearchService", "Ask", [](IndexSampler& sampler, auto& request) {
        const v1::Fact& fact = sampler.Fact();
        request.set_question(
            absl::StrCat(fact.subject().display_name(), fact.property(), "是多少？"));
      }));
}

void AddArticleRpcs(std::vector<RpcKind>& kinds) {
  kinds.push_back(Kind<v1::GetArticleRequest>("GetArticle, whole", "ArticleService", "GetArticle",
                                              [](IndexSampler& sampler, auto& request) {
                                                request.set_name(sampler.Article().name());
                                                request.set_view(v1::ARTICLE_VIEW_FULL);
                                              }));
  kinds.push_back(Kind<v1::BatchGetArticlesRequest>("BatchGetArticles, 10", "ArticleService",
                                                    "BatchGetArticles",
                                                    [](IndexSampler& sampler, auto& request) {
                                                      for (int i = 0; i < 10; ++i) {
                                                        request.add_names(sampler.Article().name());
                                                      }
                                                    }));
  kinds.push_back(
      Kind<v1::ListArticlesRequest>("ListArticles", "ArticleService", "ListArticles",
                                    [](IndexSampler& /*sampler*/, auto& /*request*/) {}));
  kinds.push_back(Kind<v1::BatchGetPassagesRequest>(
      "BatchGetPassages, 1", "ArticleService", "BatchGetPassages",
      [](IndexSampler& sampler, auto& request) {
        request.add_names(absl::StrCat(sampler.Article().name(), "/passages/1"));
      }));
}

void AddEntityRpcs(std::vector<RpcKind>& kinds) {
  kinds.push_back(Kind<v1::LookupEntitiesRequest>(
      kLookupKind, "EntityService", "LookupEntities", [](IndexSampler& sampler, auto& request) {
        (*request.mutable_queries())["q"].set_name(sampler.Entity().display_name());
      }));
  kinds.push_back(Kind<v1::GetEntityRequest>(
      kGetEntityKind, "EntityService", "GetEntity",
      [](IndexSampler& sampler, auto& request) { request.set_name(sampler.Entity().name()); }));
  kinds.push_back(
      Kind<v1::ListEntitiesRequest>("ListEntities", "EntityService", "ListEntities",
                                    [](IndexSampler& /*sampler*/, auto& /*request*/) {}));
  kinds.push_back(Kind<v1::ListMentionsRequest>(
      "ListMentions", "EntityService", "ListMentions",
      [](IndexSampler& sampler, auto& request) { request.set_entity(sampler.Entity().name()); }));
  kinds.push_back(Kind<v1::ListRelatedEntitiesRequest>(
      "ListRelatedEntities", "EntityService", "ListRelatedEntities",
      [](IndexSampler& sampler, auto& request) { request.set_entity(sampler.Entity().name()); }));
}

void AddFactRpcs(std::vector<RpcKind>& kinds) {
  kinds.push_back(Kind<v1::SearchFactsRequest>(
      "SearchFacts, subject", "FactService", "SearchFacts",
      [](IndexSampler& sampler, auto& request) { request.set_subject(sampler.Entity().name()); }));
  kinds.push_back(Kind<v1::SearchFactsRequest>(
      "SearchFacts, words", "FactService", "SearchFacts",
      [](IndexSampler& sampler, auto& request) { request.set_query(sampler.Words(6)); }));
  kinds.push_back(Kind<v1::GetFactRequest>(
      kGetFactKind, "FactService", "GetFact",
      [](IndexSampler& sampler, auto& request) { request.set_name(sampler.Fact().name()); }));
  kinds.push_back(Kind<v1::BatchGetFactsRequest>("BatchGetFacts, 10", "FactService",
                                                 "BatchGetFacts",
                                                 [](IndexSampler& sampler, auto& request) {
                                                   for (int i = 0; i < 10; ++i) {
                                                     request.add_names(sampler.Fact().name());
                                                   }
                                                 }));
  kinds.push_back(Kind<v1::ListPropertiesRequest>(
      "ListProperties", "FactService", "ListProperties",
      [](IndexSampler& sampler, auto& request) { request.set_subject(sampler.Entity().name()); }));
  kinds.push_back(Kind<v1::GetTimelineRequest>(
      "GetTimeline", "FactService", "GetTimeline",
      [](IndexSampler& sampler, auto& request) { request.add_subjects(sampler.Entity().name()); }));
  kinds.push_back(Kind<v1::ListConflictsRequest>(
      "ListConflicts, subject", "FactService", "ListConflicts",
      [](IndexSampler& sampler, auto& request) { request.set_subject(sampler.Entity().name()); }));
}

void AddCheckRpcs(std::vector<RpcKind>& kinds) {
  kinds.push_back(
      Kind<v1::CheckClaimRequest>("CheckClaim, a sentence", "CheckService", "CheckClaim",
                                  [](IndexSampler& sampler, auto& request) {
                                    request.set_text(sampler.Fact().citations(0).quote());
                                  }));
  kinds.push_back(Kind<v1::VerifyQuotesRequest>(
      "VerifyQuotes, 1", "CheckService", "VerifyQuotes", [](IndexSampler& sampler, auto& request) {
        request.add_quotes()->set_text(sampler.Characters(12));
      }));
  kinds.push_back(Kind<v1::AnalyzeTextRequest>(
      "AnalyzeText, 200 characters", "CheckService", "AnalyzeText",
      [](IndexSampler& sampler, auto& request) { request.set_text(sampler.Words(200)); }));
  kinds.push_back(
      Kind<v1::GetIndexStatusRequest>("GetIndexStatus", "IndexService", "GetIndexStatus",
                                      [](IndexSampler& /*sampler*/, auto& /*request*/) {}));
}

v1::SearchRequest Words(IndexSampler& sampler) {
  v1::SearchRequest request;
  request.set_query(absl::StrCat(sampler.Characters(4), " ", sampler.Characters(2)));
  return request;
}

v1::SearchRequest Sentence(IndexSampler& sampler) {
  v1::SearchRequest request;
  request.set_query(sampler.Characters(14));
  return request;
}

v1::SearchRequest Phrase(IndexSampler& sampler) {
  v1::SearchRequest request;
  request.set_query(absl::StrCat("\"", sampler.Characters(4 + sampler.Number(4)), "\""));
  return request;
}

// From the month of some article on.
v1::SearchRequest Filtered(IndexSampler& sampler) {
  v1::SearchRequest request = Words(sampler);
  const std::string day = sampler.Article().published().earliest();
  request.set_filter(
      day.size() < 7
          ? std::string("language = \"zh-hans\"")
          : absl::StrFormat("published >= \"%s-01\" AND language = \"zh-hans\"", day.substr(0, 7)));
  return request;
}

v1::SearchRequest Faceted(IndexSampler& sampler) {
  v1::SearchRequest request = Words(sampler);
  request.add_facets(v1::FACET_FIELD_OUTLET);
  request.add_facets(v1::FACET_FIELD_YEAR);
  request.add_facets(v1::FACET_FIELD_ENTITY);
  return request;
}

}  // namespace

std::vector<RpcKind> ReadingRpcs() {
  std::vector<RpcKind> kinds = {{kEmptyKind, [](IndexSampler& /*sampler*/) {
                                   return RpcCall{kEmptyRpc, grpc::ByteBuffer()};
                                 }}};
  AddSearchRpcs(kinds);
  AddArticleRpcs(kinds);
  AddEntityRpcs(kinds);
  AddFactRpcs(kinds);
  AddCheckRpcs(kinds);
  return kinds;
}

std::vector<SearchKind> SearchKinds() {
  return {{"word", Words},
          {"sentence", Sentence},
          {"phrase", Phrase},
          {"filtered", Filtered},
          {"faceted", Faceted}};
}

RpcCall SearchCall(const v1::SearchRequest& request) {
  return MakeCall("/yinzheng.v1.SearchService/Search", request);
}

}  // namespace yinzheng::bench
