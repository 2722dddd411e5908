// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/timeline_section.h"

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace yinzheng::cli::pages {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

// A group with one fact, `facts/N` of the year N.
v1::TimelineGroup& Add(v1::TimelineSeries& series, int year, const std::string& amount,
                       const std::string& unit) {
  v1::TimelineGroup& group = *series.add_groups();
  group.mutable_time()->set_edtf(absl::StrCat(year));
  group.mutable_time()->set_earliest(absl::StrCat(year, "-01-01"));
  group.mutable_time()->set_latest(absl::StrCat(year, "-12-31"));
  v1::Fact& fact = *group.add_facts();
  fact.set_name(absl::StrCat("facts/", year));
  fact.mutable_quantity()->set_amount(amount);
  fact.mutable_quantity()->set_unit(unit);
  fact.mutable_quantity()->set_text(absl::StrCat(amount, unit));
  return group;
}

v1::TimelineSeries Series() {
  v1::TimelineSeries series;
  series.set_unit("家");
  Add(series, 2020, "120", "家");
  Add(series, 2022, "300", "家");
  return series;
}

std::string Write(const v1::TimelineSeries& series, bool names_subject = false) {
  const PageMap alone;
  const PageContext context{Labels::ForLanguage("zh-Hans"), alone, "1"};
  FactRows rows(context);
  HtmlWriter html;
  WriteTimelineSection(html, {"企业数", {&series}, names_subject}, rows, context);
  return html.Take();
}

std::vector<int> Numbers(const v1::TimelineSeries& series) {
  std::vector<int> numbers;
  for (const NumberedGroup& group : NumberGroups({&series}, series.unit())) {
    numbers.push_back(group.number);
  }
  return numbers;
}

TEST(TimelineSectionTest, OtherUnitsAndDenialsAreRowsOnly) {
  v1::TimelineSeries series = Series();
  Add(series, 2021, "9", "亿元");
  Add(series, 2023, "500", "家").mutable_facts(0)->set_polarity(v1::POLARITY_NEGATIVE);
  Add(series, 2024, "600", "家");
  EXPECT_THAT(Numbers(series), ElementsAre(1, 0, 2, 0, 3));
  const std::string html = Write(series);
  const std::string svg = html.substr(0, html.find("</svg>"));
  for (const char* shown : {"2020", "2022", "2024"}) {
    EXPECT_THAT(svg, HasSubstr(absl::StrCat("#fact-", shown)));
  }
  for (const char* row : {"2021", "2023"}) {
    EXPECT_THAT(svg, Not(HasSubstr(absl::StrCat("#fact-", row))));
    EXPECT_THAT(html, HasSubstr(absl::StrCat("id=\"fact-", row, "\"")));
  }
}

TEST(TimelineSectionTest, AmountsThatNoAxisHoldsAreRowsOnly) {
  for (const char* amount : {"1e400", "-1e400", "nan", "inf", "2e300", "many", ""}) {
    v1::TimelineSeries series = Series();
    Add(series, 2021, amount, "家");
    Add(series, 2023, "5", "家").mutable_facts(0)->mutable_quantity()->set_upper_amount("1e999");
    EXPECT_THAT(Numbers(series), ElementsAre(1, 0, 2, 0)) << amount;
    const std::string html = Write(series);
    const std::string svg = html.substr(0, html.find("</svg>"));
    EXPECT_THAT(svg, HasSubstr("class=\"grid\"")) << amount;
    EXPECT_THAT(svg, Not(HasSubstr("nan"))) << amount;
    EXPECT_THAT(svg, Not(HasSubstr("inf"))) << amount;
  }
}

TEST(TimelineSectionTest, HugeAmountsStayFinite) {
  v1::TimelineSeries series = Series();
  Add(series, 2021, "1e300", "家");
  Add(series, 2023, "-1e300", "家");
  const std::string html = Write(series);
  EXPECT_THAT(html, HasSubstr("#fact-2021"));
  const std::string svg = html.substr(0, html.find("</svg>"));
  EXPECT_THAT(svg, Not(HasSubstr("nan")));
  EXPECT_THAT(svg, Not(HasSubstr("inf")));
}

TEST(TimelineSectionTest, ChroniclesHaveNoAxisOfFigures) {
  v1::TimelineSeries series = Series();
  Add(series, 2021, "9", "亿元");
  const std::string html = Write(series, true);
  EXPECT_THAT(html, Not(HasSubstr("class=\"grid\"")));
  EXPECT_THAT(html, HasSubstr("href=\"#fact-2021\""));
}

TEST(TimelineSectionTest, UndatedGroupsHaveNoNumber) {
  v1::TimelineSeries series = Series();
  Add(series, 2021, "200", "家").clear_time();
  EXPECT_THAT(Numbers(series), ElementsAre(1, 2, 0));
}

}  // namespace
}  // namespace yinzheng::cli::pages
