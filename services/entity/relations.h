// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_ENTITY_RELATIONS_H_
#define YINZHENG_SERVICES_ENTITY_RELATIONS_H_

#include <vector>

#include "absl/status/statusor.h"
#include "indexer/store/fact_reader.h"
#include "yinzheng/v1/entity_service.pb.h"

namespace yinzheng::services {

// Every relation of the entity that `request` names, in both directions or the one asked for,
// ordered by property, then by the other entity's name. Denied relations are left out: they tie
// nothing. Reads all relation facts of the entity.
absl::StatusOr<std::vector<v1::RelatedEntity>> FindRelations(
    const store::FactReader& facts, const store::SearchControl& control,
    const v1::ListRelatedEntitiesRequest& request);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_ENTITY_RELATIONS_H_
