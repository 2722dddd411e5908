// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_FACT_RESOLVER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_FACT_RESOLVER_H_

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "indexer/knowledge/article_knowledge.h"
#include "yinzheng/v1/entity_ref.pb.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::knowledge {

// The final name and display name of an entity of the article at `article` (index into the articles
// given to ResolveFacts). An empty `entity` field: the entity was dropped; facts keep its display
// name.
using EntityNames = std::function<v1::EntityRef(size_t article, int32_t entity)>;

// Articles that are printed more than once, each with the article that stands for all its prints.
using ReprintGroupOf = std::map<std::string, std::string>;

// Puts the facts of all articles together. Local references become names; facts that state the same
// are merged into one with all citations: the same subject, property_id (else folded property),
// value, unit, measure, modifier, modality, polarity, as-of time and qualifiers, where a field that
// is missing on one side never agrees. Each fact gets its name, a hash of that key, and the number
// of its independent sources: reprints (of one group, of one outlet, or nearly the same words)
// count once.
//
// Deterministic whatever the order of the articles; ordered by name. Facts about things that are no
// entities merge only inside their article.
std::vector<v1::Fact> ResolveFacts(std::vector<ArticleKnowledge> articles, const EntityNames& names,
                                   const ReprintGroupOf& reprint_groups = {});

// The resource name `facts/{fact}` of a fact whose references are final.
std::string FactName(const v1::Fact& fact);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_FACT_RESOLVER_H_
