// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/executive_company_finder.h"

#include "gmock/gmock.h"
#include "indexer/knowledge/names/name_text_fixture.h"
#include "indexer/knowledge/names/person_finder.h"

namespace yinzheng::knowledge {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class ExecutiveCompanyFinderTest : public NameTextTest {
 protected:
  static std::vector<std::string> Companies(std::string_view text) {
    return Find(
        [](const NameText& name_text, NameCandidates& out) {
          FindPersons(name_text, out);
          FindCompaniesOfExecutives(name_text, out);
        },
        text);
  }
};

TEST_F(ExecutiveCompanyFinderTest, TheWordsBeforeANamedHeadAreTheCompany) {
  const struct {
    const char* text;
    const char* company;
  } rows[] = {
      {"对此，金星通达创始人王晓东指出，", "COMPANY 金星通达"},
      {"。攀登智能CEO兼联合创始人李海涛认为，", "COMPANY 攀登智能"},
      {"。据华辉星图CEO张伟民介绍", "COMPANY 华辉星图"},
      {"\n灯塔智能CEO张伟民认为", "COMPANY 灯塔智能"},
      {"对此，月球通用创始人王晓东指出，", "COMPANY 月球通用"},
      {"，飞跃云图联合创始人、CTO张伟民说", "COMPANY 飞跃云图"},
      {"，飞跃云图前总裁张伟民说", "COMPANY 飞跃云图"},
  };
  for (const auto& row : rows) {
    EXPECT_THAT(Companies(row.text), Contains(row.company)) << row.text;
  }
}

TEST_F(ExecutiveCompanyFinderTest, DepartmentsAndKindsAreNoCompanies) {
  for (const char* const text :
       {"公司董事长王晓东指出", "中国区总裁王晓东指出", "零售业务总裁王晓东指出",
        "公司聘用总裁王晓东", "时任总经理王晓东指出", "北京总经理王晓东指出",
        "研发部总经理王晓东指出", "邀请创始人王晓东参加", "金星通达创始人可以参加"}) {
    EXPECT_THAT(Companies(text), Not(Contains(HasSubstr("COMPANY")))) << text;
  }
}

}  // namespace
}  // namespace yinzheng::knowledge
