// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_HOUSES_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_HOUSES_H_

#include <cstdint>
#include <string_view>

#include "indexer/knowledge/document_entities.h"
#include "indexer/knowledge/entity_recognizer.h"
#include "indexer/knowledge/extract/fact_rules.h"
#include "indexer/knowledge/pack/knowledge_pack.h"
#include "indexer/text/reading.h"

namespace yinzheng::knowledge {

// Whether entities of this type have parts that are named after them.
bool HasParts(v1::EntityType type);

// Whether `name` may be split at `length`: 江城科学院|光学研究所. What stands before it is the name
// of a house by its ending, and what follows names a part of it: no legal form, and not the rest of
// a word that only seemed to end a name (大学生, 学院路).
bool IsHouseAt(const FactRules& rules, std::u32string_view name, uint32_t length);

// Adds institutions that the article names only at the beginning of longer names: 江城科学院 and
// 江城科学院光学研究所 where it speaks of 江城科学院光学研究所激光中心 alone. They are entities
// with a name and no mention, since mentions are longest; lookups find them and relations name
// them. Two names of one entity that end alike name its house twice: 光学所 of 光学所激光中心.
// `pack` may be null. Linear in the names.
void AddHouses(const text::Reading& reading, const FactRules& rules,
               const EntityRecognizer& recognizer, const KnowledgePack* pack,
               DocumentEntities& entities);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_HOUSES_H_
