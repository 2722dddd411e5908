// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_INGEST_MARKUP_STORY_REGION_H_
#define YINZHENG_INDEXER_INGEST_MARKUP_STORY_REGION_H_

#include <cstddef>

namespace yinzheng::ingest {

// Lines [first, last) of the page that hold one story or, if `whole` is false, perhaps several.
struct StoryRegion {
  size_t first = 0;
  size_t last = 0;
  bool whole = false;  // The page itself says that it is one story.
};

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_MARKUP_STORY_REGION_H_
