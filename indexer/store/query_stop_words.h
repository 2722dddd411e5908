// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Function characters and question words that a query is not ranked by. Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_QUERY_STOP_WORDS_H_
#define YINZHENG_INDEXER_STORE_QUERY_STOP_WORDS_H_

#include <string_view>

#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"

namespace yinzheng::store {

// Immutable. Texts are folded keys.
class QueryStopWords {
 public:
  // Reads store/query_stop_words.tsv of the data directory. kDataLoss names a line that is not
  // understood.
  static absl::StatusOr<QueryStopWords> Load();
  static absl::StatusOr<QueryStopWords> Parse(std::string_view tsv);

  bool IsFunctionCharacter(char32_t c) const { return characters_.contains(c); }

  // True if every character of `key` is one; false for an empty key.
  bool AllFunctionCharacters(std::u32string_view key) const;

  bool IsWord(std::u32string_view key) const { return words_.contains(std::u32string(key)); }

 private:
  absl::flat_hash_set<char32_t> characters_;
  absl::flat_hash_set<std::u32string> words_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_QUERY_STOP_WORDS_H_
