// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_CANDIDATE_FINDERS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_CANDIDATE_FINDERS_H_

#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Everything that the rules take for a possible name, from all finders of this folder, lists
// considered (list_promotion.h). Both recognition and the training of the model of names begin
// here: they must see the same. Cost: linear in the text.
NameCandidates FindCandidates(const NameText& text);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_CANDIDATE_FINDERS_H_
