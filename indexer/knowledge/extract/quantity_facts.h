// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_QUANTITY_FACTS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_QUANTITY_FACTS_H_

#include "indexer/knowledge/extract/fact_draft.h"
#include "indexer/knowledge/extract/scene.h"

namespace yinzheng::knowledge {

// States the figures of an article: each quantity with what it is a figure of (the name beside it,
// the subject of the clause, the thing it describes) and what it measures (the nouns around it).
// Vague quantities and those without a subject are left out.
void FindQuantityFacts(const Scene& scene, FactSink& sink);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_QUANTITY_FACTS_H_
