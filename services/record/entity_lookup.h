// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_ENTITY_LOOKUP_H_
#define YINZHENG_SERVICES_RECORD_ENTITY_LOOKUP_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "indexer/store/entity_reader.h"
#include "indexer/text/pinyin/pinyin_reading.h"
#include "yinzheng/v1/entity_service.pb.h"

namespace yinzheng::services {

// Resolves one name, which may be typed in pinyin or initials, against the entities of an index:
// candidates best first with scores, at most one of them marked `match`; the nearest names where
// nothing fits. docs/lookup-scores.md says what
// the scores mean. `query` is taken as valid; `limit` is the number of candidates at most. Costs up
// to six lookups.
absl::StatusOr<v1::LookupResult> LookUpEntity(const store::EntityReader& entities,
                                              const text::PinyinReader& pinyin,
                                              const v1::EntityQuery& query, size_t limit);

// The one entity that `name` means beyond doubt (what LookUpEntity would mark `match`); nullopt if
// there is none. One lookup: cheap enough for every word of a text.
absl::StatusOr<std::optional<v1::Entity>> ResolveEntity(const store::EntityReader& entities,
                                                        const std::string& name);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_ENTITY_LOOKUP_H_
