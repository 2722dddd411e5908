// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/imported/statement_check.h"

#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/imported/anchored_value.h"
#include "indexer/knowledge/imported/circumstance_check.h"
#include "indexer/knowledge/imported/refusal.h"
#include "indexer/knowledge/imported/stated_subject.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

constexpr size_t kMostReadings = 64;
constexpr double kDefaultConfidence = 0.5;

double ConfidenceOf(const FactRules& rules, const ImportedLine& line) {
  if (line.fact.confidence() > 0) return line.fact.confidence();
  const bool curated = line.origin == v1::FACT_ORIGIN_CURATED;
  const double* const known = rules.confidence.Find(curated ? U"curated" : U"imported");
  return known == nullptr ? kDefaultConfidence : *known;
}

v1::Fact Begin(const Scene& scene, const ImportedLine& line, const StatedValue& value) {
  v1::Fact fact = value.fact;
  fact.set_property(line.fact.property());
  fact.set_property_id(line.fact.property_id());
  fact.set_independent_sources(1);
  fact.set_confidence(ConfidenceOf(*scene.rules, line));
  fact.set_origin(line.origin);
  if (line.origin == v1::FACT_ORIGIN_CURATED) *fact.mutable_notes() = line.fact.notes();
  fact.set_rule(line.rule);
  return fact;
}

void SetSubject(const Scene& scene, const StatedSubject& subject, v1::Fact& fact) {
  if (subject.entity >= 0) {
    fact.mutable_subject()->set_entity(LocalEntityId(subject.entity));
    fact.mutable_subject()->set_display_name(scene.text.Entity(subject.entity).names[0].text);
  } else {
    fact.mutable_subject()->set_display_name(PrintedText(scene.context(), subject.words));
  }
}

}  // namespace

StatementCheck::StatementCheck(const Scene& scene, const std::vector<v1::Fact>& found)
    : scene_(scene), found_(scene.context(), found), quotes_(scene.context()) {}

absl::StatusOr<std::vector<v1::Fact>> StatementCheck::Check(const ImportedLine& line,
                                                            const v1::Citation& citation) const {
  YZ_ASSIGN_OR_RETURN(const Place place, FindPlace(citation));
  YZ_ASSIGN_OR_RETURN(const std::vector<StatedValue> values, FindValues(line, place));
  // The quote may state the value more than once; the first place that bears the claim out counts.
  std::vector<v1::Fact> readings;
  absl::Status refused;
  for (const StatedValue& value : values) {
    const absl::Status status = AddReadings(line, citation, place, value, readings);
    if (refused.ok()) refused = status;
    if (readings.size() >= kMostReadings) break;
  }
  if (readings.empty()) return refused;
  return readings;
}

absl::StatusOr<std::vector<StatedValue>> StatementCheck::FindValues(const ImportedLine& line,
                                                                    const Place& place) const {
  if (!line.anchor.empty()) return ReadAnchoredValue(scene_, line.anchor, line.kind, place.value);
  return FindStatedValue(scene_, found_, line.fact, place.reading, place.value);
}

absl::StatusOr<StatementCheck::Place> StatementCheck::FindPlace(
    const v1::Citation& citation) const {
  const text::Reading& reading = scene_.context().reading;
  Place place;
  YZ_ASSIGN_OR_RETURN(place.body, quotes_.Find(citation));
  place.reading = reading.FromBody(place.body);
  if (place.reading.empty()) return Refused(RefusalCode::kQuote, "the quote holds no words");
  place.value = place.reading;
  if (!citation.has_value_span()) return place;
  const v1::TextSpan& claimed = citation.value_span();
  const bool inside = claimed.start() >= 0 && claimed.start() < claimed.end() &&
                      place.body.contains(Span{static_cast<uint32_t>(claimed.start()),
                                               static_cast<uint32_t>(claimed.end())});
  if (!inside) {
    return Refused(RefusalCode::kSpan, absl::StrCat("valueSpan [", claimed.start(), ",",
                                                    claimed.end(), ") is not inside the quote at [",
                                                    place.body.begin, ",", place.body.end, ")"));
  }
  place.value = reading.FromBody(
      {static_cast<uint32_t>(claimed.start()), static_cast<uint32_t>(claimed.end())});
  if (place.value.empty()) return Refused(RefusalCode::kSpan, "valueSpan holds no words");
  return place;
}

absl::Status StatementCheck::AddReadings(const ImportedLine& line, const v1::Citation& citation,
                                         const Place& place, const StatedValue& value,
                                         std::vector<v1::Fact>& readings) const {
  YZ_ASSIGN_OR_RETURN(const std::vector<StatedSubject> subjects,
                      FindStatedSubject(scene_, found_, line.fact, value, place.reading));
  v1::Fact fact = Begin(scene_, line, value);
  YZ_RETURN_IF_ERROR(SetCircumstances(scene_, found_, line.fact, value.place, fact));
  YZ_RETURN_IF_ERROR(CheckSpeech(scene_, fact, value.place));
  YZ_RETURN_IF_ERROR(Cite(citation, place, value.place, fact));
  for (const StatedSubject& subject : subjects) {
    SetSubject(scene_, subject, fact);
    readings.push_back(fact);
  }
  return absl::OkStatus();
}

absl::Status StatementCheck::Cite(const v1::Citation& claim, const Place& place, Span value,
                                  v1::Fact& fact) const {
  const CitationBuilder builder(scene_.context());
  absl::StatusOr<v1::Citation> citation =
      builder.CiteBody(place.body, scene_.context().reading.ToBody(value));
  if (!citation.ok()) {
    return Refused(RefusalCode::kQuote, std::string_view(citation.status().message().data(),
                                                         citation.status().message().size()));
  }
  YZ_RETURN_IF_ERROR(SetSpeaker(scene_, claim, place.reading, value, *citation));
  *fact.add_citations() = *std::move(citation);
  return absl::OkStatus();
}

std::vector<ImportedResult> CheckClaims(const Scene& scene, const ImportedFacts& claims,
                                        const std::vector<v1::Fact>& found) {
  const v1::Article& article = *scene.context().article;
  const std::pair<ArticleKey, const std::string&> keys[] = {
      {ArticleKey::kName, article.name()},
      {ArticleKey::kExternalId, article.external_id()},
      {ArticleKey::kPath, article.source().path()}};
  std::optional<StatementCheck> check;
  std::vector<ImportedResult> results;
  for (const auto& [key, name] : keys) {
    if (key == ArticleKey::kPath && name == article.external_id()) continue;
    for (const ImportedFacts::Use& use : claims.Naming(name)) {
      if (!check) check.emplace(scene, found);
      const ImportedLine& line = claims.lines()[use.line];
      auto readings = check->Check(line, line.fact.citations(static_cast<int>(use.citation)));
      ImportedResult& result = results.emplace_back();
      result.line = use.line;
      result.citation = use.citation;
      result.key = key;
      result.status = readings.status();
      if (readings.ok()) result.readings = *std::move(readings);
    }
  }
  return results;
}

}  // namespace yinzheng::knowledge
