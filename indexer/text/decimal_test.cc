// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/decimal.h"

#include <cstdint>
#include <limits>

#include "gtest/gtest.h"

namespace yinzheng::text {
namespace {

Decimal D(std::string_view text) { return Decimal::Parse(text).value(); }

TEST(DecimalTest, ParsesAndPrintsPlainNotation) {
  const struct {
    const char* text;
    const char* printed;
  } cases[] = {
      {"0", "0"},         {"-0.00", "0"},
      {"007", "7"},       {"1.250", "1.25"},
      {".5", "0.5"},      {"-.05", "-0.05"},
      {"+3", "3"},        {"100", "100"},
      {"28200", "28200"}, {"123456789012345678901234567890.1", "123456789012345678901234567890.1"}};
  for (const auto& c : cases) EXPECT_EQ(D(c.text).ToString(), c.printed) << c.text;
}

TEST(DecimalTest, RejectsEverythingElse) {
  for (const char* text : {"", "-", ".", "1.", "1e5", "1,000", " 1", "１", "1.2.3", "--1"}) {
    EXPECT_FALSE(Decimal::Parse(text).has_value()) << text;
  }
}

TEST(DecimalTest, ScalesByPowersOfTenExactly) {
  EXPECT_EQ(D("7947.5").ScaledByPowerOfTen(8).ToString(), "794750000000");
  EXPECT_EQ(D("2.82").ScaledByPowerOfTen(4).ToString(), "28200");
  EXPECT_EQ(D("6").ScaledByPowerOfTen(-3).ToString(), "0.006");
}

TEST(DecimalTest, AddsSubtractsAndMultipliesWithSigns) {
  EXPECT_EQ((D("0.1") + D("0.2")).ToString(), "0.3");
  EXPECT_EQ((D("1000") + D("-0.5")).ToString(), "999.5");
  EXPECT_EQ((D("-2") + D("-3")).ToString(), "-5");
  EXPECT_EQ((D("5") - D("5")).ToString(), "0");
  EXPECT_EQ((D("1.1") * D("-1.1")).ToString(), "-1.21");
  EXPECT_EQ((D("99999999999") * D("99999999999")).ToString(), "9999999999800000000001");
}

TEST(DecimalTest, DividesRoundingHalfAwayFromZero) {
  const auto divide = [](const char* a, const char* b, int places) {
    return Decimal::Divide(D(a), D(b), places).value().ToString();
  };
  EXPECT_EQ(divide("1", "3", 6), "0.333333");
  EXPECT_EQ(divide("2", "3", 6), "0.666667");
  EXPECT_EQ(divide("-1", "8", 2), "-0.13");
  EXPECT_EQ(divide("10", "4", 0), "3");
  EXPECT_EQ(divide("1000000", "7", 2), "142857.14");
  EXPECT_EQ(divide("157", "3", 4), "52.3333");
  EXPECT_EQ(divide("0.004", "1", 2), "0");
  EXPECT_EQ(divide("12345", "1", 0), "12345");
  EXPECT_FALSE(Decimal::Divide(D("1"), D("0"), 3).has_value());
}

TEST(DecimalTest, OrdersByValue) {
  EXPECT_LT(D("-3"), D("-2.5"));
  EXPECT_LT(D("9"), D("10"));
  EXPECT_EQ(D("1.0"), D("1"));
  EXPECT_GT(D("0.1"), D("0.0999"));
}

TEST(DecimalTest, GivesIntegersThatFit) {
  EXPECT_EQ(D("120").ToInt64(), 120);
  EXPECT_EQ(Decimal::FromInt(std::numeric_limits<int64_t>::min()).ToInt64(),
            std::numeric_limits<int64_t>::min());
  EXPECT_FALSE(D("1.5").ToInt64().has_value());
  EXPECT_FALSE(D("9223372036854775808").ToInt64().has_value());
}

}  // namespace
}  // namespace yinzheng::text
