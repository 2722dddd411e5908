// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_MENDING_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_MENDING_H_

#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Takes back, cuts or types anew the candidates other than persons that contradict the words they
// are made of: verbs glued on at the left (流经|河北), things counted (百场…发布会), clauses
// (愿同…), verbs that end like names (站在). It finds no names. What the dictionaries know and what
// stands in title marks stays as it is. Cost: linear in the candidates.
void MendNames(const NameText& text, NameCandidates& candidates);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_MENDING_H_
