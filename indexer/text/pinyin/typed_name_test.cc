// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/pinyin/typed_name.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::SizeIs;

const PinyinReader& Reader() {
  static const Segmenter* const kSegmenter = Segmenter::Create()->release();
  static const auto* const kReader = new PinyinReader(*kSegmenter);
  return *kReader;
}

ReadName Read(const std::string& name) { return Reader().Read(DecodeUtf8(name)); }

TypedName Typed(const std::string& text) { return {DecodeUtf8(text), Reader()}; }

struct Row {
  const char* typed;
  const char* name;
  TypedFit fit;
  size_t characters;
};

class TypedNameTest : public ::testing::TestWithParam<Row> {};

TEST_P(TypedNameTest, MatchesAsExpected) {
  const Row& row = GetParam();
  const TypedMatch match = Typed(row.typed).MatchBeginning(Read(row.name));
  EXPECT_EQ(match.fit, row.fit) << row.typed << " for " << row.name;
  EXPECT_EQ(match.characters, row.characters) << row.typed << " for " << row.name;
}

INSTANTIATE_TEST_SUITE_P(Characters, TypedNameTest,
                         ::testing::Values(Row{"北京", "北京大学", TypedFit::kExact, 2},
                                           Row{"北京大学", "北京大学", TypedFit::kExact, 4},
                                           Row{"北大", "北京大学", TypedFit::kNone, 0},
                                           Row{"北京大学", "北京", TypedFit::kNone, 0},
                                           Row{"deep", "deepblue", TypedFit::kExact, 4},
                                           Row{"a股", "a股市场", TypedFit::kExact, 2},
                                           Row{"", "北京", TypedFit::kNone, 0}));

INSTANTIATE_TEST_SUITE_P(FullPinyin, TypedNameTest,
                         ::testing::Values(Row{"beijing", "北京大学", TypedFit::kPinyin, 2},
                                           Row{"beijingdax", "北京大学", TypedFit::kPinyin, 4},
                                           Row{"beij", "北京大学", TypedFit::kPinyin, 2},
                                           Row{"be", "北京大学", TypedFit::kPinyin, 1},
                                           Row{"běijīng", "北京大学", TypedFit::kPinyin, 2},
                                           Row{"chongqing", "重庆市", TypedFit::kPinyin, 2},
                                           Row{"zhongqing", "重庆市", TypedFit::kNone, 0},
                                           Row{"xian", "西安", TypedFit::kPinyin, 2},
                                           Row{"xian", "先锋", TypedFit::kPinyin, 1},
                                           Row{"agu", "a股市场", TypedFit::kPinyin, 2},
                                           Row{"beijings", "北京大学", TypedFit::kNone, 0}));

INSTANTIATE_TEST_SUITE_P(Umlauts, TypedNameTest,
                         ::testing::Values(Row{"lvse", "绿色", TypedFit::kPinyin, 2},
                                           Row{"luse", "绿色", TypedFit::kPinyin, 2},
                                           Row{"lǜsè", "绿色", TypedFit::kPinyin, 2},
                                           Row{"lvse", "路色", TypedFit::kNone, 0},
                                           Row{"nuepi", "疟皮", TypedFit::kPinyin, 2}));

INSTANTIATE_TEST_SUITE_P(Initials, TypedNameTest,
                         ::testing::Values(Row{"bjdx", "北京大学", TypedFit::kInitials, 4},
                                           Row{"bj", "北京大学", TypedFit::kInitials, 2},
                                           Row{"b", "北京大学", TypedFit::kInitials, 1},
                                           Row{"zgc", "中关村", TypedFit::kInitials, 3},
                                           Row{"zhgc", "中关村", TypedFit::kInitials, 3},
                                           Row{"shh", "上海", TypedFit::kInitials, 2},
                                           Row{"bdx", "北京大学", TypedFit::kNone, 0}));

INSTANTIATE_TEST_SUITE_P(Mixed, TypedNameTest,
                         ::testing::Values(Row{"beijing大学", "北京大学", TypedFit::kMixed, 4},
                                           Row{"北京dx", "北京大学", TypedFit::kMixed, 4},
                                           Row{"北京daxue", "北京大学", TypedFit::kMixed, 4},
                                           Row{"bj大学", "北京大学", TypedFit::kMixed, 4},
                                           Row{"beijingdx", "北京大学", TypedFit::kMixed, 4},
                                           Row{"bjdaxue", "北京大学", TypedFit::kMixed, 4},
                                           Row{"北京dx", "北方大学", TypedFit::kNone, 0}));

TEST(TypedName, SaysWhatToLookUp) {
  const TypedName typed = Typed("北京dx");
  EXPECT_EQ(typed.LeadingHan(), U"北京");
  EXPECT_THAT(typed.AsInitials(), Contains("bjdx"));
  EXPECT_THAT(Typed("beijing大学").AsSpellings(), ElementsAre("beijingdaxue"));
  EXPECT_THAT(Typed("beijingdx").AsInitials(), Contains("bjdx"));
  EXPECT_THAT(Typed("xian").AsInitials(), AllOf(Contains("xa"), Contains("x")));
  EXPECT_THAT(Typed("lushun").AsSpellings(), ElementsAre("lushun", "lvshun"));
  EXPECT_FALSE(Typed("北京").MayBePinyin());
}

// Nothing that is typed costs more than its length times the name's.
TEST(TypedName, LongAndRepetitiveTextIsBounded) {
  for (const char* part : {"z", "zh", "lu", "乐z", "xian"}) {
    std::string text;
    for (int i = 0; i < 30; ++i) text += part;
    const TypedName typed = Typed(text);
    EXPECT_LE(typed.AsInitials().size(), kMaxSpellings) << part;
    EXPECT_LE(typed.AsSpellings().size(), kMaxSpellings) << part;
    std::string name;
    for (int i = 0; i < 60; ++i) name += "中乐";
    typed.MatchBeginning(Read(name));
  }
}

TEST(TypedName, SoundsAlike) {
  const struct {
    const char* typed;
    const char* name;
    bool alike;
  } rows[] = {{"亦装", "亦庄", true}, {"怀揉", "怀柔科学城", true}, {"中庆", "重庆", false},
              {"亦庄", "亦庄", true}, {"亦庄镇", "亦庄", false},    {"a股", "a古", true},
              {"北京", "背景", true}};
  for (const auto& row : rows) {
    EXPECT_EQ(SoundsLikeBeginning(Read(row.typed), Read(row.name)), row.alike) << row.typed;
  }
}

}  // namespace
}  // namespace yinzheng::text
