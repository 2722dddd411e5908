// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_ENTITY_DESCRIPTION_H_
#define YINZHENG_INDEXER_KNOWLEDGE_ENTITY_DESCRIPTION_H_

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/knowledge/article_context.h"
#include "indexer/knowledge/document_entities.h"
#include "indexer/text/span.h"

namespace yinzheng::knowledge {

// What an entity is, in the words of an article: 一家生物科技公司 of 甲公司是一家生物科技公司.
// Spans are code points of the reading text.
struct EntityDescription {
  int32_t entity = -1;  // index into DocumentEntities::entities
  std::string text;     // the words behind 是, as read
  text::Span words;     // where they stand
  text::Span clause;    // the clause to cite: name and words
};

// The first defining clause of each entity that has one, in order of entity. A clause defines if
// the name opens it and 是 follows. Linear in the mentions.
std::vector<EntityDescription> DescribeEntities(const ArticleContext& context,
                                                const DocumentEntities& entities);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_ENTITY_DESCRIPTION_H_
