// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/imported/anchored_value.h"

#include <optional>

#include "absl/strings/str_cat.h"
#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/imported/claimed_words.h"
#include "indexer/knowledge/imported/refusal.h"
#include "indexer/knowledge/value_conversion.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

class AnchorReader {
 public:
  AnchorReader(const Scene& scene, v1::FactKind kind, Span place)
      : scene_(scene), kind_(kind), place_(place) {
    value_.place = place;
  }

  std::optional<StatedValue> Read() {
    if (Wants(v1::FACT_KIND_QUANTITY) && ReadQuantity()) return value_;
    if (Wants(v1::FACT_KIND_DATE) && ReadDate()) return value_;
    if (Wants(v1::FACT_KIND_RANK) && ReadRank()) return value_;
    if (Wants(v1::FACT_KIND_RELATION) && ReadName()) return value_;
    if (!Wants(v1::FACT_KIND_ATTRIBUTE) && kind_ != v1::FACT_KIND_QUOTATION) return std::nullopt;
    if (CutBy(scene_, place_)) return std::nullopt;
    value_.fact.set_text(Printed());
    return value_;
  }

 private:
  bool Wants(v1::FactKind kind) const {
    return kind_ == v1::FACT_KIND_UNSPECIFIED || kind_ == kind;
  }

  std::string Printed() const { return PrintedText(scene_.context(), value_.place); }

  bool ReadQuantity() {
    for (const text::QuantityMatch& match : scene_.text.quantities) {
      if (match.span != place_ && match.full_span != place_) continue;
      value_.place = match.span;
      *value_.fact.mutable_quantity() = ToQuantity(match, Printed());
      return true;
    }
    return false;
  }

  bool ReadDate() {
    for (const text::DateMatch& match : scene_.text.dates) {
      if (match.span != place_ || match.edtf.empty() || match.lunar) continue;
      *value_.fact.mutable_date() = ToDateValue(match, Printed());
      return true;
    }
    return false;
  }

  bool ReadRank() {
    for (const text::RankMatch& match : scene_.text.ranks) {
      if (match.span != place_ || IsCountedFromBelow(scene_, place_)) continue;
      value_.fact.mutable_rank()->set_rank(match.rank);
      return true;
    }
    return false;
  }

  // A mention; where a relation is meant also words that are none.
  bool ReadName() {
    for (const LocalMention& mention : scene_.text.entities->mentions) {
      if (mention.span == place_) value_.entity = mention.entity;
    }
    if (value_.entity < 0) {
      if (kind_ != v1::FACT_KIND_RELATION || !StandsAsName(scene_, place_)) return false;
    }
    v1::EntityRef& ref = *value_.fact.mutable_entity();
    if (value_.entity >= 0) ref.set_entity(LocalEntityId(value_.entity));
    ref.set_display_name(value_.entity >= 0 ? scene_.text.Entity(value_.entity).names[0].text
                                            : Printed());
    return true;
  }

  const Scene& scene_;
  const v1::FactKind kind_;
  const Span place_;
  StatedValue value_;
};

}  // namespace

absl::StatusOr<std::vector<StatedValue>> ReadAnchoredValue(const Scene& scene,
                                                           const std::string& anchor,
                                                           v1::FactKind kind, text::Span quote) {
  std::vector<StatedValue> values;
  for (const Span place : PlacesOfWords(scene.context(), anchor, quote)) {
    if (auto value = AnchorReader(scene, kind, place).Read()) values.push_back(*std::move(value));
  }
  if (!values.empty()) return values;
  return Refused(
      RefusalCode::kValue,
      absl::StrCat("\"", Brief(anchor), "\" in \"", Brief(PrintedText(scene.context(), quote)),
                   "\" is not read as ",
                   kind == v1::FACT_KIND_UNSPECIFIED ? "a value" : v1::FactKind_Name(kind)));
}

}  // namespace yinzheng::knowledge
