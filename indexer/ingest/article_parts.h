// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The parts of an article that follow from where it stands and what its body is, the same for every
// format.

#ifndef YINZHENG_INDEXER_INGEST_ARTICLE_PARTS_H_
#define YINZHENG_INDEXER_INGEST_ARTICLE_PARTS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "indexer/ingest/ingested_article.h"
#include "indexer/ingest/mask_finder.h"
#include "indexer/ingest/page.h"
#include "indexer/ingest/story_splitter.h"

namespace yinzheng::ingest {

// The file that articles are made from.
struct SourceFile {
  std::string relative;  // Path below the input root.
  std::string sha256;    // Of the decompressed bytes.
};

// Resource name of the `ordinal`th story or record of a file.
std::string ArticleName(const std::string& path, int64_t ordinal);

// Name and external id of the stories of one file, in order.
void NameStories(const SourceFile& file, std::vector<IngestedArticle>& articles);

// Body, its length and digest; language if it is not set.
void SetBody(std::u32string_view body, v1::Article& article);

// Masks, moved from page to body.
void SetMasks(const std::vector<FoundMask>& masks, uint32_t body_begin, v1::Article& article);

// Place in the file, from the source map.
absl::Status SetSource(const SourceFile& file, int32_t record, IngestedArticle& ingested);

// From the first to the last printed character of the story; empty if it prints nothing.
text::Span StorySpan(const Page& page, const StoryLines& story);

// Stories of one page appear in one outlet: where only some of them name it, and all the same one,
// it is the outlet of all.
void ShareOutlet(std::vector<IngestedArticle>& articles);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_ARTICLE_PARTS_H_
