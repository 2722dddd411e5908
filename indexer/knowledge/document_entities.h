// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_DOCUMENT_ENTITIES_H_
#define YINZHENG_INDEXER_KNOWLEDGE_DOCUMENT_ENTITIES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/text/span.h"
#include "yinzheng/v1/entity.pb.h"
#include "yinzheng/v1/entity_ref.pb.h"

namespace yinzheng::knowledge {

// The entities of one article, before anything is known about other articles. Spans are code points
// of the reading text (see article_context.h).

// One name that the article uses for an entity.
struct LocalName {
  std::string text;  // UTF-8, as in the reading text (Simplified)
  v1::AliasKind kind = v1::ALIAS_KIND_UNSPECIFIED;
  text::Span introduced;         // the words that introduced it, or its first mention
  bool document_scoped = false;  // 《条例》, 该中心: means this entity in this article only
  bool conditional = false;      // a knowledge pack: means this entity in some articles only
  bool from_pack = false;  // a knowledge pack alone says so: the article introduces it nowhere
};

// One entity of the article. `names[0]` is its canonical name.
struct LocalEntity {
  v1::EntityType type = v1::ENTITY_TYPE_UNSPECIFIED;
  std::vector<LocalName> names;
  std::string rule;  // id of the rule that recognised it first
  // The name under which other articles know it: the full name that the dictionaries give, else the
  // canonical name. Simplified.
  std::string identity;
  // A knowledge pack gives the identity: it is not outvoted, and two of them are never one.
  bool curated = false;
};

// One printed occurrence.
struct LocalMention {
  text::Span span;
  int32_t entity = -1;  // index into DocumentEntities::entities
};

// What a recogniser finds in one article.
struct DocumentEntities {
  std::vector<LocalEntity> entities;
  std::vector<LocalMention> mentions;  // ordered by place; flat and longest: none overlaps another
};

// A reference from a fact to an entity of the same article is written "#3" in EntityRef.entity
// until the resolver replaces it by a resource name. `index` is a position in `entities`.
std::string LocalEntityId(int32_t index);

// The position that a local reference names; -1 if `id` is none.
int32_t ParseLocalEntityId(const std::string& id);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_DOCUMENT_ENTITIES_H_
