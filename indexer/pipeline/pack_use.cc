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

// What is wrong with facts and edits, in their order.
std::vector<std::string> ProblemsOf(const knowledge::KnowledgePack& pack,
                                    const knowledge::Knowledge& found) {
  std::vector<std::string> problems;
  const std::vector<knowledge::ImportedLine>& facts = pack.facts().lines();
  for (const knowledge::ImportedOutcome& outcome : found.curated) {
    if (outcome.status.ok()) continue;
    problems.push_back(
        absl::StrCat(facts[outcome.line].place, ": ", std::string(outcome.status.message())));
  }
  const std::vector<knowledge::FactEdit>& edits = pack.contents().fact_edits;
  std::vector<std::string> faults(
      edits.size(), "no article has the name or external id given in `article`; a path is none");
  for (const knowledge::EditOutcome& outcome : found.edits) {
    faults[outcome.edit] = std::string(outcome.status.message());
  }
  for (size_t i = 0; i < edits.size(); ++i) {
    if (!faults[i].empty()) problems.push_back(absl::StrCat(edits[i].place, ": ", faults[i]));
  }
  return problems;
}

// Empty if the packs hold neither facts nor edits.
std::string DescribeFacts(const knowledge::KnowledgePack& pack, const knowledge::Knowledge& found) {
  const size_t claims = pack.facts().lines().size() + pack.contents().fact_edits.size();
  if (claims == 0) return "";
  const std::vector<std::string> problems = ProblemsOf(pack, found);
  std::string out = absl::StrCat("           ", claims - problems.size(), " of ", claims,
                                 " facts and edits stand\n");
  for (size_t i = 0; i < problems.size() && i < kMostUnstated; ++i) {
    absl::StrAppend(&out, "  ", problems[i], "\n");
  }
  if (problems.size() > kMostUnstated) {
    absl::StrAppend(&out, "  and ", problems.size() - kMostUnstated, " more\n");
  }
  return out;
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
  return out + DescribeFacts(pack, knowledge);
}

void RecordPacks(const knowledge::KnowledgePack& pack, store::v1::Manifest& manifest) {
  for (const knowledge::PackDigest& file : pack.contents().files) {
    store::v1::ManifestPack& record = *manifest.add_packs();
    record.set_path(file.path);
    record.set_sha256(file.sha256);
  }
}

}  // namespace yinzheng::indexer
