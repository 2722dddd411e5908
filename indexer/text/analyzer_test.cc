// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/analyzer.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/text/numeral_terms.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::text {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;
using ::yinzheng::testing::IsOk;

class AnalyzerTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto created = Segmenter::Create();
    ASSERT_THAT(created, IsOk());
    segmenter_ = created->release();
  }
  static void TearDownTestSuite() {
    delete segmenter_;
    segmenter_ = nullptr;
  }

  static std::vector<IndexToken> Analyze(std::u32string_view text) {
    return Analyzer(*segmenter_).Analyze(text);
  }

  // "term@position" of each token.
  static std::vector<std::string> Terms(std::u32string_view text) {
    std::vector<std::string> terms;
    for (const IndexToken& token : Analyze(text)) {
      terms.push_back(absl::StrCat(token.term, "@", token.position));
    }
    return terms;
  }

  // NOLINTNEXTLINE(readability-identifier-naming): a member, if a static one.
  static const Segmenter* segmenter_;
};

// NOLINTNEXTLINE(readability-identifier-naming)
const Segmenter* AnalyzerTest::segmenter_ = nullptr;

TEST_F(AnalyzerTest, UnigramsBigramsAndLongWords) {
  EXPECT_THAT(Terms(U"研究院"),
              ::testing::ElementsAre("研@0", "研究@0", "研究院@0", "究@1", "究院@1", "院@2"));
}

TEST_F(AnalyzerTest, EmptyAndPunctuationGiveNothing) {
  EXPECT_THAT(Terms(U""), IsEmpty());
  EXPECT_THAT(Terms(U"，。！ \n%"), IsEmpty());
}

TEST_F(AnalyzerTest, ScriptWidthAndCaseAgree) {
  EXPECT_EQ(Terms(U"臺灣ＧＤＰ"), Terms(U"台湾gdp"));
  EXPECT_EQ(Terms(U"看著"), Terms(U"看着"));
  EXPECT_EQ(Terms(U"9㎡"), Terms(U"9m2"));
}

TEST_F(AnalyzerTest, SpacesQuotesAndSeparatorsDoNotMovePositions) {
  EXPECT_EQ(Terms(U"1,200亿"), Terms(U"1200亿"));
  EXPECT_THAT(Terms(U"“小船”出海"), IsSupersetOf({"小船@0", "船出@1", "出海@2"}));
  EXPECT_THAT(Terms(U"GDP 增长"), IsSupersetOf({"gdp@0", "增@1", "增长@1"}));
  EXPECT_THAT(Terms(U"中 国"), Not(Contains("中国@0")));
}

TEST_F(AnalyzerTest, PhrasesDoNotRunAcrossPunctuation) {
  EXPECT_THAT(Terms(U"中国、美国"), IsSupersetOf({"国@1", "美@3"}));
  EXPECT_THAT(Terms(U"中国、美国"), Not(Contains("国美@1")));
  EXPECT_THAT(Terms(U"中\n国"), Contains(absl::StrCat("国@", 1 + kBreakGap)));
}

TEST_F(AnalyzerTest, CodesWholeAndInParts) {
  EXPECT_THAT(Terms(U"PD-1728"), IsSupersetOf({"pd@0", "1728@1", "pd1728@0"}));
  EXPECT_THAT(Terms(U"HH-003"), IsSupersetOf({"hh@0", "003@1", "hh003@0"}));
  EXPECT_THAT(Terms(U"C919客机"), IsSupersetOf({"c@0", "919@1", "c919@0", "客机@2"}));
  EXPECT_THAT(Terms(U"5G网络"), IsSupersetOf({"5g@0", "网络@2"}));
  EXPECT_THAT(Terms(U"PD1728_A_1"), IsSupersetOf({"pd1728@0", "a@2", "1@3", "pd1728a1@0"}));
  EXPECT_THAT(Terms(U"A股和维C"), IsSupersetOf({"a股@0", "维c@3"}));
  EXPECT_THAT(Terms(U"与C919"), Not(Contains("与c@0")));
}

