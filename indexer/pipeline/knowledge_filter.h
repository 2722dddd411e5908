// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The last check before knowledge is written: whatever produced it, nothing goes into an index
// whose citation does not stand in the article, and in the very bytes of the input file.

#ifndef YINZHENG_INDEXER_PIPELINE_KNOWLEDGE_FILTER_H_
#define YINZHENG_INDEXER_PIPELINE_KNOWLEDGE_FILTER_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/knowledge/article_knowledge.h"
#include "indexer/pipeline/citation_checker.h"
#include "yinzheng/store/v1/records.pb.h"

namespace yinzheng::indexer {

// Removes citations, facts, aliases, descriptions and mentions whose words are not the article's,
// or not what the bytes of the input say; a fact or alias without a citation left goes as a whole.
// Returns a line for each, those that the extractor rejected itself included. Reads every input
// file once more where `records` stand in the order of the input. kAborted if a file is gone or has
// changed since the records were made of it: then nothing can be verified.
absl::StatusOr<std::vector<std::string>> KeepVerified(
    const std::vector<store::v1::ArticleRecord>& records, InputCache& inputs,
    knowledge::Knowledge& knowledge);

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_PIPELINE_KNOWLEDGE_FILTER_H_
