// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/quantity.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

const char* Name(QuantityModifier modifier) {
  constexpr const char* kNames[] = {"",          " APPROX",    " NEARLY",  " MORE_THAN",
                                    " AT_LEAST", " LESS_THAN", " AT_MOST", " RANGE"};
  return kNames[static_cast<int>(modifier)];
}

const char* Name(QuantityMeasure measure) {
  constexpr const char* kNames[] = {"", " CHANGE", " SHARE", " MULTIPLE"};
  return kNames[static_cast<int>(measure)];
}

// "span=amount unit MODIFIER MEASURE vague" of each quantity.
std::vector<std::string> Describe(std::string_view sentence) {
  const std::u32string text = DecodeUtf8(sentence);
  std::vector<std::string> found;
  for (const QuantityMatch& match : FindQuantities(text)) {
    std::string line = EncodeUtf8(Slice(text, match.span)) + "=" + match.amount.ToString();
    if (match.upper_amount) line += ".." + match.upper_amount->ToString();
    if (!match.unit.empty()) line += " " + match.unit;
    line += Name(match.modifier);
    line += Name(match.measure);
    if (match.vague) line += " vague";
    found.push_back(line);
  }
  return found;
}

struct Case {
  const char* sentence;
  std::vector<std::string> quantities;
};

class QuantityTest : public ::testing::TestWithParam<Case> {};

TEST_P(QuantityTest, Finds) {
  EXPECT_THAT(Describe(GetParam().sentence), ElementsAreArray(GetParam().quantities))
      << GetParam().sentence;
}

INSTANTIATE_TEST_SUITE_P(
    Units, QuantityTest,
    ::testing::ValuesIn(std::vector<Case>{
        {"厂房共8600平方米", {"8600平方米=8600 平方米"}},
        {"面積約2.4平方公裡", {"2.4平方公裡=2.4 平方公里 APPROX"}},
        {"获批5亿核小时", {"5亿核小时=500000000 核小时"}},
        {"年产3万吨/年", {"3万吨/年=30000 吨/年"}},
        {"装机636万千瓦", {"636万千瓦=6360000 千瓦"}},
        {"身高168cm", {"168cm=168 厘米"}},
        {"吞吐量50万标箱", {"50万标箱=500000 标箱"}},
        {"花了12元3角4分", {"12元3角4分=12.34 元"}},
        {"投资人民币20亿元", {"人民币20亿元=2000000000 元"}},
        {"售价US$ 1,200", {"US$ 1,200=1200 美元"}},
        {"零下5摄氏度", {"零下5摄氏度=-5 摄氏度"}},
        {"一吨半钢材，两个半小时，两吨半。", {"一吨=1 吨", "两个半小时=2.5 小时", "两吨半=2.5 吨"}},
        {"10部门联合发文", {"10部门=10"}},
        {"两大任务", {"两大=2"}},
        {"分别加快0.7、1.0和1.1个百分点",
         {"0.7=0.7 个百分点 CHANGE", "1.0=1 个百分点 CHANGE", "1.1个百分点=1.1 个百分点 CHANGE"}},
    }));

INSTANTIATE_TEST_SUITE_P(Modifiers, QuantityTest,
                         ::testing::ValuesIn(std::vector<Case>{
                             {"已有近4万家", {"4万家=40000 家 NEARLY"}},
                             {"集聚600余家", {"600余家=600 家 MORE_THAN"}},
                             {"超过70项", {"70项=70 项 MORE_THAN"}},
                             {"不超过70项", {"70项=70 项 AT_MOST"}},
                             {"不少于2000亩", {"2000亩=2000 亩 AT_LEAST"}},
                             {"年收入20亿元以上", {"20亿元=2000000000 元 AT_LEAST"}},
                             {"保持在5%左右", {"5%=5 % APPROX"}},
                             {"以不足7%的面积", {"7%=7 % LESS_THAN SHARE"}},
                             {"经过8年多。", {"8年=8 年 MORE_THAN"}},
                             {"百余名工程师", {"百余名=100 名 MORE_THAN"}},
                             {"总额突破千亿元", {"千亿元=100000000000 元 MORE_THAN"}},
                             {"耗资过亿元", {"亿元=100000000 元 MORE_THAN"}},
                             {"附近3家门店", {"3家=3 家"}},
                             {"近三年来", {"三年=3 年"}},
                             {"至少缩短了20天", {"20天=20 天 AT_LEAST CHANGE"}},
                             {"约需3年", {"3年=3 年 APPROX"}},
                             {"节约用水3吨", {"3吨=3 吨"}},
                             {"约占全国的五分之一", {"五分之一=0.2 APPROX SHARE"}},
                         }));

