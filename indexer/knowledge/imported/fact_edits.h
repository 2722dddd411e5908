// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_FACT_EDITS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_FACT_EDITS_H_

#include "indexer/knowledge/article_knowledge.h"
#include "indexer/knowledge/extract/scene.h"
#include "indexer/knowledge/pack/knowledge_pack.h"

namespace yinzheng::knowledge {

// Does to the facts of one article what the edits of a knowledge pack say: leaves facts out, adds
// notes, changes property or subject. A new subject must be one that the words may be stated of, as
// for imported facts (stated_subject.h). What became of each edit that names the article goes to
// `knowledge.edits`: OK, kNotFound if it has no such fact, or refused. Values are never changed.
void ApplyFactEdits(const Scene& scene, const KnowledgePack& pack, ArticleKnowledge& knowledge);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_FACT_EDITS_H_
