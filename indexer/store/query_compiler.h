// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// From a parsed query to weighted terms. Words of the dictionary, pairs of characters and single
// characters of the query are all ranked by, words most; single characters never decide alone
// whether a text matches, unless they stand alone in the query. Function characters and question
// words are left out (data: store/query_stop_words.tsv), unless nothing else is asked. Quoted
// phrases are exact and do not run across punctuation.

#ifndef YINZHENG_INDEXER_STORE_QUERY_COMPILER_H_
#define YINZHENG_INDEXER_STORE_QUERY_COMPILER_H_

#include <cstddef>
#include <memory>
#include <string_view>

#include "absl/status/statusor.h"
#include "indexer/store/compiled_query.h"
#include "indexer/store/query_node.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/segmenter.h"

namespace yinzheng::store {

// Weights were chosen on retrieval sets; see docs/ranking.md.
struct QueryCompilerOptions {
  double word_weight = 0.25;       // Added where a pair or a character is a word.
  double long_word_weight = 0.1;   // A word of three or more; its pairs count beside it.
  double bigram_weight = 0.5;      // Two neighbouring characters, word or not.
  double unigram_weight = 0.75;    // One character.
  double latin_weight = 1.6;       // Latin words, codes and numbers.
  double latin_part_weight = 0.2;  // A run inside a code that counts beside it.
  size_t max_terms = 160;          // Of one clause; the first ones are kept, the rest is reported.
};

// Immutable and safe for concurrent use; analyzer and segmenter must outlive it.
class QueryCompiler {
 public:
  // Reads the stop words from the data directory.
  static absl::StatusOr<std::unique_ptr<QueryCompiler>> Create(
      const text::Analyzer& analyzer, const text::Segmenter& segmenter,
      const QueryCompilerOptions& options = {});

  ~QueryCompiler();

  // Never fails; what cannot be searched is left out with a warning.
  CompiledQuery Compile(const ParsedQuery& query) const;

  // The plain form for text that is no query (a claim, a question, a property): its words, no
  // syntax.
  CompiledQuery CompileWords(std::string_view utf8) const;

  // The exact characters of `utf8` as one phrase, for checking quotations.
  CompiledQuery CompilePhrase(std::string_view utf8) const;

 private:
  class Impl;
  explicit QueryCompiler(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_QUERY_COMPILER_H_
