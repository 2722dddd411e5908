// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/rpc/grpc_status.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "services/request/error_info.h"

namespace yinzheng::services {
namespace {

google::rpc::ErrorInfo InfoOf(const grpc::Status& status) {
  google::rpc::Status details;
  google::rpc::ErrorInfo info;
  EXPECT_TRUE(details.ParseFromString(status.error_details()));
  EXPECT_EQ(details.details_size(), 1);
  if (details.details_size() == 1) {
    EXPECT_TRUE(details.details(0).UnpackTo(&info));
  }
  return info;
}

TEST(GrpcStatusTest, EveryCodeKeepsItsNumberAndGetsAReason) {
  EXPECT_TRUE(ToGrpcStatus(absl::OkStatus()).ok());
  for (int code = 1; code <= 16; ++code) {
    const grpc::Status status =
        ToGrpcStatus(absl::Status(static_cast<absl::StatusCode>(code), "find x: not there"));
    EXPECT_EQ(static_cast<int>(status.error_code()), code);
    EXPECT_FALSE(InfoOf(status).reason().empty()) << "code " << code;
  }
}

TEST(GrpcStatusTest, HandsOnReasonAndMetadata) {
  const grpc::Status status = ToGrpcStatus(ResourceNotFound("facts/1", "search for it"));
  EXPECT_EQ(status.error_code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(InfoOf(status).reason(), "RESOURCE_NOT_FOUND");
  EXPECT_EQ(InfoOf(status).metadata().at("name"), "facts/1");
}

TEST(GrpcStatusTest, InternalErrorsShowAnIdInsteadOfTheirMessage) {
  const grpc::Status status = ToGrpcStatus(absl::InternalError("secret path"));
  EXPECT_THAT(status.error_message(), testing::Not(testing::HasSubstr("secret")));
  const std::string id = InfoOf(status).metadata().at("error_id");
  EXPECT_THAT(status.error_message(), testing::HasSubstr(id));
}

TEST(GrpcStatusTest, LongMessagesAreCutBetweenCharacters) {
  std::string message;
  for (int i = 0; i < 600; ++i) absl::StrAppend(&message, "量");
  const grpc::Status status = ToGrpcStatus(absl::InvalidArgumentError(message));
  EXPECT_LE(status.error_message().size(), 1024U);
  EXPECT_EQ(status.error_message().size() % 3, 0U);
}

}  // namespace
}  // namespace yinzheng::services
