// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/knowledge_resolver.h"

#include <algorithm>
#include <utility>

#include "indexer/knowledge/entity_resolver.h"
#include "indexer/knowledge/fact_resolver.h"
#include "indexer/knowledge/imported/import_settlement.h"
#include "indexer/knowledge/pack/pack_aliases.h"

namespace yinzheng::knowledge {

void KnowledgeResolver::Add(ArticleKnowledge knowledge) {
  articles_.push_back(std::move(knowledge));
}

Knowledge KnowledgeResolver::Finish(const std::map<std::string, std::string>& reprint_groups,
                                    const KnowledgePack* pack, const ImportedFacts* imported) {
  std::sort(
      articles_.begin(), articles_.end(),
      [](const ArticleKnowledge& a, const ArticleKnowledge& b) { return a.article < b.article; });
  ResolvedEntities resolved = ResolveEntities(articles_);
  Knowledge knowledge;
  const EntityNames names = [&](size_t article, int32_t entity) {
    const std::vector<v1::EntityRef>& refs = resolved.refs[article];
    const auto index = static_cast<size_t>(entity);
    return entity >= 0 && index < refs.size() ? refs[index] : v1::EntityRef();
  };
  if (pack != nullptr) {
    knowledge.curated = SettleClaims(pack->facts(), &ArticleKnowledge::curated, names, articles_);
  }
  if (imported != nullptr) {
    knowledge.imported = SettleClaims(*imported, &ArticleKnowledge::imported, names, articles_);
  }
  for (ArticleKnowledge& article : articles_) {
    std::move(article.rejected.begin(), article.rejected.end(),
              std::back_inserter(knowledge.rejected));
    std::move(article.edits.begin(), article.edits.end(), std::back_inserter(knowledge.edits));
  }
  knowledge.facts = ResolveFacts(std::exchange(articles_, {}), names, reprint_groups);
  knowledge.entities = std::move(resolved.entities);
  if (pack != nullptr) AddPackAliases(*pack, knowledge.entities);
  knowledge.mentions = std::move(resolved.mentions);
  return knowledge;
}

}  // namespace yinzheng::knowledge
