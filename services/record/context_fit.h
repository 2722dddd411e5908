// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_CONTEXT_FIT_H_
#define YINZHENG_SERVICES_RECORD_CONTEXT_FIT_H_

#include <string>

#include "absl/status/statusor.h"
#include "indexer/store/passage_searcher.h"
#include "indexer/store/query_compiler.h"

namespace yinzheng::services {

// How well a text goes with what is written about an entity: tells apart bearers of one name. It
// weighs the words alone, and says nothing of an entity that the index does not mention.
class ContextFit {
 public:
  // `passages` must outlive it. `control` ends searches.
  ContextFit(const store::PassageSearcher& passages, const store::QueryCompiler& compiler,
             const std::string& text, const store::SearchControl& control);

  // The score of the best passage for the words of the text in articles that mention `entity`
  // (`entities/…`); 0 where none has any of them. One search. Errors of PassageSearcher::Search.
  absl::StatusOr<double> Of(const std::string& entity) const;

 private:
  const store::PassageSearcher& passages_;
  store::PassageSearch search_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_CONTEXT_FIT_H_
