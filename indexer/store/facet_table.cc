// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/facet_table.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "indexer/store/schema.h"
#include "indexer/store/terms.h"
#include "yinzheng/v1/entity_ref.pb.h"

namespace yinzheng::store {
namespace {

using yinzheng::v1::FacetField;

// Adds up the values that articles have and lists them by article.
class ColumnBuilder {
 public:
  void Add(Xapian::docid article, const std::string& value) {
    if (value.empty()) return;
    const auto [number, fresh] =
        numbers_.try_emplace(value, static_cast<uint32_t>(column_->values.size()));
    if (fresh) column_->values.push_back(value);
    cells_.emplace_back(article, number->second);
  }

  // Each value of an article once.
  std::shared_ptr<const FacetColumn> Finish(Xapian::docid last_article) {
    std::sort(cells_.begin(), cells_.end());
    cells_.erase(std::unique(cells_.begin(), cells_.end()), cells_.end());
    auto cell = cells_.begin();
    for (Xapian::docid article = 0; article <= last_article; ++article) {
      column_->begin.push_back(static_cast<uint32_t>(column_->cells.size()));
      for (; cell != cells_.end() && cell->first == article; ++cell) {
        column_->cells.push_back(cell->second);
      }
    }
    column_->begin.push_back(static_cast<uint32_t>(column_->cells.size()));
    return std::move(column_);
  }

 private:
  std::shared_ptr<FacetColumn> column_ = std::make_shared<FacetColumn>();
  absl::flat_hash_map<std::string, uint32_t> numbers_;
  std::vector<std::pair<Xapian::docid, uint32_t>> cells_;
};

uint32_t SlotOf(FacetField field) {
  switch (field) {
    case yinzheng::v1::FACET_FIELD_OUTLET:
      return slot::kOutlet;
    case yinzheng::v1::FACET_FIELD_YEAR:
      return slot::kEarliest;
    default:
      return slot::kAuthors;
  }
}

void ReadSlot(FacetField field, const Xapian::Database& articles, ColumnBuilder& column) {
  const uint32_t slot = SlotOf(field);
  for (auto value = articles.valuestream_begin(slot); value != articles.valuestream_end(slot);
       ++value) {
    const std::string content = *value;
    if (field == yinzheng::v1::FACET_FIELD_OUTLET) {
      column.Add(value.get_docid(), content);
    } else if (field == yinzheng::v1::FACET_FIELD_YEAR) {
      column.Add(value.get_docid(), content.substr(0, 4));
    } else {
      for (const absl::string_view author : absl::StrSplit(content, '\n')) {
        column.Add(value.get_docid(), std::string(author));
      }
    }
  }
}

// An entity of the index, by the term of the articles that mention it.
struct NamedEntity {
  std::string name;
  std::string type;
};
using EntitiesByTerm = absl::flat_hash_map<std::string, NamedEntity>;

std::string TypeName(absl::string_view number) {
  int type = 0;
  if (!absl::SimpleAtoi(number, &type) || type == 0) return "";
  const std::string& name =
      yinzheng::v1::EntityType_Name(static_cast<yinzheng::v1::EntityType>(type));
  return std::string(absl::StripPrefix(name, "ENTITY_TYPE_"));
}

EntitiesByTerm ReadEntityNames(const Xapian::Database& entities) {
  absl::flat_hash_map<Xapian::docid, std::string> types;
  const std::string prefix(prefix::kEntityType);
  for (auto term = entities.allterms_begin(prefix); term != entities.allterms_end(prefix); ++term) {
    const std::string whole = *term;
    const std::string type = TypeName(absl::string_view(whole).substr(prefix.size()));
    for (auto posting = entities.postlist_begin(whole); posting != entities.postlist_end(whole);
         ++posting) {
      types[*posting] = type;
    }
  }
  EntitiesByTerm named;
  for (auto name = entities.valuestream_begin(slot::kTieBreak);
       name != entities.valuestream_end(slot::kTieBreak); ++name) {
    named[Term(prefix::kEntity, IdPart(*name))] = {*name, types[name.get_docid()]};
  }
  return named;
}

void ReadMentioned(FacetField field, const DatabaseHandles& handles, ColumnBuilder& column) {
  const EntitiesByTerm named = ReadEntityNames(handles.entities);
  const Xapian::Database& articles = handles.articles;
  const std::string prefix(prefix::kEntity);
  for (auto term = articles.allterms_begin(prefix); term != articles.allterms_end(prefix); ++term) {
    const std::string whole = *term;
    const auto known = named.find(whole);
    NamedEntity entity = {absl::StrCat("entities/", whole.substr(prefix.size())), ""};
    if (known != named.end()) entity = known->second;
    const std::string& value =
        field == yinzheng::v1::FACET_FIELD_ENTITY ? entity.name : entity.type;
    for (auto posting = articles.postlist_begin(whole); posting != articles.postlist_end(whole);
         ++posting) {
      column.Add(*posting, value);
    }
  }
}

std::shared_ptr<const FacetColumn> Read(FacetField field, const DatabaseHandles& handles) {
  ColumnBuilder column;
  if (field == yinzheng::v1::FACET_FIELD_OUTLET || field == yinzheng::v1::FACET_FIELD_YEAR ||
      field == yinzheng::v1::FACET_FIELD_AUTHOR) {
    ReadSlot(field, handles.articles, column);
  } else {
    ReadMentioned(field, handles, column);
  }
  return column.Finish(handles.articles.get_lastdocid());
}

}  // namespace

std::shared_ptr<const FacetColumn> FacetTable::Column(FacetField field,
                                                      const DatabaseHandles& handles) {
  base::MutexLock lock(mutex_);
  std::shared_ptr<const FacetColumn>& column = columns_.at(static_cast<size_t>(field));
  if (column == nullptr) column = Read(field, handles);
  return column;
}

std::vector<FacetField> FacetTable::FieldsRead() {
  std::vector<FacetField> fields;
  base::MutexLock lock(mutex_);
  for (size_t field = 0; field < columns_.size(); ++field) {
    if (columns_.at(field) != nullptr) fields.push_back(static_cast<FacetField>(field));
  }
  return fields;
}

}  // namespace yinzheng::store
