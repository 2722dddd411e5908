// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Holds the tables of number rules to their own examples, and their reader to its errors.

#include "indexer/text/number_rules.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/data_dir.h"
#include "indexer/text/date.h"
#include "indexer/text/numeral.h"
#include "indexer/text/quantity.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::text {
namespace {

using ::testing::HasSubstr;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::StatusIs;

std::vector<std::vector<std::string>> ReadTable(std::string_view file) {
  const auto contents = base::ReadDataFile("text/" + std::string(file));
  EXPECT_THAT(contents, IsOk());
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(contents.value_or(""));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream cells(line);
    std::vector<std::string>& row = rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(cell);
  }
  return rows;
}

TEST(NumberRulesTest, TheInstalledTablesLoad) { EXPECT_THAT(LoadNumberRules(), IsOk()); }

TEST(NumberRulesTest, EveryUnitIsFoundInItsExample) {
  for (const auto& row : ReadTable("units.tsv")) {
    const auto found = FindQuantities(DecodeUtf8(row.at(5)));
    const bool noun = row.at(4).find("noun") != std::string::npos;
    const std::string unit = found.empty() ? "none" : found[0].unit;
    EXPECT_EQ(unit, noun ? "" : row.at(0)) << row.at(5);
  }
}

TEST(NumberRulesTest, EveryModifierHoldsInItsExample) {
  const std::map<std::string, QuantityModifier> modifiers = {
      {"APPROX", QuantityModifier::kApprox},      {"NEARLY", QuantityModifier::kNearly},
      {"MORE_THAN", QuantityModifier::kMoreThan}, {"AT_LEAST", QuantityModifier::kAtLeast},
      {"LESS_THAN", QuantityModifier::kLessThan}, {"AT_MOST", QuantityModifier::kAtMost}};
  for (const auto& row : ReadTable("quantity_modifiers.tsv")) {
    const auto found = FindQuantities(DecodeUtf8(row.at(6)));
    ASSERT_EQ(found.size(), 1u) << row.at(6);
    EXPECT_EQ(found[0].modifier, modifiers.at(row.at(3))) << row.at(6);
  }
}

TEST(NumberRulesTest, EveryExclusionHoldsInItsExample) {
  for (const auto& row : ReadTable("quantity_exclusions.tsv")) {
    for (const QuantityMatch& match : FindQuantities(DecodeUtf8(row.at(6)))) {
      EXPECT_TRUE(match.vague) << row.at(6);
    }
  }
}

TEST(NumberRulesTest, EveryNumeralWordHidesItsNumeral) {
  for (const auto& row : ReadTable("numeral_words.tsv")) {
    std::istringstream words(row.at(1));
    for (std::string word; words >> word;) {
      // Longer words may hold a number beside the one that is none.
      if (DecodeUtf8(word).size() > 4) continue;
      const auto found = FindNumerals(DecodeUtf8("，" + word + "，"));
      EXPECT_TRUE(found.empty()) << word;
    }
  }
}

TEST(NumberRulesTest, EveryMeasureHoldsInItsExample) {
  const std::map<std::string, QuantityMeasure> measures = {{"LEVEL", QuantityMeasure::kLevel},
                                                           {"CHANGE", QuantityMeasure::kChange},
                                                           {"SHARE", QuantityMeasure::kShare}};
  for (const auto& row : ReadTable("quantity_measures.tsv")) {
    const auto found = FindQuantities(DecodeUtf8(row.at(4)));
    ASSERT_EQ(found.size(), 1u) << row.at(4);
    EXPECT_EQ(found[0].measure, measures.at(row.at(2))) << row.at(4);
  }
}

TEST(NumberRulesTest, EveryRankRuleHoldsInItsExample) {
  for (const auto& row : ReadTable("rank_cues.tsv")) {
    const auto found = FindRanks(DecodeUtf8(row.at(4)));
    EXPECT_EQ(found.empty(), row.at(1) == "noun") << row.at(4);
  }
}

TEST(NumberRulesTest, EveryDateWordIsFoundInItsExample) {
  const auto reference = ReferenceDate::FromEdtf("2024-03-05").value();
  for (const auto& row : ReadTable("date_words.tsv")) {
    const auto found = FindDates(DecodeUtf8(row.at(5)), reference);
    // Parts of the year need a year, and words that follow another date need that date.
    const bool alone =
        row.at(0).find("_after") == std::string::npos && !(row.at(0) == "part" && row.at(2) < "40");
    if (!alone) continue;
    ASSERT_FALSE(found.empty()) << row.at(5);
    EXPECT_TRUE(found[0].planned || row.at(0) != "plan") << row.at(5);
    EXPECT_EQ(found[0].as_of, row.at(0) == "as_of" || row.at(0) == "now") << row.at(5);
  }
}

// Serves the installed tables with one replaced.
class ReplacedTable : public TableReader {
 public:
  ReplacedTable(std::string file, std::string contents)
      : file_(std::move(file)), contents_(std::move(contents)) {}

  absl::StatusOr<std::string> Read(std::string_view file) const override {
    if (file == file_) return contents_;
    return base::ReadDataFile("text/" + std::string(file));
  }

 private:
  std::string file_;
  std::string contents_;
};

TEST(NumberRulesTest, MalformedTablesAreNamedWithTheirLine) {
  const struct {
    const char* file;
    const char* contents;
    const char* message;
  } cases[] = {
      {"units.tsv", "# units\n个\t个\n", "units.tsv line 2 has 2 columns"},
      {"units.tsv", "个\t个\t\tcount\todd\t3个\n", "the unknown flag \"odd\""},
      {"units.tsv", "个\t个 个\t\tcount\t\t3个\n", "a form that an earlier line has"},
      {"number_variants.tsv", "萬億\t万亿\n", "not one character"},
      {"quantity_modifiers.tsv", "a\tbefore\t近\tCLOSE\t\tr\te\n",
       "the unknown modifier \"CLOSE\""},
      {"quantity_modifiers.tsv", "a\tinside\t近\tNEARLY\t\tr\te\n", "neither before nor after"},
      {"quantity_exclusions.tsv", "a\t\troman\tx\tdrop\tr\te\n", "the unknown kind of number"},
      {"quantity_exclusions.tsv", "a\t\tany\tx\tkeep\tr\te\n", "the unknown effect"},
      {"unit_parts.tsv", "元\t角\tx\te\n", "a power that is no number"},
      {"quantity_measures.tsv", "a\tb\tDEPTH\tr\te\n", "the unknown measure"},
      {"rank_cues.tsv", "a\tsong\tb\t\te\n", "the unknown role"},
      {"rank_cues.tsv", "a\tword\tb\tone\te\n", "a rank that is no number"},
      {"date_words.tsv", "hour\tb\t0\t\t\te\n", "the unknown kind \"hour\""},
      {"date_words.tsv", "day\tb\tx\t\t\te\n", "a distance that is no number"},
      {"date_eras.tsv", "雍正\tx\n", "a year that is no number"},
  };
  for (const auto& c : cases) {
    EXPECT_THAT(ParseNumberRules(ReplacedTable(c.file, c.contents)),
                StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr(c.message)))
        << c.contents;
  }
}

}  // namespace
}  // namespace yinzheng::text
