// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_CATEGORY_FACTS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_CATEGORY_FACTS_H_

#include "indexer/knowledge/extract/fact_draft.h"
#include "indexer/knowledge/extract/scene.h"

namespace yinzheng::knowledge {

// States what the words around a name say about it without a verb: its kind behind a list
// (甲、乙等一批研发机构) or before it (抗体药物甲), that it is the first or largest (我国第一台甲),
// at which stage it is (正在建设中的甲), and that the subject leads (性能全球领先).
void FindCategoryFacts(const Scene& scene, FactSink& sink);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_CATEGORY_FACTS_H_