TEST_F(AnalyzerTest, Numbers) {
  EXPECT_THAT(Terms(U"7947.5亿元"), IsSupersetOf({"7947.5@0", "亿元@1"}));
  EXPECT_THAT(Terms(U"1,200.5"), Contains("1200.5@0"));
  EXPECT_THAT(Terms(U"2021-01-20"), IsSupersetOf({"2021@0", "01@1", "20@2"}));
  EXPECT_THAT(Terms(U"1.2.3"), IsSupersetOf({"1@0", "2@1", "3@2"}));
  EXPECT_THAT(Terms(U"12,34"), IsSupersetOf({"12@0", "34@2"}));
}

TEST_F(AnalyzerTest, NumeralsMeetTheirValue) {
  for (const std::u32string_view text :
       {U"一千二百亿元", U"1,200亿元", U"1200亿元", U"１２００億元"}) {
    EXPECT_THAT(Terms(text), Contains("120000000000@0")) << EncodeUtf8(text);
  }
  EXPECT_THAT(Terms(U"二〇二三年三月"), IsSupersetOf({"2023@0", "3@5"}));
  EXPECT_THAT(Terms(U"三个"), Not(Contains("3@0")));
  EXPECT_THAT(Terms(U"十几家"), Not(Contains("10@0")));
  EXPECT_THAT(Terms(U"四川千万别一切"), Not(Contains("10000000@2")));
}

TEST_F(AnalyzerTest, AmountsMeetHoweverWritten) {
  struct Row {
    const char* term;
    std::vector<std::u32string_view> texts;
  };
  const Row rows[] = {
      {"28200",
       {U"28200家", U"28,200家", U"2.82万家", U"2.82萬家", U"二万八千二百家", U"２.８２万"}},
      {"120000000000", {U"1,200亿", U"1200亿", U"一千二百亿", U"1,200億", U"1200.0亿"}},
      {"60%", {U"6成", U"六成", U"60%", U"60％", U"６０％", U"百分之六十", U"60.0%"}},
      {"65.5%", {U"65.5%", U"65.50%", U"百分之六十五点五"}},
      {"2.5", {U"2.5米", U"2.50米", U"2.50", U"2.500。", U"２.５０"}},
      {"34000", {U"三万四千", U"3.4万", U"34,000"}},
  };
  for (const Row& row : rows) {
    for (const std::u32string_view text : row.texts) {
      EXPECT_THAT(Terms(text), Contains(absl::StrCat(row.term, "@0"))) << EncodeUtf8(text);
    }
  }
  EXPECT_THAT(Terms(U"三成员国"), Not(Contains("30%@0")));
}

// Each character is looked at a few times, whatever stands before it.
TEST_F(AnalyzerTest, EndlessDigitsAreNoNumber) {
  const std::u32string digits(2'000'000, U'9');
  for (const std::u32string& text :
       {digits, digits + U"%", digits + U".50", U"到" + digits + U"成"}) {
    EXPECT_THAT(internal::FindNumeralTerms(text), IsEmpty());
  }
  EXPECT_THAT(internal::FindNumeralTerms(U"2.50"), SizeIs(1));
  EXPECT_THAT(internal::FindNumeralTerms(U"百分之2.50"), SizeIs(1)) << "none inside another";
}

