// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_TEXT_ANALYSIS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_TEXT_ANALYSIS_H_

#include <string>

#include "absl/status/statusor.h"
#include "indexer/knowledge/entity_recognizer.h"
#include "indexer/text/segmenter.h"
#include "yinzheng/v1/check_service.pb.h"

namespace yinzheng::knowledge {

// The names, numbers, quantities and dates of a text that is no article; see
// ArticleExtractor::Analyze.
absl::StatusOr<v1::AnalyzeTextResponse> AnalyzeText(const EntityRecognizer& recognizer,
                                                    const text::Segmenter& segmenter,
                                                    const std::string& text,
                                                    const std::string& published);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_TEXT_ANALYSIS_H_
