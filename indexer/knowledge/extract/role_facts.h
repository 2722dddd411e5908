// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_ROLE_FACTS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_ROLE_FACTS_H_

#include "indexer/knowledge/extract/fact_draft.h"
#include "indexer/knowledge/extract/scene.h"

namespace yinzheng::knowledge {

// States the offices of persons: 任职机构 (a relation) and 职务 (the title as printed).
void FindRoleFacts(const Scene& scene, FactSink& sink);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_ROLE_FACTS_H_
