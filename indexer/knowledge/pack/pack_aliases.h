// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_PACK_PACK_ALIASES_H_
#define YINZHENG_INDEXER_KNOWLEDGE_PACK_PACK_ALIASES_H_

#include <vector>

#include "indexer/knowledge/pack/knowledge_pack.h"
#include "yinzheng/v1/entity.pb.h"

namespace yinzheng::knowledge {

// Gives resolved entities those names of the packs that no article prints, so that they are found
// by them: 北京市卫生健康委员会 where all articles write 市卫健委. Such an alias has no citation.
// Names that count under a condition, and those that several entities share, are left out. Adds no
// entity and changes no name that is shown. Linear in names and entities.
void AddPackAliases(const KnowledgePack& pack, std::vector<v1::Entity>& entities);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_PACK_PACK_ALIASES_H_
