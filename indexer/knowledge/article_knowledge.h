// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_ARTICLE_KNOWLEDGE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_ARTICLE_KNOWLEDGE_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/knowledge/document_entities.h"
#include "indexer/knowledge/imported/imported_result.h"
#include "indexer/text/span.h"
#include "yinzheng/v1/entity.pb.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::knowledge {

// A statement that was found but not kept, because its citation does not stand in the article.
struct RejectedFact {
  std::string article;  // articles/{article}
  std::string rule;     // who stated it
  std::string reason;   // what does not match, with the values
};

// What an entity of an article is, with the words that say so.
struct LocalDescription {
  int32_t entity = -1;  // index into DocumentEntities::entities
  std::string text;
  v1::Citation citation;
};

// Everything found in one article: facts are verified against the body and the source bytes, their
// entity references still local ("#3"). The type between the extractor and the resolver.
struct ArticleKnowledge {
  std::string article;  // articles/{article}
  std::string outlet;   // for counting independent sources
  DocumentEntities entities;
  std::vector<v1::EntityAlias> alias_citations;  // parallel to all names of all entities, in order
  std::vector<v1::Mention> mentions;             // body spans and sources; entity still local
  std::vector<LocalDescription> descriptions;    // at most one an entity
  std::vector<v1::Fact> facts;
  std::vector<ImportedResult> imported;  // what the article says to claims of facts files
  std::vector<ImportedResult> curated;   // and to facts of knowledge packs
  std::vector<EditOutcome> edits;        // and what became of their edits
  std::vector<RejectedFact> rejected;
};

// Everything found in all articles, resolved: entities are one across articles, facts merged, names
// final. The type between the resolver and the store.
struct Knowledge {
  std::vector<v1::Entity> entities;                          // ordered by name
  std::vector<v1::Fact> facts;                               // ordered by name
  std::map<std::string, std::vector<v1::Mention>> mentions;  // by article name; ordered by place
  std::vector<RejectedFact> rejected;
  std::vector<ImportedOutcome> imported;  // of every claim of the facts files, in their order
  std::vector<ImportedOutcome> curated;   // of every fact of the knowledge packs, in their order
  std::vector<EditOutcome> edits;         // of their edits, by article
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_ARTICLE_KNOWLEDGE_H_
