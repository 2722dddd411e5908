// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// HTML as a row of tags and stretches of text, each with its place. It looks at the characters at
// hand alone and builds no tree (html_tree.h does), so that any part of a file cut between two
// characters of its text reads as it does inside the file: citations are cut that way.

#ifndef YINZHENG_INDEXER_INGEST_MARKUP_HTML_SCANNER_H_
#define YINZHENG_INDEXER_INGEST_MARKUP_HTML_SCANNER_H_

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "indexer/text/span.h"

namespace yinzheng::ingest {

enum class HtmlTokenKind {
  kText,      // Characters and character references.
  kStartTag,  // <name …>
  kEndTag,    // </name …>
  kSkipped,   // Comments, declarations, and what scripts, styles and the like hold.
};

// Whether what scripts, styles and the like hold is skipped, or scanned like the rest: parsers that
// run no scripts read <noscript>, and inside of <svg> such names mean nothing.
enum class HtmlRaw { kSkipped, kScanned };

struct HtmlToken {
  HtmlTokenKind kind = HtmlTokenKind::kText;
  text::Span span;
  std::string name;         // Of tags, in lower case.
  uint32_t attributes = 0;  // Of start tags: how many.
  bool self_closing = false;
};

// Reads one text, which must outlive it. Linear, no recursion; any input is HTML.
class HtmlScanner {
 public:
  explicit HtmlScanner(std::u32string_view html, HtmlRaw raw = HtmlRaw::kSkipped)
      : html_(html), raw_(raw) {}

  // The next token; false at the end. Tokens cover the text without gaps.
  bool Next(HtmlToken& token);

 private:
  bool IsAt(uint32_t position, std::u32string_view word) const;
  bool IsLetterAt(uint32_t position) const;
  uint32_t Find(std::u32string_view word, uint32_t from) const;
  uint32_t SkipSpace(uint32_t at) const;
  uint32_t ScanAttribute(uint32_t at) const;
  uint32_t ScanMarkup(HtmlToken& token);
  uint32_t ScanTag(uint32_t name_begin, HtmlToken& token);
  uint32_t ScanText() const;
  uint32_t EndOfRawText() const;
  bool IsNeverClosed();

  std::u32string_view html_;
  HtmlRaw raw_;
  uint32_t at_ = 0;
  std::string raw_element_;  // Its text follows and holds no markup.
  std::set<std::string> never_closed_;
};

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_MARKUP_HTML_SCANNER_H_
