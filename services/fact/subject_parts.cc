// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/fact/subject_parts.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/unicode.h"

namespace yinzheng::services {
namespace {

constexpr size_t kMaxParts = 200;
constexpr size_t kMaxAlike = 10;
constexpr size_t kMaxFound = 50;
constexpr size_t kTellingLength = 4;

using Refs = std::map<std::string, v1::EntityRef>;

absl::Status AddParts(const store::FactReader& facts, store::FactQuery query, bool subject_is_part,
                      Refs& parts) {
  query.kinds = {v1::FACT_KIND_RELATION};
  query.page = {0, kMaxParts};
  YZ_ASSIGN_OR_RETURN(const store::Listed<store::FactHit> found, facts.Search(query));
  for (const store::FactHit& hit : found.items) {
    if (!IsSureRelation(hit.fact)) continue;
    const v1::EntityRef& part = subject_is_part ? hit.fact.subject() : hit.fact.entity();
    if (!part.entity().empty()) parts[part.entity()] = part;
  }
  return absl::OkStatus();
}

}  // namespace

bool IsSureRelation(const v1::Fact& fact) {
  constexpr double kSure = 0.7;
  return fact.polarity() != v1::POLARITY_NEGATIVE && fact.confidence() >= kSure;
}

absl::StatusOr<PartRelations> PartRelations::Create() {
  YZ_ASSIGN_OR_RETURN(const std::string table, base::ReadDataFile("services/part_relations.tsv"));
  return FromTable(table);
}

std::vector<std::string>* PartRelations::ListOf(const std::string& direction) {
  if (direction == "outgoing") return &from_whole;
  if (direction == "incoming") return &from_part;
  if (direction == "site_name") return &site_names;
  return direction == "site" ? &on_site : nullptr;
}

bool PartRelations::IsSite(const v1::Entity& entity) const {
  if (entity.type() == v1::ENTITY_TYPE_FACILITY || entity.type() == v1::ENTITY_TYPE_ORGANIZATION) {
    return true;
  }
  return entity.type() == v1::ENTITY_TYPE_PLACE &&
         std::any_of(site_names.begin(), site_names.end(),
                     [&](const std::string& end) { return entity.display_name().ends_with(end); });
}

absl::StatusOr<PartRelations> PartRelations::FromTable(std::string_view table) {
  PartRelations relations;
  const std::vector<std::string> lines = absl::StrSplit(base::AbslView(table), '\n');
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty() || lines[i][0] == '#') continue;
    const std::vector<std::string> columns = absl::StrSplit(lines[i], '\t');
    std::vector<std::string>* const list =
        columns.size() >= 2 ? relations.ListOf(columns[1]) : nullptr;
    if (list == nullptr) {
      return absl::InvalidArgumentError(
          absl::StrCat("read part_relations.tsv, line ", i + 1, ": \"", lines[i],
                       "\" has no property and direction (outgoing, incoming, site or site_name)"));
    }
    list->push_back(columns[0]);
  }
  return relations;
}

absl::StatusOr<std::vector<v1::EntityRef>> PartsOf(const PartRelations& relations,
                                                   const store::FactReader& facts,
                                                   const store::SearchControl& control,
                                                   const v1::Entity& whole) {
  Refs parts;
  store::FactQuery query;
  query.control = control;
  for (const std::string& property : relations.from_whole) {
    store::FactQuery outgoing = query;
    outgoing.subjects = {whole.name()};
    outgoing.properties = {property};
    YZ_RETURN_IF_ERROR(AddParts(facts, std::move(outgoing), false, parts));
  }
  std::vector<std::string> from_part = relations.from_part;
  if (relations.IsSite(whole)) {
    from_part.insert(from_part.end(), relations.on_site.begin(), relations.on_site.end());
  }
  for (const std::string& property : from_part) {
    store::FactQuery incoming = query;
    incoming.object = whole.name();
    incoming.properties = {property};
    YZ_RETURN_IF_ERROR(AddParts(facts, std::move(incoming), true, parts));
  }
  parts.erase(whole.name());
  std::vector<v1::EntityRef> list;
  for (auto& [name, part] : parts) list.push_back(std::move(part));
  return list;
}

absl::StatusOr<std::vector<v1::EntityRef>> NamedAlike(const store::EntityReader& entities,
                                                      const v1::Entity& subject) {
  YZ_ASSIGN_OR_RETURN(const std::vector<store::NamedEntity> found,
                      entities.ByPart(subject.display_name(), kMaxFound));
  // 北京 stands in the names of things that have nothing else in common.
  const bool telling = text::DecodeUtf8(subject.display_name()).size() >= kTellingLength;
  std::vector<v1::EntityRef> alike;
  for (const store::NamedEntity& named : found) {
    if (named.entity.name() == subject.name() || alike.size() == kMaxAlike) continue;
    if (telling || named.entity.type() == subject.type()) alike.push_back(named.ref());
  }
  return alike;
}

}  // namespace yinzheng::services
