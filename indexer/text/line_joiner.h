// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// From printed lines to paragraphs: which line breaks the author meant and which the page, a
// caption or a column put into the middle of a sentence. Decides by length and punctuation alone.
// Callers use Reading.

#ifndef YINZHENG_INDEXER_TEXT_LINE_JOINER_H_
#define YINZHENG_INDEXER_TEXT_LINE_JOINER_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "indexer/text/span.h"

namespace yinzheng::text::internal {

// One printed line without its line break and outer spaces; never empty.
struct PrintedLine {
  Span span;                      // Code points of the text that JoinLines is given.
  bool after_blank_line = false;  // A blank line, or only masked text, stands before it.
  bool indented = false;          // It began with an ideographic space or two other spaces.
};

// How many lines from each paragraph's first line on belong to it: sums to lines.size().
std::vector<uint32_t> JoinLines(std::u32string_view text, absl::Span<const PrintedLine> lines);

// True if a paragraph of these characters is a heading: short and without an end mark.
// `opens_article`: nothing but headings stands before it, so that it may be a headline of some
// length with commas.
bool IsHeading(std::u32string_view paragraph, bool opens_article);

}  // namespace yinzheng::text::internal

#endif  // YINZHENG_INDEXER_TEXT_LINE_JOINER_H_
