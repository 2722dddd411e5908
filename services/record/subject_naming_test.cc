// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/subject_naming.h"

#include <gtest/gtest.h>

#include <string>

#include "services/record/testing/fact_maker.h"

namespace yinzheng::services {
namespace {

struct Row {
  std::string subject;
  std::string sentence;
  bool names;
};

class NamesItselfTest : public ::testing::TestWithParam<Row> {};

TEST_P(NamesItselfTest, ByWhatStandsBesideTheName) {
  const Row& row = GetParam();
  EXPECT_EQ(NamesItself(FactMaker("a", row.subject).Cited(row.sentence)), row.names)
      << row.subject << ": " << row.sentence;
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, NamesItselfTest,
    ::testing::Values(
        Row{"江城", "江城于5月6日开工。", true}, Row{"江城", "江城5月6日开工。", true},
        Row{"江城", "5月6日，江城成立了银行。", true}, Row{"江城", "江城自2019年开工。", true},
        Row{"江城大学", "江城大学创建于1905年。", true},
        Row{"江城", "江城动物园5月6日开工。", false}, Row{"江城", "江城经开区5月6日开工。", false},
        Row{"江城", "江城自贸区5月6日开工。", false}, Row{"江城", "江城开发区5月6日开工。", false},
        Row{"大桥", "新江大桥5月6日开工。", false}, Row{"江城", "项目5月6日开工。", false},
        Row{"江城", "江城南区已开园，江城将于5月6日开工。", true},
        Row{"东湖园", "東湖園於5月6日開工。", true}, Row{"东湖园", "東湖園5月6日開工。", true},
        Row{"东湖园", "东湖\n园5月6日开工。", true}, Row{"江城", "", true},
        Row{"", "5月6日开工。", true}));

TEST(NamesItselfTest, EverySentenceCounts) {
  EXPECT_FALSE(
      NamesItself(FactMaker("a", "江城").Cited("江城5月6日开工。").Cited("江城南区5月6日开工。")));
  EXPECT_TRUE(NamesItself(FactMaker("a", "江城")));
}

}  // namespace
}  // namespace yinzheng::services
