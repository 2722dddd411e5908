// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_ARTICLE_MARKS_H_
#define YINZHENG_CLIENTS_CLI_PAGES_ARTICLE_MARKS_H_

#include <string_view>
#include <vector>

#include "clients/cli/pages/segments.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::cli::pages {

// A fact as one article shows it.
struct MarkedFact {
  const v1::Fact* fact = nullptr;
  std::vector<const v1::Citation*> here;   // its citations from this article, in order
  std::vector<const v1::Citation*> other;  // its citations from other articles
  std::vector<int> quotes;                 // numbers of the quotations in ArticleMarks::quotes
};

// Where the facts of an article stand in its body. Facts are ordered by place and numbered so;
// quotations that cover the same words have one number.
struct ArticleMarks {
  std::vector<MarkedFact> facts;
  std::vector<Mark> values;  // ids are indexes of `facts`
  std::vector<Mark> quotes;
};

// Marks for `facts`, which must outlive the result. A value without a place of its own is marked at
// the whole quotation.
ArticleMarks MarkFacts(const std::vector<v1::Fact>& facts, std::string_view article);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_ARTICLE_MARKS_H_
