// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The record of an article as the store keeps it, made from what ingest and the layout give.

#ifndef YINZHENG_INDEXER_PIPELINE_ARTICLE_RECORD_H_
#define YINZHENG_INDEXER_PIPELINE_ARTICLE_RECORD_H_

#include <vector>

#include "absl/status/statusor.h"
#include "indexer/ingest/ingested_article.h"
#include "indexer/text/source_map.h"
#include "indexer/text/span.h"
#include "yinzheng/store/v1/records.pb.h"
#include "yinzheng/v1/entity.pb.h"

namespace yinzheng::indexer {

// Article, sentences, passages and byte runs; mentions are left out until entities have names.
store::v1::ArticleRecord MakeArticleRecord(const ingest::IngestedArticle& ingested);

// Puts the mentions of the article into its record, without the fields that follow from the
// article.
void SetMentions(const std::vector<v1::Mention>& mentions, store::v1::ArticleRecord& record);

// The source map that the record's byte runs were made from. kDataLoss if they do not cover the
// body in order.
absl::StatusOr<text::SourceMap> RestoreSourceMap(const store::v1::ArticleRecord& record);

// Where the part `span` of the article's body stands in its input file.
absl::StatusOr<v1::SourceSpan> SourceOf(const v1::Article& article, const text::SourceMap& map,
                                        const v1::TextSpan& span);

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_PIPELINE_ARTICLE_RECORD_H_
