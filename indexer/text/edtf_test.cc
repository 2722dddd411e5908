// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/edtf.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::text {
namespace {

using ::testing::HasSubstr;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::StatusIs;

std::string Describe(const DateInterval& interval) {
  const auto day = [](const auto& end) { return end ? FormatDay(*end) : std::string(".."); };
  return day(interval.earliest) + " " + day(interval.latest);
}

TEST(EdtfTest, GivesTheDaysThatADateCovers) {
  const struct {
    const char* edtf;
    const char* days;
  } cases[] = {
      {"2023", "2023-01-01 2023-12-31"},        {"2024-02", "2024-02-01 2024-02-29"},
      {"2023-07-25", "2023-07-25 2023-07-25"},  {"2025-12~", "2025-12-01 2025-12-31"},
      {"2023-35", "2023-07-01 2023-09-30"},     {"2023-40", "2023-01-01 2023-06-30"},
      {"2023-24", "2023-12-01 2024-02-29"},     {"199X", "1990-01-01 1999-12-31"},
      {"2024-XX", "2024-01-01 2024-12-31"},     {"2024-05-XX", "2024-05-01 2024-05-31"},
      {"2021/2025", "2021-01-01 2025-12-31"},   {"2021/..", "2021-01-01 .."},
      {"../2020-06", ".. 2020-06-30"},          {"2023-03-01/2023-03-15", "2023-03-01 2023-03-15"},
      {"2018~/2023?", "2018-01-01 2023-12-31"},
  };
  for (const auto& c : cases) {
    const auto interval = ParseEdtf(c.edtf);
    ASSERT_THAT(interval, IsOk()) << c.edtf;
    EXPECT_EQ(Describe(*interval), c.days) << c.edtf;
  }
}

TEST(EdtfTest, RejectsWhatIsNoDateAndSaysWhy) {
  for (const char* edtf :
       {"", "23-07", "2023-13", "2023-02-30", "2023-7-5", "2023-07-5", "2023/2021", "../..",
        "2023-07-25T10:00", "20X3", "0000", "2023-07?~", "去年"}) {
    EXPECT_THAT(ParseEdtf(edtf), StatusIs(absl::StatusCode::kInvalidArgument)) << edtf;
  }
  EXPECT_THAT(ParseEdtf("2023-02-30"),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("there is no such day")));
  EXPECT_THAT(ParseEdtf("2023/2021"),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("ends before")));
}

}  // namespace
}  // namespace yinzheng::text
