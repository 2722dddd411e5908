// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/fact_facets.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "indexer/store/document_lookup.h"
#include "indexer/store/fact_terms.h"
#include "indexer/store/name_key.h"
#include "indexer/store/schema.h"
#include "indexer/store/terms.h"
#include "yinzheng/store/v1/stored_article.pb.h"

namespace yinzheng::store {
namespace {

using yinzheng::v1::Fact;
using yinzheng::v1::FactFacet;
using yinzheng::v1::FactFacetCount;
using yinzheng::v1::FactFacetField;

// After a wording, before the id or the key that its facts are counted under.
constexpr char kBeforeId = '\0';
constexpr char kBeforeKey = '\1';

// Bytes of slot::kFactForms.
enum Form { kKind = 0, kModality = 1, kOrigin = 2 };

// A wording that is its own name key, as nearly all are, stands alone.
std::string WithKey(const std::string& wording) {
  const std::string key = NameKey(wording);
  return key == wording ? wording : absl::StrCat(wording, std::string(1, kBeforeKey), key);
}

std::string ReferenceValue(const yinzheng::v1::EntityRef& reference) {
  if (!reference.entity().empty()) return std::string(IdPart(reference.entity()));
  if (reference.display_name().empty()) return "";
  return absl::StrCat("/", WithKey(reference.display_name()));
}

std::string PropertyValue(const Fact& fact) {
  if (fact.property_id().empty()) return WithKey(fact.property());
  return absl::StrCat(fact.property(), std::string(1, kBeforeId), fact.property_id());
}

// The year that all of the time lies in; empty where there is none.
std::string YearValue(const yinzheng::v1::DateValue& time) {
  constexpr size_t kMonthAndDay = 6;  // -MM-DD
  if (time.earliest().size() <= kMonthAndDay || time.latest().size() <= kMonthAndDay) return "";
  const std::string year = time.earliest().substr(0, time.earliest().size() - kMonthAndDay);
  return year == time.latest().substr(0, time.latest().size() - kMonthAndDay) ? year : "";
}

std::string FormsValue(const Fact& fact) {
  return {static_cast<char>(KindOf(fact)), static_cast<char>(fact.modality()),
          static_cast<char>(fact.origin())};
}

uint32_t SlotOf(FactFacetField field) {
  switch (field) {
    case yinzheng::v1::FACT_FACET_FIELD_SUBJECT:
      return slot::kFactSubject;
    case yinzheng::v1::FACT_FACET_FIELD_PROPERTY:
      return slot::kFactProperty;
    case yinzheng::v1::FACT_FACET_FIELD_UNIT:
      return slot::kFactUnit;
    case yinzheng::v1::FACT_FACET_FIELD_ARTICLE:
      return slot::kFactArticle;
    case yinzheng::v1::FACT_FACET_FIELD_SPEAKER:
      return slot::kFactSpeaker;
    case yinzheng::v1::FACT_FACET_FIELD_YEAR:
      return slot::kFactYear;
    default:
      return slot::kFactForms;
  }
}

// What a value of a slot says.
struct Reading {
  std::string group;    // Facts are counted together where it is the same.
  std::string value;    // As a request may have it; empty: the wording of most.
  std::string wording;  // As printed; empty: none is kept.
};

// Wordings of one key, or of one property_id.
Reading ReadWording(std::string_view stored) {
  const size_t end = stored.find_first_of(std::string_view("\0\1", 2));
  if (end == std::string_view::npos) return {std::string(stored), "", std::string(stored)};
  const std::string wording(stored.substr(0, end));
  const std::string group(stored.substr(end + 1));
  if (stored[end] == kBeforeKey) return {group, "", wording};
  return {absl::StrCat(std::string(1, kBeforeId), group), group, wording};
}

Reading ReadReference(const std::string& stored) {
  if (absl::StartsWith(stored, "/")) return ReadWording(std::string_view(stored).substr(1));
  const std::string name = absl::StrCat("entities/", stored);
  return {name, name, ""};
}

Reading ReadForm(FactFacetField field, const std::string& stored) {
  std::string name;
  if (field == yinzheng::v1::FACT_FACET_FIELD_KIND) {
    name = FactKind_Name(static_cast<yinzheng::v1::FactKind>(stored[kKind]));
  } else if (field == yinzheng::v1::FACT_FACET_FIELD_MODALITY) {
    name = Modality_Name(static_cast<yinzheng::v1::Modality>(stored[kModality]));
  } else {
    name = FactOrigin_Name(static_cast<yinzheng::v1::FactOrigin>(stored[kOrigin]));
  }
  return {name, name, ""};
}

Reading Read(FactFacetField field, const std::string& stored) {
  switch (field) {
    case yinzheng::v1::FACT_FACET_FIELD_SUBJECT:
    case yinzheng::v1::FACT_FACET_FIELD_SPEAKER:
      return ReadReference(stored);
    case yinzheng::v1::FACT_FACET_FIELD_PROPERTY:
      return ReadWording(stored);
    case yinzheng::v1::FACT_FACET_FIELD_ARTICLE:
      return {stored, absl::StrCat("articles/", stored), ""};
    case yinzheng::v1::FACT_FACET_FIELD_UNIT:
    case yinzheng::v1::FACT_FACET_FIELD_YEAR:
      return {stored, stored, ""};
    default:
      return ReadForm(field, stored);
  }
}

// The facts of one group.
class Tally {
 public:
  void Add(Reading reading, int count) {
    count_ += count;
    if (!reading.value.empty()) value_ = std::move(reading.value);
    if (!reading.wording.empty()) wordings_[std::move(reading.wording)] += count;
  }

