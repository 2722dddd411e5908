// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/request_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/base/clock.h"
#include "indexer/base/logging.h"
#include "services/request/error_info.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::services {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class RequestLogTest : public testing::Test {
 protected:
  RequestLogTest() {
    base::SetLogSink([this](std::string_view line) { lines_.emplace_back(line); });
    head_.method = "yinzheng.v1.SearchService/Ask";
    head_.request_id = "r1";
    request_.set_question("园区有多少家企业？");
  }
  ~RequestLogTest() override {
    base::SetLogSink(nullptr);
    base::SetLogLevel(base::LogLevel::kInfo);
  }

  void End(absl::Duration elapsed, const absl::Status& status) {
    log_.OnEnd({.head = head_,
                .caller = caller_,
                .status = status,
                .waited = absl::Milliseconds(2),
                .elapsed = elapsed,
                .request_bytes = 29,
                .response_bytes = 7,
                .phases = {{"match", absl::Milliseconds(900)}, {"fetch", absl::Milliseconds(300)}},
                .request = request_});
  }

  base::FakeClock clock_{absl::FromUnixSeconds(1000)};
  RequestLog log_{absl::Seconds(1), clock_};
  CallHead head_;
  std::string caller_ = "reports";
  v1::AskRequest request_;
  std::vector<std::string> lines_;
};

TEST_F(RequestLogTest, WhatGoesWellAndFastIsForDebuggingAlone) {
  End(absl::Milliseconds(5), absl::OkStatus());
  EXPECT_THAT(lines_, IsEmpty());
  base::SetLogLevel(base::LogLevel::kDebug);
  End(absl::Milliseconds(5), absl::OkStatus());
  EXPECT_THAT(lines_, ElementsAre(AllOf(HasSubstr("DEBUG request method=yinzheng.v1"),
                                        HasSubstr("code=OK"), Not(HasSubstr("园区")))));
}

TEST_F(RequestLogTest, SlowOnesShowPhasesAndWhatWasAsked) {
  head_.traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  End(absl::Milliseconds(1250), absl::OkStatus());
  EXPECT_THAT(lines_,
              ElementsAre(AllOf(
                  HasSubstr("WARNING slow request"), HasSubstr("caller=reports request_id=r1"),
                  HasSubstr("trace=00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
                  HasSubstr("millis=1250.0 waited=2.0 phases=\"match:900.0 fetch:300.0\""),
                  HasSubstr("request_bytes=29 response_bytes=7"), HasSubstr("园区有多少家企业"))));
}

TEST_F(RequestLogTest, FailuresOfTheServerAreWarningsThoseOfCallersAreNot) {
  End(absl::Milliseconds(5), FieldRequired("question"));
  End(absl::Milliseconds(5), absl::InternalError("broken"));
  EXPECT_THAT(lines_, ElementsAre(AllOf(HasSubstr("INFO request"),
                                        HasSubstr("code=INVALID_ARGUMENT reason=FIELD_REQUIRED")),
                                  AllOf(HasSubstr("WARNING request"), HasSubstr("code=INTERNAL"))));
}

TEST_F(RequestLogTest, AFloodIsCutAndCounted) {
  for (int i = 0; i < 150; ++i) End(absl::Milliseconds(5), FieldRequired("question"));
  EXPECT_EQ(lines_.size(), 10U);
  End(absl::Milliseconds(1250), absl::OkStatus());
  ASSERT_EQ(lines_.size(), 11U);
  EXPECT_THAT(lines_[10], HasSubstr("WARNING slow request")) << "a flood pushes out no warning";
  clock_.Advance(absl::Seconds(1));
  End(absl::Milliseconds(5), FieldRequired("question"));
  ASSERT_EQ(lines_.size(), 13U);
  EXPECT_THAT(lines_[11], HasSubstr("left out of the log requests=140"));
  EXPECT_THAT(lines_[12], HasSubstr("INFO request"));
}

TEST_F(RequestLogTest, WhoWasNotAdmittedIsNamedByAddress) {
  head_.peer = "ipv4:10.0.0.1:40000";
  caller_ = "";
  End(absl::Milliseconds(1), MakeError(absl::StatusCode::kUnauthenticated,
                                       v1::ERROR_REASON_TOKEN_REQUIRED, "call x: no token", {}));
  EXPECT_THAT(lines_, ElementsAre(HasSubstr("caller=ipv4:10.0.0.1:40000")));
}

}  // namespace
}  // namespace yinzheng::services
