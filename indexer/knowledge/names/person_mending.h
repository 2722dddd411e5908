// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_PERSON_MENDING_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_PERSON_MENDING_H_

#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// The same for persons: parties to talks (巴方), pairs of countries (马中), idioms and their parts
// (龙腾虎|跃), verbs glued on behind (卢拉|时), villages of a family (李家庄). A place with a
// surname between two persons of a list is a person. A title before the name outweighs all of it.
// Cost: linear in the candidates.
void MendPersons(const NameText& text, NameCandidates& candidates);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_PERSON_MENDING_H_
