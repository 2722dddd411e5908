// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/number_key.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/store/testing/temp_index.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using ::testing::ElementsAreArray;

TEST(NumberKey, IsOrderedLikeTheNumbers) {
  std::string last;
  for (const char* number : {"0", "0.001", "0.01", "0.5", "0.55", "1", "1.5", "2", "9.99", "10",
                             "99", "100", "1000", "28200", "28201", "282000", "120000000000"}) {
    const auto decimal = text::Decimal::Parse(number);
    ASSERT_TRUE(decimal.has_value());
    const auto key = NumberKey(*decimal);
    ASSERT_TRUE(key.has_value()) << number;
    EXPECT_LT(last, *key) << number;
    EXPECT_EQ(NumberOfKey(*key), *decimal) << number;
    last = *key;
  }
  EXPECT_EQ(NumberKey(*text::Decimal::Parse("28200")), "55282");
  EXPECT_EQ(DecadeOf("55282"), "552");
  EXPECT_EQ(NumberKey(*text::Decimal::Parse("-1")), std::nullopt);
}

TEST(NumbersIn, AreThoseThatATextStates) {
  const struct {
    const char* text;
    std::vector<std::string> numbers;
  } rows[] = {
      {"企业500家、1,200家", {"500", "1200"}},
      {"2.82万家，二万八千二百家", {"28200", "28200"}},
      {"占60%，六成", {"60", "60"}},
      {"2023年7月25日的会", {}},
      {"2023年，25日", {}},
      {"3年、30日", {"3"}},
      {"2023-07-25", {}},
      {"C919与PD-1728", {}},
      {"5G与100km", {"5", "100"}},
      {"手机13800138000号码12345678901234567890", {"13800138000"}},
      {"第三名", {}},
  };
  for (const auto& row : rows) {
    std::vector<std::string> numbers;
    for (const TextNumber& number :
         NumbersIn(testing::SharedAnalyzer().Analyze(text::DecodeUtf8(row.text)))) {
      numbers.push_back(number.value.ToString());
    }
    EXPECT_THAT(numbers, ElementsAreArray(row.numbers)) << row.text;
  }
}

}  // namespace
}  // namespace yinzheng::store