INSTANTIATE_TEST_SUITE_P(RangesAndMeasures, QuantityTest,
                         ::testing::ValuesIn(std::vector<Case>{
                             {"每年完成300至500个", {"300至500个=300..500 个 RANGE"}},
                             {"准确率提升10%—30%", {"10%—30%=10..30 % RANGE CHANGE"}},
                             {"大约5-20%", {"5-20%=5..20 % RANGE"}},
                             {"还要三四年", {"三四年=3..4 年 RANGE"}},
                             {"3至5万元", {"3至5万元=30000..50000 元 RANGE"}},
                             {"8500到3万元", {"8500到3万元=8500..30000 元 RANGE"}},
                             {"同比增长6.5%", {"6.5%=6.5 % CHANGE"}},
                             {"增至60家", {"60家=60 家"}},
                             {"名次上升一位", {"一位=1 位 CHANGE"}},
                             {"占总数的41.2%", {"41.2%=41.2 % SHARE"}},
                             {"效率是原来的3倍", {"3倍=3 倍 MULTIPLE"}},
                             {"增长两倍", {"两倍=2 倍 CHANGE"}},
                             {"八成受访者满意", {"八成=80 % SHARE"}},
                             {"产量翻了两番", {"两番=2 番 MULTIPLE"}},
                             {"给予最高500万元补助", {"500万元=5000000 元 AT_MOST"}},
                             {"提高2个百分点", {"2个百分点=2 个百分点 CHANGE"}},
                         }));

INSTANTIATE_TEST_SUITE_P(NotCounted, QuantityTest,
                         ::testing::ValuesIn(std::vector<Case>{
                             {"产业园三期开工", {}},
                             {"分三期建设", {"三期=3 期"}},
                             {"“十四五”规划", {}},
                             {"2017年12月25日", {}},
                             {"第三方机构，第10届大会", {}},
                             {"三区一城，一带一路", {}},
                             {"推进5G和C919", {}},
                             {"16时19分发射", {}},
                             {"80年代以来", {}},
                             {"引进一批人才", {"一批=1 批 vague"}},
                             {"这是一个新平台", {"一个=1 个 vague"}},
                             {"千亿级集群", {}},
                             {"乘坐10号线", {}},
                             {"二十届三中全会", {}},
                             {"十分重要，一定完成", {}},
                         }));

TEST(QuantityTest, SeparatesNumberUnitAndApproximators) {
  const std::u32string text = U"集聚超过500余家企业";
  const std::vector<QuantityMatch> found = FindQuantities(text);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(Slice(text, found[0].span), U"500余家");
  EXPECT_EQ(Slice(text, found[0].full_span), U"超过500余家");
  EXPECT_EQ(Slice(text, found[0].number_span), U"500余");
  EXPECT_EQ(Slice(text, found[0].unit_span), U"家");
}

TEST(QuantityTest, GivesUnitCodes) {
  EXPECT_EQ(FindQuantities(U"3美元").at(0).unit_code, "USD");
  EXPECT_EQ(FindQuantities(U"3公里").at(0).unit_code, "km");
  EXPECT_EQ(FindQuantities(U"3公里/小时").at(0).unit_code, "km/h");
  EXPECT_EQ(FindQuantities(U"3家").at(0).unit_code, "");
}

struct RankCase {
  const char* sentence;
  std::vector<std::string> ranks;
};

TEST(RankTest, FindsRanksAndLeavesOrdinals) {
  const std::vector<RankCase> cases = {
      {"综合排名第三", {"第三=3"}},   {"位列全国第12位", {"第12位=12"}},
      {"数量居全国首位", {"首位=1"}}, {"登上榜首", {"榜首=1"}},
      {"在榜单中排第四", {"第四=4"}}, {"第四届论坛", {}},
      {"第三方机构位于此处", {}},     {"我国第一台光源", {}},
      {"均位居全國第一", {"第一=1"}},
  };
  for (const RankCase& c : cases) {
    const std::u32string text = DecodeUtf8(c.sentence);
    std::vector<std::string> found;
    for (const RankMatch& match : FindRanks(text)) {
      found.push_back(EncodeUtf8(Slice(text, match.span)) + "=" + std::to_string(match.rank));
    }
    EXPECT_THAT(found, ElementsAreArray(c.ranks)) << c.sentence;
  }
}

TEST(RankTest, EmptyTextHasNone) { EXPECT_THAT(FindRanks(U""), IsEmpty()); }

}  // namespace
}  // namespace yinzheng::text
