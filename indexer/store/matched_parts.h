// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Which parts of a query a passage matched, as they stand in the query. Chinese terms are looked
// for in the folded text of the passage and its title, which is some eight times quicker than
// reading the document's list of terms; others in their posting lists. Internal to the store; may
// throw what Xapian throws.

#ifndef YINZHENG_INDEXER_STORE_MATCHED_PARTS_H_
#define YINZHENG_INDEXER_STORE_MATCHED_PARTS_H_

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/compiled_query.h"
#include "indexer/text/span.h"

namespace yinzheng::store {

class MatchedParts {
 public:
  // Both must outlive it.
  MatchedParts(const CompiledQuery& query, const Xapian::Database& passages);

  // In the order of the query, each once; overlapping ones are one. `passage_key` is a PassageKey.
  std::vector<std::string> Of(std::u32string_view passage_key, const std::string& title,
                              Xapian::docid document) const;

 private:
  // All of `pieces` must occur for the part of the query at `span` to have matched.
  struct Part {
    std::vector<std::string> pieces;
    text::Span span;
    bool chinese = true;
  };

  void Collect(const CompiledClause& clause);
  bool IsIndexed(const std::string& term, Xapian::docid document) const;

  const CompiledQuery& query_;
  const Xapian::Database& passages_;
  std::vector<Part> parts_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_MATCHED_PARTS_H_
