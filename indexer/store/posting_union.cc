// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/posting_union.h"

#include <algorithm>

namespace yinzheng::store {

PostingUnion::PostingUnion(const Xapian::Database& database,
                           const std::vector<std::string>& terms) {
  for (const std::string& term : terms) {
    lists_.push_back({database.postlist_begin(term), database.postlist_end(term)});
  }
}

Xapian::docid PostingUnion::Next() { return SkipTo(last_ + 1); }

Xapian::docid PostingUnion::SkipTo(Xapian::docid id) {
  for (List& list : lists_) {
    if (list.at != list.end && *list.at < id) list.at.skip_to(id);
  }
  const Xapian::docid smallest = Smallest();
  last_ = std::max(last_, smallest);
  return smallest;
}

Xapian::docid PostingUnion::Smallest() const {
  Xapian::docid smallest = 0;
  for (const List& list : lists_) {
    if (list.at != list.end && (smallest == 0 || *list.at < smallest)) smallest = *list.at;
  }
  return smallest;
}

}  // namespace yinzheng::store
