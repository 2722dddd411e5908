// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/document_years.h"

#include <algorithm>

#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/value_conversion.h"

namespace yinzheng::knowledge {
namespace {

// Years that a document bears stand before its name or in brackets; 2035年远景目标 in the middle
// is what it is about.
bool IsOfName(const Scene& scene, const LocalMention& mention, text::Span date) {
  const std::u32string& text = scene.context().reading.text();
  if (date.begin <= mention.span.begin + 1) return true;
  const char32_t before = text[date.begin - 1];
  return before == U'(' || before == U'（' || before == U'〔';
}

void StateYears(const Scene& scene, const LocalMention& mention, const text::DateMatch& date,
                FactSink& sink) {
  FactDraft draft;
  draft.subject = mention.entity;
  draft.subject_mention = mention.span;
  draft.value = date.span;
  draft.rule = "date.name";
  draft.fact.set_property(date.kind == text::DateKind::kRange ? "实施期" : "年份");
  draft.fact.set_modality(v1::MODALITY_ASSERTED);
  *draft.fact.mutable_date() = ToDateValue(date, PrintedText(scene.context(), date.span));
  sink.Add(std::move(draft));
}

}  // namespace

void FindDocumentYears(const Scene& scene, FactSink& sink) {
  for (const LocalMention& mention : scene.text.entities->mentions) {
    const v1::EntityType type = scene.text.Entity(mention.entity).type;
    if (type != v1::ENTITY_TYPE_POLICY && type != v1::ENTITY_TYPE_INDEX) continue;
    const auto& dates = scene.text.dates;  // in order
    auto date = std::lower_bound(
        dates.begin(), dates.end(), mention.span.begin,
        [](const text::DateMatch& d, uint32_t position) { return d.span.begin < position; });
    for (; date != dates.end() && date->span.begin < mention.span.end; ++date) {
      const bool own = mention.span.contains(date->span) && IsOfName(scene, mention, date->span) &&
                       !date->edtf.empty() && !date->relative &&
                       date->kind != text::DateKind::kPeriod;
      if (own) StateYears(scene, mention, *date, sink);
    }
  }
}

}  // namespace yinzheng::knowledge
