// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_PERSON_FINDER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_PERSON_FINDER_H_

#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Finds Chinese personal names: a surname and one or two characters that given names are made of,
// weighed with what stands beside them (titles, words of speech) and how the segmenter cut them.
// Names that only the characters speak for get less than kAcceptScore. Adds to `out`. Cost: a hash
// lookup a character, more at surnames.
void FindPersons(const NameText& text, NameCandidates& out);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_PERSON_FINDER_H_
