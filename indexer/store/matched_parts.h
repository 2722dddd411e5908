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

#include <optional>
#include <string>
#include <vector>

#include "indexer/store/compiled_query.h"
#include "indexer/store/search_types.h"
#include "indexer/text/span.h"

namespace yinzheng::store {

class MatchedParts {
 public:
  // Both must outlive it.
  MatchedParts(const CompiledQuery& query, const Xapian::Database& passages);

  // In the order of the query, each once; overlapping ones are one.
  std::vector<std::string> Of(const PassageHit& hit, const std::string& title,
                              Xapian::docid document) const;

 private:
  // Everything in it must hold for the parts of the query at `spans` to have matched.
  struct Part {
    std::vector<std::string> pieces;  // Chinese, in the folded text.
    std::vector<std::string> terms;   // Of the document.
    std::string beginning;            // Of a term of the document.
    std::optional<NumberBounds> numbers;
    std::vector<text::Span> spans;
  };

  void Collect(const CompiledClause& clause);
  void CollectPhrase(const CompiledPhrase& phrase);
  static void AddSequence(const std::vector<PhraseTerm>& terms, bool is_prefix, Part& part);
  bool Holds(const Part& part, const std::string& key, Xapian::docid document) const;
  bool IsIndexed(const std::string& term, Xapian::docid document) const;
  bool HasTermLike(const Part& part, Xapian::docid document) const;

  const CompiledQuery& query_;
  const Xapian::Database& passages_;
  std::vector<Part> parts_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_MATCHED_PARTS_H_
