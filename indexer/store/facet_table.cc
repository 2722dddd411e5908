// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/facet_table.h"

#include <set>
#include <string_view>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "indexer/store/schema.h"
#include "yinzheng/v1/entity_ref.pb.h"

namespace yinzheng::store {
namespace {

using yinzheng::v1::FacetField;

uint32_t SlotOf(FacetField field) {
  switch (field) {
    case yinzheng::v1::FACET_FIELD_OUTLET:
      return slot::kOutlet;
    case yinzheng::v1::FACET_FIELD_YEAR:
      return slot::kEarliest;
    case yinzheng::v1::FACET_FIELD_AUTHOR:
      return slot::kAuthors;
    default:
      return slot::kEntities;
  }
}

std::string TypeName(absl::string_view number) {
  int type = 0;
  if (!absl::SimpleAtoi(number, &type) || type == 0) return "";
  const std::string& name =
      yinzheng::v1::EntityType_Name(static_cast<yinzheng::v1::EntityType>(type));
  return std::string(absl::StripPrefix(name, "ENTITY_TYPE_"));
}

// The values of a field that one article has, each once, as the slot's content says.
std::set<std::string> ValuesOf(FacetField field, const std::string& content) {
  if (field == yinzheng::v1::FACET_FIELD_OUTLET) return {content};
  if (field == yinzheng::v1::FACET_FIELD_YEAR) return {content.substr(0, 4)};
  std::set<std::string> values;
  for (const absl::string_view line : absl::StrSplit(content, '\n')) {
    const std::pair<absl::string_view, absl::string_view> typed =
        absl::StrSplit(line, absl::MaxSplits(':', 1));  // "<type>:<id>".
    if (field == yinzheng::v1::FACET_FIELD_AUTHOR) {
      values.emplace(line);
    } else if (field == yinzheng::v1::FACET_FIELD_ENTITY) {
      values.insert(absl::StrCat("entities/", typed.second));
    } else {
      values.insert(TypeName(typed.first));
    }
  }
  values.erase("");
  return values;
}

std::shared_ptr<const FacetColumn> Read(FacetField field, const Xapian::Database& articles) {
  auto column = std::make_shared<FacetColumn>();
  absl::flat_hash_map<std::string, uint32_t> numbers;
  const uint32_t slot = SlotOf(field);
  auto value = articles.valuestream_begin(slot);
  const auto end = articles.valuestream_end(slot);
  for (Xapian::docid article = 0; article <= articles.get_lastdocid(); ++article) {
    column->begin.push_back(static_cast<uint32_t>(column->cells.size()));
    if (value == end || value.get_docid() != article) continue;
    for (const std::string& one : ValuesOf(field, *value)) {
      const auto [number, fresh] =
          numbers.try_emplace(one, static_cast<uint32_t>(column->values.size()));
      if (fresh) column->values.push_back(one);
      column->cells.push_back(number->second);
    }
    ++value;
  }
  column->begin.push_back(static_cast<uint32_t>(column->cells.size()));
  return column;
}

}  // namespace

std::shared_ptr<const FacetColumn> FacetTable::Column(FacetField field,
                                                      const Xapian::Database& articles) {
  base::MutexLock lock(mutex_);
  std::shared_ptr<const FacetColumn>& column = columns_.at(static_cast<size_t>(field));
  if (column == nullptr) column = Read(field, articles);
  return column;
}

}  // namespace yinzheng::store
