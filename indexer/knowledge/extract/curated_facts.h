// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_CURATED_FACTS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_CURATED_FACTS_H_

#include "indexer/knowledge/extract/fact_draft.h"
#include "indexer/knowledge/extract/scene.h"
#include "indexer/knowledge/pack/knowledge_pack.h"

namespace yinzheng::knowledge {

// Finds the relations of a knowledge pack that the article states, and hands them on with origin
// CURATED and the pack's line as rule. An article states a relation where a clause names the one
// entity and holds a cue, and the same sentence names or plainly speaks of the other; or where the
// relation's quote stands as printed, hard line breaks left out, and names the one entity while the
// article names the other. A quote is looked for as it is and nowhere near it. What no article
// states is not stored. Cost: a few lookups a name, and for each relation whose subject is
// mentioned the mentions of the other entity.
void FindCuratedFacts(const Scene& scene, const KnowledgePack& pack, FactSink& sink);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_CURATED_FACTS_H_
