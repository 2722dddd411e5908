// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Counts the articles of a result by outlet, year, author, entity or entity type. The match tells
// which articles there are (by their docids, through a standard MatchSpy, which also works on
// remote databases); their values come from the facet table. Internal to the store; may throw what
// Xapian throws.

#ifndef YINZHENG_INDEXER_STORE_FACET_COUNTER_H_
#define YINZHENG_INDEXER_STORE_FACET_COUNTER_H_

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/store/database_pool.h"
#include "indexer/store/facet_table.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::store {

class FacetCounter {
 public:
  // Both must outlive it.
  FacetCounter(DatabaseHandles& handles, FacetTable& table) : handles_(handles), table_(table) {}

  // Each article once.
  void AddArticle(Xapian::docid article) { articles_.push_back(article); }
  size_t article_count() const { return articles_.size(); }

  // At most `max_values`, most frequent first, ties by value.
  yinzheng::v1::Facet Count(yinzheng::v1::FacetField field, size_t max_values) const;

 private:
  std::string DisplayName(yinzheng::v1::FacetField field, const std::string& value) const;

  DatabaseHandles& handles_;
  FacetTable& table_;
  std::vector<Xapian::docid> articles_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_FACET_COUNTER_H_
