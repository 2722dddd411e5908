// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_FACT_EXTRACTION_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_FACT_EXTRACTION_H_

#include "indexer/knowledge/article_context.h"
#include "indexer/knowledge/article_knowledge.h"
#include "indexer/knowledge/extract/fact_rules.h"
#include "indexer/knowledge/imported/imported_facts.h"
#include "indexer/knowledge/pack/knowledge_pack.h"

namespace yinzheng::knowledge {

// Finds the facts of one article whose entities are known (`knowledge.entities`), and adds them,
// verified, to `knowledge.facts`; what cannot be cited goes to `knowledge.rejected`. Everything
// else of `knowledge` is left alone. Safe to call on many threads with the same rules.
// `pack` gives relations to look for, facts to hold against the article and edits; null for none.
// `imported` gives claims to hold against the
// article; what it says to them goes to `knowledge.imported`. Null for none.
void ExtractFacts(const ArticleContext& context, const FactRules& rules, const KnowledgePack* pack,
                  ArticleKnowledge& knowledge, const ImportedFacts* imported = nullptr);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_FACT_EXTRACTION_H_
