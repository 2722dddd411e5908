// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Phrases, words near each other and ranges of numbers as Xapian queries. Part of xapian_query.h;
// may throw what Xapian throws.

#ifndef YINZHENG_INDEXER_STORE_PHRASE_TREE_H_
#define YINZHENG_INDEXER_STORE_PHRASE_TREE_H_

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/compiled_query.h"
#include "indexer/store/vocabulary.h"
#include "indexer/text/span.h"

namespace yinzheng::store {

// What became of a query when it met the index.
struct QueryNotes {
  std::vector<yinzheng::v1::Warning> warnings;
  // Phrases that nothing held and that were looked for inside longer words and numbers.
  std::vector<text::Span> loosened;
};

// Builds for the texts of one database, which is made of `shards`; `prefix` below names the field.
// `text` is the query, for warnings. All must outlive it.
class PhraseTree {
 public:
  PhraseTree(const Xapian::Database& database, const std::vector<Xapian::Database>& shards,
             std::u32string_view text, QueryNotes& notes)
      : database_(database), shards_(shards), text_(text), notes_(notes) {}

  // The phrase as printed, or with its numbers written in other ways: these are known to stand
  // between what is before and after them, if not to be one and the same there.
  Xapian::Query Phrase(const CompiledPhrase& phrase, std::string_view prefix);

  // The same; where nothing holds it, inside longer runs at its ends. Only the first few phrases of
  // a query are looked for so.
  Xapian::Query PhraseOrInside(const CompiledPhrase& phrase, std::string_view prefix);

  // All sides, with all their characters close enough together.
  Xapian::Query Near(const CompiledClause& clause, std::string_view prefix);

  // Any number in the range, by terms of NumberKey().
  Xapian::Query Numbers(const CompiledClause& clause);

 private:
  Xapian::Query Printed(const CompiledPhrase& phrase, std::string_view prefix);
  Xapian::Query Inside(const CompiledPhrase& phrase, const std::vector<PhraseTerm>& terms,
                       std::string_view prefix);
  std::vector<Xapian::Query> Places(const CompiledPhrase& phrase, std::string_view prefix);
  Xapian::Query Beginning(const std::string& piece, size_t limit, text::Span span,
                          std::string_view prefix);
  Xapian::Query Similar(const SimilarTerms& similar, text::Span span);
  void Warn(std::string message, text::Span span);

  const Xapian::Database& database_;
  const std::vector<Xapian::Database>& shards_;
  std::u32string_view text_;
  QueryNotes& notes_;
  int loosenings_ = 0;
  size_t expanded_terms_ = 0;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_PHRASE_TREE_H_
