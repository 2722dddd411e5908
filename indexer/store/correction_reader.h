// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What somebody may have meant who typed something else: names, titles, phrases and words of titles
// of a generation that sound alike (亦装 for 亦庄), look alike (末来 for 未来) or are spelled
// nearly the same in Latin letters. It proposes; whether what was typed needs a correction is the
// caller's to decide. Nothing is proposed that the index does not hold.

#ifndef YINZHENG_INDEXER_STORE_CORRECTION_READER_H_
#define YINZHENG_INDEXER_STORE_CORRECTION_READER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/store/search_types.h"
#include "indexer/text/pinyin/pinyin_reading.h"
#include "indexer/text/pinyin/typed_name.h"
#include "indexer/text/shape_variants.h"

namespace yinzheng::store {

class DatabasePool;

// What corrections are made by; all of it borrowed.
struct CorrectionRules {
  const text::Segmenter& segmenter;
  const text::PinyinReader& reader;
  const text::ShapeVariants& shapes;
};

// Safe for concurrent use.
class CorrectionReader {
 public:
  // `pool` must outlive it.
  explicit CorrectionReader(DatabasePool& pool) : pool_(pool) {}

  // Beginnings of names and titles that may have been meant by what was typed so far, as long as it
  // is; at most `limit`, as printed, those that sound alike first, then the most frequent.
  absl::StatusOr<std::vector<std::string>> ForBeginning(const text::TypedName& typed,
                                                        const CorrectionRules& rules,
                                                        size_t limit) const;

  // The query with parts of it corrected, the likeliest first, at most `limit`. A part is corrected
  // only if the passages hold the correction ten times as often as the part: its rarest pair of
  // characters counts. The rest of the query stays as it was typed, operators and fields included.
  // kDeadlineExceeded or kCancelled when `control` says so.
  absl::StatusOr<std::vector<std::string>> ForQuery(std::string_view query,
                                                    const CorrectionRules& rules, size_t limit,
                                                    const SearchControl& control = {}) const;

 private:
  DatabasePool& pool_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_CORRECTION_READER_H_