TEST_F(AnalyzerTest, DatesMeetHoweverWritten) {
  struct Row {
    const char* term;
    std::vector<std::u32string_view> texts;
  };
  const Row rows[] = {
      {"2023-07-25",
       {U"2023年7月25日", U"2023-07-25", U"2023/7/25", U"2023.7.25", U"二〇二三年七月二十五日",
        U"２０２３年７月２５日", U"2023年07月25号", U"2023 年 7 月 25 日",
        U"二零二三年七月廿五日"}},
      {"2023-07",
       {U"2023年7月", U"2023-07", U"2023/07", U"二〇二三年七月", U"2023年7月25日", U"2023-07-25"}},
      {"--07-25", {U"7月25日", U"七月二十五日", U"07月25号"}},
      {"2024-02-29", {U"2024年2月29日"}},
      {"1999-12-31", {U"一九九九年十二月三十一日"}},
  };
  for (const Row& row : rows) {
    for (const std::u32string_view text : row.texts) {
      EXPECT_THAT(Terms(text), Contains(absl::StrCat(row.term, "@0"))) << EncodeUtf8(text);
    }
  }
  EXPECT_THAT(Terms(U"2023年2月30日"), Not(Contains("2023-02-30@0")));
  EXPECT_THAT(Terms(U"会议于2023年7月25日召开"), IsSupersetOf({"2023-07-25@3", "--07-25@5"}));
  for (const std::u32string_view no_date :
       {U"2023-13-01", U"2019-2020", U"2023.07", U"12023年7月25日", U"v2023-07-25",
        U"编号1-2023-07-25", U"三十二日", U"7月32日"}) {
    for (const IndexToken& token : Analyze(no_date)) {
      EXPECT_THAT(token.term, Not(StartsWith("2023-"))) << EncodeUtf8(no_date);
    }
  }
}

TEST_F(AnalyzerTest, NumbersAndDatesCoverWhatIsPrinted) {
  const struct {
    std::u32string_view text;
    const char* term;
    std::u32string_view printed;
  } rows[] = {
      {U"共有２.８２萬家企業", "28200", U"２.８２萬"},
      {U"约二万八千二百家", "28200", U"二万八千二百"},
      {U"占比60％左右", "60%", U"60％"},
      {U"超过六成的人", "60%", U"六成"},
      {U"到百分之六十止", "60%", U"百分之六十"},
      {U"于2023年7月25日开幕", "2023-07-25", U"2023年7月25日"},
      {U"于2023年7月25日开幕", "2023-07", U"2023年7月"},
      {U"于2023年7月25日开幕", "--07-25", U"7月25日"},
      {U"二〇二三年七月二十五日", "2023-07-25", U"二〇二三年七月二十五日"},
      {U"见2023/7/25简报", "2023-07-25", U"2023/7/25"},
  };
  for (const auto& row : rows) {
    std::vector<std::string> printed;
    for (const IndexToken& token : Analyze(row.text)) {
      if (token.term == row.term) printed.push_back(EncodeUtf8(Slice(row.text, token.span)));
    }
    EXPECT_THAT(printed, ::testing::ElementsAre(EncodeUtf8(row.printed)))
        << EncodeUtf8(row.text) << " " << row.term;
  }
}

TEST_F(AnalyzerTest, RegionalVariantsAndRareCharactersAreFound) {
  const struct {
    std::u32string_view a;
    std::u32string_view b;
  } rows[] = {
      {U"台湾", U"臺灣"}, {U"里面", U"裡面"}, {U"里面", U"裏面"},     {U"看着", U"看著"},
      {U"什么", U"什麼"}, {U"什么", U"什幺"}, {U"天线", U"天綫"},     {U"天线", U"天線"},
      {U"干隆", U"乾隆"}, {U"毕升", U"畢昇"}, {U"李鍾郁", U"李锺郁"}, {U"于伟", U"於偉"},
      {U"著名", U"着名"}, {U"群众", U"羣眾"}, {U"启动", U"啓動"},     {U"户口", U"戶口"},
  };
  for (const auto& row : rows) {
    std::vector<std::string> a;
    std::vector<std::string> b;
    for (const IndexToken& token : Analyze(row.a)) {
      if (token.kind != TokenKind::kWord) a.push_back(token.term);
    }
    for (const IndexToken& token : Analyze(row.b)) {
      if (token.kind != TokenKind::kWord) b.push_back(token.term);
    }
    EXPECT_EQ(a, b) << EncodeUtf8(row.a);
  }
  EXPECT_THAT(Terms(U"𠮷野家"), IsSupersetOf({"𠮷@0", "𠮷野@0"}));
  // Extensions C, E and G, and a radical.
  EXPECT_THAT(Terms(U"𪜀𫠠𰻝⺮"),
              IsSupersetOf({"𪜀@0", "𪜀𫠠@0", "𫠠𰻝@1", "𰻝@2"}));
}

