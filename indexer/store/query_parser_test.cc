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

// A query tree on one line: words as they are, "phrases", field:value, -(not), (a | b).
std::string Show(const QueryNode& node) {
  std::vector<std::string> children;
  for (const QueryNode& child : node.children) children.push_back(Show(child));
  switch (node.kind) {
    case QueryNodeKind::kWords:
      return node.text;
    case QueryNodeKind::kPhrase:
      return absl::StrCat("\"", node.text, "\"");
    case QueryNodeKind::kField: {
      const char* const names[] = {"", "title", "outlet", "author", "entity"};
      return absl::StrCat(names[static_cast<int>(node.field)], ":", node.quoted ? "\"" : "",
                          node.text, node.quoted ? "\"" : "");
    }
    case QueryNodeKind::kNot:
      return absl::StrCat("-(", absl::StrJoin(children, ""), ")");
    case QueryNodeKind::kOr:
      return absl::StrCat("(", absl::StrJoin(children, " | "), ")");
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
      {"北京 AND 上海", "北京 + 上海"},
      {"title:科创", "title:科创"},
      {"标题：科创", "title:科创"},
      {"TITLE:\"科 创\"", "title:\"科 创\""},
      {"outlet:新京报 author:李明 entity:entities/42",
       "outlet:新京报 + author:李明 + entity:entities/42"},
      {"-outlet:新京报", "-(outlet:新京报)"},
      {"时间:10:30", "时间:10:30"},
      {"https://a.b/c?d=e", "https://a.b/c?d=e"},
  };
  for (const Row& row : rows) {
    const ParsedQuery parsed = ParseQuery(row.query);
    EXPECT_EQ(Show(parsed.root), row.want) << row.query;
    EXPECT_EQ(parsed.warnings.size(), row.warnings) << row.query;
  }
}

TEST(QueryParser, SearchesWhatIsNoSyntaxAsWordsAndSaysSo) {
  const Row rows[] = {
      {"\"科创中心", "科创中心", 1},
      {"科创”中心", "科创 + 中心", 1},
      {"OR 北京", "北京", 1},
      {"北京 OR", "北京", 1},
      {"北京 OR OR 上海", "(北京 | 上海)", 1},
      {"NOT", "", 1},
      {"title:", "title", 1},
      {"title: 科创", "title + 科创", 1},
      {"(北京 OR 上海", "((北京 | 上海)", 0},
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
      "\"", "“", "”", "「", "」",   "-", "OR ", "NOT ", "AND ", "title:",   "标题：", " ",  "　",
      "|",  "(", ")", "*",  "中国", "a", "\\",  "\x01", "\xff", "\xe4\xb8", "，",     "𠀀", "\n"};
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
