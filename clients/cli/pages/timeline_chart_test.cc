// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/timeline_chart.h"

#include "absl/strings/str_split.h"
#include "clients/cli/pages/chart_labels.h"
#include "clients/cli/pages/chart_scale.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace yinzheng::cli::pages {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

const Labels& Simplified() { return Labels::ForLanguage("zh-Hans"); }

ChartPoint Point(int number, const std::string& earliest, const std::string& latest,
                 std::optional<double> figure) {
  return {.number = number,
          .earliest = earliest,
          .latest = latest,
          .time = earliest,
          .label = "约3家",
          .low = figure,
          .high = std::nullopt,
          .link = Href::Local("#fact-a")};
}

std::string Draw(const TimelineChart& chart) {
  HtmlWriter html;
  WriteTimelineChart(html, chart, Simplified());
  return html.Take();
}

size_t Count(const std::string& text, const std::string& part) {
  const std::vector<std::string> pieces = absl::StrSplit(text, part);
  return pieces.size() - 1;
}

TEST(TimelineChartTest, OnePointIsNotWorthDrawing) {
  EXPECT_FALSE(IsWorthDrawing({"", "", {}}));
  EXPECT_EQ(Draw({"", "", {Point(1, "2021-01-01", "2021-12-31", 3)}}), "\n");
  const TimelineChart undated{"", "", {Point(1, "2021-01-01", "", 3), Point(2, "", "", 4)}};
  EXPECT_FALSE(IsWorthDrawing(undated));
}

TEST(TimelineChartTest, FiguresHaveAnAxisAndEveryPointALink) {
  const std::string svg = Draw(
      {"企业数",
       "家",
       {Point(1, "2021-05-01", "2021-05-01", 3), Point(2, "2024-05-01", "2024-05-01", 30000)}});
  EXPECT_EQ(Count(svg, "<a href=\"#fact-a\">"), 2U);
  EXPECT_EQ(Count(svg, "<circle"), 2U);
  EXPECT_THAT(svg, HasSubstr(">家</text>"));
  EXPECT_THAT(svg, HasSubstr(">2022-01</text>"));
  EXPECT_THAT(svg, HasSubstr("aria-label=\"企业数\""));
  EXPECT_EQ(Count(svg, ">约3家</text>"), 2U);
}

TEST(TimelineChartTest, StretchesAreBarsAndPlansAreHollow) {
  TimelineChart chart{"",
                      "",
                      {Point(1, "2016-01-01", "2020-12-31", std::nullopt),
                       Point(2, "2025-06-01", "", std::nullopt)}};
  chart.points[1].plan = true;
  const std::string svg = Draw(chart);
  EXPECT_EQ(Count(svg, "<rect"), 1U);
  EXPECT_THAT(svg, HasSubstr("<circle class=\"mark plan\""));
  EXPECT_THAT(svg, HasSubstr("· 计划</title>"));
}

TEST(TimelineChartTest, ConflictsHaveAShapeAndAWord) {
  for (const bool figures : {true, false}) {
    TimelineChart chart{
        "", "", {Point(1, "2021-05-01", "2021-05-01", 3), Point(2, "2021-05-01", "2021-05-01", 9)}};
    for (ChartPoint& point : chart.points) {
      point.conflicting = true;
      if (!figures) point.low.reset();
    }
    const std::string svg = Draw(chart);
    EXPECT_EQ(Count(svg, "<path"), 2U);
    EXPECT_EQ(Count(svg, "<circle"), 0U);
    EXPECT_EQ(Count(svg, ">冲突</text>"), 2U) << "figures: " << figures;
  }
}

TEST(TimelineChartTest, RangesOfFiguresAreWhiskers) {
  TimelineChart chart{
      "",
      "",
      {Point(1, "2021-05-01", "2021-05-01", 400), Point(2, "2022-05-01", "2022-05-01", 500)}};
  chart.points[0].high = 600;
  EXPECT_EQ(Count(Draw(chart), "whisker"), 3U);
}

TEST(TimelineChartTest, PointsOfOneDayStandInRows) {
  TimelineChart chart{"", "", {}};
  for (int i = 1; i <= 3; ++i) {
    chart.points.push_back(Point(i, "2021-05-01", "2021-05-01", std::nullopt));
  }
  const std::string svg = Draw(chart);
  for (const char* y : {"cy=\"71.7\"", "cy=\"45.7\"", "cy=\"19.7\""}) {
    EXPECT_THAT(svg, HasSubstr(y));
  }
}

