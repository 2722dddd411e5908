// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_RELATION_FACTS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_RELATION_FACTS_H_

#include "indexer/knowledge/extract/fact_draft.h"
#include "indexer/knowledge/extract/scene.h"

namespace yinzheng::knowledge {

// States relations between names: by a verb between them (data/fact_relations.tsv), by a relative
// clause (甲研发的乙), by standing side by side (公司“产品”). Offices and names in names are
// role_facts.h.
void FindRelationFacts(const Scene& scene, FactSink& sink);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_RELATION_FACTS_H_
