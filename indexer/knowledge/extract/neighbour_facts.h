// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_NEIGHBOUR_FACTS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_NEIGHBOUR_FACTS_H_

#include "indexer/knowledge/extract/fact_draft.h"
#include "indexer/knowledge/extract/scene.h"

namespace yinzheng::knowledge {

// States relations that no verb tells but the place of names beside each other: 甲公司“乙软件”,
// 甲院的乙所, 甲集团旗下乙公司; and where events take place: 在甲市召开的乙大会. Linear in the
// words.
void FindNeighbourFacts(const Scene& scene, FactSink& sink);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_NEIGHBOUR_FACTS_H_