TEST(TimelineChartTest, MoreThanTwelveRowsAreCounted) {
  TimelineChart chart{"", "", {}};
  for (int i = 1; i <= 40; ++i) {
    chart.points.push_back(Point(i, "2021-05-01", "2021-05-01", std::nullopt));
  }
  const std::string svg = Draw(chart);
  EXPECT_EQ(Count(svg, "<circle"), 12U);
  EXPECT_THAT(svg, HasSubstr(">+28</text>"));
}

TEST(TimelineChartTest, FiguresTooNearForDoublesAreDrawnAsEqual) {
  struct Pair {
    double low, high;
  };
  for (const Pair& pair : {Pair{1e17, 100000000000000016}, Pair{0.3, 0.1 + 0.2},
                           Pair{-1e17, -99999999999999984}, Pair{1e300, 1e300}}) {
    const std::string svg = Draw({"",
                                  "",
                                  {Point(1, "2021-05-01", "2021-05-01", pair.low),
                                   Point(2, "2022-05-01", "2022-05-01", pair.high)}});
    EXPECT_EQ(Count(svg, "<circle"), 2U) << pair.low;
    EXPECT_LE(Count(svg, "class=\"grid\""), 11U) << pair.low;
    EXPECT_GE(Count(svg, "class=\"grid\""), 1U) << pair.low;
    EXPECT_THAT(svg, Not(HasSubstr("nan"))) << pair.low;
    EXPECT_THAT(svg, Not(HasSubstr("inf"))) << pair.low;
  }
}

TEST(TimelineChartTest, HostileLabelsStayText) {
  TimelineChart chart{
      "\"><script>",
      "</svg>",
      {Point(1, "2021-05-01", "2021-05-01", 3), Point(2, "2022-05-01", "2022-05-01", 4)}};
  chart.points[0].label = "</svg><script>";
  const std::string svg = Draw(chart);
  EXPECT_THAT(svg, Not(HasSubstr("<script>")));
  EXPECT_EQ(Count(svg, "</svg>"), 1U);
}

TEST(ChartScaleTest, TicksAreRoundAndFew) {
  const auto labels = [](const std::vector<Tick>& ticks) {
    std::vector<std::string> lines;
    for (const Tick& tick : ticks) lines.push_back(tick.label);
    return lines;
  };
  EXPECT_THAT(labels(FigureTicks(0, 35000, 4, Simplified())),
              ElementsAre("0", "1万", "2万", "3万"));
  EXPECT_THAT(labels(TimeTicks(*DayNumber("2019-06-01"), *DayNumber("2022-02-01"), 4)),
              ElementsAre("2020", "2021", "2022"));
  EXPECT_THAT(labels(TimeTicks(*DayNumber("2021-01-15"), *DayNumber("2021-04-15"), 8)),
              ElementsAre("2021-02", "2021-03", "2021-04"));
  EXPECT_LE(TimeTicks(*DayNumber("0200-01-01"), *DayNumber("2021-04-15"), 8).size(), 8U);
  EXPECT_THAT(FigureTicks(3, 3, 4, Simplified()), ElementsAre());
  for (const char* date : {"2021", "2021-05", "12021-05-01", "2021-05-01T10:00"}) {
    EXPECT_FALSE(DayNumber(date).has_value()) << date;
  }
}

TEST(ChartScaleTest, TicksEndWhereDoublesAreFurtherApartThanSteps) {
  EXPECT_TRUE(FigureTicks(1e17, 100000000000000016, 4, Simplified()).empty());
  EXPECT_TRUE(FigureTicks(0.3, 0.1 + 0.2, 4, Simplified()).empty());
  EXPECT_LE(FigureTicks(-1e300, 1e300, 4, Simplified()).size(), 11U);
}

TEST(ChartLabelsTest, LabelsNeverCoverEachOther) {
  LabelPlacer placer({0, 0, 200, 60});
  std::vector<Box> boxes;
  for (int i = 0; i < 12; ++i) {
    const auto box = placer.PlaceBeside({95, 25, 105, 35}, 60, 14);
    if (box.has_value()) boxes.push_back(*box);
  }
  EXPECT_GE(boxes.size(), 3U);
  for (size_t i = 0; i < boxes.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      const bool apart = boxes[i].left >= boxes[j].right || boxes[j].left >= boxes[i].right ||
                         boxes[i].top >= boxes[j].bottom || boxes[j].top >= boxes[i].bottom;
      EXPECT_TRUE(apart) << i << " " << j;
    }
  }
}

TEST(ChartLabelsTest, Shortens) {
  EXPECT_EQ(Shortened("一二三", 3), "一二三");
  EXPECT_EQ(Shortened("一二三四", 3), "一二三…");
}

}  // namespace
}  // namespace yinzheng::cli::pages
