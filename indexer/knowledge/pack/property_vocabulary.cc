// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/pack/property_vocabulary.h"

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/knowledge/rule_table.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

std::string Find(const std::map<std::string, std::string>& map, const std::string& key) {
  const auto found = map.find(key);
  return found == map.end() ? "" : found->second;
}

}  // namespace

absl::StatusOr<PropertyVocabulary> PropertyVocabulary::Load(const std::string& directory) {
  YZ_ASSIGN_OR_RETURN(const RuleTable table, RuleTable::Load(directory, "fact_properties.tsv"));
  PropertyVocabulary vocabulary;
  for (const RuleTable::Row& row : table.rows()) {
    for (const std::u32string& word : row.Words("words")) {
      const std::string wording = text::EncodeUtf8(word);
      vocabulary.wordings_.try_emplace(row.Get("id"), wording);
      vocabulary.ids_.try_emplace(wording, row.Get("id"));
    }
  }
  return vocabulary;
}

std::string PropertyVocabulary::WordingOf(const std::string& id) const {
  return Find(wordings_, id);
}

std::string PropertyVocabulary::IdOf(const std::string& wording) const {
  return Find(ids_, wording);
}

std::string PropertyVocabulary::Ids() const {
  std::string ids;
  for (const auto& [id, wording] : wordings_) {
    absl::StrAppend(&ids, ids.empty() ? "" : " ", id);
  }
  return ids;
}

}  // namespace yinzheng::knowledge
