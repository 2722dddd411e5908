// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/facet_counter.h"

#include <algorithm>
#include <set>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "indexer/base/absl_string.h"
#include "indexer/store/document_lookup.h"
#include "indexer/store/schema.h"
#include "indexer/store/terms.h"
#include "yinzheng/v1/entity.pb.h"

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

// The values of a field that one article has, each once, as the slot's content says.
std::set<std::string> ValuesOf(FacetField field, const std::string& content) {
  if (field == yinzheng::v1::FACET_FIELD_OUTLET) return {content};
  if (field == yinzheng::v1::FACET_FIELD_YEAR) return {content.substr(0, 4)};
  std::set<std::string> values;
  for (const absl::string_view line : absl::StrSplit(content, '\n')) {
    if (field == yinzheng::v1::FACET_FIELD_AUTHOR) {
      values.emplace(line);
      continue;
    }
    const std::pair<absl::string_view, absl::string_view> typed =
        absl::StrSplit(line, absl::MaxSplits(':', 1));  // "<type>:<id>".
    if (field == yinzheng::v1::FACET_FIELD_ENTITY) {
      values.insert(absl::StrCat("entities/", typed.second));
    } else {
      int type = 0;
      if (absl::SimpleAtoi(typed.first, &type) && type != 0) {
        std::string name = yinzheng::v1::EntityType_Name(type);
        values.emplace(absl::StripPrefix(name, "ENTITY_TYPE_"));
      }
    }
  }
  return values;
}

}  // namespace

absl::StatusOr<std::vector<yinzheng::v1::Facet>> FacetCounter::Count(
    const std::vector<FacetField>& fields) {
  std::sort(articles_.begin(), articles_.end());
  std::vector<yinzheng::v1::Facet> facets;
  for (const FacetField field : fields) {
    const Counts counts = CountField(field);
    std::vector<std::pair<std::string, int>> sorted(counts.begin(), counts.end());
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    if (sorted.size() > max_values_) sorted.resize(max_values_);
    yinzheng::v1::Facet& facet = facets.emplace_back();
    facet.set_field(field);
    for (const auto& [value, count] : sorted) {
      yinzheng::v1::FacetCount& row = *facet.add_counts();
      row.set_value(value);
      row.set_display_name(DisplayName(field, value));
      row.set_count(count);
    }
  }
  return facets;
}

FacetCounter::Counts FacetCounter::CountField(FacetField field) const {
  Counts counts;
  const uint32_t slot = SlotOf(field);
  auto value = handles_.articles.valuestream_begin(slot);
  const auto end = handles_.articles.valuestream_end(slot);
  for (const Xapian::docid article : articles_) {
    if (value == end) break;
    value.skip_to(article);
    if (value == end) break;
    if (value.get_docid() != article) continue;
    for (const std::string& one : ValuesOf(field, *value)) ++counts[one];
  }
  return counts;
}

std::string FacetCounter::DisplayName(FacetField field, const std::string& value) const {
  if (field != yinzheng::v1::FACET_FIELD_ENTITY) return value;
  const absl::StatusOr<yinzheng::v1::Entity> entity =
      LookUp<yinzheng::v1::Entity>(handles_.entities, Term(prefix::kName, IdPart(value)), value);
  return entity.ok() ? entity->display_name() : value;
}

}  // namespace yinzheng::store
