// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The text that HTML prints: references decoded, white space drawn together, a line break where a
// block begins or ends. Scripts, styles, navigation, side notes and form controls print nothing.
//
// What a character gives depends on its neighbours alone. Hence the text of any part of a page, cut
// at the borders of MarkedText::source, is that part of the page's text: law 1 rests on this.

#ifndef YINZHENG_INDEXER_INGEST_MARKUP_HTML_TEXT_H_
#define YINZHENG_INDEXER_INGEST_MARKUP_HTML_TEXT_H_

#include <string_view>

#include "indexer/ingest/markup/marked_text.h"

namespace yinzheng::ingest {

enum class HtmlSpace {
  kCollapsed,  // As browsers show it. A line end between two Chinese characters is no space.
  kLines,      // Line ends are breaks, as in <pre>.
};

// Linear in time; no recursion; never fails.
MarkedText ReadHtmlText(std::u32string_view html, HtmlSpace space);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_MARKUP_HTML_TEXT_H_
