// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/pattern_rules.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/ingest/keyed_text.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::ingest {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::yinzheng::testing::StatusIs;

TEST(PatternRules, MatchesInOrderAndReplacesMacros) {
  YZ_ASSERT_OK_AND_ASSIGN(const PatternRules rules,
                          PatternRules::Parse("# comment\n\n"
                                              "paper\tmacro\t青州(?:日报|晚报)\tnames\t\n"
                                              "first\tkind\t{paper}\\d{1,2}\twhy\tx ¦ y\n"
                                              "second\tkind\t.*\twhy\t\n",
                                              "r.tsv"));
  EXPECT_EQ(rules.rules().size(), 2u);
  EXPECT_EQ(rules.Match("kind", "青州晚报12")->id, "first");
  EXPECT_EQ(rules.Match("kind", "青州晚报123")->id, "second");
  EXPECT_EQ(rules.Match("other", "青州晚报12"), nullptr);
  EXPECT_THAT(rules.rules()[0].examples, ::testing::ElementsAre("x", "y"));
}

TEST(PatternRules, NamesFileLineAndFault) {
  const auto parse = [](const std::string& line) {
    return PatternRules::Parse("\n" + line, "r.tsv");
  };
  const auto fails = [](const std::string& message) {
    return StatusIs(absl::StatusCode::kInvalidArgument,
                    AllOf(HasSubstr("r.tsv:2"), HasSubstr(message)));
  };
  EXPECT_THAT(parse("a\tb\tc"), fails("5 columns"));
  EXPECT_THAT(parse("a\tb\t(\twhy\t"), fails("missing )"));
  EXPECT_THAT(parse("a\tb\t{sorce}\twhy\t"), fails("{sorce}"));
  EXPECT_THAT(parse("a\tb\tc\t\t"), fails("reason"));
  EXPECT_THAT(PatternRules::Parse("a\tb\tc\twhy\t\na\tb\tc\twhy\t", "r.tsv"), fails("twice"));
}

// Rules are documented by examples; an example that its rule no longer matches is a broken rule.
TEST(PatternRules, EveryExampleOfTheRuleFilesMatches) {
  for (const std::string file :
       {"line_rules.tsv", "credit_rules.tsv", "html_rules.tsv", "date_rules.tsv"}) {
    YZ_ASSERT_OK_AND_ASSIGN(const PatternRules rules, PatternRules::Load(file));
    for (const PatternRule& rule : rules.rules()) {
      for (const std::string& example : rule.examples) {
        const std::u32string words = text::DecodeUtf8(example);
        const KeyedText keyed(words, {0, static_cast<uint32_t>(words.size())});
        const bool whole_line = file == "line_rules.tsv" || file == "html_rules.tsv";
        EXPECT_TRUE(whole_line ? RE2::FullMatch(keyed.key(), *rule.pattern)
                               : RE2::PartialMatch(keyed.key(), *rule.pattern))
            << file << ", rule " << rule.id << ": " << example;
      }
    }
  }
}

TEST(KeyedText, LeadsFromTheKeyBackToThePage) {
  const std::u32string page = U"前文　來源：青州日報　作者：陳　明";
  const KeyedText keyed(page, {3, static_cast<uint32_t>(page.size())});
  EXPECT_EQ(keyed.key(), "来源:青州日报 作者:陈 明");
  re2::StringPiece outlet;
  re2::StringPiece author;
  ASSERT_TRUE(RE2::FullMatch(keyed.key(), "来源:(.*) 作者:(.*)", &outlet, &author));
  const auto printed = [&](re2::StringPiece part) {
    return std::u32string(text::Slice(page, keyed.ToPage({part.data(), part.size()})));
  };
  EXPECT_EQ(printed(outlet), U"青州日報");
  EXPECT_EQ(printed(author), U"陳　明");
}

}  // namespace
}  // namespace yinzheng::ingest
