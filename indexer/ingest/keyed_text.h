// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// A stretch of a page and its folded key in UTF-8, so that a regular expression matched against the
// key tells where on the page the match is printed.
//
//   KeyedText line(page, span);
//   re2::StringPiece names;
//   if (RE2::PartialMatch(line.key(), "作者:(.*)", &names)) { … line.ToPage({names.data(),
//   names.size()}) … }

#ifndef YINZHENG_INDEXER_INGEST_KEYED_TEXT_H_
#define YINZHENG_INDEXER_INGEST_KEYED_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/fold.h"
#include "indexer/text/span.h"

namespace yinzheng::ingest {

// Immutable. Not movable on purpose: views into key() must stay valid.
class KeyedText {
 public:
  // Folds the part `span` of `page`; keeps neither.
  KeyedText(std::u32string_view page, text::Span span);
  KeyedText(const KeyedText&) = delete;
  KeyedText& operator=(const KeyedText&) = delete;

  const std::string& key() const { return utf8_; }
  const std::u32string& code_points() const { return folded_.key; }

  // Where on the page the part of key() that `part` views is printed. `part` must lie in key().
  text::Span ToPage(std::string_view part) const;

 private:
  uint32_t base_;
  text::FoldedText folded_;
  std::string utf8_;
  std::vector<uint32_t> byte_of_;  // Where in utf8_ each code point begins.
};

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_KEYED_TEXT_H_
