// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/fact/fact_handler.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/record/testing/fact_maker.h"
#include "services/record/testing/served_index.h"
#include "services/request/error_info.h"

namespace yinzheng::services {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class FactHandlerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"甲院", "乙所"}) {
      index_.content().AddEntity(store::testing::MakeEntity(std::string("entities/") + name, name,
                                                            v1::ENTITY_TYPE_ORGANIZATION));
    }
    Add(FactMaker("1").Figure("217", "家", "217家").In(2021));
    Add(FactMaker("2").Figure("312", "家", "312家").In(2022));
    Add(FactMaker("3", "乙所").Figure("40", "名", "40名").Property("在职研究员数").In(2022));
    Add(FactMaker("4", "乙所").Dated("成立时间", "2017-12-24"));
    index_.Publish();
  }

  void Add(const v1::Fact& fact) { index_.content().AddFact(fact); }

  absl::StatusOr<v1::SearchFactsResponse> Search(const v1::SearchFactsRequest& request) {
    return FactHandler(index_.manager(), ServedIndex::Compiler(), ServedIndex::Rules().values)
        .SearchFacts(RequestContext::Unlimited(), request);
  }

  // `value*count` of the facet, in order.
  static std::vector<std::string> Rows(const v1::FactFacet& facet) {
    std::vector<std::string> rows;
    for (const v1::FactFacetCount& row : facet.counts()) {
      rows.push_back(absl::StrCat(row.value(), "*", row.count()));
    }
    return rows;
  }

  ServedIndex index_;
};

TEST_F(FactHandlerTest, FacetsComeInTheOrderAskedAndOnEveryPage) {
  v1::SearchFactsRequest request;
  request.add_facets(v1::FACT_FACET_FIELD_YEAR);
  request.add_facets(v1::FACT_FACET_FIELD_KIND);
  request.set_page_size(3);
  int pages = 0;
  do {
    const auto response = Search(request);
    ASSERT_TRUE(response.ok()) << response.status();
    ASSERT_EQ(response->facets_size(), 2);
    EXPECT_EQ(response->facets(0).field(), v1::FACT_FACET_FIELD_YEAR);
    EXPECT_THAT(Rows(response->facets(0)), ElementsAre("2022*2", "2017*1", "2021*1"));
    EXPECT_THAT(Rows(response->facets(1)), ElementsAre("FACT_KIND_QUANTITY*3", "FACT_KIND_DATE*1"));
    EXPECT_EQ(response->total_size(), 4);
    request.set_page_token(response->next_page_token());
    ++pages;
  } while (!request.page_token().empty());
  EXPECT_EQ(pages, 2);
}

TEST_F(FactHandlerTest, ValuesOfFacetsAreConditionsOfTheNextRequest) {
  v1::SearchFactsRequest request;
  request.add_facets(v1::FACT_FACET_FIELD_SUBJECT);
  request.add_facets(v1::FACT_FACET_FIELD_UNIT);
  request.add_facets(v1::FACT_FACET_FIELD_PROPERTY);
  const auto all = Search(request);
  ASSERT_TRUE(all.ok()) << all.status();
  for (const v1::FactFacet& facet : all->facets()) {
    ASSERT_GT(facet.counts_size(), 1);
    for (const v1::FactFacetCount& row : facet.counts()) {
      v1::SearchFactsRequest narrower;
      if (facet.field() == v1::FACT_FACET_FIELD_SUBJECT) narrower.set_subject(row.value());
      if (facet.field() == v1::FACT_FACET_FIELD_UNIT) narrower.set_unit(row.value());
      if (facet.field() == v1::FACT_FACET_FIELD_PROPERTY) narrower.set_property(row.value());
      const auto found = Search(narrower);
      ASSERT_TRUE(found.ok()) << found.status();
      EXPECT_EQ(found->total_size(), row.count()) << row.value();
    }
  }
}

TEST_F(FactHandlerTest, FacetsAreOfTheSearchThatAnswered) {
  v1::SearchFactsRequest request;
  request.set_property("研究员");  // No property is called so: those that contain it are taken.
  request.add_facets(v1::FACT_FACET_FIELD_PROPERTY);
  const auto response = Search(request);
  ASSERT_TRUE(response.ok()) << response.status();
  EXPECT_EQ(response->warnings_size(), 1);
  ASSERT_EQ(response->facets_size(), 1);
  EXPECT_THAT(Rows(response->facets(0)), ElementsAre("在职研究员数*1"));
}

TEST_F(FactHandlerTest, APageTokenBelongsToItsFacets) {
  v1::SearchFactsRequest request;
  request.set_page_size(1);
  request.add_facets(v1::FACT_FACET_FIELD_YEAR);
  const auto first = Search(request);
  ASSERT_TRUE(first.ok()) << first.status();
  request.set_page_token(first->next_page_token());
  request.add_facets(v1::FACT_FACET_FIELD_UNIT);
  EXPECT_EQ(ErrorInfoOf(Search(request).status()).reason(), "PAGE_TOKEN_INVALID");
}

TEST_F(FactHandlerTest, FacetsThatAreNoneAreRefused) {
  const struct {
    std::vector<int> facets;
    const char* field;
    const char* reason;
    const char* message;
  } rows[] = {
      {{0}, "facets", "FIELD_MALFORMED", "UNSPECIFIED"},
      {{77}, "facets", "FIELD_MALFORMED", "77"},
      {{1, 2, 1}, "facets", "FIELD_MALFORMED", "FACT_FACET_FIELD_SUBJECT"},
      {{1, 2, 3, 4, 5, 6, 7, 8, 9, 1}, "facets.size", "FIELD_OUT_OF_RANGE", "at most 9"},
  };
  for (const auto& row : rows) {
    v1::SearchFactsRequest request;
    for (const int facet : row.facets) {
      request.add_facets(static_cast<v1::FactFacetField>(facet));
    }
    const absl::Status status = Search(request).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << row.message;
    EXPECT_EQ(ErrorInfoOf(status).reason(), row.reason) << row.message;
    EXPECT_EQ(ErrorInfoOf(status).metadata().at("field"), row.field) << row.message;
    EXPECT_THAT(std::string(status.message()), HasSubstr(row.message));
  }
}

TEST_F(FactHandlerTest, AllNineMayBeAskedForAtOnce) {
  v1::SearchFactsRequest request;
  for (int field = 1; field < v1::FactFacetField_ARRAYSIZE; ++field) {
    request.add_facets(static_cast<v1::FactFacetField>(field));
  }
  const auto response = Search(request);
  ASSERT_TRUE(response.ok()) << response.status();
  EXPECT_EQ(response->facets_size(), 9);
}

}  // namespace
}  // namespace yinzheng::services
