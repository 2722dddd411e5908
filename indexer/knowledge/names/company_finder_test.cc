// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/company_finder.h"

#include "gmock/gmock.h"
#include "indexer/knowledge/names/name_text_fixture.h"

namespace yinzheng::knowledge {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using CompanyFinderTest = NameTextTest;

TEST_F(CompanyFinderTest, ExecutivesAndDefinitionsVouch) {
  EXPECT_THAT(Find(FindCompanies, "据沐曦芯川CEO介绍"), ElementsAre("COMPANY 沐曦芯川"));
  EXPECT_THAT(Find(FindCompanies, "沐曦芯川是一家芯片设计公司，"), ElementsAre("COMPANY 沐曦芯川"));
}

TEST_F(CompanyFinderTest, ListsOfCompaniesVouchForTheirMembers) {
  EXPECT_THAT(Find(FindCompanies, "以沐曦芯川、百度、睿谱AI为代表的国产芯片厂商"),
              ElementsAre("COMPANY 沐曦芯川", "COMPANY 睿谱AI"));
  EXPECT_THAT(Find(FindCompanies, "以人工智能、集成电路为代表的产业"), IsEmpty());
}

TEST_F(CompanyFinderTest, KnownBrandsTakeTheirTrade) {
  EXPECT_THAT(Find(FindCompanies, "，大疆科技发布新品"), ElementsAre("COMPANY 大疆科技"));
}

TEST_F(CompanyFinderTest, OrdinaryWordsAreNoCompanies) {
  EXPECT_THAT(Find(FindCompanies, "创新是企业发展的动力，也是公司的根本。"), IsEmpty());
}

}  // namespace
}  // namespace yinzheng::knowledge
