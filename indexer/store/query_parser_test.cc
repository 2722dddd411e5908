// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/query_parser.h"

#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

std::string ShowNumbers(const NumberBounds& numbers) {
  return absl::StrCat(
      numbers.without_lower ? "(" : "[", numbers.lower ? numbers.lower->ToString() : "", "..",
      numbers.upper ? numbers.upper->ToString() : "", numbers.without_upper ? ")" : "]");
}

// A query tree on one line: words as they are, "phrases", beginning*, field:value, -(not), +(must),
// (a | b), (a ~5 b) for NEAR, {from..to} for days, [from..to] for numbers.
std::string Show(const QueryNode& node) {
  std::vector<std::string> children;
  for (const QueryNode& child : node.children) children.push_back(Show(child));
  const std::string mark = node.quoted ? "\"" : "";
  switch (node.kind) {
    case QueryNodeKind::kWords:
      return node.text;
    case QueryNodeKind::kPhrase:
      return absl::StrCat("\"", node.text, "\"");
    case QueryNodeKind::kPrefix:
      return absl::StrCat(node.text, "*");
    case QueryNodeKind::kField: {
      const char* const names[] = {"", "title", "outlet", "author", "entity"};
      return absl::StrCat(names[static_cast<int>(node.field)], ":", mark, node.text, mark,
                          node.is_prefix ? "*" : "");
    }
    case QueryNodeKind::kDays:
      return absl::StrCat("{", node.days.earliest, "..", node.days.latest, "}");
    case QueryNodeKind::kNumbers:
      return ShowNumbers(node.numbers);
    case QueryNodeKind::kNot:
      return absl::StrCat("-(", absl::StrJoin(children, ""), ")");
    case QueryNodeKind::kMust:
      return absl::StrCat("+(", absl::StrJoin(children, ""), ")");
    case QueryNodeKind::kOr:
      return absl::StrCat("(", absl::StrJoin(children, " | "), ")");
    case QueryNodeKind::kNear:
      return absl::StrCat("(", absl::StrJoin(children, absl::StrCat(" ~", node.distance, " ")),
                          ")");
    case QueryNodeKind::kAll:
      return absl::StrJoin(children, " + ");
  }
  return "?";
}

struct Row {
  std::string query;
  std::string want;
  size_t warnings = 0;
};

TEST(QueryParser, ReadsTheLanguage) {
  const Row rows[] = {
      {"", ""},
      {"  \t　", ""},
      {"科创中心", "科创中心"},
      {"北京 科创", "北京 + 科创"},
      {"\"科创中心\"", "\"科创中心\""},
      {"“科创中心”建设", "\"科创中心\" + 建设"},
      {"「科創中心」", "\"科創中心\""},
      {"『科創』中心", "\"科創\" + 中心"},
      {"＂科创＂", "\"科创\""},
      {"”科创”", "\"科创\""},  // Keyboards give the closing mark for both.
      {"关于\"科创中心\"的报道", "关于 + \"科创中心\" + 的报道"},
      {"北京 -上海", "北京 + -(上海)"},
      {"北京 －上海", "北京 + -(上海)"},
      {"北京 -\"上海 浦东\"", "北京 + -(\"上海 浦东\")"},
      {"北京 NOT 上海", "北京 + -(上海)"},
      {"2019-2020", "2019-2020"},
      {"C-919 pd-1728", "C-919 + pd-1728"},
      {"北京 OR 上海", "(北京 | 上海)"},
      {"北京 | 上海 | 广州 机器人", "(北京 | 上海 | 广州) + 机器人"},
      {"\"甲乙\" OR title:丙", "(\"甲乙\" | title:丙)"},
      {"北京 or 上海", "北京 + or + 上海"},
      {"北京 AND 上海", "+(北京) + +(上海)"},
      {"北京 +上海", "北京 + +(上海)"},
      {"北京 AND \"上海\" 广州", "+(北京) + \"上海\" + 广州"},
      {"北京 AND 上海 OR 广州", "+(北京) + (+(上海) | 广州)"},
      {"title:科创", "title:科创"},
      {"标题：科创", "title:科创"},
      {"TITLE:\"科 创\"", "title:\"科 创\""},
      {"outlet:新京报 author:李明 entity:entities/42",
       "outlet:新京报 + author:李明 + entity:entities/42"},
      {"-outlet:新京报", "-(outlet:新京报)"},
      {"时间:10:30", "时间:10:30"},
      {"https://a.b/c?d=e", "https://a.b/c?d=e"},
      {"记者：李明", "author:李明"},
      {"標題：「科創 中心」", "title:\"科創 中心\""},
      {"outlet:新京报，科创", "outlet:新京报 + ，科创"},
      {"ｔｉｔｌｅ：科创　ＯＲ　上海", "(title:科创 | 上海)"},
      {"北京 NOT(上海 广州)", "北京 + -(上海 + 广州)"},
  };
  for (const Row& row : rows) {
    const ParsedQuery parsed = ParseQuery(row.query);
    EXPECT_EQ(Show(parsed.root), row.want) << row.query;
    EXPECT_EQ(parsed.warnings.size(), row.warnings) << row.query;
  }
}