TEST_F(AnalyzerTest, TermOccursOnceAtAPosition) {
  std::set<std::pair<std::string, uint32_t>> seen;
  for (const IndexToken& token : Analyze(U"北京国际科技创新中心的中关村科学城A股C919")) {
    EXPECT_TRUE(seen.emplace(token.term, token.position).second) << token.term;
  }
}

TEST_F(AnalyzerTest, OverlongRunsAreLeftOut) {
  const std::u32string run(kMaxTermBytes + 1, U'a');
  EXPECT_THAT(Terms(run + U"中"), ::testing::ElementsAre("中@1"));
}

TEST_F(AnalyzerTest, SpansLeadToTheText) {
  const std::u32string text = U"臺灣１０㎡𠀋";
  std::map<std::string, Span> spans;
  for (const IndexToken& token : Analyze(text)) spans[token.term] = token.span;
  EXPECT_EQ(spans["台湾"], (Span{0, 2}));
  EXPECT_EQ(spans["10"], (Span{2, 4}));
  EXPECT_EQ(spans["m"], (Span{4, 5}));
  EXPECT_EQ(spans["𠀋"], (Span{5, 6}));
}

// From what random documents are made: Chinese, past U+FFFF, codes, numbers, marks.
std::u32string RandomDocument(std::mt19937& random) {
  static const std::vector<std::u32string> kPieces = {
      U"北京", U"科技创新", U"臺灣", U"𠀋",      U"𪜀字",   U"，", U"。",    U"、",  U"“",
      U"”",    U"\n",       U" ",    U"PD-1728", U"C919",   U"5G", U"1,200", U"3.5", U"㎡",
      U"著名", U"看著",     U"・",   U"%",       U"研究院", U"的", U"ＧＤＰ"};
  std::u32string document;
  for (int i = 0; i < 30; ++i) document += kPieces[random() % kPieces.size()];
  return document;
}

using Gram = std::tuple<std::string, uint32_t, uint32_t>;  // Term, position, begin of the span.

std::set<Gram> Grams(const std::vector<IndexToken>& tokens, Span inside, uint32_t shift) {
  std::set<Gram> grams;
  for (const IndexToken& token : tokens) {
    const bool is_gram = token.kind == TokenKind::kUnigram || token.kind == TokenKind::kBigram;
    if (!is_gram || !inside.contains(token.span)) continue;
    grams.emplace(token.term, token.position, token.span.begin + shift);
  }
  return grams;
}

// What a query for any part of a document asks for is what the document was indexed under.
TEST_F(AnalyzerTest, GramsOfAnyPartAreAmongThoseOfTheWhole) {
  std::mt19937 random(17);  // NOLINT(cert-msc51-cpp): the same texts in every run.
  for (int round = 0; round < 300; ++round) {
    const std::u32string document = RandomDocument(random);
    const std::vector<IndexToken> whole = Analyze(document);
    const auto begin = static_cast<uint32_t>(random() % document.size());
    const auto size = static_cast<uint32_t>(1 + random() % 8);
    const std::u32string part = document.substr(begin, size);
    if (!IsHan(part.front()) || !IsHan(part.back())) continue;
    const Span span = {begin, begin + static_cast<uint32_t>(part.size())};
    const std::set<Gram> of_whole = Grams(whole, span, 0);
    std::set<Gram> of_part = Grams(Analyze(part), {0, span.size()}, begin);
    ASSERT_FALSE(of_part.empty());
    const uint32_t shift = std::get<1>(*std::min_element(
        of_whole.begin(), of_whole.end(),
        [](const Gram& a, const Gram& b) { return std::get<1>(a) < std::get<1>(b); }));
    std::set<Gram> moved;
    for (const auto& [term, position, at] : of_part) moved.emplace(term, position + shift, at);
    ASSERT_EQ(moved, of_whole) << EncodeUtf8(document) << " part " << EncodeUtf8(part);
  }
}

