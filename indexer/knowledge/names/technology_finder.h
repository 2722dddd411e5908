// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_TECHNOLOGY_FINDER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_TECHNOLOGY_FINDER_H_

#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Finds technologies of the dictionary (technologies.tsv) in a text that is about them: one that
// speaks of the technology again and again. Where it is mentioned in passing it is a word like any
// other. Cost: a lookup a word.
void FindTechnologies(const NameText& text, NameCandidates& out);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_TECHNOLOGY_FINDER_H_
