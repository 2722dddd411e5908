// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_ENTITY_LOOKUP_H_
#define YINZHENG_SERVICES_RECORD_ENTITY_LOOKUP_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/query_compiler.h"
#include "indexer/store/search_types.h"
#include "indexer/text/pinyin/pinyin_reading.h"
#include "yinzheng/v1/entity_service.pb.h"

namespace yinzheng::services {

// What a lookup reads; borrowed for its length.
struct LookupSources {
  const store::IndexSnapshot& snapshot;
  const text::PinyinReader& pinyin;
  const store::QueryCompiler& compiler;
};

// Resolves one name, which may be typed in pinyin or initials, against the entities of an index:
// candidates best first with scores, at most one of them marked `match`; the nearest names where
// nothing fits. docs/lookup-scores.md says what the scores mean. `query` is taken as valid; `limit`
// is the number of candidates at most. Costs up to nine lookups, and with a context one search for
// each entity that has the very name, but at most ten.
absl::StatusOr<v1::LookupResult> LookUpEntity(const LookupSources& sources,
                                              const v1::EntityQuery& query, size_t limit,
                                              const store::SearchControl& control = {});

// The one entity that `name` means beyond doubt (what LookUpEntity would mark `match`); nullopt if
// there is none. One lookup: cheap enough for every word of a text.
absl::StatusOr<std::optional<v1::Entity>> ResolveEntity(const store::EntityReader& entities,
                                                        const std::string& name);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_ENTITY_LOOKUP_H_
