// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// A text with its UTF-8 form, for parsers that read bytes: which character a byte belongs to.

#ifndef YINZHENG_INDEXER_INGEST_MARKUP_UTF8_PLACES_H_
#define YINZHENG_INDEXER_INGEST_MARKUP_UTF8_PLACES_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/unicode.h"

namespace yinzheng::ingest {

// Immutable; 4 bytes a character besides the text. Not movable: parsers point into it.
class Utf8Places {
 public:
  explicit Utf8Places(std::u32string_view text) {
    offsets_.reserve(text.size());
    for (const char32_t c : text) {
      offsets_.push_back(static_cast<uint32_t>(utf8_.size()));
      text::AppendUtf8(c, utf8_);
    }
  }
  Utf8Places(const Utf8Places&) = delete;
  Utf8Places& operator=(const Utf8Places&) = delete;

  const std::string& utf8() const { return utf8_; }

  // The index of the first character that begins at or behind a byte.
  uint32_t Of(size_t byte) const {
    return static_cast<uint32_t>(std::lower_bound(offsets_.begin(), offsets_.end(), byte) -
                                 offsets_.begin());
  }

  // The byte that `pointer` points to; past the end for pointers into other memory.
  size_t ByteOf(const char* pointer) const {
    const std::less<const char*> before;
    const char* const begin = utf8_.data();
    const bool inside = !before(pointer, begin) && before(pointer, begin + utf8_.size());
    return inside ? static_cast<size_t>(pointer - begin) : std::string::npos;
  }

 private:
  std::string utf8_;
  std::vector<uint32_t> offsets_;
};

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_MARKUP_UTF8_PLACES_H_
