// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/request/text_limits.h"

#include <gtest/gtest.h>

#include <string>

#include "services/request/error_info.h"

namespace yinzheng::services {
namespace {

TEST(TextLimitsTest, CountsCodePointsNotBytes) {
  EXPECT_TRUE(CheckRequiredText("query", "量子院𠮷", 4).ok());
  EXPECT_EQ(ErrorInfoOf(CheckRequiredText("query", "量子院𠮷", 3)).reason(), "FIELD_OUT_OF_RANGE");
  EXPECT_EQ(ErrorInfoOf(CheckRequiredText("query", "", 3)).reason(), "FIELD_REQUIRED");
  EXPECT_TRUE(CheckOptionalText("query", "", 3).ok());
}

TEST(TextLimitsTest, ResourceNamesNeedTheirCollectionAndAnId) {
  EXPECT_TRUE(CheckResourceName("name", "entities/3f2a", "entities").ok());
  EXPECT_EQ(ErrorInfoOf(CheckResourceName("name", "", "entities")).reason(), "FIELD_REQUIRED");
  const std::string too_long = "entities/" + std::string(300, 'a');
  for (const std::string& bad : {std::string("entities/"), std::string("entity/3f2a"),
                                 std::string("articles/3f2a"), std::string("3f2a"), too_long}) {
    EXPECT_EQ(ErrorInfoOf(CheckResourceName("name", bad, "entities")).reason(), "FIELD_MALFORMED")
        << bad;
  }
}

TEST(TextLimitsTest, BatchesAreNeitherEmptyNorTooLarge) {
  EXPECT_EQ(ErrorInfoOf(CheckBatchSize("names", 0, 100)).reason(), "FIELD_REQUIRED");
  EXPECT_TRUE(CheckBatchSize("names", 100, 100).ok());
  EXPECT_EQ(ErrorInfoOf(CheckBatchSize("names", 101, 100)).reason(), "FIELD_OUT_OF_RANGE");
}

}  // namespace
}  // namespace yinzheng::services
