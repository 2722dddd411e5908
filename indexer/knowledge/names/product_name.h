// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_PRODUCT_NAME_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_PRODUCT_NAME_H_

#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_start.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Adds the product that ends in `suffix`, if the words before it say which and either a brand
// stands in front (数坤科技|心血管AI诊断软件) or the text says that it is made or shown
// (研制出…发动机, …芯片亮相). Ratings belong to the name: 5兆瓦级…燃气轮机.
void AddProductName(const NameText& text, const FoundSuffix& suffix, NameCandidates& out);

// Adds the technology that ends in `suffix`, if at least two words and six characters say which,
// all of them what it is about, and no noun follows: 摩擦电空气除尘技术, not 区块链前沿技术 or
// …技术|体系.
void AddTechnologyName(const NameText& text, const FoundSuffix& suffix, NameCandidates& out);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_PRODUCT_NAME_H_
