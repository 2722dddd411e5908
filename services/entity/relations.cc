// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/entity/relations.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "indexer/base/status_macros.h"

namespace yinzheng::services {
namespace {

// Relations of one entity that are read at most, in each direction.
constexpr size_t kMaxRelations = 10000;

v1::RelatedEntity Relate(const v1::Fact& fact, v1::RelationDirection direction) {
  const bool outgoing = direction == v1::RELATION_DIRECTION_OUTGOING;
  v1::RelatedEntity related;
  *related.mutable_entity() = outgoing ? fact.entity() : fact.subject();
  related.set_property(fact.property());
  related.set_direction(direction);
  related.set_fact(fact.name());
  if (fact.citations_size() > 0) *related.mutable_citation() = fact.citations(0);
  return related;
}

absl::Status AddDirection(const store::FactReader& facts, store::FactQuery query,
                          v1::RelationDirection direction,
                          std::vector<v1::RelatedEntity>& relations) {
  query.kinds = {v1::FACT_KIND_RELATION};
  query.page = {0, kMaxRelations};
  YZ_ASSIGN_OR_RETURN(const store::Listed<store::FactHit> found, facts.Search(query));
  for (const store::FactHit& hit : found.items) {
    if (hit.fact.polarity() == v1::POLARITY_NEGATIVE) continue;
    relations.push_back(Relate(hit.fact, direction));
  }
  return absl::OkStatus();
}

bool InOrder(const v1::RelatedEntity& a, const v1::RelatedEntity& b) {
  const auto key = [](const v1::RelatedEntity& related) {
    return std::tuple(related.property(), related.entity().display_name(), related.direction(),
                      related.fact());
  };
  return key(a) < key(b);
}

}  // namespace

absl::StatusOr<std::vector<v1::RelatedEntity>> FindRelations(
    const store::FactReader& facts, const store::SearchControl& control,
    const v1::ListRelatedEntitiesRequest& request) {
  std::vector<v1::RelatedEntity> relations;
  store::FactQuery query;
  if (!request.property().empty()) query.properties = {request.property()};
  query.control = control;
  if (request.direction() != v1::RELATION_DIRECTION_INCOMING) {
    store::FactQuery outgoing = query;
    outgoing.subjects = {request.entity()};
    YZ_RETURN_IF_ERROR(
        AddDirection(facts, std::move(outgoing), v1::RELATION_DIRECTION_OUTGOING, relations));
  }
  if (request.direction() != v1::RELATION_DIRECTION_OUTGOING) {
    store::FactQuery incoming = query;
    incoming.object = request.entity();
    YZ_RETURN_IF_ERROR(
        AddDirection(facts, std::move(incoming), v1::RELATION_DIRECTION_INCOMING, relations));
  }
  std::sort(relations.begin(), relations.end(), InOrder);
  return relations;
}

}  // namespace yinzheng::services
