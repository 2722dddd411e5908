// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// How values become terms and sort keys, the same for writer and reader. Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_TERMS_H_
#define YINZHENG_INDEXER_STORE_TERMS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace yinzheng::store {

// The longest value in a term; longer ones are cut and end in a digest, so that they stay distinct.
inline constexpr size_t kMaxValueBytes = 200;

// prefix + value, within Xapian's limit.
std::string Term(std::string_view prefix, std::string_view value);

// "entities/42" -> "42"; kInvalidArgument, naming it, unless `name` is `collection`/id with an id.
absl::StatusOr<std::string> IdOf(std::string_view collection, std::string_view name);

// What follows the first slash, whatever stands before it: for names that were checked when they
// were written.
std::string_view IdPart(std::string_view name);

// Which passage of which article a name names.
struct PassagePlace {
  std::string article;  // Its id.
  uint32_t number = 0;  // From 1; 0: it is no number, so there is no such passage.
};

// "articles/a/passages/3" -> {"a", 3}. kInvalidArgument.
absl::StatusOr<PassagePlace> PlaceOfPassage(std::string_view name);

// "articles/a", 3 -> "articles/a/passages/3".
std::string PassageName(std::string_view article, size_t number);

// A term for "this entity" if `reference` is `entities/…`, else for "this printed name" ('/' and
// its key).
std::string ReferenceTerm(std::string_view prefix, std::string_view reference);

// 4 bytes, ascending like the number.
std::string BigEndian(uint32_t number);
uint32_t FromBigEndian(std::string_view bytes);

// Ascending keys for a day (YYYY-MM-DD, may be empty) and a tie-break; days unknown come last in
// both. A day takes four bytes, two digits in each.
std::string NewestFirstKey(std::string_view day, std::string_view tie_break);
std::string OldestFirstKey(std::string_view day, std::string_view tie_break);

// The first 1 to `limit` characters of a key.
std::vector<std::string> KeyPrefixes(std::string_view key, size_t limit);

// The single characters and pairs of neighbouring characters of a key, each once.
std::vector<std::string> KeyGrams(std::string_view key);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_TERMS_H_
