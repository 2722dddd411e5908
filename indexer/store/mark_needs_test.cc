// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Marks are the same whether the whole analysis was made for them or the part that they need.

#include "indexer/store/mark_needs.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "indexer/store/highlighter.h"
#include "indexer/store/passage_marks.h"
#include "indexer/store/query_compiler.h"
#include "indexer/store/query_parser.h"
#include "indexer/store/testing/temp_index.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using testing::SharedAnalyzer;
using testing::SharedSegmenter;

constexpr const char* kQueries[] = {
    "机器人产业园",
    "\"机器人大会\"",
    "联合国教科文组织",
    "gdp*",
    "2000",
    "2023年7月25日",
    "C919客机 -大会",
    "二千八百米",
    "的确良",
    "title:机器人 大会",
    "1200亿",
    "六成",
    "A股",
    "机器人 OR 客机",
    "不锈钢",
    "为人民服务",
    "没有的词",
    "\"开工，总投资\"",
    "机器人 NEAR/8 投资",
    "\"投资2000亿元\"",
    "number:2000..3000",
    "number:5..10 机器人",
};

constexpr const char* kTexts[] = {
    "机器人产业园今天开工，機器人大會明天开幕，总投资2000亿元。",
    "联合国教科文组织2023年7月25日表示，二〇二三年七月二十五日再议，的确良布料热销。",
    "C919客机航程2,800公里，全长二千八百米，GDP增长六成，GDP2023与A股齐升。",
    "不锈钢价格为1,200億元，一千二百亿，为人民服务是的确的事。",
    "园区2023年建成机器人用房2500套，7月新增8家，大会机器人产业园区。",
};

// What no query leaves out.
MarkNeeds Everything(const std::vector<text::IndexToken>& tokens) {
  MarkNeeds all;
  all.runs = true;
  for (const text::IndexToken& token : tokens) all.terms.insert(token.term);
  return all;
}

// The places of all phrases of the query, as if each had been searched inside longer runs.
// NOLINTNEXTLINE(misc-no-recursion): as deep as the query.
std::vector<text::Span> PhrasesOf(const CompiledClause& clause) {
  std::vector<text::Span> phrases;
  if (clause.kind == CompiledClause::Kind::kPhrase) phrases.push_back(clause.phrase.span);
  for (const CompiledClause& child : clause.children) {
    for (const text::Span span : PhrasesOf(child)) phrases.push_back(span);
  }
  return phrases;
}

std::string Covered(const std::u32string& text, const std::vector<text::Span>& spans) {
  std::string covered(text.size(), '.');
  for (const text::Span span : spans) {
    for (uint32_t i = span.begin; i < span.end; ++i) covered[i] = '#';
  }
  return covered;
}

std::string Marks(const std::vector<yinzheng::v1::TextSpan>& highlights, const char* passage) {
  std::vector<text::Span> spans;
  for (const yinzheng::v1::TextSpan& span : highlights) {
    spans.push_back({static_cast<uint32_t>(span.start()), static_cast<uint32_t>(span.end())});
  }
  return Covered(text::DecodeUtf8(passage), spans);
}

std::string MarksOfTheWhole(const CompiledQuery& query, const char* passage,
                            const std::vector<text::Span>& loosened) {
  const std::u32string text = text::DecodeUtf8(passage);
  const std::vector<text::IndexToken> tokens = SharedAnalyzer().Analyze(text);
  return Covered(text, PassageMarks(query, Everything(tokens), tokens, loosened).Find());
}

TEST(MarkNeedsTest, MarksAreThoseOfTheWholeAnalysis) {
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<QueryCompiler> compiler,
                          QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter()));
  int marked = 0;
  int spared = 0;
  int loosened = 0;
  for (const char* query : kQueries) {
    const CompiledQuery compiled = compiler->Compile(ParseQuery(query));
    const Highlighter highlighter(SharedAnalyzer(), compiled);
    spared += NeedsOf(compiled, false).words.empty() ? 1 : 0;
    std::vector<std::vector<text::Span>> loosenings(1);  // Nothing, then all phrases.
    if (auto phrases = PhrasesOf(compiled.root); !phrases.empty()) loosenings.push_back(phrases);
    loosened += static_cast<int>(loosenings.size()) - 1;
    for (const char* passage : kTexts) {
      for (const std::vector<text::Span>& phrases : loosenings) {
        PassageHit hit;
        hit.passage.set_text(passage);
        hit.loosened = phrases;
        const std::string marks = Marks(highlighter.Highlight(hit), passage);
        marked += static_cast<int>(std::count(marks.begin(), marks.end(), '#'));
        EXPECT_EQ(marks, MarksOfTheWhole(compiled, passage, phrases)) << query << " in " << passage;
      }
    }
  }
  EXPECT_GT(marked, 20);
  EXPECT_GT(loosened, 2);
  EXPECT_GT(spared, 10) << "most queries need no words cut";
}

}  // namespace
}  // namespace yinzheng::store
