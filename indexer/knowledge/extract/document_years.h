// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_DOCUMENT_YEARS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_DOCUMENT_YEARS_H_

#include "indexer/knowledge/extract/fact_draft.h"
#include "indexer/knowledge/extract/scene.h"

namespace yinzheng::knowledge {

// States the years that a document bears in its name: 《行动计划（2021—2023年）》. Linear in names
// and dates.
void FindDocumentYears(const Scene& scene, FactSink& sink);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_DOCUMENT_YEARS_H_
