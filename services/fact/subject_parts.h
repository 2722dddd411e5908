// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_FACT_SUBJECT_PARTS_H_
#define YINZHENG_SERVICES_FACT_SUBJECT_PARTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/store/index_snapshot.h"
#include "yinzheng/v1/entity_ref.pb.h"

namespace yinzheng::services {

// Which relations tie a whole to its parts, from services/part_relations.tsv. Immutable.
struct PartRelations {
  std::vector<std::string> from_whole;  // 组成部分: the subject is the whole
  std::vector<std::string> from_part;   // 隶属: the subject is the part
  std::vector<std::string> on_site;     // 位于: the subject is a part of a site
  std::vector<std::string> site_names;  // 科学城: ends of the names of places that are sites

  // Reads the table from the data directory; InvalidArgument names the line that cannot be read.
  static absl::StatusOr<PartRelations> Create();
  static absl::StatusOr<PartRelations> FromTable(std::string_view table);

  // Whether things come to `entity` as they come to a park, not as they lie in a city or country.
  bool IsSite(const v1::Entity& entity) const;

 private:
  std::vector<std::string>* ListOf(const std::string& direction);  // nullptr: no such direction
};

// Whether a relation is stated, and read with a confidence of at least 0.7: less is wrong too often
// to follow somebody else's events for.
bool IsSureRelation(const v1::Fact& fact);

// The entities that facts of some confidence (0.7) call parts of `whole`, each once, by name. What
// lies in a city or country is no part of it. Parts of parts are not looked for.
absl::StatusOr<std::vector<v1::EntityRef>> PartsOf(const PartRelations& relations,
                                                   const store::FactReader& facts,
                                                   const store::SearchControl& control,
                                                   const v1::Entity& whole);

// Other entities, at most 10, one of whose names contains the display name of `subject`: the same
// thing under another name, or something that belongs to it; of short names those of its own type
// only. Suggestions for people to judge.
absl::StatusOr<std::vector<v1::EntityRef>> NamedAlike(const store::EntityReader& entities,
                                                      const v1::Entity& subject);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_FACT_SUBJECT_PARTS_H_
