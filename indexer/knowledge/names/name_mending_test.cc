// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/name_mending.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "indexer/knowledge/names/name_text_fixture.h"

namespace yinzheng::knowledge {
namespace {

class NameMendingTest : public NameTextTest {
 protected:
  // What becomes of `name` in `text` where the model takes it for one of `type`: "TYPE 名字", or
  // nothing.
  static std::string Mend(const char* text, const std::string& name, v1::EntityType type) {
    const auto propose = [&](const NameText& words, NameCandidates& out) {
      const std::u32string found = text::DecodeUtf8(name);
      const auto begin = static_cast<uint32_t>(words.text().find(found));
      out.push_back({{begin, begin + static_cast<uint32_t>(found.size())}, type, 80, "learned"});
      MendNames(words, out);
    };
    const std::vector<std::string> left = Find(propose, text);
    return left.empty() ? "" : left[0];
  }
};

TEST_F(NameMendingTest, VerbsAreCutOffTheLeft) {
  const struct {
    const char* text;
    const char* proposed;
    const char* mended;
  } rows[] = {
      {"这条河全长千里，流经河北和山东", "流经河北", "PLACE 河北"},
      {"记者深入安徽采访", "深入安徽", "PLACE 安徽"},
      {"他曾任驻非盟代表", "驻非盟", "PLACE 非盟"},
      {"列车开往河北保定", "河北", "PLACE 河北"},
      {"车队开到驻马店休整", "驻马店", "PLACE 驻马店"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(Mend(row.text, row.proposed, v1::ENTITY_TYPE_PLACE), row.mended) << row.text;
  }
}

TEST_F(NameMendingTest, AnyCompanyOrTeamOfAPlaceIsNoName) {
  EXPECT_EQ(Mend("主要由美国公司发起", "美国公司", v1::ENTITY_TYPE_COMPANY), "");
  EXPECT_EQ(Mend("非洲球队进步很快", "非洲球队", v1::ENTITY_TYPE_ORGANIZATION), "");
  EXPECT_EQ(Mend("小城镇建设要有规划", "小城镇", v1::ENTITY_TYPE_PLACE), "");
  EXPECT_EQ(Mend("武汉长江公司昨日成立", "武汉长江公司", v1::ENTITY_TYPE_COMPANY),
            "COMPANY 武汉长江公司");
}

TEST_F(NameMendingTest, WhatIsCountedIsNotNamed) {
  EXPECT_EQ(Mend("今年将有百场新品发布会", "百场新品发布会", v1::ENTITY_TYPE_EVENT), "");
  EXPECT_EQ(Mend("江西12条高速公路通车", "江西12条高速公路", v1::ENTITY_TYPE_FACILITY), "");
  EXPECT_EQ(Mend("第12个文化论坛开幕", "第12个文化论坛", v1::ENTITY_TYPE_EVENT),
            "EVENT 第12个文化论坛");
  EXPECT_EQ(Mend("首座多场耦合实验室建成", "多场耦合实验室", v1::ENTITY_TYPE_FACILITY),
            "FACILITY 多场耦合实验室");
  EXPECT_EQ(Mend("游客来到三家村", "三家村", v1::ENTITY_TYPE_PLACE), "PLACE 三家村");
}

TEST_F(NameMendingTest, NamesThatBeginLikeACountAreKept) {
  EXPECT_EQ(Mend("飞机降落五台山机场", "五台山机场", v1::ENTITY_TYPE_FACILITY),
            "FACILITY 五台山机场");
  EXPECT_EQ(Mend("他到三台县人民医院就诊", "三台县人民医院", v1::ENTITY_TYPE_ORGANIZATION),
            "ORGANIZATION 三台县人民医院");
  EXPECT_EQ(Mend("万家乐股份有限公司发布公告", "万家乐股份有限公司", v1::ENTITY_TYPE_COMPANY),
            "COMPANY 万家乐股份有限公司");
  EXPECT_EQ(Mend("武汉余家头水厂扩容", "武汉余家头水厂", v1::ENTITY_TYPE_FACILITY),
            "FACILITY 武汉余家头水厂");
}

TEST_F(NameMendingTest, BrandsThatAreVerbsAreKept) {
  EXPECT_EQ(Mend("通达股份公司发布公告", "通达股份公司", v1::ENTITY_TYPE_COMPANY),
            "COMPANY 通达股份公司");
}

TEST_F(NameMendingTest, ClausesAndStandingAreNoNames) {
  EXPECT_EQ(Mend("该党愿同中国民主党派交流", "该党愿同中国民主党", v1::ENTITY_TYPE_ORGANIZATION),
            "");
  EXPECT_EQ(Mend("市委站在全局的高度作出部署", "市委站", v1::ENTITY_TYPE_FACILITY), "");
  EXPECT_EQ(Mend("旅客从武汉站出发", "武汉站", v1::ENTITY_TYPE_FACILITY), "FACILITY 武汉站");
}

TEST_F(NameMendingTest, WhatAVerbBuildsIsDescribed) {
  EXPECT_EQ(Mend("健全合作机制平台", "健全合作机制平台", v1::ENTITY_TYPE_FACILITY), "");
  EXPECT_EQ(Mend("他去年访问武汉大学", "访问武汉大学", v1::ENTITY_TYPE_ORGANIZATION),
            "ORGANIZATION 武汉大学");
  EXPECT_EQ(Mend("卫生部副部长到会", "卫生部副部", v1::ENTITY_TYPE_ORGANIZATION), "");
}

TEST_F(NameMendingTest, EndingsSayWhatItIs) {
  EXPECT_EQ(Mend("京沪高铁提速", "京沪高铁", v1::ENTITY_TYPE_PLACE), "FACILITY 京沪高铁");
  EXPECT_EQ(Mend("潍坊舰返航", "潍坊舰", v1::ENTITY_TYPE_PLACE), "PRODUCT 潍坊舰");
}

}  // namespace
}  // namespace yinzheng::knowledge
