// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_TAGGER_LEARNED_NAMES_H_
#define YINZHENG_INDEXER_KNOWLEDGE_TAGGER_LEARNED_NAMES_H_

#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"
#include "indexer/knowledge/tagger/tagger_model.h"

namespace yinzheng::knowledge {

// Brings what the model learned from annotated texts to bear on what the rules found: adds a
// candidate (rule "learned") for each name that the model finds probable, and raises or lowers the
// persons that the rules propose by how probable they are to the model. Kinds of names that no
// annotated set holds (projects, policies, …) are left as they are. Safe for concurrent use. Cost:
// a microsecond or two a character.
void ApplyLearned(const NameText& text, const TaggerModel& model, NameCandidates& candidates);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_TAGGER_LEARNED_NAMES_H_
