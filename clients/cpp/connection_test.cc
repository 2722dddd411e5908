// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cpp/connection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <deque>
#include <memory>
#include <string>

#include "clients/cpp/rpc_status.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "grpcpp/security/server_credentials.h"
#include "grpcpp/server_builder.h"
#include "yinzheng/v1/entity_service.grpc.pb.h"
#include "yinzheng/v1/index_service.grpc.pb.h"

namespace yinzheng::client {
namespace {

using ::testing::HasSubstr;

const grpc::Status kUnavailable(grpc::StatusCode::UNAVAILABLE, "starting");

// Fails calls as the test says, then answers with a name of `name_bytes` bytes; keeps what the last
// call was sent with. Calls come one after another.
class FakeEntities : public v1::EntityService::Service {
 public:
  grpc::Status GetEntity(grpc::ServerContext* context, const v1::GetEntityRequest* /*request*/,
                         v1::GetEntityResponse* response) override {
    ++calls;
    deadline = context->deadline();
    const auto& metadata = context->client_metadata();
    const auto found = metadata.find("authorization");
    if (found != metadata.end()) token.assign(found->second.data(), found->second.size());
    if (!failures.empty()) {
      grpc::Status failure = failures.front();
      failures.pop_front();
      return failure;
    }
    response->mutable_entity()->set_display_name(std::string(name_bytes, 'a'));
    return grpc::Status::OK;
  }

  std::deque<grpc::Status> failures;
  size_t name_bytes = 1;
  int calls = 0;
  std::chrono::system_clock::time_point deadline;
  std::string token;
};

class FakeIndex : public v1::IndexService::Service {
 public:
  grpc::Status ReloadIndex(grpc::ServerContext* /*context*/,
                           const v1::ReloadIndexRequest* /*request*/,
                           v1::ReloadIndexResponse* /*response*/) override {
    ++calls;
    return kUnavailable;
  }

  int calls = 0;
};

class ConnectionTest : public ::testing::Test {
 protected:
  void SetUp() override {
    int port = 0;
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(&entities_);
    builder.RegisterService(&index_);
    server_ = builder.BuildAndStart();
    ASSERT_NE(server_, nullptr);
    options_.address = "127.0.0.1:" + std::to_string(port);
    options_.deadline = absl::Seconds(60);
  }

  absl::StatusOr<v1::GetEntityResponse> GetEntity() {
    return MakeConnection(options_)->GetEntity(v1::GetEntityRequest());
  }

  FakeEntities entities_;
  FakeIndex index_;
  std::unique_ptr<grpc::Server> server_;
  ClientOptions options_;
};

TEST_F(ConnectionTest, SendsAgainWhatReachedNoServer) {
  entities_.failures = {kUnavailable, kUnavailable, kUnavailable};
  EXPECT_TRUE(GetEntity().ok());
  EXPECT_EQ(entities_.calls, 4);
}

TEST_F(ConnectionTest, GivesUpAfterTheFourthTime) {
  entities_.failures = {4, kUnavailable};
  const absl::Status status = GetEntity().status();
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(status.message(), "starting");
  EXPECT_EQ(entities_.calls, 4);
}

TEST_F(ConnectionTest, SendsNothingAgainThatAServerRefused) {
  entities_.failures = {grpc::Status(grpc::StatusCode::RESOURCE_EXHAUSTED, "full")};
  EXPECT_EQ(GetEntity().status().code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(entities_.calls, 1);
}

TEST_F(ConnectionTest, AReloadIsSentOnce) {
  const absl::Status status =
      MakeConnection(options_)->ReloadIndex(v1::ReloadIndexRequest()).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(index_.calls, 1);
}

TEST_F(ConnectionTest, EveryCallHasTheDeadline) {
  const auto before = std::chrono::system_clock::now();
  ASSERT_TRUE(GetEntity().ok());
  EXPECT_GT(entities_.deadline, before);
  EXPECT_LE(entities_.deadline, std::chrono::system_clock::now() + std::chrono::seconds(61));
}

TEST_F(ConnectionTest, NoDeadlineAtAllCanBeAskedFor) {
  options_.deadline = absl::InfiniteDuration();
  ASSERT_TRUE(GetEntity().ok());
  EXPECT_GT(entities_.deadline, std::chrono::system_clock::now() + std::chrono::hours(24 * 365));
}

TEST_F(ConnectionTest, ReadsResponsesThatGrpcItselfWouldRefuse) {
  entities_.name_bytes = 5U << 20U;
  const absl::StatusOr<v1::GetEntityResponse> response = GetEntity();
  ASSERT_TRUE(response.ok()) << response.status();
  EXPECT_EQ(response->entity().display_name().size(), 5U << 20U);
}

TEST_F(ConnectionTest, ShowsTheToken) {
  ASSERT_TRUE(GetEntity().ok());
  EXPECT_EQ(entities_.token, "");
  options_.token = "secret";
  ASSERT_TRUE(GetEntity().ok());
  EXPECT_EQ(entities_.token, "Bearer secret");
}

TEST_F(ConnectionTest, ErrorsKeepTheirErrorInfo) {
  google::rpc::ErrorInfo info;
  info.set_reason("RESOURCE_NOT_FOUND");
  google::rpc::Status details;
  details.add_details()->PackFrom(info);
  entities_.failures = {grpc::Status(grpc::StatusCode::NOT_FOUND, "find entities/1: nothing",
                                     details.SerializeAsString())};
  const absl::Status status = GetEntity().status();
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  ASSERT_TRUE(GetErrorInfo(status).has_value());
  EXPECT_EQ(GetErrorInfo(status)->reason(), "RESOURCE_NOT_FOUND");
}

TEST(RefusedConnectionTest, EveryCallSaysWhy) {
  const auto connection = MakeConnection({.address = "server.example:50151", .token = "secret"});
  const absl::Status status = connection->GetIndexStatus(v1::GetIndexStatusRequest()).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(status.message(), HasSubstr("allow_insecure_token"));
}

TEST(AbsentServerTest, IsUnavailableWithoutErrorInfo) {
  const auto connection =
      MakeConnection({.address = "unix:/nonexistent/socket", .deadline = absl::Seconds(2)});
  const absl::Status status = connection->GetIndexStatus(v1::GetIndexStatusRequest()).status();
  EXPECT_FALSE(status.ok());
  EXPECT_FALSE(GetErrorInfo(status).has_value());
}

}  // namespace
}  // namespace yinzheng::client
