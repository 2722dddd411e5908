// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Counts the articles of a result by outlet, year, author, entity or entity type. The match tells
// which articles there are (by their docids, through a standard MatchSpy, which also works on
// remote databases); their fields come from value slots of the articles database. Internal to the
// store; may throw what Xapian throws.

#ifndef YINZHENG_INDEXER_STORE_FACET_COUNTER_H_
#define YINZHENG_INDEXER_STORE_FACET_COUNTER_H_

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "indexer/store/database_pool.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::store {

class FacetCounter {
 public:
  FacetCounter(DatabaseHandles& handles, size_t max_values)
      : handles_(handles), max_values_(max_values) {}

  // Each article once.
  void AddArticle(Xapian::docid article) { articles_.push_back(article); }
  size_t article_count() const { return articles_.size(); }

  // In the order of `fields`; most frequent values first, ties by value.
  absl::StatusOr<std::vector<yinzheng::v1::Facet>> Count(
      const std::vector<yinzheng::v1::FacetField>& fields);

 private:
  using Counts = absl::flat_hash_map<std::string, int>;

  Counts CountField(yinzheng::v1::FacetField field) const;
  std::string DisplayName(yinzheng::v1::FacetField field, const std::string& value) const;

  DatabaseHandles& handles_;
  size_t max_values_;
  std::vector<Xapian::docid> articles_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_FACET_COUNTER_H_
