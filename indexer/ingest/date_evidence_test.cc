// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/date_evidence.h"

#include <memory>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::ingest {
namespace {

struct DateCase {
  std::string name;
  std::string text;
  std::string want;                     // EDTF; empty: the text does not say.
  std::vector<std::string> words = {};  // What the evidence quotes.
};

class DateEvidenceTest : public ::testing::TestWithParam<DateCase> {
 protected:
  static void SetUpTestSuite() {
    shared_credits = *CreditReader::Create();
    shared_pages = *PageReader::Create(*shared_credits);
    shared_dates = *DateInference::Create(*shared_credits);
  }

  static void TearDownTestSuite() {
    shared_dates.reset();
    shared_pages.reset();
    shared_credits.reset();
  }

  static std::unique_ptr<CreditReader> shared_credits;
  static std::unique_ptr<PageReader> shared_pages;
  static std::unique_ptr<DateInference> shared_dates;
};

std::unique_ptr<CreditReader> DateEvidenceTest::shared_credits;
std::unique_ptr<PageReader> DateEvidenceTest::shared_pages;
std::unique_ptr<DateInference> DateEvidenceTest::shared_dates;

TEST_P(DateEvidenceTest, InfersWhatTheTextSays) {
  const std::u32string text = text::DecodeUtf8(GetParam().text);
  const Page page = shared_pages->Read(text);
  const std::optional<v1::DateValue> date = shared_dates->Infer(page);
  EXPECT_EQ(date ? date->edtf() : "", GetParam().want) << (date ? date->evidence() : "");
  if (!date) return;
  EXPECT_EQ(date->basis(), v1::DATE_BASIS_INFERRED);
  EXPECT_LE(date->earliest(), date->latest());
  for (const std::string& words : GetParam().words) {
    EXPECT_THAT(date->evidence(), ::testing::HasSubstr(words));
  }
}

std::string CaseName(const ::testing::TestParamInfo<DateCase>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(
    Years, DateEvidenceTest,
    ::testing::Values(
        DateCase{"ThisYearNamed",
                 "今年（2023年）全市计划新建学校12所，其中小学7所。",
                 "2023",
                 {"今年(2023年)"}},
        DateCase{"LastYearNamed", "去年（2022年），青州接待游客3200万人次，创下新高。", "2023"},
        DateCase{"YearBeforeLastNamed", "与前年（2020年）相比，青州的游客人数翻了一番。", "2022"},
        DateCase{"NextYearNamed", "新馆预计明年（2025年）开放，届时藏书可达150万册。", "2024"},
        DateCase{"YearFirst", "2022年（去年），青州接待游客3200万人次，创下新高。", "2023"},
        DateCase{"OneReportOfTheYear",
                 "青州市2023年政府工作报告提出新目标。今年政府工作报告提出的任务已分解到各部门。",
                 "2023"},
        DateCase{"PlanOpens",
                 "今年是“十四五”开局之年，青州安排重点项目320个。",
                 "2021",
                 {"今年是“十四五”开局之年"}},
        DateCase{"PlanEnds", "今年是“十三五”规划收官之年，青州完成投资1.2万亿元。", "2020"},
        DateCase{"PlanOpeningRemembered", "2021年是“十四五”开局之年，青州完成投资1.2万亿元。", ""},
        DateCase{"Anniversary", "今年是新中国成立70周年，青州举办了主题展览。", "2019"},
        DateCase{"AnniversaryInWords",
                 "今年恰逢改革开放四十周年，青州举办了主题展览。",
                 "2018",
                 {"改革开放四十周年"}},
        DateCase{"AnniversaryOfSomethingElse", "今年是青州港改革开放40周年，港口举办了展览。", ""},
        DateCase{"TwoYearsContradict", "今年（2023年）安排项目320个。去年（2020年）安排项目280个。",
                 ""}),
    CaseName);

INSTANTIATE_TEST_SUITE_P(
    Bounds, DateEvidenceTest,
    ::testing::Values(
        DateCase{"PastAndPlanned",
                 "截至2022年6月，园区已建成厂房12座。二期工程预计2023年底完成。",
                 "2022-06/2023-12",
                 {"截至2022年6月", "预计2023年底"}},
        DateCase{"WholeDayAndPlan", "2021年3月5日，港口三期获批。工程计划2021年10月开工。",
                 "2021-03-05/2021-10-31"},
        DateCase{"PastAlone", "截至2022年底，园区已建成厂房12座，入驻企业128家。", ""},
        DateCase{"PlanAlone", "二期工程预计2025年底完成，总投资约120亿元。", ""},
        DateCase{"TooWide", "园区2010年5月已建成厂房12座。二期工程预计2025年底完成。", ""},
        DateCase{"GoalOfADocument",
                 "2022年6月8日，青州印发数字经济方案。方案提出，到2023年底将建成5座数据中心。", ""},
        DateCase{"FormerPlan", "截至2022年6月，园区已建成厂房12座。工程原计划2022年底完成。", ""},
        DateCase{"FutureDayIsNoPast", "新规自2023年2月1日起施行。二期工程预计2023年底完成。", ""},
        DateCase{"ContradictingBounds",
                 "截至2023年6月，园区已建成厂房12座。二期工程预计2022年底完成。", ""},
        DateCase{"FigureThatHasGrown",
                 "2021年进出口额增长12%。投资由2012年的28亿元增加到2021年的55亿元。", ""},
        DateCase{"EstimateOfAYear", "2022年进出口额增长12%。预计2022年全市总产出达1.8万亿元。", ""},
        DateCase{"ForecastOfTwoYears",
                 "预计2024年石油需求增长，2025年需求量达到1亿桶。新规将于2026年施行。", ""},
        DateCase{"PlanAsAName",
                 "2021年10月，青州设立创新特区。这个想法在2021年成为创新计划支持的项目。", ""},
        DateCase{"MeetingToCome", "今年（2023年）任务已明确。会议决定今年2月26日在青州召开大会。",
                 "2023"},
        DateCase{"YearInANameAtTheHead",
                 "2025年第九届青州运动会倒计时活动在各地举行。赛会将于2025年2月7日开幕。", ""},
        DateCase{"YearBeforeChina", "青州介绍2024年中非论坛的准备。论坛将于2024年9月5日开幕。", ""},
        DateCase{"YearInAName", "青州日前启动2023年校招活动。活动将于2023年5月举行。", ""},
        DateCase{"DayOnWhichARuleBegins", "新规自2023年8月28日起施行。调整将于2023年9月8日实施。",
                 ""},
        // Printed before the first day named.
        DateCase{"DayOnWhichARuleTakesEffect",
                 "新规2023年8月28日正式施行。二期工程预计2023年底完成。", ""},
        DateCase{"DayOfAMeetingToCome",
                 "大会2024年9月5日在青州开幕，筹备工作正在推进。展馆预计2024年底扩建完成。", ""},
        DateCase{"DaySetForAMeeting", "大会定于2024年9月5日举行。展馆预计2024年底扩建完成。", ""},
        DateCase{"PlanWithinTheKnownYear",
                 "今年（2023年）任务过半。新馆计划于今年9月投用，设座位2600个。",
                 "2023-01/2023-09",
                 {"今年(2023年)", "今年9月"}},
        DateCase{"FiguresOfTheKnownYear",
                 "今年（2023年）任务过半。今年5月，青州进出口额同比增长12.4%。",
                 "2023-05/2023-12"}),
    CaseName);

INSTANTIATE_TEST_SUITE_P(
    Reports, DateEvidenceTest,
    ::testing::Values(
        DateCase{"DatelineInTheKnownYear",
                 "新华社青州7月25日电（记者陈小明）青州今年（2023年）安排项目320个。",
                 "2023-07-25/2023-07-26",
                 {"7月25日电", "今年(2023年)"}},
        DateCase{"DatelineWithYear", "新华社青州2023年7月25日电 青州图书馆新馆正式开放。",
                 "2023-07-25/2023-07-26"},
        DateCase{"DatelineAlone", "新华社青州7月25日电 青州图书馆新馆正式开放。", ""},
        DateCase{"NewsOfTheDay", "2022年3月4日，记者从市科技局获悉，青州新增高企57家。",
                 "2022-03-04/2022-03-18"},
        DateCase{"TodayNamed",
                 "今年（2023年）的植树活动今天（4月8日）上午举行。",
                 "2023-04-08",
                 {"今天(4月8日)"}},
        DateCase{"YesterdayNamed", "昨天（2023年4月8日），青州举行植树活动。", "2023-04-09"},
        DateCase{"HistoryIsNoNews", "2012年3月4日，青州机场通航。十年来，航线增加到58条。", ""},
        DateCase{"Traditional", "今年（2023年）青州計劃新建學校12所，其中小學7所。", "2023"},
        // A season may be any year's.
        DateCase{"SeasonSaysNothing", "阳春三月，青州处处花开。今年（2023年）全市安排项目320个。",
                 "2023"},
        DateCase{"PowerGridIsNoDateline",
                 "今年（2012年）7月25日电网负荷创下新高，青州调度中心全员到岗。", "2012"},
        DateCase{"PowerGridOfAPastYear", "2012年7月25日电网负荷创下新高，青州由此启动改造。", ""},
        DateCase{"FilmIsNoDateline", "2012年7月25日电影节在青州举行，共展映影片120部。", ""},
        // Printed on 2 January 2024 or 30 December 2024.
        DateCase{"LastDaysOfOneOfTwoYears",
                 "12月30日，记者从市发改委获悉，今年（2024年）将安排项目320个。", "2024"},
        DateCase{"DatelineOfTheLastDay", "新华社青州12月31日电 青州今年（2024年）安排项目320个。",
                 "2024"},
        DateCase{"YesterdayWasLastYear",
                 "昨天（12月31日），青州举行跨年活动。今年（2024年）全市安排项目320个。",
                 "2024-01-01",
                 {"昨天(12月31日)"}},
        DateCase{"SessionsColumn",
                 "两会连线\n今年（2023年）全市安排项目320个，总投资1200亿元。",
                 "2023-01/2023-03",
                 {"两会连线"}},
        // Printed at the sessions of March 2024.
        DateCase{"SessionsColumnAboutThePastYear",
                 "两会特刊\n2023年，全市已建成12座公园，新增绿地320公顷。", ""},
        DateCase{"SessionsOfMay2020", "两会特刊\n今年（2020年）全市安排项目320个，总投资1200亿元。",
                 "2020"},
        // Printed in 2024.
        DateCase{"FinishedSpan", "自1998年立项以来，历经10年多，大桥于2008年通车。", ""},
        DateCase{"NothingSaid", "青州图书馆新馆藏书150万册，设座位2600个，每周开放72小时。", ""}),
    CaseName);

}  // namespace
}  // namespace yinzheng::ingest
