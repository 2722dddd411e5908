// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The table of the schema, and the terms and keys that are made by it.

#include "indexer/store/schema.h"

#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/absl_string.h"
#include "indexer/store/day_range.h"
#include "indexer/store/name_key.h"
#include "indexer/store/suggestion_terms.h"
#include "indexer/store/terms.h"
#include "tests/support/shared_corpus.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using yinzheng::testing::IsOkAndHolds;
using yinzheng::testing::StatusIs;

TEST(Schema, NoPrefixBeginsAnother) {
  for (const PrefixUse& a : kPrefixes) {
    for (const PrefixUse& b : kPrefixes) {
      if (a.prefix == b.prefix) continue;
      EXPECT_NE(b.prefix.substr(0, a.prefix.size()), a.prefix) << a.prefix << " and " << b.prefix;
    }
  }
}

TEST(Schema, IsWhatTheDocumentSays) {
  std::ifstream file(yinzheng::testing::SourceDir() / "docs" / "index-format.md");
  std::stringstream document;
  document << file.rdbuf();
  ASSERT_FALSE(document.str().empty());
  for (const PrefixUse& use : kPrefixes) {
    EXPECT_THAT(document.str(), HasSubstr(absl::StrCat("| `", base::AbslView(use.prefix), "` | ",
                                                       base::AbslView(use.databases), " |")));
  }
  for (const std::string_view key : {metadata::kFormat, metadata::kAnalyzer, metadata::kContent,
                                     metadata::kDictionary, metadata::kPinyin}) {
    EXPECT_THAT(document.str(), HasSubstr(absl::StrCat("`", base::AbslView(key), "`")));
  }
  EXPECT_THAT(document.str(), HasSubstr(absl::StrCat("Format version: ", kFormatVersion)));
}

TEST(Terms, LongOrOddValuesStayDistinctAndShort) {
  const std::string long_a = std::string(400, 'a') + "1";
  const std::string long_b = std::string(400, 'a') + "2";
  EXPECT_LE(Term("XK", long_a).size(), kMaxValueBytes + 2);
  EXPECT_NE(Term("XK", long_a), Term("XK", long_b));
  EXPECT_EQ(Term("XK", long_a), Term("XK", long_a));
  EXPECT_NE(Term("XK", std::string("a\0b", 3)), Term("XK", "a b"));
  EXPECT_EQ(Term("XK", std::string("a\0b", 3)).find('\0'), std::string::npos);
  std::string han;
  for (int i = 0; i < 100; ++i) han += "研";
  const std::string term = Term("XK", han);
  EXPECT_LE(term.size(), kMaxValueBytes + 2);
  EXPECT_EQ((term.find('#') - 2) % 3, 0U);  // No character is cut.
}

TEST(SuggestionTerms, BeginningsAreLookedUpByTheLongestIndexedOne) {
  EXPECT_THAT(BeginningTerms(BeginningKind::kKey, "北京大学生"),
              ElementsAre("XF北", "XF北京", "XF北京大", "XF北京大学"));
  EXPECT_EQ(BeginningTerm(BeginningKind::kKey, "北京大学生"), "XF北京大学");
  EXPECT_EQ(BeginningTerm(BeginningKind::kSpelling, "beijing"), "XYbeijin");
  EXPECT_EQ(BeginningTerm(BeginningKind::kSpelling, "b"), std::nullopt);
  EXPECT_EQ(BeginningTerm(BeginningKind::kInitials, "bjdxx"), "XY/bjdx");
  EXPECT_EQ(BeginningTerm(BeginningKind::kInitials, ""), std::nullopt);
  EXPECT_EQ(SpellingTerm("beijing"), "XYbeijing.");
  EXPECT_EQ(WholeInitialsTerm("bj"), "XY/bj.");
}

TEST(Terms, IdsOfResourceNames) {
  EXPECT_THAT(IdOf("entities", "entities/42"), IsOkAndHolds("42"));
  for (const char* name : {"", "entities", "entities/", "entities/4/2", "facts/42", "42"}) {
    EXPECT_THAT(IdOf("entities", name), StatusIs(absl::StatusCode::kInvalidArgument)) << name;
  }
  YZ_ASSERT_OK_AND_ASSIGN(const PassagePlace place, PlaceOfPassage("articles/a/passages/3"));
  EXPECT_EQ(place.article, "a");
  EXPECT_EQ(place.number, 3U);
  for (const char* name : {"articles/a/passages/03", "articles/a/passages/x",
                           "articles/a/passages/-1", "articles/a/passages/99999999999"}) {
    YZ_ASSERT_OK_AND_ASSIGN(const PassagePlace none, PlaceOfPassage(name));
    EXPECT_EQ(none.number, 0U) << name;
  }
  EXPECT_EQ(PassageName("articles/a", 3), "articles/a/passages/3");
  for (const char* name :
       {"articles/a", "articles/a/passages/", "a/passages/3", "articles/a/passages/3/4"}) {
    EXPECT_THAT(PlaceOfPassage(name), StatusIs(absl::StatusCode::kInvalidArgument)) << name;
  }
}

