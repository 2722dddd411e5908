// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/pack_use.h"

#include <algorithm>
#include <set>
#include <vector>

#include "absl/strings/str_cat.h"
#include "indexer/knowledge/entity_resolver.h"
#include "indexer/text/unicode.h"

namespace yinzheng::indexer {
namespace {

constexpr size_t kMostUnstated = 10;

int64_t CountMentioned(const knowledge::PackContents& pack, const knowledge::Knowledge& found) {
  std::set<std::string> names;
  for (const v1::Entity& entity : found.entities) names.insert(entity.name());
  return std::count_if(
      pack.entities.begin(), pack.entities.end(), [&](const knowledge::PackEntity& entity) {
        return names.contains(knowledge::EntityName(text::EncodeUtf8(entity.name), entity.type));
      });
}

std::vector<const knowledge::PackRelation*> Unstated(const knowledge::PackContents& pack,
                                                     const knowledge::Knowledge& found) {
  std::set<std::string> stated;
  for (const v1::Fact& fact : found.facts) {
    if (fact.origin() == v1::FACT_ORIGIN_CURATED) stated.insert(fact.rule());
  }
  std::vector<const knowledge::PackRelation*> unstated;
  for (const knowledge::PackRelation& relation : pack.relations) {
    if (!stated.contains(relation.rule)) unstated.push_back(&relation);
  }
  return unstated;
}

}  // namespace

std::string DescribePackUse(const knowledge::KnowledgePack& pack,
                            const knowledge::Knowledge& knowledge) {
  const knowledge::PackContents& contents = pack.contents();
  const auto unstated = Unstated(contents, knowledge);
  std::string out =
      absl::StrCat("packs      ", contents.files.size(), " files; ",
                   CountMentioned(contents, knowledge), " of ", contents.entities.size(),
                   " entities are mentioned, ", contents.relations.size() - unstated.size(), " of ",
                   contents.relations.size(), " relations are stated\n");
  for (size_t i = 0; i < unstated.size() && i < kMostUnstated; ++i) {
    absl::StrAppend(&out, "  ", unstated[i]->rule, ": no article states ",
                    text::EncodeUtf8(unstated[i]->subject), " ", unstated[i]->property, " ",
                    text::EncodeUtf8(unstated[i]->entity), "\n");
  }
  if (unstated.size() > kMostUnstated) {
    absl::StrAppend(&out, "  and ", unstated.size() - kMostUnstated, " more\n");
  }
  return out;
}

void RecordPacks(const knowledge::KnowledgePack& pack, store::v1::Manifest& manifest) {
  for (const knowledge::PackDigest& file : pack.contents().files) {
    store::v1::ManifestPack& record = *manifest.add_packs();
    record.set_path(file.path);
    record.set_sha256(file.sha256);
  }
}

}  // namespace yinzheng::indexer
