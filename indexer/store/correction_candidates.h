// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The lookups that corrections are made of, over the suggestions and passages of one generation.
// Internal to the store; may throw what Xapian throws.

#ifndef YINZHENG_INDEXER_STORE_CORRECTION_CANDIDATES_H_
#define YINZHENG_INDEXER_STORE_CORRECTION_CANDIDATES_H_

#include <xapian.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/correction_reader.h"
#include "indexer/store/database_pool.h"
#include "yinzheng/store/v1/records.pb.h"

namespace yinzheng::store {

// One thread at a time; borrows the handles and the rules.
class CorrectionCandidates {
 public:
  CorrectionCandidates(const DatabaseHandles& handles, const CorrectionRules& rules)
      : handles_(handles), rules_(rules) {}

  // Texts that are read like `key`, character by character, and are not it; the most frequent
  // first.
  std::vector<std::string> SoundingLike(std::u32string_view key) const;

  // Texts that differ from `key` in one character that looks like the one in its place.
  std::vector<std::string> LookingLike(std::u32string_view key) const;

  // Beginnings of texts, of the length of what was typed, likewise.
  std::vector<std::string> BeginningsSoundingLike(const text::TypedName& typed, size_t limit) const;
  std::vector<std::string> BeginningsLookingLike(std::u32string_view key, size_t limit) const;

  // Names whose pinyin `word` is, and what the nearest word or pinyin of the index stands for.
  std::vector<std::string> NamesSpelled(std::string_view word, size_t limit) const;
  std::vector<std::string> NearestSpelled(std::string_view word) const;

  // Whether a name, title, phrase or word of titles has this key.
  bool Holds(std::u32string_view key) const { return TextOf(key).has_value(); }

  // How many passages hold the rarest pair of characters of `key`; of one character or a Latin
  // word, it itself.
  size_t PassagesWith(std::u32string_view key) const;

 private:
  v1::SuggestionRecord RecordAt(Xapian::docid id) const;
  // The first text whose key is `key`.
  std::optional<std::string> TextOf(std::u32string_view key) const;
  // The most frequent text that begins with `key`, cut there.
  std::optional<std::string> BeginningOf(std::u32string_view key) const;
  std::vector<std::u32string> ShapesOf(std::u32string_view key) const;

  const DatabaseHandles& handles_;
  const CorrectionRules& rules_;
  mutable std::map<std::u32string, size_t> frequencies_;  // Looked up so far.
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_CORRECTION_CANDIDATES_H_
