// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_ARTICLE_CONTEXT_H_
#define YINZHENG_INDEXER_KNOWLEDGE_ARTICLE_CONTEXT_H_

#include <optional>
#include <string>
#include <vector>

#include "indexer/text/date.h"
#include "indexer/text/reading.h"
#include "indexer/text/segmenter.h"
#include "indexer/text/source_map.h"
#include "yinzheng/v1/article.pb.h"

namespace yinzheng::knowledge {

// One article made ready for reading by rules: everything that more than one recogniser needs and
// that is dear to make, made once. It is not a result: it holds no entity and no fact.
//
// All positions that recognisers pass to each other are code points of `reading.text()`, which is
// Simplified, without masks and without hard line breaks; `reading.ToBody()` leads back to the
// body. Borrowed pointers must outlive the context. Read-only once made; safe to share.
struct ArticleContext {
  const v1::Article* article = nullptr;         // borrowed
  const text::SourceMap* source_map = nullptr;  // borrowed
  std::u32string body;                          // article->body(), decoded
  text::Reading reading;
  std::vector<text::Token> tokens;               // words of reading.text(), in order
  std::optional<text::ReferenceDate> published;  // what 去年 and 目前 are read against
};

// Makes the context of an article: decodes, reads around the masks, segments. Linear in the body;
// segmentation is most of the cost.
ArticleContext MakeArticleContext(const v1::Article& article, const text::SourceMap& source_map,
                                  const text::Segmenter& segmenter);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_ARTICLE_CONTEXT_H_
