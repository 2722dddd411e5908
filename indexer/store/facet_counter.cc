// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/facet_counter.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "indexer/store/document_lookup.h"
#include "indexer/store/schema.h"
#include "indexer/store/terms.h"

namespace yinzheng::store {
namespace {

// A value that articles have, and in how many.
struct Counted {
  const std::string* value;
  int count;
};

bool MoreFrequent(const Counted& a, const Counted& b) {
  return a.count != b.count ? a.count > b.count : *a.value < *b.value;
}

}  // namespace

yinzheng::v1::Facet FacetCounter::Count(yinzheng::v1::FacetField field, size_t max_values) const {
  const std::shared_ptr<const FacetColumn> column = table_.Column(field, handles_);
  std::vector<int> counts(column->values.size(), 0);
  for (const Xapian::docid article : articles_) {
    for (uint32_t i = column->begin[article]; i < column->begin[article + 1]; ++i) {
      ++counts[column->cells[i]];
    }
  }
  std::vector<Counted> counted;
  for (size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) counted.push_back({&column->values[i], counts[i]});
  }
  const size_t kept = std::min(max_values, counted.size());
  std::partial_sort(counted.begin(), counted.begin() + static_cast<ptrdiff_t>(kept), counted.end(),
                    MoreFrequent);
  counted.resize(kept);
  yinzheng::v1::Facet facet;
  facet.set_field(field);
  for (const Counted& row : counted) {
    yinzheng::v1::FacetCount& count = *facet.add_counts();
    count.set_value(*row.value);
    count.set_display_name(DisplayName(field, *row.value));
    count.set_count(row.count);
  }
  return facet;
}

std::string FacetCounter::DisplayName(yinzheng::v1::FacetField field,
                                      const std::string& value) const {
  if (field != yinzheng::v1::FACET_FIELD_ENTITY) return value;
  const std::optional<Xapian::docid> entity =
      FindDocument(handles_.entities, Term(prefix::kName, IdPart(value)));
  if (!entity) return value;
  const std::string name = handles_.entities.get_document(*entity).get_value(slot::kDisplayName);
  return name.empty() ? value : name;
}

}  // namespace yinzheng::store
