// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_PACK_PROPERTY_VOCABULARY_H_
#define YINZHENG_INDEXER_KNOWLEDGE_PACK_PROPERTY_VOCABULARY_H_

#include <map>
#include <string>

#include "absl/status/statusor.h"

namespace yinzheng::knowledge {

// The ids of properties and their wordings (data/fact_properties.tsv), for those who write facts by
// hand. Immutable and safe for concurrent use.
class PropertyVocabulary {
 public:
  // Reads it from `directory`; errors as RuleTable::Load.
  static absl::StatusOr<PropertyVocabulary> Load(const std::string& directory);

  // The first wording of an id: located_in is 位于. Empty if there is no such id.
  std::string WordingOf(const std::string& id) const;
  // The id of a wording; empty if it has none.
  std::string IdOf(const std::string& wording) const;
  // All ids, for messages.
  std::string Ids() const;

 private:
  std::map<std::string, std::string> wordings_;  // by id
  std::map<std::string, std::string> ids_;       // by wording
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_PACK_PROPERTY_VOCABULARY_H_
