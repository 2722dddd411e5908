// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Every construct of docs/query-language.md against a real index, from text to hits and marks.

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/store/testing/query_probe.h"

namespace yinzheng::store {
namespace {

using store::testing::ProbeAnswer;
using store::testing::QueryProbe;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAreArray;

const QueryProbe& Probe() {
  static const QueryProbe kProbe({
      {"count", "青州企业普查",
       "青州共有企业2.82萬家，比去年增长六成。\n二万八千二百家企业里，500家在城北。", "2023-07-25",
       "青州日报"},
      {"fair", "机器人大会", "第八届机器人大会2023年7月25日在城北开幕，参展商1,500家。",
       "2023-07-26", "北方晚报"},
      {"plan", "产业规划", "規劃提出，到二〇二五年十二月，量子計算產業規模達到一千二百億元。",
       "2024-01-05", "青州日报"},
      {"plane", "客机首飞", "C919客机首飞成功，GDPR与GDP无关，NGDP也无关。", "2022-05-01",
       "社区报"},
      {"talks", "会谈", "中国和美国今天会谈；中国、美国都派出代表，讨论气候。", "", ""},
      {"rare", "𠮷野家开店", "𠮷野家在𪜀城开店，A股、B站与K线一概不提。", "2024-06-30", "社区报"},
  });
  return kProbe;
}

struct Row {
  std::string query;
  std::vector<std::string> ids;    // In any order.
  std::vector<std::string> marks;  // Of the first article; not compared where several are found.
};

void ExpectRows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const ProbeAnswer answer = Probe().Ask(row.query);
    EXPECT_THAT(answer.ids, UnorderedElementsAreArray(row.ids)) << row.query;
    if (row.ids.size() != 1) continue;
    EXPECT_THAT(answer.marks, ElementsAreArray(row.marks)) << row.query;
  }
}

TEST(QueryLanguage, PhrasesHoldPunctuationOnlyIfAskedTo) {
  ExpectRows({
      {"\"国美\"", {}, {}},
      {"\"中国美国\"", {}, {}},
      {"\"中国、美国\"", {"talks"}, {"中国", "美国"}},
      {"\"中国，美国\"", {"talks"}, {"中国", "美国"}},
      {"\"美国；讨论\"", {}, {}},
      {"\"中国和美国\"", {"talks"}, {"中国和美国"}},
      {"\"量子计算产业\"", {"plan"}, {"量子計算產業"}},
  });
}

TEST(QueryLanguage, NumbersMeetInWordsAndPhrases) {
  ExpectRows({
      {"28200", {"count"}, {"2.82萬", "二万八千二百"}},
      {"2.82万", {"count"}, {"2.82萬", "二万八千二百"}},
      {"\"28200家企业\"", {"count"}, {"二万八千二百家企业"}},
      {"\"企业28,200家\"", {"count"}, {"企业2.82萬家"}},
      {"\"有企业2.82万家\"", {"count"}, {"有企业2.82萬家"}},
      {"60%", {"count"}, {"六成"}},
      {"\"增长60%\"", {"count"}, {"增长六成"}},
      {"\"规模达到1200亿元\"", {"plan"}, {"規模達到一千二百億元"}},
      {"120000000000", {"plan"}, {"一千二百億"}},
      {"\"500家\"", {"count"}, {"500家"}},  // Not 1,500家.
      {"\"参展商1500家\"", {"fair"}, {"参展商1,500家"}},
  });
}

TEST(QueryLanguage, DatesMeetInWordsAndPhrases) {
  ExpectRows({
      {"2023-07-25", {"fair"}, {"2023年7月25日"}},
      {"\"二〇二三年七月二十五日\" 大会", {"fair"}, {"大会2023年7月25日"}},
      {"\"大会2023/7/25\"", {"fair"}, {"大会2023年7月25日"}},
      {"\"7月25日在城北\"", {"fair"}, {"7月25日在城北"}},
      {"\"七月二十五号\"", {"fair"}, {"7月25日"}},
      {"\"2023-07\"", {"fair"}, {"2023年7月"}},
      {"\"2025年12月\"", {"plan"}, {"二〇二五年十二月"}},
  });
}

TEST(QueryLanguage, RangesOfDaysAndNumbers) {
  ExpectRows({
      {"date:2023", {"count", "fair"}, {}},
      {"日期：2023年7月25日", {"count"}, {}},
      {"2023-07-26..2024-01", {"fair", "plan"}, {}},
      {"date>2023", {"plan", "rare"}, {}},
      {"date:..2022", {"plane"}, {}},
      {"企业 -date:2023", {}, {}},
      {"number:1000..30000", {"count", "fair"}, {}},
      {"number:20000..30000", {"count"}, {"2.82萬", "二万八千二百"}},
      {"数值：400..600", {"count"}, {"500"}},
      {"number:1500", {"fair"}, {"1,500"}},
      {"number>1500 家", {"count"}, {"二万八千二百家", "家", "2.82萬家"}},
      {"number:>=1000亿", {"plan"}, {"一千二百億"}},
      {"number:60%..70%", {"count"}, {"六成"}},
      {"number:2023", {}, {}},  // A year is no amount,
      {"number:919", {}, {}},   // nor is a part of a code,
      {"number:2.82", {}, {}},  // nor of another number.
      {"企业:20000..30000", {"count"}, {"企业2.82萬", "二万八千二百", "企业"}},
  });
}

