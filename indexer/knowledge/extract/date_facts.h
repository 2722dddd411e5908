// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_DATE_FACTS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_DATE_FACTS_H_

#include "indexer/knowledge/extract/fact_draft.h"
#include "indexer/knowledge/extract/scene.h"

namespace yinzheng::knowledge {

// States when things happened: each date with the event of its clause. Dates that only say of when
// a figure is (截至…, 目前, 去年 before figures) are left to SetTime.
void FindDateFacts(const Scene& scene, FactSink& sink);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_DATE_FACTS_H_
