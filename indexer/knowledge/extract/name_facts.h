// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_NAME_FACTS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_NAME_FACTS_H_

#include "indexer/knowledge/extract/fact_draft.h"
#include "indexer/knowledge/extract/scene.h"

namespace yinzheng::knowledge {

// States what names themselves say: short names, translations and former names that the text
// introduces, and that what is named 甲院乙中心 belongs to 甲院, be
// that known as an entity or only the beginning of the name.
void FindNameFacts(const Scene& scene, FactSink& sink);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_NAME_FACTS_H_
