// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_IMPORT_SETTLEMENT_H_
#define YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_IMPORT_SETTLEMENT_H_

#include <vector>

#include "indexer/knowledge/article_knowledge.h"
#include "indexer/knowledge/fact_resolver.h"
#include "indexer/knowledge/imported/imported_facts.h"

namespace yinzheng::knowledge {

// Where an article keeps what it says to one set of claims.
using ImportedResults = std::vector<ImportedResult> ArticleKnowledge::*;

// Decides, once all articles are read and their entities have names, what becomes of every citation
// of `claims`: which article it means, and which entity a claimed resource name. Adds what stands
// to the facts of its article, still with local entities, for the resolver to merge, and takes
// `articles[i].*results` away. The outcomes are in order of lines and citations, one each; lines
// that were malformed have none. Refused as ARTICLE: a name that no article has, or several; as
// SUBJECT, VALUE and ATTRIBUTION: a resource name that is not that of an entity the words may mean.
// Deterministic.
std::vector<ImportedOutcome> SettleClaims(const ImportedFacts& claims, ImportedResults results,
                                          const EntityNames& names,
                                          std::vector<ArticleKnowledge>& articles);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_IMPORT_SETTLEMENT_H_
