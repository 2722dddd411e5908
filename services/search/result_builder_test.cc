// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/result_builder.h"

#include <gtest/gtest.h>

#include <string>

namespace yinzheng::services {
namespace {

// Sentences of four characters each, but for the masked 图图图 between the third and the fourth.
ArticleText Text() {
  store::v1::ArticleRecord record;
  record.mutable_article()->set_body("一一一。\n二二二。三三三。图图图四四四。");
  *record.add_sentences() = MakeSpan(0, 4);
  *record.add_sentences() = MakeSpan(5, 9);
  *record.add_sentences() = MakeSpan(9, 13);
  *record.add_sentences() = MakeSpan(16, 20);
  return ArticleText(std::move(record));
}

struct Row {
  std::string name;
  v1::TextSpan passage;
  int budget;
  std::string before;
  std::string after;
};

class AddContextTest : public ::testing::TestWithParam<Row> {};

TEST_P(AddContextTest, WholeSentencesWithinTheBudget) {
  v1::PassageMatch match;
  *match.mutable_passage()->mutable_span() = GetParam().passage;
  AddContext(Text(), GetParam().budget, match);
  EXPECT_EQ(match.context_before(), GetParam().before);
  EXPECT_EQ(match.context_after(), GetParam().after);
}

INSTANTIATE_TEST_SUITE_P(
    Budgets, AddContextTest,
    ::testing::Values(Row{"None", MakeSpan(5, 9), 0, "", ""},
                      Row{"TooSmallForASentence", MakeSpan(5, 9), 3, "", ""},
                      Row{"AfterIfBeforeDoesNotFit", MakeSpan(5, 9), 4, "", "三三三。"},
                      Row{"BeforeCountsItsLineBreak", MakeSpan(5, 9), 5, "一一一。\n", ""},
                      Row{"Both", MakeSpan(5, 9), 9, "一一一。\n", "三三三。"},
                      Row{"StopsAtMaskedText", MakeSpan(9, 13), 99, "一一一。\n二二二。", ""},
                      Row{"StopsAtMaskedTextBefore", MakeSpan(16, 20), 99, "", ""},
                      Row{"AtTheBeginning", MakeSpan(0, 4), 5, "", "\n二二二。"}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace yinzheng::services