TEST(QueryParser, GroupsByBrackets) {
  const Row rows[] = {
      {"(北京 OR 上海) 机器人", "(北京 | 上海) + 机器人"},
      {"（北京 OR 上海）机器人", "(北京 | 上海) + 机器人"},
      {"机器人 -(北京 OR 上海)", "机器人 + -((北京 | 上海))"},
      {"(北京 机器人) OR 无人机", "(北京 + 机器人 | 无人机)"},
      {"（记者 张三）北京", "记者 + 张三 + 北京"},
      {"北京（怀柔）科学城", "北京（怀柔）科学城"},
      {"(a (b OR c) d)", "a + (b | c) + d"},
      {"((((量子))))", "量子"},
      {"(f(x) OR y)", "(f(x) | y)"},
      {"()", ""},
      {"(北京 OR 上海", "(北京 | 上海)", 1},
      {"北京) 上海", "北京) + 上海", 0},
      {"北京 ) 上海", "北京 + 上海", 1},
      {"((((((((((a))))))))))", "a", 1},
      {"((((((((((a)) b)))))))) c", "a + b + c", 1},
  };
  for (const Row& row : rows) {
    const ParsedQuery parsed = ParseQuery(row.query);
    EXPECT_EQ(Show(parsed.root), row.want) << row.query;
    EXPECT_EQ(parsed.warnings.size(), row.warnings) << row.query;
  }
}

TEST(QueryParser, ReadsDaysAndNumbers) {
  const Row rows[] = {
      {"date:2023", "{2023-01-01..2023-12-31}"},
      {"date:2023-01-01..2023-07-25", "{2023-01-01..2023-07-25}"},
      {"日期：2023年7月", "{2023-07-01..2023-07-31}"},
      {"日期：二〇二三年七月二十五日", "{2023-07-25..2023-07-25}"},
      {"日期：2023年1月..2023年3月", "{2023-01-01..2023-03-31}"},
      {"日期：2023年三季度", "{2023-07-01..2023-09-30}"},
      {"date:\"2023 年 7 月\"", "{2023-07-01..2023-07-31}"},
      {"date:2023/7/5", "{2023-07-05..2023-07-05}"},
      {"date:2023.7", "{2023-07-01..2023-07-31}"},
      {"date:..2024", "{..2024-12-31}"},
      {"date:2023..", "{2023-01-01..}"},
      {"date:>=2023-05", "{2023-05-01..}"},
      {"date>2023-05", "{2023-06-01..}"},
      {"日期<2024", "{..2023-12-31}"},
      {"日期≤2024年2月", "{..2024-02-29}"},
      {"published:2024", "{2024-01-01..2024-12-31}"},
      {"2023..2024 机器人", "{2023-01-01..2024-12-31} + 机器人"},
      {"2023-05..2024-02-03", "{2023-05-01..2024-02-03}"},
      {"２０２３．．２０２４", "{2023-01-01..2024-12-31}"},
      {"2023…2024", "{2023-01-01..2024-12-31}"},
      {"number:1000..30000", "[1000..30000]"},
      {"数值：1,000..3万", "[1000..30000]"},
      {"number:2.82万", "[28200..28200]"},
      {"number>1000", "(1000..]"},
      {"number:<=3.5", "[..3.5]"},
      {"數值<三千", "[..3000)"},
      {"number:60%..80%", "[60..80]"},
      {"1000..1500", "[1000..1500]"},
      {"3..5", "[3..5]"},
      {"企业数:1000..30000", "企业数 + [1000..30000]"},
      {"-date:2023", "-({2023-01-01..2023-12-31})"},
      {"date:去年", "date:去年", 1},
      {"date:2023-02-30", "date:2023-02-30", 1},
      {"date:2024..2023", "date:2024..2023", 1},
      {"date:", "date", 1},
      {"number:许多", "number:许多", 1},
      {"number:5..3", "number:5..3", 1},
      {"10..次5", "10..次5", 1},
      {"等等..", "等等.."},
  };
  for (const Row& row : rows) {
    const ParsedQuery parsed = ParseQuery(row.query);
    EXPECT_EQ(Show(parsed.root), row.want) << row.query;
    EXPECT_EQ(parsed.warnings.size(), row.warnings) << row.query;
  }
}

