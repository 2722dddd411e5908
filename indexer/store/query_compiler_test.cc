// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/query_compiler.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/store/phrase_compiler.h"
#include "indexer/store/query_parser.h"
#include "indexer/store/query_stop_words.h"
#include "indexer/store/testing/temp_index.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using store::testing::SharedAnalyzer;
using store::testing::SharedSegmenter;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using yinzheng::testing::IsOk;
using yinzheng::testing::StatusIs;

class QueryCompilerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto compiler = QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter());
    ASSERT_THAT(compiler, IsOk());
    compiler_ = *std::move(compiler);
  }

  CompiledQuery Compile(const std::string& query) const {
    return compiler_->Compile(ParseQuery(query));
  }

  // The required terms of the only clause, in order of text; the others in brackets.
  std::vector<std::string> Terms(const std::string& query) const {
    const CompiledQuery compiled = Compile(query);
    std::vector<std::string> terms;
    for (const CompiledClause& clause : compiled.root.children) {
      for (const QueryTerm& term : clause.terms) {
        terms.push_back(term.required ? term.term : absl::StrCat("(", term.term, ")"));
      }
    }
    std::sort(terms.begin(), terms.end());
    return terms;
  }

  static std::string ShowPhrase(const CompiledPhrase& phrase) {
    std::vector<std::string> terms;
    for (const PhraseTerm& term : phrase.terms) {
      terms.push_back(absl::StrCat(term.term, "@", term.offset));
    }
    return absl::StrCat(absl::StrJoin(terms, " "), " / ", absl::StrJoin(phrase.bigrams, " "));
  }

  std::unique_ptr<QueryCompiler> compiler_;
};

TEST_F(QueryCompilerTest, CharactersOnlyRankWhereWordsOrPairsMatch) {
  EXPECT_THAT(Terms("量子"), ElementsAre("(子)", "(量)", "量子"));
  EXPECT_THAT(Terms("灯"), ElementsAre("灯"));
  EXPECT_THAT(Terms("大燈"), ElementsAre("(大)", "(灯)", "大灯"));
  EXPECT_THAT(Terms("GDP"), ElementsAre("gdp"));
}

TEST_F(QueryCompilerTest, LeavesFunctionAndQuestionWordsOut) {
  const std::vector<std::string> with = Terms("量子是什么");
  EXPECT_THAT(with, ElementsAre("(子)", "(子是)", "(量)", "量子"));
  // A query of nothing else is searched as it is.
  EXPECT_THAT(Terms("什么"), ElementsAre("(么)", "(什)", "什么"));
  EXPECT_THAT(Terms("的"), ElementsAre("的"));
  // A character that stands beside function characters only stands alone.
  EXPECT_THAT(Terms("灯的颜色"), ElementsAre("(灯的)", "(的颜)", "(色)", "(颜)", "灯", "颜色"));
  // A function character inside a word is a part of the word.
  EXPECT_THAT(Terms("大会"), ElementsAre("(大)", "大会"));
}

TEST_F(QueryCompilerTest, WordsOfTheDictionaryWeighMore) {
  const CompiledQuery query = Compile("北京大学生");
  double word = 0;
  double pair = 0;
  for (const QueryTerm& term : query.root.children.at(0).terms) {
    if (term.term == "北京") word = term.weight;
    if (term.term == "京大") pair = term.weight;
  }
  EXPECT_GT(word, pair);
  EXPECT_GT(pair, 0);
}

TEST_F(QueryCompilerTest, PartsOfACodeOnlyRank) {
  const std::vector<std::string> terms = Terms("C919");
  EXPECT_THAT(terms, ElementsAre("(919)", "(c)", "c919"));
}

TEST_F(QueryCompilerTest, PhrasesAreCharactersWithPairsAsFilter) {
  const struct {
    const char* query;
    const char* want;
  } rows[] = {
      {"\"量\"", "量@0 / "},
      {"\"量子\"", "量@0 子@1 / 量子"},
      {"\"量子计算\"", "量@0 子@1 计@2 算@3 / 量子 子计 计算"},
      {"\"中国、美国\"", "中@0 国@1 美@3 国@4 / 中国 美国"},
      {"\"C919客机\"", "c@0 919@1 客@2 机@3 / 客机"},
      {"\"A股上涨\"", "a@0 股@1 上@2 涨@3 / 股上 上涨"},
  };
  for (const auto& row : rows) {
    const CompiledQuery query = Compile(row.query);
    ASSERT_EQ(query.root.children.size(), 1U) << row.query;
    EXPECT_EQ(ShowPhrase(query.root.children[0].phrase), row.want);
  }
}

