// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Joins what markup says of a line to what its words say.

#ifndef YINZHENG_INDEXER_INGEST_MARKUP_BLOCK_MARKS_H_
#define YINZHENG_INDEXER_INGEST_MARKUP_BLOCK_MARKS_H_

#include "indexer/ingest/markup/marked_text.h"
#include "indexer/ingest/page.h"

namespace yinzheng::ingest {

// Sets the roles of the lines inside `block`. Credits stay credits inside of furniture (they stand
// among buttons), headings that the words know as the end of a story stay that.
void MarkBlock(const MarkedBlock& block, Page& page);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_MARKUP_BLOCK_MARKS_H_
