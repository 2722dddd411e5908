// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Entities of a generation by any of their names. It finds candidates; scoring them, choosing one
// and explaining it are the caller's business. Names are compared by their key (name_key.h):
// script, width, case, spaces and quotation marks folded. Document-scoped aliases are looked at by
// the functions of their own only.

#ifndef YINZHENG_INDEXER_STORE_ENTITY_READER_H_
#define YINZHENG_INDEXER_STORE_ENTITY_READER_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "indexer/store/search_types.h"
#include "indexer/text/pinyin/pinyin_reading.h"
#include "indexer/text/pinyin/typed_name.h"
#include "yinzheng/v1/entity.pb.h"

namespace yinzheng::store {

class DatabasePool;

// An entity and the best of its names for what was looked up.
struct NamedEntity {
  yinzheng::v1::Entity entity;
  yinzheng::v1::EntityAlias name;  // Without its citation.
  size_t edits = 0;                // Of EntityReader::Similar: characters that differ.
  yinzheng::v1::EntityRef ref() const;
};

// Safe for concurrent use. Lists of found names are ordered by mention count, then by resource
// name.
class EntityReader {
 public:
  // `pool` must outlive it.
  explicit EntityReader(DatabasePool& pool) : pool_(pool) {}

  // `entities/…`. kNotFound; kInvalidArgument if it is no such name.
  absl::StatusOr<yinzheng::v1::Entity> Get(std::string_view name) const;

  // Entities one of whose names has the same key as `name`.
  absl::StatusOr<std::vector<NamedEntity>> ByName(std::string_view name, size_t limit) const;

  // Entities one of whose document-scoped names has the same key as `name`: what single articles
  // call so.
  absl::StatusOr<std::vector<NamedEntity>> ByScopedName(std::string_view name, size_t limit) const;

  // Entities one of whose names begins with `prefix`; those that equal it included.
  absl::StatusOr<std::vector<NamedEntity>> ByPrefix(std::string_view prefix, size_t limit) const;

  // Entities one of whose names contains `part`; those that begin with it included.
  absl::StatusOr<std::vector<NamedEntity>> ByPart(std::string_view part, size_t limit) const;

  // Entities one of whose names sounds like what was typed: that is the name's full pinyin, or it
  // has other characters of the same sounds. Those that equal it are not left out.
  absl::StatusOr<std::vector<NamedEntity>> BySound(const text::TypedName& typed,
                                                   const text::PinyinReader& reader,
                                                   size_t limit) const;

  // Likewise of document-scoped names.
  absl::StatusOr<std::vector<NamedEntity>> ByScopedSound(const text::TypedName& typed,
                                                         const text::PinyinReader& reader,
                                                         size_t limit) const;

  // Entities one of whose names has the initials that were typed.
  absl::StatusOr<std::vector<NamedEntity>> ByInitials(const text::TypedName& typed,
                                                      const text::PinyinReader& reader,
                                                      size_t limit) const;

  // Entities one of whose names was nearly typed: one character differs, two in names of ten or
  // more, most alike first.
  // Names of three characters or fewer have no near ones.
  absl::StatusOr<std::vector<NamedEntity>> Similar(std::string_view name, size_t limit) const;

  // Entities whose names share the most character pairs with `name`, most alike first: suggestions,
  // not matches.
  absl::StatusOr<std::vector<NamedEntity>> Nearest(std::string_view name, size_t limit) const;

  // Entities of any of `types` (none: all), most mentioned first.
  absl::StatusOr<Listed<yinzheng::v1::Entity>> List(
      absl::Span<const yinzheng::v1::EntityType> types, Page page) const;

  // Visits every entity in the order of names until `visit` returns an error, which is returned.
  absl::Status ForEach(const std::function<absl::Status(const yinzheng::v1::Entity&)>& visit) const;

 private:
  DatabasePool& pool_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_ENTITY_READER_H_