TEST_F(QueryCompilerTest, PhrasesHaveTheirNumbersByValueToo) {
  const struct {
    const char* query;
    const char* want;
  } rows[] = {
      {"\"量子计算\"", ""},
      {"\"2.82万\"", "28200@0"},
      {"\"2.82万家企业\"", "28200@0 家@1 企@2 业@3"},
      {"\"增长2.82万，达到\"", "增@0 长@1 28200@2 达@4 到@5"},
      {"\"有500家\"", "有@0 500@1 家@2"},
      {"\"500家\"", ""},  // The index has the value of 五百 where it ends, too.
      {"\"2023年7月25日开幕\"", "2023-07-25@0 开@1 幕@2"},
      {"\"2023-07-25\"", "2023-07-25@0"},
      {"\"占60%\"", "占@0 60%@1"},
      {"\"三月\"", "3@0 月@1"},
  };
  for (const auto& row : rows) {
    const CompiledQuery query = Compile(row.query);
    ASSERT_EQ(query.root.children.size(), 1U) << row.query;
    std::vector<std::string> terms;
    for (const PhraseTerm& term : query.root.children[0].phrase.by_value) {
      terms.push_back(absl::StrCat(term.term, "@", term.offset));
    }
    EXPECT_EQ(absl::StrJoin(terms, " "), row.want) << row.query;
  }
  const CompiledQuery quotation = compiler_->CompilePhrase("2.82万家");
  EXPECT_TRUE(quotation.root.children.at(0).phrase.by_value.empty());
}

TEST_F(QueryCompilerTest, PartsOfDatesAndPercentagesOnlyRank) {
  EXPECT_THAT(Terms("2023-07-25"),
              ElementsAre("(--07-25)", "(07)", "(2023)", "(2023-07)", "(25)", "2023-07-25"));
  EXPECT_THAT(Terms("60%"), ElementsAre("(60)", "60%"));
}

TEST_F(QueryCompilerTest, WordsUnderOperatorsMatchAsWritten) {
  const CompiledQuery query = Compile("北京大会 OR 上海论坛");
  ASSERT_EQ(query.root.children.size(), 1U);
  ASSERT_EQ(query.root.children[0].children.size(), 2U);
  for (const CompiledClause& clause : query.root.children[0].children) {
    EXPECT_EQ(clause.kind, CompiledClause::Kind::kPhrase);
  }
  // Brackets that join nothing leave words to rank.
  const CompiledQuery words = Compile("(北京 大会) 论坛");
  ASSERT_EQ(words.root.children.size(), 1U);
  EXPECT_EQ(words.root.children[0].kind, CompiledClause::Kind::kWords);
  const CompiledQuery near = Compile("北京 NEAR/4 大会");
  ASSERT_EQ(near.root.children.size(), 1U);
  EXPECT_EQ(near.root.children[0].kind, CompiledClause::Kind::kNear);
  EXPECT_EQ(near.root.children[0].distance, 4U);
  // A side of punctuation is none.
  EXPECT_EQ(Compile("北京 NEAR ，").root.children.at(0).kind, CompiledClause::Kind::kPhrase);
}

TEST_F(QueryCompilerTest, LongPhrasesAreCutWithAWarning) {
  std::string phrase = "\"";
  for (char32_t c = U'一'; c < U'一' + 300; ++c) phrase += text::EncodeUtf8(std::u32string(1, c));
  const CompiledQuery query = Compile(phrase + "\"");
  EXPECT_EQ(query.root.children.at(0).phrase.terms.size(), kMaxPhraseTerms);
  ASSERT_FALSE(query.warnings.empty());
  EXPECT_EQ(query.warnings.back().code(), yinzheng::v1::WARNING_CODE_REDUCED);
  const CompiledQuery near = Compile(phrase + "\" NEAR 大会");
  ASSERT_FALSE(near.warnings.empty());
  EXPECT_EQ(near.warnings.back().code(), yinzheng::v1::WARNING_CODE_REDUCED);
}

