// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/date.h"

#include <optional>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::text {
namespace {

using ::testing::ElementsAreArray;
using ::testing::IsEmpty;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::StatusIs;

// "span=edtf" of each date, "?" where it cannot be resolved.
std::vector<std::string> Describe(std::string_view sentence, std::string_view published,
                                  DateDirection direction = DateDirection::kAuto) {
  std::optional<ReferenceDate> reference;
  if (!published.empty()) reference = ReferenceDate::FromEdtf(published).value();
  const std::u32string text = DecodeUtf8(sentence);
  std::vector<std::string> found;
  for (const DateMatch& match : FindDates(text, reference, direction)) {
    found.push_back(EncodeUtf8(Slice(text, match.span)) + "=" +
                    (match.edtf.empty() ? "?" : match.edtf));
  }
  return found;
}

struct Case {
  const char* sentence;
  const char* published;
  std::vector<std::string> dates;
};

class DateTest : public ::testing::TestWithParam<Case> {};

TEST_P(DateTest, Finds) {
  EXPECT_THAT(Describe(GetParam().sentence, GetParam().published),
              ElementsAreArray(GetParam().dates))
      << GetParam().sentence;
}

INSTANTIATE_TEST_SUITE_P(Absolute, DateTest,
                         ::testing::ValuesIn(std::vector<Case>{
                             {"2017年12月签约", "", {"2017年12月=2017-12"}},
                             {"始于二〇二四年三月", "", {"二〇二四年三月=2024-03"}},
                             {"2024-02-07发布", "", {"2024-02-07=2024-02-07"}},
                             {"2025年底完工", "", {"2025年底=2025-12~"}},
                             {"截至2022年第三季度末", "", {"2022年第三季度末=2022-09-30"}},
                             {"2024年上半年", "", {"2024年上半年=2024-40"}},
                             {"20世纪90年代", "", {"20世纪90年代=199X"}},
                             {"雍正四年", "", {"雍正四年=1726"}},
                             {"98年3月", "", {"98年3月=1998-03"}},
                             {"2023年3月上旬", "", {"2023年3月上旬=2023-03-01/2023-03-10"}},
                         }));

INSTANTIATE_TEST_SUITE_P(Relative, DateTest,
                         ::testing::ValuesIn(std::vector<Case>{
                             {"去年6月制定", "2023-03", {"去年6月=2022-06"}},
                             {"今年三季度投用", "2023-07~", {"今年三季度=2023-35"}},
                             {"7月25日探访", "2023-07~", {"7月25日=2023-07-25"}},
                             {"12月3日闭幕", "2024-03-05", {"12月3日=2023-12-03"}},
                             {"25日表示", "2024-03-05", {"25日=2024-02-25"}},
                             {"办法8月1日起施行", "2024-07-31", {"8月1日=2024-08-01"}},
                             {"办法1月5日起施行", "2023-12-28", {"1月5日=2024-01-05"}},
                             {"11月5日闭幕", "2024-07-31", {"11月5日=2023-11-05"}},
                             {"上月公布", "2024-01-20", {"上月=2023-12"}},
                             {"昨日举行", "2024-03-01", {"昨日=2024-02-29"}},
                             {"今日举行", "2024-03~", {"今日=2024-03"}},
                             {"周三开会", "2024-03-14", {"周三=2024-03-13"}},
                             {"今年中秋前三天", "2024-10-01", {"今年=2024"}},
                             {"2024年中非论坛", "2024-10-01", {"2024年=2024"}},
                             {"今年中建成", "2024-03-01", {"今年中=2024-06~"}},
                             {"去年以来", "2021-01-16", {"去年以来=2020/.."}},
                             {"前三季度增长", "2024-10-19", {"前三季度=2024-01/2024-09"}},
                             {"前11个月增长", "2024-01-09", {"前11个月=2023-01/2023-11"}},
                             {"年底前完成", "2024-05-01", {"年底=2024-12~"}},
                             {"7月25日召开", "", {"7月25日=?"}},
                         }));

INSTANTIATE_TEST_SUITE_P(
    RangesAndPlans, DateTest,
    ::testing::ValuesIn(std::vector<Case>{
        {"2021—2023年行动计划", "", {"2021—2023年=2021/2023"}},
        {"3月1日至15日", "2024-04-01", {"3月1日至15日=2024-03-01/2024-03-15"}},
        {"今年1至6月", "2024-08-01", {"今年1至6月=2024-01/2024-06"}},
        {"2017年12月至2018年3月", "", {"2017年12月至2018年3月=2017-12/2018-03"}},
        {"1999年至今", "", {"1999年至今=1999/.."}},
        {"一至三季度", "2024-11-01", {"一至三季度=2024-01/2024-09"}},
        {"“十四五”期间", "", {"“十四五”期间=2021/2025"}},
        {"「十三五」時期", "", {"「十三五」時期=2016/2020"}},
        {"十五五规划", "", {"十五五=2026/2030"}},
        {"“十四五”末", "", {"“十四五”末=2025"}},
        {"2020年9月开工，10月封顶", "2024-05-01", {"2020年9月=2020-09", "10月=2020-10"}},
        {"2021年3月动工，次年6月投产", "", {"2021年3月=2021-03", "次年6月=2022-06"}},
    }));

INSTANTIATE_TEST_SUITE_P(NotDates, DateTest,
                         ::testing::ValuesIn(std::vector<Case>{
                             {"建设周期6.5年", "2024-03-05", {}},
                             {"用时4个月，历时三年", "2024-03-05", {}},
                             {"近日、日前、近年来", "2024-03-05", {}},
                             {"三年级学生，今年轻人多", "2024-03-05", {}},
                             {"10日内办结，乘12号线", "2024-03-05", {}},
                             {"2023年2月30日", "2024-03-05", {}},
                             {"二十四五岁", "2024-03-05", {}},
                             {"华龙一号机组", "2024-03-05", {}},
                         }));

TEST(DateTest, PlansLookAhead) {
  EXPECT_THAT(Describe("将于7月4日启动", "2024-03-05"), ElementsAreArray({"7月4日=2024-07-04"}));
  EXPECT_THAT(Describe("已于7月4日启动", "2024-03-05"), ElementsAreArray({"7月4日=2023-07-04"}));
  EXPECT_THAT(Describe("7月4日", "2024-03-05", DateDirection::kFuture),
              ElementsAreArray({"7月4日=2024-07-04"}));
  const auto reference = ReferenceDate::FromEdtf("2024-03-05").value();
  EXPECT_TRUE(FindDates(U"预计2025年底完工", reference).at(0).planned);
  EXPECT_FALSE(FindDates(U"2020年底完工", reference).at(0).planned);
}

TEST(DateTest, MarksTheTimeOfAState) {
  const auto reference = ReferenceDate::FromEdtf("2024-03-05").value();
  const auto found = FindDates(U"截至2023年底，园区有9家企业；目前增至12家", reference);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_TRUE(found[0].as_of);
  EXPECT_FALSE(found[0].vague);
  EXPECT_TRUE(found[1].as_of);
  EXPECT_TRUE(found[1].vague);
  EXPECT_EQ(found[1].edtf, "2024-03-05");
}

TEST(DateTest, GivesInclusiveDays) {
  const auto found = FindDates(U"2024年2月", std::nullopt);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].earliest, "2024-02-01");
  EXPECT_EQ(found[0].latest, "2024-02-29");
  EXPECT_FALSE(found[0].relative);
  EXPECT_EQ(FindDates(U"2024年以来", std::nullopt).at(0).latest, "");
}

