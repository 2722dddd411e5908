// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/request/error_info.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace yinzheng::services {
namespace {

TEST(ErrorInfoTest, HandlerErrorsCarryReasonAndEveryValue) {
  const absl::Status status = FieldOutOfRange("page_size", "-3", "1 to 100");
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(status.message()), testing::HasSubstr("page_size is -3; send 1 to 100"));
  const google::rpc::ErrorInfo info = ErrorInfoOf(status);
  EXPECT_EQ(info.reason(), "FIELD_OUT_OF_RANGE");
  EXPECT_EQ(info.domain(), "yinzheng");
  EXPECT_EQ(info.metadata().at("field"), "page_size");
  EXPECT_EQ(info.metadata().at("value"), "-3");
}

// What a caller typed is echoed in part: an error that outgrows gRPC's metadata reaches nobody.
TEST(ErrorInfoTest, LongValuesAreCutBetweenCharacters) {
  std::string name = "facts/";
  for (int i = 0; i < 30000; ++i) name += "量";
  for (const absl::Status& status :
       {ResourceNotFound(name, "search for it"), FieldMalformed("name", name, "facts/3f2a"),
        FieldOutOfRange("name", name, "at most 200")}) {
    EXPECT_LT(status.message().size(), 500U);
    const google::rpc::ErrorInfo info = ErrorInfoOf(status);
    for (const auto& [key, value] : info.metadata()) {
      EXPECT_LT(value.size(), 210U) << key;
      EXPECT_THAT(value, testing::Not(testing::HasSubstr("\xef\xbf\xbd")));
    }
  }
  EXPECT_EQ(CutAtCharacter("量子院", 4), "量");
  EXPECT_EQ(CutAtCharacter("量子院", 9), "量子院");
}

// Statuses of lower layers have no payload: every code still gets a reason.
TEST(ErrorInfoTest, EveryCodeHasAReason) {
  for (int code = 1; code <= 16; ++code) {
    const absl::Status status(static_cast<absl::StatusCode>(code), "open index: broken");
    EXPECT_FALSE(ErrorInfoOf(status).reason().empty()) << "code " << code;
    EXPECT_EQ(ErrorInfoOf(status).domain(), "yinzheng") << "code " << code;
  }
  EXPECT_EQ(ErrorInfoOf(absl::DataLossError("x")).reason(), "INDEX_CORRUPT");
  EXPECT_EQ(ErrorInfoOf(absl::UnavailableError("x")).reason(), "INDEX_NOT_READY");
}

}  // namespace
}  // namespace yinzheng::services