TEST_F(QueryCompilerTest, ConditionsWithoutContentAreLeftOutWithAWarning) {
  for (const char* query : {"\"，。\"", "-\"！\"", "outlet:\"\"", "…… \"、\""}) {
    const CompiledQuery compiled = Compile(query);
    EXPECT_TRUE(compiled.MatchesEverything()) << query;
    ASSERT_FALSE(compiled.warnings.empty()) << query;
    EXPECT_EQ(compiled.warnings.back().code(), yinzheng::v1::WARNING_CODE_IGNORED);
  }
  EXPECT_TRUE(Compile("").warnings.empty());
}

TEST_F(QueryCompilerTest, RepeatedConditionsAreOne) {
  for (const char* query :
       {"\"量子\" \"量子\" \"量子\"", "量子 NEAR 计算 量子 NEAR 计算", "-量子 -量子",
        "date:2023 date:2023", "(\"量子\" OR \"计算\") (\"量子\" OR \"计算\")"}) {
    EXPECT_EQ(Compile(query).root.children.size(), 1U) << query;
  }
  for (const char* query :
       {"\"量子\" \"计算\"", "量子 NEAR/3 计算 量子 NEAR/4 计算", "date:2023 date:2024",
        "number:1..2 number:1..3", "\"量子\" -\"量子\""}) {
    EXPECT_EQ(Compile(query).root.children.size(), 2U) << query;
  }
  EXPECT_EQ(Compile("北京 OR 上海 OR 北京").root.children.at(0).children.size(), 2U);
}

TEST_F(QueryCompilerTest, LongQueriesAreCutToTheLimit) {
  std::string query;
  for (char32_t c = U'一'; c < U'一' + 600; ++c) query += text::EncodeUtf8(std::u32string(1, c));
  const CompiledQuery compiled = Compile(query);
  EXPECT_EQ(compiled.root.children.at(0).terms.size(), QueryCompilerOptions().max_terms);
  ASSERT_FALSE(compiled.warnings.empty());
  EXPECT_EQ(compiled.warnings.back().code(), yinzheng::v1::WARNING_CODE_REDUCED);
}

TEST_F(QueryCompilerTest, SpansLeadBackToTheQuery) {
  const CompiledQuery query = Compile("\"量子\" 计算機 GDP");
  for (const CompiledClause& clause : query.root.children) {
    for (const QueryTerm& term : clause.terms) {
      if (term.term == "计算机") {
        EXPECT_EQ(text::EncodeUtf8(text::Slice(query.text, term.span)), "计算機");
      }
      if (term.term == "gdp") {
        EXPECT_EQ(text::EncodeUtf8(text::Slice(query.text, term.span)), "GDP");
      }
    }
  }
}

TEST_F(QueryCompilerTest, PlainTextHasNoSyntax) {
  const CompiledQuery words = compiler_->CompileWords("-量子 OR \"计算\"");
  ASSERT_EQ(words.root.children.size(), 1U);
  EXPECT_EQ(words.root.children[0].kind, CompiledClause::Kind::kWords);
  const CompiledQuery phrase = compiler_->CompilePhrase("量子OR计算");
  ASSERT_EQ(phrase.root.children.size(), 1U);
  EXPECT_EQ(phrase.root.children[0].phrase.terms.size(), 5U);
}

TEST(QueryStopWords, RefusesLinesItDoesNotUnderstand) {
  YZ_ASSERT_OK_AND_ASSIGN(const QueryStopWords stop_words,
                          QueryStopWords::Parse("# c\n\ncharacter\t的\tr\nword\t什么\tr\n"));
  EXPECT_TRUE(stop_words.IsFunctionCharacter(U'的'));
  EXPECT_TRUE(stop_words.IsWord(U"什么"));
  for (const char* line : {"word\t什么", "character\t的的\tr", "verb\t是\tr", "word\t\tr"}) {
    EXPECT_THAT(QueryStopWords::Parse(line),
                StatusIs(absl::StatusCode::kDataLoss, HasSubstr("line 1")))
        << line;
  }
}

}  // namespace
}  // namespace yinzheng::store
