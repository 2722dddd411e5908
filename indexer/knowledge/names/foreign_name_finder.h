// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_FOREIGN_NAME_FINDER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_FOREIGN_NAME_FINDER_H_

#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Finds foreign names of people and places by the characters that spell them (科菲·安南, 塔科马).
// Which of the two it is, is told by what stands beside. Names that the dictionaries hold are not
// its business. Adds to `out`. Linear.
void FindForeignNames(const NameText& text, NameCandidates& out);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_FOREIGN_NAME_FINDER_H_
