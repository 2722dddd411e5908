// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_CONDITION_FACTS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_CONDITION_FACTS_H_

#include "indexer/knowledge/extract/fact_draft.h"
#include "indexer/knowledge/extract/scene.h"

namespace yinzheng::knowledge {

// States what a clause says of its subject where no cue of fact_attributes.tsv does: how things
// stand with what belongs to it (某市贸易结构持续优化: the noun is the property), or what it did
// (某区积极延伸产业链). The value is the predicate as printed. Says nothing of clauses with
// figures, dates or further names, which other recognisers read, nor of persons. True if a fact was
// stated.
bool StateCondition(const Scene& scene, const Clause& clause, FactSink& sink);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_CONDITION_FACTS_H_
