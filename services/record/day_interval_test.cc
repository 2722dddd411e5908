// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/day_interval.h"

#include <gtest/gtest.h>

#include <string>

#include "services/request/error_info.h"

namespace yinzheng::services {
namespace {

v1::DateValue Days(const std::string& earliest, const std::string& latest) {
  v1::DateValue date;
  date.set_earliest(earliest);
  date.set_latest(latest);
  return date;
}

struct TimeRow {
  std::string name;
  v1::DateValue a;
  v1::DateValue b;
  TimeRelation relation;
};

class RelateTimesTest : public ::testing::TestWithParam<TimeRow> {};

TEST_P(RelateTimesTest, IsSymmetric) {
  EXPECT_EQ(RelateTimes(GetParam().a, GetParam().b), GetParam().relation);
  EXPECT_EQ(RelateTimes(GetParam().b, GetParam().a), GetParam().relation);
}

INSTANTIATE_TEST_SUITE_P(
    Pairs, RelateTimesTest,
    ::testing::Values(TimeRow{"Same", Days("2022-01-01", "2022-12-31"),
                              Days("2022-01-01", "2022-12-31"), TimeRelation::kSame},
                      TimeRow{"Inside", Days("2022-01-01", "2022-12-31"),
                              Days("2022-09-30", "2022-09-30"), TimeRelation::kContained},
                      TimeRow{"Apart", Days("2022-01-01", "2022-12-31"),
                              Days("2023-01-01", "2023-12-31"), TimeRelation::kDifferent},
                      TimeRow{"Astride", Days("2022-01-01", "2022-12-31"),
                              Days("2022-06-01", "2023-05-31"), TimeRelation::kDifferent},
                      TimeRow{"OpenEnd", Days("2022-01-01", ""), Days("2023-01-01", "2023-12-31"),
                              TimeRelation::kContained},
                      TimeRow{"Unset", Days("", ""), Days("2023-01-01", "2023-12-31"),
                              TimeRelation::kUnknown}),
    [](const auto& row) { return row.param.name; });

TEST(DayIntervalTest, GapCountsDaysBetween) {
  const DayInterval november = DaysOf(Days("2025-11-01", "2025-11-30"));
  const DayInterval january = DaysOf(Days("2026-01-01", "2026-01-31"));
  EXPECT_EQ(november.Gap(january), 32);
  EXPECT_EQ(january.Gap(november), 32);
  EXPECT_EQ(november.Gap(november), 0);
  EXPECT_EQ(november.length(), 30);
}

TEST(ParseDayTest, TakesOneFormOnly) {
  EXPECT_EQ(*ParseDay("earliest", "2024-02-29"), absl::CivilDay(2024, 2, 29));
  EXPECT_EQ(*ParseDay("earliest", ""), std::nullopt);
  for (const char* bad : {"2023-02-29", "2024-2-9", "2024-02", "20240229", " 2024-02-29", "去年"}) {
    const auto day = ParseDay("earliest", bad);
    ASSERT_FALSE(day.ok()) << bad;
    EXPECT_EQ(ErrorInfoOf(day.status()).reason(), "FIELD_MALFORMED") << bad;
    EXPECT_EQ(ErrorInfoOf(day.status()).metadata().at("field"), "earliest") << bad;
  }
}

}  // namespace
}  // namespace yinzheng::services
