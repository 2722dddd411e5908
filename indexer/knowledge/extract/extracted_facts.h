// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_EXTRACTED_FACTS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_EXTRACTED_FACTS_H_

#include <string>
#include <vector>

#include "indexer/knowledge/extract/fact_rules.h"
#include "indexer/text/segmenter.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::knowledge {

// The segmenter and the rules of the project, read once.
const text::Segmenter& TheSegmenter();
const FactRules& TheRules();

// For tests of rules: the facts that the rules of the project find in a text whose names are marked
// (marked_article.h). Fails the test where a fact was rejected or its citation does not verify.
std::vector<v1::Fact> FactsOf(const std::string& marked, const std::string& published = "2024-05");

// One line a fact: subject|property|value.
std::vector<std::string> Lines(const std::vector<v1::Fact>& facts);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_EXTRACTED_FACTS_H_
