// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Marks are the same whether the whole analysis was made for them or the part that they need.

#include "indexer/store/mark_needs.h"

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
};

constexpr const char* kTexts[] = {
    "机器人产业园今天开工，機器人大會明天开幕，总投资2000亿元。",
    "联合国教科文组织2023年7月25日表示，二〇二三年七月二十五日再议，的确良布料热销。",
    "C919客机航程2,800公里，全长二千八百米，GDP增长六成，GDP2023与A股齐升。",
    "不锈钢价格为1,200億元，一千二百亿，为人民服务是的确的事。",
};

std::string Covered(const std::u32string& text, const std::vector<text::Span>& spans) {
  std::string covered(text.size(), '.');
  for (const text::Span span : spans) {
    for (uint32_t i = span.begin; i < span.end; ++i) covered[i] = '#';
  }
  return covered;
}

TEST(MarkNeedsTest, MarksAreThoseOfTheWholeAnalysis) {
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<QueryCompiler> compiler,
                          QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter()));
  int marked = 0;
  int spared = 0;
  for (const char* query : kQueries) {
    const CompiledQuery compiled = compiler->Compile(ParseQuery(query));
    const Highlighter highlighter(SharedAnalyzer(), compiled);
    const MarkNeeds needs = NeedsOf(compiled, false);
    spared += needs.words.empty() ? 1 : 0;
    for (const char* passage : kTexts) {
      const std::u32string text = text::DecodeUtf8(passage);
      PassageHit hit;
      hit.passage.set_text(passage);
      std::vector<text::Span> spans;
      for (const yinzheng::v1::TextSpan& span : highlighter.Highlight(hit)) {
        spans.push_back({static_cast<uint32_t>(span.start()), static_cast<uint32_t>(span.end())});
        ++marked;
      }
      const std::vector<text::IndexToken> tokens = SharedAnalyzer().Analyze(text);
      EXPECT_EQ(Covered(text, spans),
                Covered(text, PassageMarks(compiled, needs, tokens, {}).Find()))
          << query << " in " << passage;
    }
  }
  EXPECT_GT(marked, 20);
  EXPECT_GT(spared, 10) << "most queries need no words cut";
}

}  // namespace
}  // namespace yinzheng::store
