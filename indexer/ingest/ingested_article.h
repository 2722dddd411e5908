// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The type that ingest hands on: one story with its place in the input file.

#ifndef YINZHENG_INDEXER_INGEST_INGESTED_ARTICLE_H_
#define YINZHENG_INDEXER_INGEST_INGESTED_ARTICLE_H_

#include "indexer/text/source_map.h"
#include "yinzheng/v1/article.pb.h"

namespace yinzheng::ingest {

// `article` is complete: name, body, masks, source and digest are set, what the input does not say
// is empty. `source_map` maps every code point of `article.body()` to bytes of the decompressed
// input file and is never shorter or longer than the body.
struct IngestedArticle {
  v1::Article article;
  text::SourceMap source_map;
};

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_INGESTED_ARTICLE_H_
