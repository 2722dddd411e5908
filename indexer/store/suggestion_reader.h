// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Completes what has been typed to names of entities, titles and phrases of a generation. Not for
// what may have been meant instead: correction_reader.h.

#ifndef YINZHENG_INDEXER_STORE_SUGGESTION_READER_H_
#define YINZHENG_INDEXER_STORE_SUGGESTION_READER_H_

#include <cstddef>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/text/pinyin/pinyin_reading.h"
#include "indexer/text/pinyin/typed_name.h"
#include "indexer/text/span.h"
#include "yinzheng/store/v1/records.pb.h"

namespace yinzheng::store {

class DatabasePool;

struct FoundSuggestion {
  v1::SuggestionRecord record;
  text::TypedFit fit = text::TypedFit::kNone;
  text::Span matched;  // Of the record's text, in code points.
};

// Safe for concurrent use.
class SuggestionReader {
 public:
  // `pool` must outlive it.
  explicit SuggestionReader(DatabasePool& pool) : pool_(pool) {}

  // At most `limit` texts that begin with what was typed: in the order of TypedFit, then the most
  // frequent first, always in the same order. An entity is found by one of its names only. `typed`
  // is of a NameKey. Costs as much as it finds, and at most some thousand names compared.
  absl::StatusOr<std::vector<FoundSuggestion>> Complete(const text::TypedName& typed,
                                                        const text::PinyinReader& reader,
                                                        size_t limit) const;

 private:
  DatabasePool& pool_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_SUGGESTION_READER_H_
