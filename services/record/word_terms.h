// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_WORD_TERMS_H_
#define YINZHENG_SERVICES_RECORD_WORD_TERMS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace yinzheng::services {

// The text of a fact or question as terms are looked for in it: folded and Simplified, without
// spaces and hard line breaks.
std::u32string FoldedText(std::string_view utf8);

// The characters and character pairs of some words, each once: what is looked for in texts. Pairs
// do not run across punctuation. A few dozen for a question or claim.
//
// Immutable and safe for concurrent use. Marking costs one table lookup for each character and each
// pair of the text, whatever the number of terms.
class WordTerms {
 public:
  WordTerms() = default;
  // `words` as they stand; see FoldedText.
  explicit WordTerms(std::string_view words);

  size_t size() const { return lengths_.size(); }
  bool empty() const { return lengths_.empty(); }
  // 1 for a character, 2 for a pair.
  int Length(size_t term) const { return lengths_[term]; }

  // Raises `marks[term]` to `mark` for each term that occurs in `folded`; `marks` has size().
  void Mark(std::u32string_view folded, double mark, std::vector<double>& marks) const;

  // The terms that occur in `folded`.
  std::vector<size_t> Within(std::u32string_view folded) const;

  // The share of the terms that occur in `folded`, pairs counting twice; 1 if there are none.
  double CoveredBy(std::u32string_view folded) const;
  // The share of the terms that `other` has.
  double CoveredBy(const WordTerms& other) const;

 private:
  absl::flat_hash_map<uint64_t, size_t> index_;  // code points of a term -> its number
  std::vector<int> lengths_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_WORD_TERMS_H_
