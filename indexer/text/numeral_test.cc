// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/numeral.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

using ::testing::ElementsAreArray;

// "text=amount" of each numeral, with ..upper and the first letter of the kind if not a cardinal.
std::vector<std::string> Describe(std::string_view sentence) {
  const std::u32string text = DecodeUtf8(sentence);
  std::vector<std::string> found;
  for (const Numeral& numeral : FindNumerals(text)) {
    std::string line = EncodeUtf8(Slice(text, numeral.span)) + "=" + numeral.amount.ToString();
    if (numeral.upper) line += ".." + numeral.upper->ToString();
    constexpr const char* kKinds[] = {"", " F", " P", " O"};
    found.push_back(line + kKinds[static_cast<int>(numeral.kind)]);
  }
  return found;
}

struct Case {
  const char* sentence;
  std::vector<std::string> numerals;
};

class NumeralTest : public ::testing::TestWithParam<Case> {};

TEST_P(NumeralTest, Finds) {
  EXPECT_THAT(Describe(GetParam().sentence), ElementsAreArray(GetParam().numerals))
      << GetParam().sentence;
}

INSTANTIATE_TEST_SUITE_P(Arabic, NumeralTest,
                         ::testing::ValuesIn(std::vector<Case>{
                             {"新增2.82万家", {"2.82万=28200"}},
                             {"收入1,100.9亿元", {"1,100.9亿=110090000000"}},
                             {"３．５万人", {"３．５万=35000"}},
                             {"在2021,300家企业", {"2021=2021", "300=300"}},
                             {"共3万4000人", {"3万4000=34000"}},
                             {"25万6千册", {"25万6千=256000"}},
                             {"规模4.78万亿", {"4.78万亿=4780000000000"}},
                             {"约40k用户", {"40k=40000"}},
                             {"误差2e5", {"2e5=200000"}},
                             {"下降-3.5%", {"-3.5%=-3.5 P"}},
                             {"介于400-600之间", {"400=400", "600=600"}},
                         }));

INSTANTIATE_TEST_SUITE_P(Han, NumeralTest,
                         ::testing::ValuesIn(std::vector<Case>{
                             {"二十万亿元", {"二十万亿=20000000000000"}},
                             {"一亿亿个", {"一亿亿=10000000000000000"}},
                             {"一万五千亿", {"一万五千亿=1500000000000"}},
                             {"壹佰贰拾叁元", {"壹佰贰拾叁=123"}},
                             {"廿三人", {"廿三=23"}},
                             {"二〇二四", {"二〇二四=2024"}},
                             {"一万零十二", {"一万零十二=10012"}},
                             {"一百五", {"一百五=150"}},
                             {"十几万人", {"十几万=100000"}},
                             {"二萬餘家", {"二萬=20000"}},
                             {"數十億元", {"數十億=1000000000"}},
                             {"五六百人", {"五六百=500..600"}},
                             {"两三个", {"两三=2..3"}},
                             {"三十五点七", {"三十五点七=35.7"}},
                             {"负三十二", {"负三十二=-32"}},
                             {"过亿元", {"亿=100000000"}},
                             {"十分钟", {"十=10"}},
                             {"一千瓦", {"一=1"}},
                         }));

INSTANTIATE_TEST_SUITE_P(Parts, NumeralTest,
                         ::testing::ValuesIn(std::vector<Case>{
                             {"三分之一", {"三分之一=0.333333333333 F"}},
                             {"1/2的人", {"1/2=0.5 F"}},
                             {"三又二分之一", {"三又二分之一=3.5 F"}},
                             {"百分之一点五", {"百分之一点五=1.5 P"}},
                             {"千分之三", {"千分之三=0.3 P"}},
                             {"占六成", {"六成=60 P"}},
                             {"七成六", {"七成六=76 P"}},
                             {"打八折", {"八折=80 P"}},
                             {"回升0.4个百分点", {"0.4个百分点=0.4 P"}},
                             {"位列第四", {"第四=4 O"}},
                         }));

INSTANTIATE_TEST_SUITE_P(NoNumbers, NumeralTest,
                         ::testing::ValuesIn(std::vector<Case>{
                             {"一切进展顺利", {}},
                             {"他在四川工作", {}},
                             {"千万别大意", {}},
                             {"这家企业收拾了场地", {}},
                             {"药物HH-003与C919客机", {}},
                             {"5G网络", {}},
                             {"歼-20亮相", {}},
                             {"坚持五位一体", {}},
                             {"万一下雨", {}},
                         }));

TEST(NumeralTest, KeepsTheFractionBesideItsDecimal) {
  const auto found = FindNumerals(U"六分之五");
  ASSERT_EQ(found.size(), 1u);
  ASSERT_TRUE(found[0].fraction.has_value());
  EXPECT_EQ(found[0].fraction->numerator.ToString(), "5");
  EXPECT_EQ(found[0].fraction->denominator.ToString(), "6");
}

TEST(NumeralTest, SaysHowTheNumberBlursItself) {
  EXPECT_EQ(FindNumerals(U"300多万人").at(0).vagueness, NumeralVagueness::kMore);
  EXPECT_EQ(FindNumerals(U"数百家").at(0).vagueness, NumeralVagueness::kSeveral);
  EXPECT_EQ(FindNumerals(U"300万人").at(0).vagueness, NumeralVagueness::kNone);
}

TEST(NumeralTest, FoldedAndPrintedTextGiveTheSameSpans) {
  const auto printed = FindNumerals(U"２萬餘家，兩個，第３屆");
  const auto folded = FindNumerals(U"2万余家,两个,第3届");
  ASSERT_EQ(printed.size(), folded.size());
  for (std::size_t i = 0; i < printed.size(); ++i) {
    EXPECT_EQ(printed[i].span, folded[i].span);
    EXPECT_EQ(printed[i].amount, folded[i].amount);
  }
}

TEST(NumeralTest, SurvivesLongAndOddInput) {
  EXPECT_TRUE(FindNumerals(std::u32string(200, U'9')).empty());
  EXPECT_TRUE(FindNumerals(U"").empty());
  for (const char32_t* odd :
       {U"百分之", U"第", U"-", U"负", U"2^", U"1/0", U"十点", U"零", U"分之一", U"几"}) {
    for (const Numeral& numeral : FindNumerals(odd)) EXPECT_LE(numeral.span.end, 3u);
  }
}

}  // namespace
}  // namespace yinzheng::text