  // The wording that most of the facts counted have, the first one of equally frequent ones, names
  // the group; what is kept without wordings gets its name later.
  FactFacetCount Finish() const {
    FactFacetCount row;
    const auto common =
        std::max_element(wordings_.begin(), wordings_.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (common != wordings_.end()) row.set_display_name(common->first);
    row.set_value(value_.empty() ? row.display_name() : value_);
    row.set_count(count_);
    return row;
  }

 private:
  int count_ = 0;
  std::string value_;
  std::map<std::string, int> wordings_;
};

bool MoreFrequent(const FactFacetCount& a, const FactFacetCount& b) {
  return a.count() != b.count() ? a.count() > b.count() : a.value() < b.value();
}

std::vector<FactFacetCount> CountGroups(FactFacetField field,
                                        const Xapian::ValueCountMatchSpy& spy) {
  absl::flat_hash_map<std::string, Tally> groups;
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
    Reading reading = Read(field, *value);
    Tally& group = groups[reading.group];
    group.Add(std::move(reading), static_cast<int>(value.get_termfreq()));
  }
  std::vector<FactFacetCount> rows;
  rows.reserve(groups.size());
  for (const auto& [key, group] : groups) rows.push_back(group.Finish());
  return rows;
}

std::string EntityName(const std::string& entity, const Xapian::Database& entities) {
  const std::optional<Xapian::docid> found =
      FindDocument(entities, Term(prefix::kName, IdPart(entity)));
  return found ? entities.get_document(*found).get_value(slot::kDisplayName) : "";
}

std::string ArticleTitle(const std::string& article, const Xapian::Database& articles) {
  const std::optional<Xapian::docid> found =
      FindDocument(articles, Term(prefix::kName, IdPart(article)));
  if (!found) return "";
  const auto stored = ParseDocument<v1::StoredArticle>(articles.get_document(*found));
  return stored.ok() ? stored->rest().article().title() : "";
}

// The name to show for a value that has no wordings; empty where nothing better is known.
std::string DisplayName(FactFacetField field, const std::string& value,
                        const DatabaseHandles& handles) {
  switch (field) {
    case yinzheng::v1::FACT_FACET_FIELD_SUBJECT:
    case yinzheng::v1::FACT_FACET_FIELD_SPEAKER:
      return EntityName(value, handles.entities);
    case yinzheng::v1::FACT_FACET_FIELD_ARTICLE:
      return ArticleTitle(value, handles.articles);
    case yinzheng::v1::FACT_FACET_FIELD_KIND:
      return std::string(absl::StripPrefix(value, "FACT_KIND_"));
    case yinzheng::v1::FACT_FACET_FIELD_MODALITY:
      return std::string(absl::StripPrefix(value, "MODALITY_"));
    case yinzheng::v1::FACT_FACET_FIELD_ORIGIN:
      return std::string(absl::StripPrefix(value, "FACT_ORIGIN_"));
    default:
      return "";
  }
}

}  // namespace

void AddFacetValues(const Fact& fact, Xapian::Document& document) {
  const auto add = [&](uint32_t slot, const std::string& value) {
    if (!value.empty()) document.add_value(slot, value);
  };
  add(slot::kFactSubject, ReferenceValue(fact.subject()));
  add(slot::kFactProperty, PropertyValue(fact));
  add(slot::kFactForms, FormsValue(fact));
  add(slot::kFactUnit, fact.quantity().unit());
  add(slot::kFactYear, YearValue(TimeOf(fact)));
  if (fact.citations().empty()) return;
  const yinzheng::v1::Citation& first = fact.citations(0);
  add(slot::kFactArticle, std::string(IdPart(first.article())));
  add(slot::kFactSpeaker, ReferenceValue(first.attribution().speaker()));
}

FactFacets::FactFacets(const std::vector<FactFacetField>& fields, Xapian::Enquire& enquire)
    : fields_(fields) {
  for (const FactFacetField field : fields_) {
    const uint32_t slot = SlotOf(field);
    const auto [spy, fresh] = spies_.try_emplace(slot, slot);
    if (fresh) enquire.add_matchspy(&spy->second);
  }
}

std::vector<FactFacet> FactFacets::Counts(const DatabaseHandles& handles, size_t max_values) const {
  std::vector<FactFacet> facets;
  for (const FactFacetField field : fields_) {
    std::vector<FactFacetCount> rows = CountGroups(field, spies_.at(SlotOf(field)));
    const size_t kept = std::min(max_values, rows.size());
    std::partial_sort(rows.begin(), rows.begin() + static_cast<ptrdiff_t>(kept), rows.end(),
                      MoreFrequent);
    rows.resize(kept);
    FactFacet facet;
    facet.set_field(field);
    for (FactFacetCount& row : rows) {
      if (row.display_name().empty()) {
        row.set_display_name(DisplayName(field, row.value(), handles));
      }
      if (row.display_name().empty()) row.set_display_name(row.value());
      *facet.add_counts() = std::move(row);
    }
    facets.push_back(std::move(facet));
  }
  return facets;
}

}  // namespace yinzheng::store
