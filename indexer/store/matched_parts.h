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

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/compiled_query.h"
#include "indexer/store/database_pool.h"
#include "indexer/text/span.h"

namespace yinzheng::store {

// A passage that was found.
struct MatchedPassage {
  Xapian::docid document = 0;
  std::string article_term;  // The term that only passages of its article have.
};

class MatchedParts {
 public:
  // Query and passages must outlive it. `documents` are the passages that will be asked for: the
  // terms that ranges and beginnings stand for are looked up for all of them at once.
  MatchedParts(const CompiledQuery& query, const DatabaseHandles& handles,
               std::vector<MatchedPassage> documents);

  // In the order of the query, each once; overlapping ones are one. `passage_key` is a PassageKey,
  // `document` one of `documents`. `loosened` are the phrases that were searched inside longer
  // runs.
  std::vector<std::string> Of(std::u32string_view passage_key, const std::string& title,
                              Xapian::docid document,
                              const std::vector<text::Span>& loosened) const;

 private:
  // Everything in it must hold for the parts of the query at `spans` to have matched.
  struct Part {
    bool in_title = false;                        // Nowhere else.
    std::vector<std::u32string> pieces;           // Chinese, in the folded text.
    std::vector<std::string> terms;               // Of the document.
    std::vector<std::vector<Xapian::docid>> any;  // In each the document; ascending.
    std::vector<text::Span> spans;
  };
  // Folded texts of one passage.
  struct Texts {
    std::u32string title;
    std::u32string all;
  };

  void Collect(const CompiledClause& clause);
  void CollectPhrase(const CompiledClause& clause);
  void AddSequence(const std::vector<PhraseTerm>& terms, bool is_prefix, Part& part) const;
  bool Holds(const Part& part, const Texts& texts, Xapian::docid document) const;
  bool IsIndexed(const std::string& term, bool in_title, Xapian::docid document) const;
  bool IsPosted(const std::string& term, Xapian::docid document) const;
  // Those of documents_ that have one of `terms`.
  std::vector<Xapian::docid> WithAny(const std::vector<std::string>& terms) const;
  std::vector<Xapian::docid> MatchAny(const std::vector<std::string>& terms) const;

  const CompiledQuery& query_;
  const Xapian::Database& passages_;
  const bool remote_;
  std::vector<Xapian::docid> documents_;  // Ascending.
  std::vector<std::string> articles_;     // Their terms.
  // Where shards are elsewhere: what was found out of terms.
  mutable std::map<std::string, std::vector<Xapian::docid>> with_term_;
  std::vector<Part> parts_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_MATCHED_PARTS_H_
