// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/base/status_macros.h"

#include <memory>
#include <string>

#include "gtest/gtest.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::base {
namespace {

using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::IsOkAndHolds;
using ::yinzheng::testing::StatusIs;

absl::Status ReturnIfError(const absl::Status& status, bool& went_on) {
  YZ_RETURN_IF_ERROR(status);
  went_on = true;
  return absl::OkStatus();
}

absl::StatusOr<int> AddOne(absl::StatusOr<std::unique_ptr<int>> number) {
  YZ_ASSIGN_OR_RETURN(const std::unique_ptr<int> owned, std::move(number));
  return *owned + 1;
}

TEST(ReturnIfErrorTest, GoesOnWhenOk) {
  bool went_on = false;
  EXPECT_THAT(ReturnIfError(absl::OkStatus(), went_on), IsOk());
  EXPECT_TRUE(went_on);
}

TEST(ReturnIfErrorTest, ReturnsTheErrorUnchanged) {
  bool went_on = false;
  EXPECT_THAT(ReturnIfError(absl::DataLossError("torn"), went_on),
              StatusIs(absl::StatusCode::kDataLoss, "torn"));
  EXPECT_FALSE(went_on);
}

TEST(AssignOrReturnTest, MovesTheValueOut) {
  EXPECT_THAT(AddOne(std::make_unique<int>(4)), IsOkAndHolds(5));
}

TEST(AssignOrReturnTest, ReturnsTheErrorUnchanged) {
  EXPECT_THAT(AddOne(absl::NotFoundError("no number")),
              StatusIs(absl::StatusCode::kNotFound, "no number"));
}

}  // namespace
}  // namespace yinzheng::base