TEST(QueryParser, ReadsNearAndBeginnings) {
  const Row rows[] = {
      {"北京 NEAR 上海", "(北京 ~10 上海)"},
      {"北京 NEAR/5 \"上海 浦东\"", "(北京 ~5 \"上海 浦东\")"},
      {"北京 ＮＥＡＲ／３ 上海", "(北京 ~3 上海)"},
      {"北京 邻近 上海", "(北京 ~10 上海)"},
      {"北京 鄰近/8 上海", "(北京 ~8 上海)"},
      {"北京 NEAR 上海 NEAR 广州", "(北京 ~10 上海 ~10 广州)"},
      {"a OR b NEAR c", "(a | (b ~10 c))"},
      {"a NEAR b OR c", "((a ~10 b) | c)"},
      {"北京 NEAR/1000 上海", "(北京 ~100 上海)", 1},
      {"北京 NEAR title:上海", "+(北京) + title:上海", 1},
      {"NEAR 上海", "上海", 1},
      {"北京 NEAR", "北京", 1},
      {"邻近 地铁", "邻近 + 地铁"},
      {"地铁 邻近", "地铁 + 邻近"},
      {"雄安邻近北京", "雄安邻近北京"},
      {"near NEARBY", "near + NEARBY"},
      {"中国*", "中国*"},
      {"GDP* liang＊", "GDP* + liang*"},
      {"\"量子 comput\"*", "量子 comput*"},
      {"title:中国*", "title:中国*"},
      {"中国* NEAR GDP*", "(中国* ~10 GDP*)"},
      {"outlet:新京*", "outlet:新京", 1},
      {"中*国", "中*国", 1},
      {"*", "", 1},
      {"中 * 国", "中 + 国", 1},
  };
  for (const Row& row : rows) {
    const ParsedQuery parsed = ParseQuery(row.query);
    EXPECT_EQ(Show(parsed.root), row.want) << row.query;
    EXPECT_EQ(parsed.warnings.size(), row.warnings) << row.query;
  }
}

TEST(QueryParser, SaysWhatOtherLanguagesMean) {
  const struct {
    const char* query;
    const char* subject;
  } rows[] = {
      {"\"量子 计算\"~5", "~5"},
      {"量子^2", "量子^2"},
      {"[2020 TO 2021]", "[2020"},
      {"colour:red", "colour:red"},
  };
  for (const auto& row : rows) {
    const ParsedQuery parsed = ParseQuery(row.query);
    ASSERT_EQ(parsed.warnings.size(), 1U) << row.query;
    EXPECT_EQ(parsed.warnings[0].code(), yinzheng::v1::WARNING_CODE_SEARCHED_AS_WORDS);
    EXPECT_EQ(parsed.warnings[0].subject(), row.subject);
  }
}

