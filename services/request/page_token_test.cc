// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/request/page_token.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/request/error_info.h"
#include "yinzheng/v1/entity_service.pb.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::services {
namespace {

constexpr char kGeneration[] = "3f2a";

v1::SearchRequest Request(const std::string& query) {
  v1::SearchRequest request;
  request.set_query(query);
  return request;
}

TEST(PageTokenTest, ComesBackAsTheOffsetItWasMadeFor) {
  const v1::SearchRequest request = Request("怀柔");
  const std::string token = MakePageToken(kGeneration, request, 30);
  const auto offset = ReadPageToken(token, kGeneration, request);
  ASSERT_TRUE(offset.ok()) << offset.status();
  EXPECT_EQ(*offset, 30);
  EXPECT_EQ(*ReadPageToken("", kGeneration, request), 0);
}

TEST(PageTokenTest, PageSizeMayChangeBetweenPages) {
  v1::SearchRequest request = Request("怀柔");
  const std::string token = MakePageToken(kGeneration, request, 30);
  request.set_page_size(7);
  request.set_page_token(token);
  EXPECT_TRUE(ReadPageToken(token, kGeneration, request).ok());
}

TEST(PageTokenTest, BelongsToOneRequestAndOneGeneration) {
  const std::string token = MakePageToken(kGeneration, Request("怀柔"), 30);
  const auto other_query = ReadPageToken(token, kGeneration, Request("昌平"));
  EXPECT_EQ(ErrorInfoOf(other_query.status()).reason(), "PAGE_TOKEN_INVALID");
  const auto other_method = ReadPageToken(token, kGeneration, v1::ListMentionsRequest());
  EXPECT_EQ(ErrorInfoOf(other_method.status()).reason(), "PAGE_TOKEN_INVALID");
  const auto other_generation = ReadPageToken(token, "77b0", Request("怀柔"));
  EXPECT_EQ(other_generation.status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(ErrorInfoOf(other_generation.status()).reason(), "PAGE_TOKEN_EXPIRED");
}

TEST(PageTokenTest, EveryChangedCharacterIsNoticed) {
  const v1::SearchRequest request = Request("怀柔");
  const std::string token = MakePageToken(kGeneration, request, 30);
  for (size_t i = 0; i < token.size(); ++i) {
    std::string forged = token;
    forged[i] = forged[i] == 'A' ? 'B' : 'A';
    EXPECT_EQ(ErrorInfoOf(ReadPageToken(forged, kGeneration, request).status()).reason(),
              "PAGE_TOKEN_INVALID")
        << "position " << i;
  }
  for (const std::string& garbage :
       {std::string("x"), std::string("???"), std::string(5000, 'A')}) {
    EXPECT_FALSE(ReadPageToken(garbage, kGeneration, request).ok()) << garbage.substr(0, 9);
  }
}

TEST(PageTokenTest, PageSizesFollowTheirLimit) {
  EXPECT_EQ(*ReadPageSize(0, kSearchPage), 10);
  EXPECT_EQ(*ReadPageSize(100, kSearchPage), 100);
  EXPECT_EQ(*ReadPageSize(101, kSearchPage), 100);
  EXPECT_EQ(ReadPageSize(-1, kSearchPage).status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace yinzheng::services
