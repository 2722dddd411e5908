// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Words and parts of speech of Simplified Chinese, by cppjieba with its frozen dictionary. The
// dictionary is part of what an index depends on, so words cannot be added: names are the business
// of knowledge, which lays its own spans over these tokens. Positions count code points.

#ifndef YINZHENG_INDEXER_TEXT_SEGMENTER_H_
#define YINZHENG_INDEXER_TEXT_SEGMENTER_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/text/span.h"

namespace yinzheng::text {

// One word. Tokens of a cut cover the text without gaps, white space and punctuation included.
struct Token {
  Span span;
  std::string word;  // UTF-8.
  std::string
      tag;  // ICTCLAS part of speech: n, nr, ns, nt, v, m, q, x (punctuation) … never empty.
};

// Creating one reads 5 MB of dictionary: about half a second and 100 MB. Create it once and share
// it; all methods are safe for concurrent use.
class Segmenter {
 public:
  // Reads dict/jieba.dict.utf8 and dict/hmm_model.utf8 from the data directory.
  static absl::StatusOr<std::unique_ptr<Segmenter>> Create();

  // Reads them from `directory` instead.
  static absl::StatusOr<std::unique_ptr<Segmenter>> CreateFrom(const std::string& directory);

  virtual ~Segmenter() = default;

  // Cuts `text` (Simplified; other text is cut badly, not refused) into tagged words. Unpaired
  // surrogates and values past U+10FFFF are cut as unknown characters: no input yields nothing.
  virtual std::vector<Token> Segment(std::u32string_view text) const = 0;

  // The words that search terms are made from: the words of a cut, and the shorter dictionary words
  // of two or three characters inside them. In order of begin, shorter first; spaces and
  // punctuation left out.
  virtual std::vector<Span> CutForSearch(std::u32string_view text) const = 0;

  // The part of speech of a word on its own; "x" if it is neither in the dictionary nor a number or
  // Latin word.
  virtual std::string TagOf(std::u32string_view word) const = 0;

  // True if the dictionary holds the word.
  virtual bool Contains(std::u32string_view word) const = 0;

  // SHA-256 of the dictionary and model files, hexadecimal.
  virtual const std::string& dictionary_hash() const = 0;
};

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_SEGMENTER_H_
