// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Which lines of a page belong to which story. A file may hold one article with links behind it, or
// a newspaper page with several, each under its own headline or byline. Works on the roles of
// lines; it reads no words.
//
// A story begins where a byline, or a dateline under a headline, opens text; it takes the headlines
// above it. It ends before the next story, before lists of links and notices, and before trailing
// furniture.

#ifndef YINZHENG_INDEXER_INGEST_STORY_SPLITTER_H_
#define YINZHENG_INDEXER_INGEST_STORY_SPLITTER_H_

#include <cstddef>
#include <vector>

#include "indexer/ingest/credits.h"
#include "indexer/ingest/page.h"

namespace yinzheng::ingest {

// Lines [first, last) of a page. Lines [first, text) are its head: headlines, bylines, captions;
// `text` is its first line of prose, or `last` if it has none.
struct StoryLines {
  size_t first = 0;
  size_t text = 0;
  size_t last = 0;
};

// The stories of the page in order, not overlapping; at least one unless the page is blank. Sets
// the role of headings that turn out to be labels, and of tail marks above the text, on the way.
std::vector<StoryLines> SplitStories(const CreditReader& credits, Page& page);

// All lines as one story: for records that are never split.
StoryLines WholePage(const Page& page);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_STORY_SPLITTER_H_
