// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_SCENE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_SCENE_H_

#include <optional>
#include <vector>

#include "indexer/knowledge/extract/annotated_text.h"
#include "indexer/knowledge/extract/clause.h"
#include "indexer/knowledge/extract/fact_rules.h"
#include "indexer/knowledge/extract/roles.h"
#include "indexer/knowledge/extract/speech.h"

namespace yinzheng::knowledge {

// Everything the recognisers of facts read of one article: words, clauses with their subjects,
// offices, speech. Borrows context, entities and rules. Read-only once made.
struct Scene {
  const FactRules* rules = nullptr;
  AnnotatedText text;
  std::vector<Role> roles;
  std::vector<SpeechFrame> frames;
  std::vector<Clause> clauses;  // in order

  WordReader reader() const { return {text, *rules}; }
  const ArticleContext& context() const { return *text.context; }
  // The clause that holds `position`, or the last one before it; null if there is none.
  const Clause* ClauseAt(uint32_t position) const;
};

// Makes the scene of an article: lays names over words, finds offices and speech, cuts clauses and
// finds what each speaks of. Linear.
Scene MakeScene(const ArticleContext& context, const DocumentEntities& entities,
                const FactRules& rules);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_SCENE_H_
