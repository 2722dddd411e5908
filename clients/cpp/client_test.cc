// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cpp/client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "clients/cpp/rpc_status.h"
#include "clients/cpp/testing/mock_connection.h"
#include "clients/cpp/text_slice.h"

namespace yinzheng::client {
namespace {

using ::testing::_;
using ::testing::Property;
using ::testing::Return;

TEST(ClientTest, HandsOnRequestsAndResponses) {
  const auto connection = std::make_shared<MockConnection>();
  v1::GetEntityResponse response;
  response.mutable_entity()->set_display_name("北京量子信息科学研究院");
  EXPECT_CALL(*connection, GetEntity(Property(&v1::GetEntityRequest::name, "entities/1")))
      .WillOnce(Return(response));
  const Client client(connection);
  v1::GetEntityRequest request;
  request.set_name("entities/1");
  const auto got = client.GetEntity(request);
  ASSERT_TRUE(got.ok()) << got.status();
  EXPECT_EQ(got->entity().display_name(), "北京量子信息科学研究院");
}

TEST(ClientTest, ErrorsKeepTheirReason) {
  const auto connection = std::make_shared<MockConnection>();
  EXPECT_CALL(*connection, GetFact(_))
      .WillOnce(Return(ErrorWithReason(absl::StatusCode::kNotFound, "RESOURCE_NOT_FOUND",
                                       "find facts/1: nothing")));
  const absl::Status status = Client(connection).GetFact(v1::GetFactRequest()).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(status.message(), "find facts/1: nothing");
  ASSERT_TRUE(GetErrorInfo(status).has_value());
  EXPECT_EQ(GetErrorInfo(status)->reason(), "RESOURCE_NOT_FOUND");
  EXPECT_EQ(GetErrorInfo(status)->domain(), "yinzheng");
}

TEST(TextSliceTest, CountsCodePoints) {
  struct Row {
    int start, end;
    const char* want;
  };
  for (const Row& row : {Row{0, 2, "量子"}, Row{2, 4, "𠮷a"}, Row{4, 9, "院"}, Row{3, 3, ""}}) {
    v1::TextSpan span;
    span.set_start(row.start);
    span.set_end(row.end);
    EXPECT_EQ(Slice("量子𠮷a院", span), row.want);
  }
}

}  // namespace
}  // namespace yinzheng::client
