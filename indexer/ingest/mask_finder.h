// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Finds the furniture inside a story: captions, labels, table bars, links, and sentences of the
// story printed again for display. Masks hide these from index and extraction; they remove nothing.

#ifndef YINZHENG_INDEXER_INGEST_MASK_FINDER_H_
#define YINZHENG_INDEXER_INGEST_MASK_FINDER_H_

#include <vector>

#include "indexer/ingest/page.h"
#include "indexer/ingest/story_splitter.h"
#include "indexer/text/span.h"
#include "yinzheng/v1/article.pb.h"

namespace yinzheng::ingest {

// A part of the page to mask.
struct FoundMask {
  v1::MaskKind kind = v1::MASK_KIND_UNSPECIFIED;
  text::Span span;  // Code points of the page.
};

// The masks of a story, in order, not overlapping; neighbours of one kind are one mask.
std::vector<FoundMask> FindMasks(const Page& page, const StoryLines& story);

// True if `line` is a headline cut short (…) of which `whole` is the whole.
bool IsCutCopy(const PageLine& line, const PageLine& whole);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_MASK_FINDER_H_
