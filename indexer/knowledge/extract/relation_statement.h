// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_RELATION_STATEMENT_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_RELATION_STATEMENT_H_

#include "indexer/knowledge/extract/fact_draft.h"
#include "indexer/knowledge/extract/scene.h"

namespace yinzheng::knowledge {

// The name at word `i` as something a fact can be about. `i` must be an entity.
Subject NameAt(const WordReader& reader, size_t i);

// Whether both name the same thing: the same entity, or the same words if neither is one.
bool SameThing(const Subject& a, const Subject& b);

// What a relation ties: its subject, its value, and the place of the name that the relation word
// adds.
struct RelationEnds {
  const Subject& subject;
  const Subject& value;
  text::Span place;
};

// Hands `sink` the relation `meaning` of the ends' subject to their value, cited with the clause of
// their place. Says nothing of a thing and itself.
void StateRelation(const Scene& scene, const RelationWord& meaning, const RelationEnds& ends,
                   FactSink& sink);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_RELATION_STATEMENT_H_
