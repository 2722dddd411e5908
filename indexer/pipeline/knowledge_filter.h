// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The last check before knowledge is written: whatever produced it, nothing goes into an index
// whose citation does not stand in the article.

#ifndef YINZHENG_INDEXER_PIPELINE_KNOWLEDGE_FILTER_H_
#define YINZHENG_INDEXER_PIPELINE_KNOWLEDGE_FILTER_H_

#include <string>
#include <vector>

#include "indexer/knowledge/article_knowledge.h"
#include "yinzheng/store/v1/records.pb.h"

namespace yinzheng::indexer {

// Removes citations, facts, aliases, descriptions and mentions whose words are not the article's; a
// fact or alias without a citation left goes as a whole. Returns a line for each, those that the
// extractor rejected itself included.
std::vector<std::string> KeepVerified(const std::vector<store::v1::ArticleRecord>& records,
                                      knowledge::Knowledge& knowledge);

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_PIPELINE_KNOWLEDGE_FILTER_H_
