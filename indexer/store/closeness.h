// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// How much of a query stands close together in a passage: the most telling share of its terms that
// two neighbouring sentences hold. A sentence that answers a question repeats most of it, while a
// long passage may have the same words far apart; BM25 cannot tell the two. Each term counts once,
// by its largest weight in the query and its rarity. Knows nothing of Xapian. docs/ranking.md has
// the measurements.
//
//   const Closeness closeness(query, [&](const std::string& term) { return Rarity(term); });
//   double score = closeness.Of(PassageKey(…));

#ifndef YINZHENG_INDEXER_STORE_CLOSENESS_H_
#define YINZHENG_INDEXER_STORE_CLOSENESS_H_

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "indexer/store/compiled_query.h"

namespace yinzheng::store {

// Immutable; safe for concurrent use.
class Closeness {
 public:
  // `rarity` says how telling a term is (its inverse document frequency); asked once a term. Terms
  // of exclusions and of titles do not count, nor any past the 256th.
  Closeness(const CompiledQuery& query, const std::function<double(const std::string&)>& rarity);

  // 0 for a passage without any of the terms. `key` is a PassageKey. About 5 µs for 500 characters.
  double Of(std::u32string_view key) const;

 private:
  struct Term {
    std::u32string key;
    double weight = 0;
  };

  // A few bits of a character: most characters of a passage begin no term, and this is quicker to
  // ask than starts_.
  static constexpr size_t kFilterSize = 4096;
  static size_t FilterBit(char32_t c) { return c % kFilterSize; }

  void Collect(const CompiledClause& clause);
  void Add(const std::string& term, double weight);
  void MergeEqual();

  std::vector<Term> terms_;  // By key.
  absl::flat_hash_map<char32_t, std::pair<uint32_t, uint32_t>>
      starts_;  // First character to terms.
  std::bitset<kFilterSize> may_start_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_CLOSENESS_H_
