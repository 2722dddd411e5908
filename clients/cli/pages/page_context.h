// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_PAGE_CONTEXT_H_
#define YINZHENG_CLIENTS_CLI_PAGES_PAGE_CONTEXT_H_

#include <string>

#include "clients/cli/pages/labels.h"
#include "clients/cli/pages/page_map.h"

namespace yinzheng::cli::pages {

// What the parts of one page share. Whoever holds one outlives it.
struct PageContext {
  const Labels& labels;
  const PageMap& pages;
  std::string generation;  // id of the index generation that was read
  std::string article{};   // the article that the page shows; empty on other pages
};

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_PAGE_CONTEXT_H_
