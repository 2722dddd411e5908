// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_ATTRIBUTE_FACTS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_ATTRIBUTE_FACTS_H_

#include "indexer/knowledge/extract/fact_draft.h"
#include "indexer/knowledge/extract/scene.h"

namespace yinzheng::knowledge {

// States short texts about names: what they are (是, 作为), what they focus on, aim at, bring
// about, at which stage they are. Cues and how far their values reach are data
// (fact_attributes.tsv).
void FindAttributeFacts(const Scene& scene, FactSink& sink);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_ATTRIBUTE_FACTS_H_
