// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What Xapian alone makes of texts: its own n-grams of Chinese with positions, the text as data, no
// list of terms, compacted. Benchmarks compare sizes and times with it. Not for production code.

#ifndef YINZHENG_INDEXER_STORE_TESTING_RAW_NGRAMS_H_
#define YINZHENG_INDEXER_STORE_TESTING_RAW_NGRAMS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace yinzheng::store::testing {

struct RawSizes {
  int64_t postings = 0;  // Bytes of each table.
  int64_t positions = 0;
  int64_t data = 0;
};

// Writes an index of `texts`, a document each, into `directory`, which exists, and says how large
// it became. Each of `threads` writes a part of the texts into a database of its own; compaction
// joins them.
absl::StatusOr<RawSizes> WriteRawNgrams(const std::vector<std::string>& texts,
                                        const std::string& directory, size_t threads = 1);

}  // namespace yinzheng::store::testing

#endif  // YINZHENG_INDEXER_STORE_TESTING_RAW_NGRAMS_H_
