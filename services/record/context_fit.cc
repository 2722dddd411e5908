// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/context_fit.h"

#include <utility>

#include "indexer/base/status_macros.h"

namespace yinzheng::services {

ContextFit::ContextFit(const store::PassageSearcher& passages, const store::QueryCompiler& compiler,
                       const std::string& text, const store::SearchControl& control)
    : passages_(passages) {
  search_.query = compiler.CompileWords(text);
  search_.page.limit = 1;
  search_.count_limit = 1;
  search_.group_reprints = false;
  search_.control = control;
}

absl::StatusOr<double> ContextFit::Of(const std::string& entity) const {
  if (search_.query.MatchesEverything()) return 0;
  store::PassageSearch search = search_;
  store::CompiledClause mentions;
  mentions.kind = store::CompiledClause::Kind::kEntity;
  mentions.value = entity;
  search.query.root.children.push_back(std::move(mentions));
  YZ_ASSIGN_OR_RETURN(const store::SearchResults found, passages_.Search(search));
  return found.hits.empty() ? 0 : found.hits.front().score;
}

}  // namespace yinzheng::services
