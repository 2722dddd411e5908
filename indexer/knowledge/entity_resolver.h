// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_ENTITY_RESOLVER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_ENTITY_RESOLVER_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/knowledge/article_knowledge.h"
#include "yinzheng/v1/entity.pb.h"
#include "yinzheng/v1/entity_ref.pb.h"

namespace yinzheng::knowledge {

// The entities of many articles, each once.
struct ResolvedEntities {
  std::vector<v1::Entity> entities;                          // ordered by name
  std::map<std::string, std::vector<v1::Mention>> mentions;  // by article name; ordered by place
  // refs[article][local entity]: what a local reference becomes.
  std::vector<std::vector<v1::EntityRef>> refs;
};

// Makes the same entity of several articles one. Two local entities are the same if they have the
// same folded identity (Traditional and Simplified, full and half width alike) and types that can
// be one; or if one article introduces as a short name of its entity, for all readers, what another
// article uses as a name, and no other entity claims it. Deterministic whatever the order of the
// articles. Does not look at facts. Cost: one fold a name.
ResolvedEntities ResolveEntities(const std::vector<ArticleKnowledge>& articles);

// The resource name of an entity: a hash of its folded canonical name and its type.
std::string EntityName(const std::string& canonical_name, v1::EntityType type);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_ENTITY_RESOLVER_H_