TEST(QueryParser, SearchesWhatIsNoSyntaxAsWordsAndSaysSo) {
  const Row rows[] = {
      {"\"科创中心", "科创中心", 1},
      {"科创”中心", "科创 + 中心", 1},
      {"OR 北京", "北京", 1},
      {"北京 OR", "北京", 1},
      {"北京 OR OR 上海", "(北京 | 上海)", 1},
      {"AND 北京", "北京", 1},
      {"北京 + 上海", "北京 + + + 上海", 0},
      {"NOT", "", 1},
      {"title:", "title", 1},
      {"title: 科创", "title + 科创", 1},
      {"-", "-", 0},
      {"- 北京", "- + 北京", 0},
      {"--北京", "--北京", 0},
      {"|", "", 1},
  };
  for (const Row& row : rows) {
    const ParsedQuery parsed = ParseQuery(row.query);
    EXPECT_EQ(Show(parsed.root), row.want) << row.query;
    ASSERT_EQ(parsed.warnings.size(), row.warnings) << row.query;
    if (row.warnings > 0) {
      EXPECT_EQ(parsed.warnings[0].code(), yinzheng::v1::WARNING_CODE_SEARCHED_AS_WORDS);
    }
  }
}

TEST(QueryParser, SpansLeadBackToTheQuery) {
  const ParsedQuery parsed = ParseQuery("北京 \"科创\" title:量子 -上海");
  std::vector<std::string> texts;
  const auto visit = [&](const auto& self, const QueryNode& node) -> void {
    if (node.children.empty()) {
      texts.push_back(text::EncodeUtf8(text::Slice(parsed.text, node.span)));
      EXPECT_EQ(texts.back(), node.text);
    }
    for (const QueryNode& child : node.children) self(self, child);
  };
  visit(visit, parsed.root);
  EXPECT_THAT(texts, ::testing::ElementsAre("北京", "科创", "量子", "上海"));
}

TEST(QueryParser, CutsLongQueriesAndManyConditions) {
  std::string long_query;
  for (size_t i = 0; i < kMaxQueryCodePoints + 5; ++i) long_query += "中";
  const ParsedQuery cut = ParseQuery(long_query);
  EXPECT_EQ(cut.text.size(), kMaxQueryCodePoints);
  ASSERT_EQ(cut.warnings.size(), 1U);
  EXPECT_EQ(cut.warnings[0].code(), yinzheng::v1::WARNING_CODE_REDUCED);

  std::string many;
  for (size_t i = 0; i < kMaxQueryConditions + 10; ++i) many += "\"中国\" ";
  const ParsedQuery capped = ParseQuery(many);
  size_t phrases = 0;
  for (const QueryNode& node : capped.root.children) phrases += node.kind == QueryNodeKind::kPhrase;
  EXPECT_EQ(phrases, kMaxQueryConditions);
  EXPECT_EQ(capped.warnings.size(), 1U);
}

// Whatever is typed gives a tree whose spans lie in the query.
TEST(QueryParser, NeverFails) {
  const std::vector<std::string> pieces = {
      "\"",     "“",      "”",       "「",    "」",       "-",       "OR ", "NOT ", "AND ",
      "title:", "标题：", " ",       "　",    "|",        "(",       ")",   "*",    "中国",
      "（",     "）",     "NEAR/3 ", "邻近 ", "date:",    "number>", "..",  "2023", "+",
      "a",      "\\",     "\x01",    "\xff",  "\xe4\xb8", "，",      "𠀀",  "\n"};
  std::mt19937 random(20260101);
  for (int round = 0; round < 3000; ++round) {
    std::string query;
    const size_t size = random() % 12;
    for (size_t i = 0; i < size; ++i) query += pieces[random() % pieces.size()];
    const ParsedQuery parsed = ParseQuery(query);
    const auto check = [&](const auto& self, const QueryNode& node) -> void {
      ASSERT_LE(node.span.begin, node.span.end) << query;
      ASSERT_LE(node.span.end, parsed.text.size()) << query;
      for (const QueryNode& child : node.children) self(self, child);
    };
    check(check, parsed.root);
  }
}

}  // namespace
}  // namespace yinzheng::store