TEST(DateTest, MarksLunarDates) {
  EXPECT_TRUE(FindDates(U"农历正月十五", std::nullopt).at(0).lunar);
  EXPECT_FALSE(FindDates(U"1月15日", std::nullopt).at(0).lunar);
}

TEST(ReferenceDateTest, KeepsThePrecisionOfItsEdtf) {
  const struct {
    const char* edtf;
    const char* kept;
  } cases[] = {{"2023", "2023"},
               {"2023-07~", "2023-07"},
               {"2023-07-25", "2023-07-25"},
               {"2023-01/2023-07", "2023-07"},
               {"2024-33", "2024-03"},
               {"2024-XX", "2024"}};
  for (const auto& c : cases) {
    const auto reference = ReferenceDate::FromEdtf(c.edtf);
    ASSERT_THAT(reference, IsOk()) << c.edtf;
    EXPECT_EQ(reference->edtf(), c.kept) << c.edtf;
  }
}

TEST(ReferenceDateTest, RejectsOpenAndBrokenDates) {
  for (const char* edtf : {"2023/..", "202X", "", "soon"}) {
    EXPECT_THAT(ReferenceDate::FromEdtf(edtf), StatusIs(absl::StatusCode::kInvalidArgument))
        << edtf;
  }
}

TEST(DateTest, EmptyTextHasNone) { EXPECT_THAT(FindDates(U"", std::nullopt), IsEmpty()); }

}  // namespace
}  // namespace yinzheng::text
