// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/fact_extraction.h"

#include "indexer/knowledge/extract/attribute_facts.h"
#include "indexer/knowledge/extract/category_facts.h"
#include "indexer/knowledge/extract/curated_facts.h"
#include "indexer/knowledge/extract/date_facts.h"
#include "indexer/knowledge/extract/fact_writer.h"
#include "indexer/knowledge/extract/name_facts.h"
#include "indexer/knowledge/extract/neighbour_facts.h"
#include "indexer/knowledge/extract/quantity_facts.h"
#include "indexer/knowledge/extract/rank_facts.h"
#include "indexer/knowledge/extract/relation_facts.h"
#include "indexer/knowledge/extract/role_facts.h"
#include "indexer/knowledge/extract/scene.h"
#include "indexer/knowledge/extract/speech_facts.h"
#include "indexer/knowledge/imported/fact_edits.h"
#include "indexer/knowledge/imported/statement_check.h"

namespace yinzheng::knowledge {

void ExtractFacts(const ArticleContext& context, const FactRules& rules, const KnowledgePack* pack,
                  ArticleKnowledge& knowledge, const ImportedFacts* imported) {
  const Scene scene = MakeScene(context, knowledge.entities, rules);
  FactWriter writer(scene, knowledge);
  // First, since a statement that is found twice at one place keeps what found it first.
  if (pack != nullptr) FindCuratedFacts(scene, *pack, writer);
  FindQuotationFacts(scene, writer);
  FindRoleFacts(scene, writer);
  FindNameFacts(scene, writer);
  FindQuantityFacts(scene, writer);
  FindDateFacts(scene, writer);
  FindRankFacts(scene, writer);
  FindRelationFacts(scene, writer);
  FindNeighbourFacts(scene, writer);
  FindCategoryFacts(scene, writer);
  FindAttributeFacts(scene, writer);
  // Now, since it speaks only where nothing else was found.
  FindReportedSpeech(
      scene, [&writer](text::Span span) { return writer.HasValueIn(span); }, writer);
  // Last, since claims are compared with what was found.
  if (pack != nullptr) {
    ApplyFactEdits(scene, *pack, knowledge);
    knowledge.curated = CheckClaims(scene, pack->facts(), knowledge.facts);
  }
  if (imported != nullptr) knowledge.imported = CheckClaims(scene, *imported, knowledge.facts);
}

}  // namespace yinzheng::knowledge