TEST(Terms, SortKeysAscendAsTheyShould) {
  EXPECT_LT(NewestFirstKey("2024-01-02", "a"), NewestFirstKey("2024-01-01", "a"));
  EXPECT_LT(NewestFirstKey("1999-12-31", "a"), NewestFirstKey("", "a"));
  EXPECT_LT(NewestFirstKey("2024-01-01", "a"), NewestFirstKey("2024-01-01", "b"));
  EXPECT_LT(OldestFirstKey("2024-01-01", "b"), OldestFirstKey("2024-01-02", "a"));
  EXPECT_LT(OldestFirstKey("2024-01-01", "b"), OldestFirstKey("", "a"));
  EXPECT_LT(OldestFirstKey("1999-12-31", "a"), OldestFirstKey("2000-01-01", "a"));
  EXPECT_LT(NewestFirstKey("2000-01-01", "a"), NewestFirstKey("1999-12-31", "a"));
  EXPECT_LT(NewestFirstKey("0001-01-01", "b"), NewestFirstKey("", "a"));
  EXPECT_LT(BigEndian(255), BigEndian(256));
  EXPECT_EQ(FromBigEndian(BigEndian(4000000000U)), 4000000000U);
}

TEST(Terms, PrefixesAndGramsCountCharacters) {
  EXPECT_THAT(KeyPrefixes("研究院", 2), ElementsAre("研", "研究"));
  EXPECT_THAT(KeyPrefixes("", 2), ElementsAre());
  EXPECT_THAT(KeyGrams("𠀀院院"), ElementsAre("院", "院院", "𠀀", "𠀀院"));
}

TEST(NameKey, FoldsWhatPrintsDifferIn) {
  const struct {
    const char* a;
    const char* b;
  } same[] = {
      {"臺灣大學", "台湾大学"},     {"ＧＤＰ", "gdp"},
      {"《行动计划》", "行动计划"}, {"“北斗”三号", "北斗三号"},
      {"「北斗」三號", "北斗三号"}, {"A 股", "a股"},
      {"达·芬奇", "达芬奇"},        {"Deep Blue", "deepblue"},
  };
  for (const auto& row : same) EXPECT_EQ(NameKey(row.a), NameKey(row.b)) << row.a;
  EXPECT_NE(NameKey("北京大学"), NameKey("北京大学院"));
  EXPECT_EQ(NameKey("  “” "), "");
}

TEST(NameKey, SaysWhichPartOfANameItCameFrom) {
  const struct {
    const char* name;
    size_t characters;
    text::Span part;
  } rows[] = {{"《長城》脚下", 2, {1, 3}}, {"《長城》脚下", 3, {1, 5}}, {"Deep Blue", 5, {0, 6}},
              {"㎡", 1, {0, 1}},           {"北京", 9, {0, 2}},         {"“”", 1, {0, 0}}};
  for (const auto& row : rows) {
    EXPECT_EQ(NameKeySource(row.name, row.characters), row.part) << row.name;
  }
}

TEST(DayRange, ReadsDaysMonthsAndYears) {
  const struct {
    const char* text;
    const char* earliest;
    const char* latest;
  } rows[] = {
      {"2024", "2024-01-01", "2024-12-31"},
      {"2024-02", "2024-02-01", "2024-02-29"},
      {"2023-02-28", "2023-02-28", "2023-02-28"},
  };
  for (const auto& row : rows) {
    const auto range = ParseDayRange(row.text);
    ASSERT_TRUE(range.has_value()) << row.text;
    EXPECT_EQ(range->earliest, row.earliest);
    EXPECT_EQ(range->latest, row.latest);
  }
  for (const char* text :
       {"", "24", "2024-13", "2023-02-29", "2024/01/01", "2024-1-1", "-024", "２０２４"}) {
    EXPECT_FALSE(ParseDayRange(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace yinzheng::store
