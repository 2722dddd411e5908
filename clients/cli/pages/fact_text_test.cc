// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/fact_text.h"

#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"

namespace yinzheng::cli::pages {
namespace {

v1::Fact Parse(const std::string& text) {
  v1::Fact fact;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &fact));
  return fact;
}

TEST(FactTextTest, DatesForPeople) {
  const std::pair<const char*, const char*> cases[] = {{"2023", "2023年"},
                                                       {"2023-07", "2023年7月"},
                                                       {"2023-07-25", "2023年7月25日"},
                                                       {"2023-07~", "约2023年7月"},
                                                       {"2022-35", "2022年第三季度"},
                                                       {"2021/2025", "2021年至2025年"},
                                                       {"2022/..", "2022年起"},
                                                       {"../2022", "至2022年"},
                                                       {"202X", "202X"},
                                                       {"", ""},
                                                       {"2023?", "2023年？"},
                                                       {"2023-99", "2023-99"}};
  for (const auto& [edtf, line] : cases) {
    EXPECT_EQ(DateLine(edtf, Labels::ForLanguage("zh-Hans")), line) << edtf;
  }
  EXPECT_EQ(DateLine("2023-07~", Labels::ForLanguage("zh-Hant")), "約2023年7月");
}

TEST(FactTextTest, ValuesAsPrintedAndAsRead) {
  const Labels& labels = Labels::ForLanguage("zh-Hans");
  const ValueText nearly = ValueOf(
      Parse("quantity { amount: '30000' unit: '家' modifier: MODIFIER_NEARLY text: '3万\\n家' }"),
      labels);
  EXPECT_EQ(nearly.printed, "3万家");
  EXPECT_EQ(nearly.normal, "近 30000 家");
  EXPECT_EQ(
      ValueOf(Parse("quantity { amount: '400' upper_amount: '600' modifier: MODIFIER_RANGE }"),
              labels)
          .normal,
      "区间 400–600");
  EXPECT_EQ(
      ValueOf(Parse("quantity { amount: '0.333333' fraction { numerator: '1' denominator: '3' } "
                    "measure: MEASURE_SHARE }"),
              labels)
          .normal,
      "1/3（占比）");
  EXPECT_EQ(ValueOf(Parse("rank { rank: 4 scope: '全球' list: '榜单' }"), labels).normal,
            "榜单，全球");
}

TEST(FactTextTest, QuotationsAreAKindOfTheirOwn) {
  EXPECT_EQ(KindOf(Parse("property: '言论' text: '好'")), v1::FACT_KIND_QUOTATION);
  EXPECT_EQ(KindOf(Parse("property: '职务' text: '所长'")), v1::FACT_KIND_ATTRIBUTE);
  EXPECT_EQ(KindWord(KindOf(Parse("entity { display_name: '北京' }"))), "relation");
}

}  // namespace
}  // namespace yinzheng::cli::pages
