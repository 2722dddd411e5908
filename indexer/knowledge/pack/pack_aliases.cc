// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/pack/pack_aliases.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "indexer/knowledge/entity_resolver.h"
#include "indexer/text/fold.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

bool HasName(const v1::Entity& entity, const std::string& key) {
  return std::any_of(entity.aliases().begin(), entity.aliases().end(), [&](const auto& alias) {
    return !alias.document_scoped() && text::FoldKey(alias.text()) == key;
  });
}

void AddAlias(const PackName& name, v1::Entity& entity) {
  const std::string text = text::EncodeUtf8(name.text);
  if (HasName(entity, text::FoldKey(text))) return;
  v1::EntityAlias* const alias = entity.add_aliases();
  alias->set_text(text);
  // The canonical name is the one that is shown, which an article prints.
  const v1::AliasKind kind = name.senses.front().kind;
  alias->set_kind(kind == v1::ALIAS_KIND_CANONICAL ? v1::ALIAS_KIND_VARIANT : kind);
}

}  // namespace

void AddPackAliases(const KnowledgePack& pack, std::vector<v1::Entity>& entities) {
  absl::flat_hash_map<std::string, v1::Entity*> by_name;
  for (v1::Entity& entity : entities) by_name.emplace(entity.name(), &entity);
  const PackContents& contents = pack.contents();
  std::vector<v1::Entity*> stored;
  for (const PackEntity& entity : contents.entities) {
    const auto found = by_name.find(EntityName(text::EncodeUtf8(entity.name), entity.type));
    stored.push_back(found == by_name.end() ? nullptr : found->second);
  }
  for (const PackName& name : contents.names) {
    const bool free = name.senses.size() == 1 && !name.senses.front().when;
    v1::Entity* const entity = free ? stored[name.senses.front().entity] : nullptr;
    if (entity != nullptr) AddAlias(name, *entity);
  }
}

}  // namespace yinzheng::knowledge
