// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/value_fit.h"

#include <gtest/gtest.h>

#include "services/record/testing/fact_maker.h"

namespace yinzheng::services {
namespace {

double Fit(const Question& question, const v1::Fact& fact) {
  static const auto* const kValues = new ValueComparison(*ValueComparison::Create());
  return ValueFit(*kValues, question, fact);
}

Question Asking(v1::QuestionType type) {
  Question question;
  question.type = type;
  return question;
}

TEST(ValueFitTest, TheUnitAskedForTellsFiguresApart) {
  Question question = Asking(v1::QUESTION_TYPE_HOW_MANY);
  const v1::Fact firms = FactMaker("a").Figure("300", "家", "300家");
  const v1::Fact area = FactMaker("b").Figure("9", "公顷", "9公顷");
  EXPECT_EQ(Fit(question, firms), Fit(question, area));
  question.unit_group = "area";
  EXPECT_LT(Fit(question, firms), Fit(question, area));
  question.unit_group = "count";
  question.unit = "个";
  EXPECT_GT(Fit(question, firms), Fit(question, area));
  EXPECT_LT(Fit(question, firms), 1) << "家 is not quite 个";
}

TEST(ValueFitTest, SharesAreSharesWhateverTheirUnit) {
  Question question = Asking(v1::QUESTION_TYPE_HOW_MANY);
  question.unit_group = "share";
  EXPECT_EQ(Fit(question, FactMaker("a").Figure("6", "%", "6%")), 1);
  v1::Fact third = FactMaker("b").Figure("0.333333", "", "三分之一");
  third.mutable_quantity()->mutable_fraction()->set_numerator("1");
  EXPECT_EQ(Fit(question, third), 1);
  EXPECT_LT(Fit(question, FactMaker("c").Figure("6", "家", "6家")), 1);
}

TEST(ValueFitTest, WhereAsksForThePlaceNotForWhatLiesInIt) {
  Question question = Asking(v1::QUESTION_TYPE_WHERE);
  question.subjects.emplace_back().set_name("entities/甲院");
  const double place = Fit(question, FactMaker("a").Related("位于", "丙园"));
  EXPECT_EQ(place, 1);
  EXPECT_LT(Fit(question, FactMaker("b").Related("合作方", "乙院")), 0.35);
  question.property = "实验室";
  EXPECT_LT(Fit(question, FactMaker("b").Related("合作方", "乙院")), place);
  EXPECT_GT(Fit(question, FactMaker("b").Related("合作方", "乙院")), 0.35);
  EXPECT_LT(Fit(question, FactMaker("c", "乙院").Related("位于", "甲院")), 0.5);
}

TEST(ValueFitTest, WhenIsAnsweredByWhatASentenceDates) {
  const Question question = Asking(v1::QUESTION_TYPE_WHEN);
  const double dated = Fit(question, FactMaker("a").Dated("成立时间", "2017-12-24"));
  const double timed = Fit(question, FactMaker("b").Figure("5", "家", "5家").In(2021));
  EXPECT_GT(dated, timed);
  EXPECT_GT(timed, Fit(question, FactMaker("c").Figure("5", "家", "5家")));
}

TEST(ValueFitTest, SpeakersHaveSaidIt) {
  Question question = Asking(v1::QUESTION_TYPE_WHO);
  question.asks_speaker = true;
  EXPECT_EQ(Fit(question, FactMaker("a").Text("言论", "设备要共享").SaidBy("张")), 1);
  EXPECT_EQ(Fit(question, FactMaker("b").Figure("5", "家", "5家").SaidBy("张")), 1);
  EXPECT_LT(Fit(question, FactMaker("c").Figure("5", "家", "5家")), 0.35);
}

TEST(ValueFitTest, NoValueFitsNothing) {
  EXPECT_EQ(Fit(Asking(v1::QUESTION_TYPE_WHO), v1::Fact()), 0);
}

}  // namespace
}  // namespace yinzheng::services
