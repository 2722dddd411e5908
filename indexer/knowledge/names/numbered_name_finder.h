// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_NUMBERED_NAME_FINDER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_NUMBERED_NAME_FINDER_H_

#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Finds craft and vessels that are numbered: 东湖七号, 南湖十二号. Lines, buildings, wells and
// documents that are numbered as well (一号线, 三号楼) are not among them. Adds to `out`. Linear.
void FindNumberedNames(const NameText& text, NameCandidates& out);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_NUMBERED_NAME_FINDER_H_
