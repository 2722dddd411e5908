// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_INGEST_LETTERS_H_
#define YINZHENG_INDEXER_INGEST_LETTERS_H_

#include <string>
#include <string_view>

#include "indexer/text/unicode.h"

namespace yinzheng::ingest {

// Letters and digits alone: headlines, titles and display lines change spaces and punctuation
// freely. Case and script stay as they are; fold first where they must not count.
inline std::u32string Letters(std::u32string_view words) {
  std::u32string letters;
  for (const char32_t c : words) {
    if (text::IsSpace(c) || text::IsInvisible(c) || text::IsPunctuation(c)) continue;
    letters.push_back(c);
  }
  return letters;
}

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_LETTERS_H_
