// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What a reader of a marked-up file sees, with the place of every character in the file. Not a
// tree: how the markup is nested is the parsers' business.

#ifndef YINZHENG_INDEXER_INGEST_MARKUP_MARKED_TEXT_H_
#define YINZHENG_INDEXER_INGEST_MARKUP_MARKED_TEXT_H_

#include <string>
#include <vector>

#include "indexer/text/span.h"

namespace yinzheng::ingest {

// Text without markup.
struct MarkedText {
  std::u32string text;

  // source[i] are the code points of the decoded file that say text[i]: itself, an entity, or, for
  // a line break between two blocks and for white space, all the markup and white space that stands
  // there. In order, not overlapping, none empty.
  std::vector<text::Span> source;

  void Append(char32_t c, text::Span from) {
    text.push_back(c);
    source.push_back(from);
  }
};

// What markup says of a part of the text; the words may say otherwise (page.h).
enum class BlockKind {
  kHeadline,   // The first level of headings.
  kHeading,    // Deeper levels.
  kCaption,    // Under a picture.
  kFurniture,  // Sharing, navigation, advertisements, page footers.
  kLinks,      // Lists of links to other articles.
  kComments,   // What readers wrote.
};

// A part of MarkedText::text with its kind.
struct MarkedBlock {
  text::Span span;
  BlockKind kind = BlockKind::kFurniture;
};

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_MARKUP_MARKED_TEXT_H_