TEST(QueryLanguage, NearStandsInOnePassage) {
  ExpectRows({
      {"参展商 NEAR 开幕", {"fair"}, {"开幕", "参展商"}},
      {"开幕 NEAR/0 参展商", {}, {}},
      {"开幕 NEAR/1 参展商", {"fair"}, {"开幕", "参展商"}},  // The comma counts one.
      {"机器人大会 NEAR/3 城北", {}, {}},
      {"机器人大会 NEAR/8 城北", {"fair"}, {"机器人大会", "城北"}},
      {"城北 邻近/8 机器人大会", {"fair"}, {"机器人大会", "城北"}},
      {"企业 NEAR/2 28200", {"count"}, {"企业2.82萬", "二万八千二百", "企业"}},
      {"\"中国和美国\" NEAR/5 会谈", {"talks"}, {"中国和美国", "会谈"}},
      {"GDP* NEAR/3 无关", {"plane"}, {"GDPR", "GDP无关"}},
  });
}

TEST(QueryLanguage, Beginnings) {
  ExpectRows({
      {"GDP", {"plane"}, {"GDP"}},
      {"GDP*", {"plane"}, {"GDPR", "GDP"}},
      {"C9*", {"plane"}, {"C919"}},
      {"\"客机首飞成功，GD\"*", {"plane"}, {"客机首飞成功", "GDPR"}},
      {"量子*", {"plan"}, {"量子"}},
      {"title:机器*", {"fair"}, {}},
      {"xyz*", {}, {}},
  });
}

TEST(QueryLanguage, OperatorsAndBrackets) {
  ExpectRows({
      {"(客机 OR 会谈) -气候", {"plane"}, {"客机"}},
      {"（客机 OR 会谈） 气候", {"talks"}, {"会谈", "气候"}},
      {"城北 -(机器人 OR 客机)", {"count"}, {"城北"}},
      {"城北 AND 开幕", {"fair"}, {"城北开幕"}},
      {"城北 +开幕", {"fair"}, {"城北开幕"}},
      {"\"城北开幕\" 客机", {"fair"}, {"城北开幕"}},   // Beside what must be there,
      {"+\"城北开幕\" 客机", {"fair"}, {"城北开幕"}},  // words only rank.
      {"城北 AND 开幕 客机", {"fair"}, {"城北开幕"}},
      {"outlet:北方晚报 客机", {}, {}},
      {"(城北 开幕) OR 首飞", {"fair", "plane"}, {}},
      {"客机 OR -城北", {"plan", "plane", "talks", "rare"}, {}},
      {"outlet:青州日报 (量子 OR 客机)", {"plan"}, {"量子"}},
      {"+outlet:青州日报 +量子", {"plan"}, {"量子"}},
      {"(outlet:青州日报 OR outlet:北方晚报) 城北", {"count", "fair"}, {}},
      {"(outlet:社区报 AND date:2024) 开店", {"rare"}, {"开店"}},
  });
}

TEST(QueryLanguage, PiecesOfRunsAreFoundWhereNothingElseIs) {
  ExpectRows({
      {"\"91\"", {"plane"}, {"C919"}},         // Inside,
      {"\"19客机\"", {"plane"}, {"919客机"}},  // the end,
      {"\"与GD\"", {"plane"}, {"与GDP"}},      // the beginning of a run.
      {"\"展商1,5\"", {"fair"}, {"展商1,500"}},
      {"\"023年7\"", {"fair"}, {"2023年7"}},
      {"\"NGDP\"", {"plane"}, {"NGDP"}},
      {"\"GDP\"", {"plane"}, {"GDP"}},  // There is just that.
      {"机器人 -\"91\"", {"fair"}, {"机器人"}},
  });
  const ProbeAnswer answer = Probe().Ask("\"91\"");
  ASSERT_THAT(answer.warnings, Not(IsEmpty()));
  EXPECT_EQ(answer.warnings[0].subject(), "91");
  EXPECT_THAT(answer.parts, ElementsAreArray({"91"}));
}

TEST(QueryLanguage, SaysWhichPartsMatched) {
  const struct {
    const char* query;
    std::vector<std::string> parts;
  } rows[] = {
      {"\"机器人大会\" 1500 不在", {"机器人大会", "1500"}},
      {"大会 NEAR 城北", {"大会", "城北"}},
      {"机器* number:1000..2000", {"机器", "1000..2000"}},
      {"\"28200家企业\"", {"28200家企业"}},
      {"GDPR*", {"GDPR"}},
      {"title:普查 OR \"500家\"", {"普查", "500家"}},
      {"title:城北 OR \"500家\"", {"500家"}},  // In the text, but in no title.
      {"title:机器人 1500", {"机器人", "1500"}},
  };
  for (const auto& row : rows) {
    EXPECT_THAT(Probe().Ask(row.query).parts, ElementsAreArray(row.parts)) << row.query;
  }
}

TEST(QueryLanguage, RareCharactersAndLoneLetters) {
  ExpectRows({
      {"𠮷", {"rare"}, {"𠮷"}},
      {"\"𠮷野家\"", {"rare"}, {"𠮷野家"}},
      {"𪜀城", {"rare"}, {"𪜀城"}},
      {"A股", {"rare"}, {"A股"}},
      {"\"Ｂ站\"", {"rare"}, {"B站"}},
      {"k线", {"rare"}, {"K线"}},
  });
}

}  // namespace
}  // namespace yinzheng::store
