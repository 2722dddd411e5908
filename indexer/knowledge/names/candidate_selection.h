// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_CANDIDATE_SELECTION_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_CANDIDATE_SELECTION_H_

#include <cstdint>

#include "indexer/knowledge/names/name_candidate.h"

namespace yinzheng::knowledge {

// Chooses the names of a text: of all sets of candidates that do not overlap, the one with the
// greatest sum of scores weighted by length, so that a longer name wins over its parts unless it is
// much less sure. Candidates under `lowest_score` are left out. In order of place. Cost: n log n in
// the candidates.
NameCandidates SelectCandidates(NameCandidates candidates, int lowest_score = kAcceptScore);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_CANDIDATE_SELECTION_H_
