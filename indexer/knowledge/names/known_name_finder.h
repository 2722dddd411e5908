// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_KNOWN_NAME_FINDER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_KNOWN_NAME_FINDER_H_

#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Finds names that the dictionaries hold: the longest at each place, between word boundaries.
// Ambiguous ones (小米, 平安) get less than kAcceptScore. Adds to `out`. Cost: a few hash lookups a
// word.
void FindKnownNames(const NameText& text, NameCandidates& out);

// Finds words that the segmenter takes for names of places, organisations, or people, and our lists
// do not contradict: a weak witness, so two-character places need a place word beside them.
void FindTaggedNames(const NameText& text, NameCandidates& out);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_KNOWN_NAME_FINDER_H_
