// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What one article gives by itself, packed so that it can be used again while the article stays as
// it is, even where it has moved in its file. Facts that are packed were verified; whoever unpacks
// them for the same key gets what the extractor would give.

#ifndef YINZHENG_INDEXER_PIPELINE_CACHED_KNOWLEDGE_H_
#define YINZHENG_INDEXER_PIPELINE_CACHED_KNOWLEDGE_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "indexer/knowledge/article_knowledge.h"
#include "indexer/text/text_sketch.h"
#include "yinzheng/store/v1/records.pb.h"
#include "yinzheng/v1/article.pb.h"

namespace yinzheng::indexer {

// What the analysis of an article gives.
struct ArticleAnalysis {
  knowledge::ArticleKnowledge knowledge;
  text::TextSketch sketch;
};

// Digest of all that the analysis sees: the article and how its characters stand in the source, but
// not where the article begins there, nor what else the file holds. The record, without mentions,
// is changed on the way and is as before in the end.
std::string AnalysisKey(store::v1::ArticleRecord& record);

// Nothing if it cannot be packed: where facts of other extractors or edits of knowledge packs were
// held against the article, which depends on more than the article.
std::optional<std::string> PackAnalysis(const ArticleAnalysis& analysis,
                                        const v1::Article& article);

// For the article as it stands now. kDataLoss if `packed` is not what PackAnalysis gave.
absl::StatusOr<ArticleAnalysis> UnpackAnalysis(const std::string& packed,
                                               const v1::Article& article);

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_PIPELINE_CACHED_KNOWLEDGE_H_
