// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The text of a Markdown file as CommonMark prints it, by md4c, with tables and strikethrough: one
// line for each block, table cell and printed line. HTML inside is read as html_text reads it;
// images print nothing. Unlike HTML, a character's meaning may depend on the whole file (a star
// opens emphasis if another closes it, a link may be defined at the end), so the text of a part is
// known only from the text of the whole.

#ifndef YINZHENG_INDEXER_INGEST_MARKUP_MARKDOWN_TEXT_H_
#define YINZHENG_INDEXER_INGEST_MARKUP_MARKDOWN_TEXT_H_

#include <string_view>
#include <vector>

#include "indexer/ingest/markup/marked_text.h"
#include "indexer/ingest/markup/page_fields.h"

namespace yinzheng::ingest {

struct MarkdownText {
  MarkedText text;
  std::vector<MarkedBlock> blocks;
  PageFields fields;  // Of the front matter, which is no text.
};

// Never fails: any input is Markdown.
MarkdownText ReadMarkdown(std::u32string_view markdown);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_MARKUP_MARKDOWN_TEXT_H_
