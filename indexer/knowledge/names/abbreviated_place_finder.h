// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_ABBREVIATED_PLACE_FINDER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_ABBREVIATED_PLACE_FINDER_H_

#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Finds one-character names of countries, provinces and cities: 访|华, 在|京, 中|美, 俄|总统. Adds
// to `out`. Linear.
void FindAbbreviatedPlaces(const NameText& text, NameCandidates& out);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_ABBREVIATED_PLACE_FINDER_H_
