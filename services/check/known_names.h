// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_CHECK_KNOWN_NAMES_H_
#define YINZHENG_SERVICES_CHECK_KNOWN_NAMES_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/knowledge/pack/knowledge_pack.h"
#include "indexer/store/entity_reader.h"
#include "services/record/name_scanner.h"
#include "yinzheng/v1/check_service.pb.h"
#include "yinzheng/v1/entity_ref.pb.h"

namespace yinzheng::services {

// The names of the index that stand in a text, for reading it as the index would: a claim says
// 量子院, or a name that no rule would find, where articles have introduced it. What the text
// itself introduces stands. Immutable; made for one text.
class KnownNames {
 public:
  // Finds them: see FindNames. Short names that count in one article alone are left out, and those
  // that are part of a longer name the text has (`mentions`, found without the index).
  static absl::StatusOr<KnownNames> In(std::u32string_view text,
                                       const v1::AnalyzeTextResponse& mentions,
                                       const store::EntityReader& entities);

  // For the extractor: each name with its entity.
  const knowledge::KnowledgePack& pack() const { return pack_; }

  // The entity of the index whose full name is `identity`, as the extractor gives it back; null if
  // none of these.
  const v1::EntityRef* Find(const std::string& identity) const;

 private:
  KnownNames(knowledge::PackContents contents, std::map<std::string, v1::EntityRef> entities)
      : pack_(std::move(contents)), entities_(std::move(entities)) {}

  knowledge::KnowledgePack pack_;
  std::map<std::string, v1::EntityRef> entities_;  // by full name
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_CHECK_KNOWN_NAMES_H_