// One token for each position.
std::vector<IndexToken> UnitsOf(const std::vector<IndexToken>& tokens) {
  std::vector<IndexToken> units;
  for (const IndexToken& token : tokens) {
    if (units.empty() || units.back().position != token.position) units.push_back(token);
  }
  return units;
}

// A space parts what would be 1.2.3, whose parts are other numbers.
std::u32string RandomSpacedDocument(std::mt19937& random) {
  std::u32string document;
  for (const char32_t c : RandomDocument(random)) {
    const bool number_goes_on = !document.empty() && IsDigit(document.back()) && IsDigit(c);
    if (number_goes_on && random() % 3 == 0) document += U' ';
    document += c;
  }
  return document;
}

// The same for runs of letters and digits, where the cut is not inside one.
TEST_F(AnalyzerTest, UnitsOfAnyPartAreAmongThoseOfTheWhole) {
  std::mt19937 random(29);  // NOLINT(cert-msc51-cpp): the same texts in every run.
  for (int round = 0; round < 300; ++round) {
    const std::u32string document = RandomSpacedDocument(random);
    const std::vector<IndexToken> whole = UnitsOf(Analyze(document));
    size_t first = random() % whole.size();
    size_t last = std::min(first + random() % 8, whole.size() - 1);
    // The two units of ㎡ are one character.
    while (first > 0 && whole[first - 1].span.end > whole[first].span.begin) --first;
    while (last + 1 < whole.size() && whole[last + 1].span.begin < whole[last].span.end) ++last;
    const Span span = {whole[first].span.begin, whole[last].span.end};
    const std::vector<IndexToken> part = UnitsOf(Analyze(Slice(document, span)));
    if (document.find(U'.', span.begin) < span.end) continue;
    ASSERT_EQ(part.size(), last - first + 1) << EncodeUtf8(Slice(document, span));
    for (size_t i = 0; i < part.size(); ++i) {
      EXPECT_EQ(part[i].term, whole[first + i].term) << EncodeUtf8(Slice(document, span));
      EXPECT_EQ(part[i].position - part[0].position,
                whole[first + i].position - whole[first].position);
    }
  }
}

TEST_F(AnalyzerTest, PositionsAndSpansAreMonotone) {
  std::mt19937 random(23);  // NOLINT(cert-msc51-cpp): the same texts in every run.
  for (int round = 0; round < 300; ++round) {
    const std::u32string document = RandomDocument(random);
    const IndexToken* last = nullptr;
    const std::vector<IndexToken> tokens = Analyze(document);
    for (const IndexToken& token : tokens) {
      ASSERT_LT(token.span.begin, token.span.end);
      ASSERT_LE(token.span.end, document.size());
      ASSERT_GE(token.length, 1u);
      if (last != nullptr) {
        ASSERT_LE(last->position, token.position);
        ASSERT_LE(last->span.begin, token.span.begin);
      }
      last = &token;
    }
  }
}

TEST_F(AnalyzerTest, FingerprintNamesTheVersion) {
  EXPECT_THAT(Analyzer(*segmenter_).Fingerprint(), StartsWith(absl::StrCat(kAnalyzerVersion, "-")));
  EXPECT_EQ(Analyzer(*segmenter_).Fingerprint(), Analyzer(*segmenter_).Fingerprint());
}

}  // namespace
}  // namespace yinzheng::text
