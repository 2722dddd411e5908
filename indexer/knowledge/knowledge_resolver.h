// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_KNOWLEDGE_RESOLVER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_KNOWLEDGE_RESOLVER_H_

#include <map>
#include <string>
#include <vector>

#include "indexer/knowledge/article_knowledge.h"
#include "indexer/knowledge/imported/imported_facts.h"
#include "indexer/knowledge/pack/knowledge_pack.h"

namespace yinzheng::knowledge {

// Puts the knowledge of many articles together: the same entity of two articles becomes one, local
// references become resource names, the same fact of two articles becomes one fact with two
// citations, facts get their names. Deterministic: the order of Add() does not matter.
//
// Not thread-safe. Memory grows with everything added.
class KnowledgeResolver {
 public:
  // Takes over what was found in one article.
  void Add(ArticleKnowledge knowledge);

  // Resolves everything added. Call once; the resolver is empty afterwards. `reprint_groups`: the
  // group of each article that is printed more than once; articles of one group are one source.
  // `pack` and `imported`: the knowledge packs and facts files that the articles were held against;
  // null for none.
  Knowledge Finish(const std::map<std::string, std::string>& reprint_groups = {},
                   const KnowledgePack* pack = nullptr, const ImportedFacts* imported = nullptr);

 private:
  std::vector<ArticleKnowledge> articles_;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_KNOWLEDGE_RESOLVER_H_
