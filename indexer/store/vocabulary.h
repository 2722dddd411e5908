// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Terms of an index that are like a piece of one: the beginnings, ends and insides that queries ask
// for. Internal to the store; may throw what Xapian throws.

#ifndef YINZHENG_INDEXER_STORE_VOCABULARY_H_
#define YINZHENG_INDEXER_STORE_VOCABULARY_H_

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace yinzheng::store {

// Terms that one beginning stands for, the most frequent ones; and one piece of a run, which is
// asked for only where nothing else is found.
inline constexpr size_t kMaxSimilarTerms = 100;
inline constexpr size_t kMaxTermsOfPiece = 1000;
// Terms looked at to find them.
inline constexpr size_t kMaxTermsRead = 200'000;

struct SimilarTerms {
  std::vector<std::string> terms;  // With their prefix.
  bool all = true;                 // False if there were more.
};

// At most `limit` runs of letters or digits of the field `prefix` that begin with `beginning`.
// Cost: the terms that begin so, in order on disk.
SimilarTerms TermsBeginningWith(std::string_view prefix, std::string_view beginning, size_t limit,
                                const Xapian::Database& database);

// At most kMaxTermsOfPiece runs that end with `piece`, or with `inside` hold it anywhere. Reads all
// runs that begin with an ASCII letter or digit: tens of milliseconds for a large index, so ask
// only where nothing else is found.
SimilarTerms TermsEndingWith(std::string_view prefix, std::string_view piece, bool inside,
                             const Xapian::Database& database);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_VOCABULARY_H_
