// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/check/quote_speakers.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/base/status_macros.h"
#include "indexer/store/name_key.h"
#include "services/record/entity_lookup.h"
#include "services/record/subject_facts.h"

namespace yinzheng::services {
namespace {

// Code points that `place` and `other` share if one of them holds the other, else 0: two statements
// that merely touch say nothing about each other's speakers.
int32_t SharedLength(const v1::TextSpan& place, const v1::TextSpan& other) {
  const v1::TextSpan& longer =
      place.end() - place.start() >= other.end() - other.start() ? place : other;
  const v1::TextSpan& shorter = &longer == &place ? other : place;
  const bool holds = longer.start() <= shorter.start() && shorter.end() <= longer.end();
  return holds ? shorter.end() - shorter.start() : 0;
}

bool IsCreditedTo(const v1::Citation& place, const std::string& key,
                  const std::optional<v1::Entity>& entity) {
  if (!place.has_attribution()) return false;
  const v1::EntityRef& speaker = place.attribution().speaker();
  if (entity.has_value() && speaker.entity() == entity->name()) return true;
  return store::NameKey(speaker.display_name()) == key;
}

}  // namespace

absl::Status CreditSpeakers(const store::IndexSnapshot& snapshot,
                            const store::SearchControl& control, const std::string& article,
                            std::vector<v1::Citation>& places) {
  store::FactQuery query;
  query.article = article;
  query.page = {0, kMaxSubjectFacts};
  query.control = control;
  YZ_ASSIGN_OR_RETURN(const store::Listed<store::FactHit> found, snapshot.facts().Search(query));
  for (v1::Citation& place : places) {
    int32_t most = 0;
    for (const store::FactHit& hit : found.items) {
      for (const v1::Citation& citation : hit.fact.citations()) {
        if (citation.article() != article || !citation.has_attribution()) continue;
        const int32_t shared = SharedLength(place.span(), citation.span());
        if (shared <= most) continue;
        most = shared;
        *place.mutable_attribution() = citation.attribution();
      }
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<size_t> PreferSpeaker(const store::EntityReader& entities,
                                     const std::string& speaker,
                                     std::vector<v1::Citation>& places) {
  YZ_ASSIGN_OR_RETURN(const std::optional<v1::Entity> entity, ResolveEntity(entities, speaker));
  const std::string key = store::NameKey(speaker);
  const auto end = std::stable_partition(
      places.begin(), places.end(),
      [&](const v1::Citation& place) { return IsCreditedTo(place, key, entity); });
  return static_cast<size_t>(end - places.begin());
}

}  // namespace yinzheng::services
