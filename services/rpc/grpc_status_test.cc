// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/rpc/grpc_status.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "services/request/error_info.h"

namespace yinzheng::services {
namespace {

google::rpc::ErrorInfo InfoOf(const grpc::Status& status) {
  google::rpc::Status details;
  google::rpc::ErrorInfo info;
  EXPECT_TRUE(details.ParseFromString(status.error_details()));
  int infos = 0;
  for (const google::protobuf::Any& detail : details.details()) {
    infos += detail.UnpackTo(&info) ? 1 : 0;
  }
  EXPECT_EQ(infos, 1);
  return info;
}

// When to try again; zero if the error does not say.
absl::Duration RetryDelayOf(const grpc::Status& status) {
  google::rpc::Status details;
  google::rpc::RetryInfo retry;
  EXPECT_TRUE(details.ParseFromString(status.error_details()));
  for (const google::protobuf::Any& detail : details.details()) detail.UnpackTo(&retry);
  return absl::Seconds(retry.retry_delay().seconds()) +
         absl::Nanoseconds(retry.retry_delay().nanos());
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

TEST(GrpcStatusTest, SaysWhenToTryAgainWhereWaitingHelps) {
  const auto error = [](absl::StatusCode code, v1::ErrorReason reason) {
    return ToGrpcStatus(MakeError(code, reason, "call x: no room", {}));
  };
  EXPECT_EQ(RetryDelayOf(error(absl::StatusCode::kResourceExhausted, v1::ERROR_REASON_OVERLOADED)),
            absl::Milliseconds(500));
  EXPECT_EQ(
      RetryDelayOf(error(absl::StatusCode::kResourceExhausted, v1::ERROR_REASON_TOO_MANY_REQUESTS)),
      absl::Milliseconds(100));
  EXPECT_EQ(RetryDelayOf(error(absl::StatusCode::kUnavailable, v1::ERROR_REASON_INDEX_NOT_READY)),
            absl::Seconds(1));
  EXPECT_EQ(RetryDelayOf(ToGrpcStatus(FieldRequired("query"))), absl::ZeroDuration());
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
