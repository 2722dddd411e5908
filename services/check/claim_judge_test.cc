// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/check/claim_judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/record/testing/fact_maker.h"

namespace yinzheng::services {
namespace {

using v1::Quantity;

const RecordRules& Rules() {
  static const auto* const kRules = new RecordRules(*RecordRules::Create());
  return *kRules;
}

struct Row {
  std::string name;
  v1::Fact claim;
  std::vector<v1::Fact> recorded;
  v1::Verdict verdict;
  v1::VerdictReason reason;
  int facts;
};

class ClaimJudgeTest : public ::testing::TestWithParam<Row> {};

TEST_P(ClaimJudgeTest, VerdictAndReason) {
  const Row& row = GetParam();
  v1::Assertion assertion;
  Claim claim;
  claim.fact = row.claim;
  ClaimJudge(Rules()).Judge(claim, row.recorded, assertion);
  EXPECT_EQ(v1::Verdict_Name(assertion.verdict()), v1::Verdict_Name(row.verdict));
  EXPECT_EQ(v1::VerdictReason_Name(assertion.reason()), v1::VerdictReason_Name(row.reason));
  EXPECT_EQ(assertion.facts_size(), row.facts);
  EXPECT_FALSE(assertion.explanation().empty());
}

v1::Fact Staff(const std::string& amount, int year) {
  return FactMaker("a").Property("科研人员数").Figure(amount, "名", amount + "名").In(year);
}
v1::Fact StaffClaim(const std::string& amount, int year) {
  v1::Fact claim = Staff(amount, year);
  claim.set_name("");
  return claim;
}

// The claim as read with a reference date in `year`.
v1::Fact ReadOn(int year, const v1::Fact& claim) {
  v1::Fact read = claim;
  *read.mutable_time() = v1::Fact(FactMaker("").In(year)).time();
  read.set_time_basis(v1::TIME_BASIS_PUBLISHED);
  return read;
}

constexpr auto kNone = v1::VERDICT_REASON_UNSPECIFIED;

INSTANTIATE_TEST_SUITE_P(
    Verdicts, ClaimJudgeTest,
    ::testing::Values(
        Row{"Stated",
            StaffClaim("217", 2022),
            {Staff("217", 2022)},
            v1::VERDICT_SUPPORTED,
            kNone,
            1},
        Row{"MadeTrue",
            FactMaker("")
                .Property("科研人员数")
                .In(2022)
                .Figure("200", "人", "200人", Quantity::MODIFIER_MORE_THAN),
            {Staff("217", 2022)},
            v1::VERDICT_SUPPORTED,
            kNone,
            1},
        Row{"Excluded",
            StaffClaim("312", 2022),
            {Staff("217", 2022)},
            v1::VERDICT_CONTRADICTED,
            v1::VERDICT_REASON_VALUE_DIFFERS,
            1},
        Row{"ExcludedAtAnotherTime",
            StaffClaim("312", 2023),
            {Staff("217", 2022)},
            v1::VERDICT_AMBIGUOUS,
            v1::VERDICT_REASON_TIME_DIFFERS,
            1},
        Row{"TrueAtAnotherTime",
            StaffClaim("217", 2023),
            {Staff("217", 2022)},
            v1::VERDICT_AMBIGUOUS,
            v1::VERDICT_REASON_TIME_DIFFERS,
            1},
        Row{"NoTimeAtAll",
            FactMaker("").Property("科研人员数").Figure("312", "名", "312名"),
            {Staff("217", 2022)},
            v1::VERDICT_CONTRADICTED,
            v1::VERDICT_REASON_VALUE_DIFFERS,
            1},
        Row{"OfItsOwnDayMuchLater",
            ReadOn(2025, FactMaker("").Property("科研人员数").Figure("312", "名", "312名")),
            {Staff("217", 2022)},
            v1::VERDICT_AMBIGUOUS,
            v1::VERDICT_REASON_VALUE_DIFFERS,
            1},
        Row{"OfItsOwnDaySoonAfter",
            ReadOn(2023, FactMaker("").Property("科研人员数").Figure("312", "名", "312名")),
            {Staff("217", 2022)},
            v1::VERDICT_CONTRADICTED,
            v1::VERDICT_REASON_VALUE_DIFFERS,
            1},
        Row{"MoreThanTheRecordCounts",
            FactMaker("").Property("企业数").Figure("312", "家", "312家").In(2022),
            {FactMaker("a").Property("上市企业数").Figure("12", "家", "12家").In(2022)},
            v1::VERDICT_AMBIGUOUS,
            v1::VERDICT_REASON_VALUE_DIFFERS,
            1},
        Row{"PlannedDayForWhatIsSaidToBe",
            FactMaker("").Text("状态", "已经建成").Cited("甲院已经建成"),
            {FactMaker("a").Dated("建成时间", "2025-12-01").Planned()},
            v1::VERDICT_NOT_FOUND,
            kNone,
            0},
        Row{"WordedNearly",
            FactMaker("").Property("全职科研人员数").Figure("312", "名", "312名").In(2022),
            {Staff("217", 2022)},
            v1::VERDICT_AMBIGUOUS,
            v1::VERDICT_REASON_VALUE_DIFFERS,
            1},
        Row{"OtherSubject",
            FactMaker("", "乙院").Property("科研人员数").Figure("217", "名", "217名").In(2022),
            {Staff("217", 2022)},
            v1::VERDICT_AMBIGUOUS,
            v1::VERDICT_REASON_SUBJECT_DIFFERS,
            1},
        Row{"OtherSubjectOtherValue",
            FactMaker("", "乙院").Property("科研人员数").Figure("90", "名", "90名").In(2022),
            {Staff("217", 2022)},
            v1::VERDICT_NOT_FOUND,
            kNone,
            0},
        Row{"PartForTheWhole",
            FactMaker("")
                .Property("科研人员数")
                .Figure("217", "名", "217名")
                .In(2022)
                .Within("其中", "外籍人员"),
            {Staff("217", 2022)},
            v1::VERDICT_AMBIGUOUS,
            v1::VERDICT_REASON_SCOPE_DIFFERS,
            1},
        Row{"PlanStatedAsFact",
            StaffClaim("500", 2025),
            {FactMaker("a").Property("科研人员数").Figure("500", "名", "500名").In(2025).Planned()},
            v1::VERDICT_AMBIGUOUS,
            v1::VERDICT_REASON_MODALITY_DIFFERS,
            1},
        Row{"SaidBySomebodyElse",
            FactMaker("").Property("科研人员数").Figure("217", "名", "217名").In(2022).SaidBy("张"),
            {FactMaker("a")
                 .Property("科研人员数")
                 .Figure("217", "名", "217名")
                 .In(2022)
                 .SaidBy("李")},
            v1::VERDICT_AMBIGUOUS,
            v1::VERDICT_REASON_ATTRIBUTION_DIFFERS,
            1},
        Row{"Disputed",
            StaffClaim("217", 2022),
            {Staff("217", 2022),
             FactMaker("b").Property("科研人员数").Figure("312", "名", "312名").In(2022)},
            v1::VERDICT_AMBIGUOUS,
            v1::VERDICT_REASON_VALUE_DIFFERS,
            2},
        Row{"TheRecordIsDivided",
            FactMaker("").Property("企业数").Figure("312", "家", "312家"),
            {FactMaker("a").Property("企业数").Figure("12", "家", "12家").In(2022),
             FactMaker("b").Property("企业数").Figure("9000", "家", "9000家").In(2022)},
            v1::VERDICT_AMBIGUOUS,
            v1::VERDICT_REASON_VALUE_DIFFERS,
            2},
        Row{"OneOfMany",
            FactMaker("").Related("共建单位", "丙院"),
            {FactMaker("a").Related("共建单位", "乙院")},
            v1::VERDICT_NOT_FOUND,
            kNone,
            0},
        Row{"Relation",
            FactMaker("").Related("共建单位", "乙院"),
            {FactMaker("a").Related("共建单位", "乙院").In(2017)},
            v1::VERDICT_SUPPORTED,
            kNone,
            1},
        Row{"Denied",
            FactMaker("").Related("共建单位", "乙院").In(2017).Denied(),
            {FactMaker("a").Related("共建单位", "乙院").In(2017)},
            v1::VERDICT_CONTRADICTED,
            v1::VERDICT_REASON_VALUE_DIFFERS,
            1},
        Row{"FoundedOnce",
            FactMaker("").Dated("成立时间", "2018-03-01"),
            {FactMaker("a").Dated("成立时间", "2017-12-24")},
            v1::VERDICT_CONTRADICTED,
            v1::VERDICT_REASON_VALUE_DIFFERS,
            1},
        Row{"OtherKind",
            StaffClaim("217", 2022),
            {FactMaker("a").Dated("科研人员数", "2022-01-01")},
            v1::VERDICT_NOT_FOUND,
            kNone,
            0},
        Row{"Nothing", StaffClaim("217", 2022), {}, v1::VERDICT_NOT_FOUND, kNone, 0}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace yinzheng::services
