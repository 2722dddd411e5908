// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_ARTICLE_PAGE_H_
#define YINZHENG_CLIENTS_CLI_PAGES_ARTICLE_PAGE_H_

#include <string>
#include <vector>

#include "clients/cli/pages/page_context.h"
#include "yinzheng/v1/article.pb.h"
#include "yinzheng/v1/entity.pb.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::cli::pages {

// What the page of an article shows.
struct ArticleRecord {
  v1::Article article;               // with its body
  std::vector<v1::Fact> facts;       // all that are cited from it, in any order
  std::vector<v1::Entity> entities;  // that it mentions
};

// The page of an article: the body as printed, its facts underlined by kind, and a card for each
// fact. Every fact has the anchor FactAnchor(name): where its value first stands in the body, or at
// its card where it has no place that can be shown.
std::string ArticlePage(const ArticleRecord& record, const PageContext& context);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_ARTICLE_PAGE_H_
