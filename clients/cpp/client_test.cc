// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cpp/client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <utility>

#include "clients/cpp/rpc_status.h"
#include "clients/cpp/text_slice.h"
#include "google/rpc/status.pb.h"
#include "yinzheng/v1/entity_service_mock.grpc.pb.h"

namespace yinzheng::client {
namespace {

using testing::_;
using testing::DoAll;
using testing::Return;
using testing::SetArgPointee;

TEST(ClientTest, HandsOnResponses) {
  auto entity = std::make_unique<v1::MockEntityServiceStub>();
  v1::GetEntityResponse response;
  response.mutable_entity()->set_display_name("北京量子信息科学研究院");
  EXPECT_CALL(*entity, GetEntity(_, _, _))
      .WillOnce(DoAll(SetArgPointee<2>(response), Return(grpc::Status::OK)));
  Stubs stubs;
  stubs.entity = std::move(entity);
  const Client client(std::move(stubs), {.deadline = absl::Seconds(1)});
  const auto got = client.GetEntity(v1::GetEntityRequest());
  ASSERT_TRUE(got.ok()) << got.status();
  EXPECT_EQ(got->entity().display_name(), "北京量子信息科学研究院");
}

TEST(ClientTest, ErrorsKeepTheirErrorInfo) {
  google::rpc::ErrorInfo info;
  info.set_reason("RESOURCE_NOT_FOUND");
  google::rpc::Status details;
  details.add_details()->PackFrom(info);
  auto entity = std::make_unique<v1::MockEntityServiceStub>();
  EXPECT_CALL(*entity, GetEntity(_, _, _))
      .WillOnce(Return(grpc::Status(grpc::StatusCode::NOT_FOUND, "find entities/1: nothing",
                                    details.SerializeAsString())));
  Stubs stubs;
  stubs.entity = std::move(entity);
  const Client client(std::move(stubs), {.deadline = absl::Seconds(1)});
  const absl::Status status = client.GetEntity(v1::GetEntityRequest()).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  ASSERT_TRUE(GetErrorInfo(status).has_value());
  EXPECT_EQ(GetErrorInfo(status)->reason(), "RESOURCE_NOT_FOUND");
}

TEST(ClientTest, NoServerIsUnavailableWithoutErrorInfo) {
  const auto client =
      Client::Connect({.address = "unix:/nonexistent/socket", .deadline = absl::Seconds(2)});
  const absl::Status status = client->GetIndexStatus(v1::GetIndexStatusRequest()).status();
  EXPECT_FALSE(status.ok());
  EXPECT_FALSE(GetErrorInfo(status).has_value());
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
