// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "tests/integration/served_corpus.h"
#include "yinzheng/v1/entity_service.grpc.pb.h"

namespace yinzheng::testing {
namespace {

using Stub = v1::EntityService::Stub;

template <typename Method, typename Request, typename Response>
grpc::Status Call(Method method, const Request& request, Response* response) {
  return ServedCorpus::Get().Call<v1::EntityService>(method, request, response);
}

v1::LookupResult LookUp(const std::string& name) {
  v1::LookupEntitiesRequest request;
  (*request.mutable_queries())["q"].set_name(name);
  v1::LookupEntitiesResponse response;
  const grpc::Status status = Call(&Stub::LookupEntities, request, &response);
  EXPECT_TRUE(status.ok()) << status.error_message();
  return response.results().at("q");
}

struct LookupRow {
  std::string asked;
  std::string display_name;
  v1::MatchKind kind;
  bool match;
};

class LookupTest : public ::testing::TestWithParam<LookupRow> {};

TEST_P(LookupTest, BestCandidateFirst) {
  const LookupRow& row = GetParam();
  const v1::LookupResult result = LookUp(row.asked);
  ASSERT_GT(result.candidates_size(), 0) << row.asked;
  const v1::EntityCandidate& best = result.candidates(0);
  EXPECT_EQ(best.entity().display_name(), row.display_name);
  EXPECT_EQ(v1::MatchKind_Name(best.match_kind()), v1::MatchKind_Name(row.kind));
  EXPECT_EQ(best.match(), row.match) << best.reason();
  EXPECT_EQ(best.reason().empty(), row.match);
  EXPECT_EQ(result.nearest_size(), 0);
  double last = 1;
  for (const v1::EntityCandidate& candidate : result.candidates()) {
    EXPECT_LE(candidate.score(), last);
    EXPECT_GT(candidate.score(), 0);
    EXPECT_TRUE(&candidate == &best || !candidate.match());
    last = candidate.score();
  }
}

INSTANTIATE_TEST_SUITE_P(
    Names, LookupTest,
    ::testing::Values(
        LookupRow{"北京量子信息科学研究院", "北京量子信息科学研究院", v1::MATCH_KIND_EXACT, true},
        LookupRow{"量子院", "北京量子信息科学研究院", v1::MATCH_KIND_EXACT, true},
        LookupRow{"北京量子信息科學研究院", "北京量子信息科学研究院", v1::MATCH_KIND_SCRIPT, true},
        LookupRow{"北京 量子信息科学研究院", "北京量子信息科学研究院", v1::MATCH_KIND_FOLDED, true},
        LookupRow{"北京量子信息", "北京量子信息科学研究院", v1::MATCH_KIND_PREFIX, false},
        LookupRow{"量子信息科学", "北京量子信息科学研究院", v1::MATCH_KIND_PARTIAL, false}));

TEST(LookupEntitiesTest, WhatMatchesNothingNamesTheNearest) {
  const v1::LookupResult result = LookUp("北京量子研究中心");
  EXPECT_EQ(result.candidates_size(), 0);
  EXPECT_GT(result.nearest_size(), 0);
}

TEST(LookupEntitiesTest, LimitsHold) {
  v1::LookupEntitiesRequest request;
  v1::LookupEntitiesResponse response;
  EXPECT_EQ(InfoOf(Call(&Stub::LookupEntities, request, &response)).reason(), "FIELD_REQUIRED");
  (*request.mutable_queries())["q"];
  EXPECT_EQ(InfoOf(Call(&Stub::LookupEntities, request, &response)).reason(), "FIELD_REQUIRED");
  (*request.mutable_queries())["q"].set_name("北京");
  (*request.mutable_queries())["q"].set_limit(-1);
  EXPECT_EQ(InfoOf(Call(&Stub::LookupEntities, request, &response)).reason(), "FIELD_OUT_OF_RANGE");
  (*request.mutable_queries())["q"].set_limit(0);
  (*request.mutable_queries())["q"].set_context(std::string(2001, 'a'));
  EXPECT_EQ(InfoOf(Call(&Stub::LookupEntities, request, &response)).reason(), "FIELD_OUT_OF_RANGE");
  (*request.mutable_queries())["q"].clear_context();
  for (int i = 0; i < 101; ++i) (*request.mutable_queries())[std::to_string(i)].set_name("北京");
  EXPECT_EQ(InfoOf(Call(&Stub::LookupEntities, request, &response)).reason(), "FIELD_OUT_OF_RANGE");
}

TEST(GetEntityTest, HasItsNamesWithCitations) {
  v1::GetEntityRequest request;
  request.set_name(ServedCorpus::Get().EntityNamed("量子院"));
  v1::GetEntityResponse response;
  ASSERT_TRUE(Call(&Stub::GetEntity, request, &response).ok());
  EXPECT_GT(response.entity().aliases_size(), 1);
  for (const v1::EntityAlias& alias : response.entity().aliases()) {
    if (alias.has_citation()) ExpectVerbatim(alias.citation());
  }
  request.set_name("entities/none");
  EXPECT_EQ(InfoOf(Call(&Stub::GetEntity, request, &response)).reason(), "RESOURCE_NOT_FOUND");
}

TEST(ListEntitiesTest, PagesMostMentionedFirst) {
  v1::ListEntitiesRequest request;
  request.set_page_size(70);
  std::set<std::string> names;
  int last = 1 << 30;
  int total = 0;
  do {
    v1::ListEntitiesResponse response;
    ASSERT_TRUE(Call(&Stub::ListEntities, request, &response).ok());
    for (const v1::Entity& entity : response.entities()) {
      EXPECT_LE(entity.mention_count(), last);
      last = entity.mention_count();
      EXPECT_TRUE(names.insert(entity.name()).second);
    }
    total = response.total_size();
    request.set_page_token(response.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_EQ(names.size(), static_cast<size_t>(total));
  EXPECT_GT(total, 100);
}

TEST(ListEntitiesTest, OfOneArticleAndType) {
  v1::ListMentionsRequest mentions;
  mentions.set_entity(ServedCorpus::Get().EntityNamed("高能同步辐射光源"));
  v1::ListMentionsResponse found;
  ASSERT_TRUE(Call(&Stub::ListMentions, mentions, &found).ok());
  v1::ListEntitiesRequest request;
  request.set_article(found.mentions(0).mention().article());
  request.add_types(v1::ENTITY_TYPE_PERSON);
  v1::ListEntitiesResponse response;
  ASSERT_TRUE(Call(&Stub::ListEntities, request, &response).ok());
  EXPECT_GT(response.total_size(), 0);
  for (const v1::Entity& entity : response.entities()) {
    EXPECT_EQ(entity.type(), v1::ENTITY_TYPE_PERSON);
  }
}

TEST(ListMentionsTest, StandInTheirCitedSentence) {
  v1::ListMentionsRequest request;
  request.set_entity(ServedCorpus::Get().EntityNamed("怀柔科学城"));
  request.set_page_size(3);
  int count = 0;
  int total = 0;
  do {
    v1::ListMentionsResponse response;
    ASSERT_TRUE(Call(&Stub::ListMentions, request, &response).ok());
    for (const v1::MentionContext& context : response.mentions()) {
      ++count;
      ExpectVerbatim(context.sentence());
      EXPECT_THAT(context.sentence().quote(), ::testing::HasSubstr(context.mention().text()));
      EXPECT_GE(context.mention().span().start(), context.sentence().span().start());
      EXPECT_LE(context.mention().span().end(), context.sentence().span().end());
      EXPECT_EQ(context.mention().source().end_byte() - context.mention().source().start_byte(),
                static_cast<int64_t>(context.mention().text().size()));
    }
    total = response.total_size();
    request.set_page_token(response.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_EQ(count, total);
  EXPECT_GT(count, 3);
}

TEST(ListRelatedEntitiesTest, BothDirectionsCited) {
  v1::ListRelatedEntitiesRequest request;
  request.set_entity(ServedCorpus::Get().EntityNamed("量子院"));
  v1::ListRelatedEntitiesResponse both;
  ASSERT_TRUE(Call(&Stub::ListRelatedEntities, request, &both).ok());
  std::set<v1::RelationDirection> directions;
  for (const v1::RelatedEntity& related : both.related()) {
    directions.insert(related.direction());
    ExpectVerbatim(related.citation());
    EXPECT_FALSE(related.fact().empty());
  }
  EXPECT_EQ(directions.size(), 2U);
  request.set_direction(v1::RELATION_DIRECTION_OUTGOING);
  request.set_property("位于");
  v1::ListRelatedEntitiesResponse one;
  ASSERT_TRUE(Call(&Stub::ListRelatedEntities, request, &one).ok());
  std::set<std::string> places;
  for (const v1::RelatedEntity& related : one.related()) {
    EXPECT_EQ(related.property(), "位于");
    EXPECT_EQ(related.direction(), v1::RELATION_DIRECTION_OUTGOING);
    places.insert(related.entity().display_name());
  }
  EXPECT_THAT(places, ::testing::Contains("中关村软件园"));
}

}  // namespace
}  // namespace yinzheng::testing
