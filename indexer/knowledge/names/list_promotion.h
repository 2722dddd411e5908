// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_LIST_PROMOTION_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_LIST_PROMOTION_H_

#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Raises what is listed with sure names: in 甲、乙、丙 a member that may be a person, place or
// company is one if its neighbour surely is. A member that nothing speaks for is taken for a place
// between places if the dictionary does not know its words, and for a company between companies if
// its words may be a short name. `chosen` are the sure names, in order of place; raised and new
// candidates are added to `candidates`. Linear in the lists.
void PromoteListed(const NameText& text, const NameCandidates& chosen, NameCandidates& candidates);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_LIST_PROMOTION_H_
