// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/timeline_plot.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "clients/cli/display_width.h"
#include "clients/cli/timeline_plot_points.h"
#include "clients/cli/timeline_series_maker.h"

namespace yinzheng::cli {
namespace {

TEST(TimelinePlotTest, GrowthHasRealSpacing) {
  EXPECT_EQ(SeriesMaker("家")
                .Fact("2010", "120")
                .Fact("2012", "180")
                .Fact("2020", "2600")
                .Fact("2021", "31500")
                .Plot(),
            R"(
    3.15万家 ┤                                   ●
             │
             │
             │
             │
             │
             │                                ●
       120家 ┤●     ●
             └┬─────┬──────┬─────┬─────┬──────┬───
              2010  2012   2014  2016  2018   2020
    ● fact)");
}

TEST(TimelinePlotTest, ConflictsAreMarked) {
  EXPECT_EQ(SeriesMaker("名")
                .Fact("2021", "300")
                .Fact("2022", "217")
                .Conflicting()
                .Fact("2022", "312")
                .Conflicting()
                .Plot(),
            R"(
    312名 ┤                                      ✗
          │●
          │
          │
          │
          │
          │
    217名 ┤                                      ✗
          └┬─────────────────────────────────────┬
           2021                               2022
    ● fact  ✗ conflict)");
}

TEST(TimelinePlotTest, RangesAreBars) {
  EXPECT_EQ(SeriesMaker("个")
                .Fact("2019", "100")
                .Fact("2020", "400")
                .To("600")
                .Fact("2021", "150")
                .To("200")
                .Plot(),
            R"(
    600个 ┤                   ┬
          │                   ●
          │                   │
          │                   ┴
          │
          │
          │                                      ●
    100个 ┤●
          └┬──────────────────┬──────────────────┬
           2019               2020            2021
    ● fact  ┬┴ range)");
}

TEST(TimelinePlotTest, OpenAmountsHaveArrows) {
  EXPECT_EQ(SeriesMaker("亩")
                .Fact("2019", "300")
                .Modified(v1::Quantity::MODIFIER_NEARLY)
                .Fact("2020", "500")
                .Modified(v1::Quantity::MODIFIER_MORE_THAN)
                .Fact("2021", "400")
                .Modified(v1::Quantity::MODIFIER_AT_MOST)
                .Plot(),
            R"(
          │                   ↑
    500亩 ┤                   ●
          │
          │
          │                                      ●
          │                                      ↓
          │
          │
    300亩 ┤●
          │↓
          └┬──────────────────┬──────────────────┬
           2019               2020            2021
    ● fact  ↑ that or more  ↓ that or less)");
}

TEST(TimelinePlotTest, PlansAreHollow) {
  EXPECT_EQ(SeriesMaker("公里")
                .Fact("2020", "12.5")
                .Fact("2022", "18")
                .Plan("2025", "30")
                .Plan("2030", "52")
                .Plot(),
            R"(
      52公里 ┤                                   ○
             │
             │
             │
             │                  ○
             │
             │       ●
    12.5公里 ┤●
             └┬──────┬──────┬──────┬──────┬──────┬
              2020   2022   2024   2026   2028
    ● fact  ○ plan)");
}

TEST(TimelinePlotTest, OneTimeStandsInTheMiddle) {
  EXPECT_EQ(SeriesMaker("人").Fact("2022", "40").Fact("2022", "55").Plot(),
            R"(
    55人 ┤                    ●
         │
         │
         │
         │
         │
         │
    40人 ┤                    ●
         └────────────────────┬───────────────────
                              2022
    ● fact)");
}

TEST(TimelinePlotTest, NegativeAmountsHaveAZero) {
  EXPECT_EQ(SeriesMaker("%").Fact("2020", "-2.5").Fact("2021", "8.1").Fact("2022", "0.6").Plot(),
            R"(
     8.1% ┤                   ●
          │
          │
          │
          │
        0 ┤                                      ●
          │
    -2.5% ┤●
          └┬──────────────────┬──────────────────┬
           2020               2021            2022
    ● fact)");
}

TEST(TimelinePlotTest, EqualAmountsLieOnOneRow) {
  EXPECT_EQ(SeriesMaker("座").Fact("2020", "3").Fact("2022", "3").Plot(),
            R"(
        │
        │
        │
    3座 ┤●                                       ●
        │
        │
        │
        │
        └┬───────────────────┬───────────────────┬
         2020                2021             2022
    ● fact)");
}

TEST(TimelinePlotTest, LargeAmountsAreLabelledInShort) {
  EXPECT_EQ(SeriesMaker("元").Fact("2020", "794750000000").Fact("2021", "1234567890123456").Plot(),
            R"(
    ≈1234.5678万亿元 ┤                           ●
                     │
                     │
                     │
                     │
                     │
                     │
          7947.5亿元 ┤●
                     └┬──────────────────────────┬
                      2020                    2021
    ● fact)");
}

TEST(TimelinePlotTest, AmountsBeyondAnyRangeAreDrawn) {
  EXPECT_EQ(SeriesMaker()
                .Fact("2020", "-1" + std::string(308, '0'))
                .Fact("2021", "1" + std::string(308, '0'))
                .Plot(),
            R"(
     ≈1e+308 ┤                                   ●
             │
             │
             │
           0 ┤
             │
             │
    ≈-1e+308 ┤●
             └┬──────────────────────────────────┬
              2020                            2021
    ● fact)");
}

TEST(TimelinePlotTest, WhatCannotBeDrawnIsCounted) {
  EXPECT_EQ(SeriesMaker("家")
                .Fact("2020", "5")
                .Fact("2021", "9")
                .Fact("", "7")
                .Fact("2021", "3")
                .In("户")
                .Fact("2022", "4")
                .Denied()
                .Fact("2022", "1" + std::string(400, '0'))
                .Plot(),
            R"(
    9家 ┤                                        ●
        │
        │
        │
        │
        │
        │
    5家 ┤●
        └┬───────────────────────────────────────┬
         2020                                 2021
    ● fact  not drawn: 1 undated
    2 not comparable  1 denied)");
}

TEST(TimelinePlotTest, EventsAreMarksOnTheAxis) {
  EXPECT_EQ(
      SeriesMaker().Fact("2017-12-24").Fact("2019-06").Fact("2019-06").Plan("2023-11-30").Plot(),
      R"(
    │               ●
    │      ●        ●                            ○
    └┬─────┬──────┬─────┬─────┬──────┬─────┬──────
     2017  2018   2019  2020  2021   2022  2023
    ● fact  ○ plan)");
}

TEST(TimelinePlotTest, MonthsLabelShorterAxes) {
  EXPECT_EQ(
      SeriesMaker("件").Fact("2022-11", "20").Fact("2023-02", "35").Fact("2023-03-18", "50").Plot(),
      R"(
    50件 ┤                                       ●
         │
         │
         │
         │                          ●
         │
         │
    20件 ┤●
         └┬────────────────┬────────────────┬─────
          2022-11          2023-01         2023-03
    ● fact)");
}

TEST(TimelinePlotTest, DaysLabelTheShortest) {
  EXPECT_EQ(SeriesMaker().Fact("2023-07-25").Fact("2023-07-29").Plan("2023-08-03").Plot(),
            R"(
    │●                   ●                       ○
    └┬───────────────────────┬────────────────────
     2023-07-25              2023-07-30
    ● fact  ○ plan)");
}

TEST(TimelinePlotTest, ManyEventsOfOneTimeEndInAPlus) {
  EXPECT_EQ(SeriesMaker()
                .Fact("2020")
                .Fact("2020")
                .Fact("2020")
                .Fact("2020")
                .Fact("2020")
                .Fact("2020")
                .Plan("2021")
                .Plot(),
            R"(
    │+
    │●
    │●
    │●
    │●                                           ○
    └┬───────────────────────────────────────────┬
     2020                                     2021
    ● fact  ○ plan  + more of them)");
}

TEST(TimelinePlotTest, FewerThanTwoPointsAreNoPlot) {
  EXPECT_TRUE(PlotTimeline(SeriesMaker().series(), 80).empty());
  EXPECT_TRUE(PlotTimeline(SeriesMaker("家").Fact("2020", "5").series(), 80).empty());
  EXPECT_TRUE(PlotTimeline(SeriesMaker("家").Fact("", "5").Fact("", "7").series(), 80).empty());
  EXPECT_TRUE(PlotTimeline(SeriesMaker().Fact("2020").Fact("2020").series(), 80).empty());
  EXPECT_TRUE(PlotTimeline(SeriesMaker().Fact("2020-02-30").Fact("2021").series(), 80).empty());
  EXPECT_FALSE(PlotTimeline(SeriesMaker().Fact("2020-02-29").Fact("2021").series(), 80).empty());
}

TEST(TimelinePlotTest, StaysWithinItsWidth) {
  const v1::TimelineSeries series = SeriesMaker("平方公里")
                                        .Fact("1998", "31416.25")
                                        .To("40000")
                                        .Fact("2003-05-06", "52000")
                                        .Modified(v1::Quantity::MODIFIER_MORE_THAN)
                                        .Fact("2004", "50000")
                                        .Modified(v1::Quantity::MODIFIER_LESS_THAN)
                                        .Fact("", "1")
                                        .Fact("2004", "52")
                                        .In("亩")
                                        .Fact("2005", "61000")
                                        .Conflicting()
                                        .Plan("2030", "90000")
                                        .series();
  EXPECT_TRUE(PlotTimeline(series, 0).empty());
  int drawn = 0;
  for (int width = 1; width <= 200; ++width) {
    for (const std::string& line : PlotTimeline(series, width)) {
      EXPECT_LE(DisplayWidth(line), std::min(width, 100)) << line;
      ++drawn;
    }
  }
  EXPECT_GT(drawn, 1000);
}

TEST(ReadPlotPointsTest, AYearToNovemberIsNoFigureOfJanuary) {
  SeriesMaker maker("元");
  maker.Fact("2022", "42").Fact("2022-09", "31").Fact("2022-11", "38");
  v1::TimelineSeries series = maker.series();
  for (v1::TimelineGroup& group : *series.mutable_groups()) {
    v1::DateValue& time = *group.mutable_time();
    time.set_earliest("2022-01-01");
    time.set_latest(time.edtf().size() == 4 ? "2022-12-31" : time.edtf() + "-30");
  }
  const PlotPoints read = ReadPlotPoints(series);
  ASSERT_EQ(read.points.size(), 3U);
  EXPECT_EQ(read.points[0].day, absl::CivilDay(2022, 12, 31));
  EXPECT_EQ(read.points[1].day, absl::CivilDay(2022, 9, 30));
  EXPECT_EQ(read.points[2].day, absl::CivilDay(2022, 11, 30));
  series.mutable_groups()->DeleteSubrange(1, 2);
  EXPECT_EQ(ReadPlotPoints(series).points[0].day, absl::CivilDay(2022, 1, 1))
      << "whole years stand over their labels";
}

TEST(ShortAmountTest, CountsInWanAndYi) {
  const struct {
    const char* decimal;
    const char* label;
  } rows[] = {{"0", "0"},
              {"9999", "9999"},
              {"10000", "1万"},
              {"-28200", "-2.82万"},
              {"0.333333", "≈0.3333"},
              {"0.5000", "0.5"},
              {"794750000000", "7947.5亿"},
              {"1234567890123", "≈1.2345万亿"},
              {"100000001", "≈1亿"},
              {"123456789012345678901", "≈1.23e+20"}};
  for (const auto& row : rows) EXPECT_EQ(ShortAmount(row.decimal), row.label) << row.decimal;
}

}  // namespace
}  // namespace yinzheng::cli
