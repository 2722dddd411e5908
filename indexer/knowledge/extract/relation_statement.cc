// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/relation_statement.h"

#include "indexer/knowledge/citation.h"

namespace yinzheng::knowledge {

Subject NameAt(const WordReader& reader, size_t i) {
  return {reader.text().EntityOf(reader[i]), reader[i].span, SubjectBasis::kExplicit};
}

bool SameThing(const Subject& a, const Subject& b) {
  return a.named() || b.named() ? a.entity == b.entity : a.mention == b.mention;
}

void StateRelation(const Scene& scene, const RelationWord& meaning, const RelationEnds& ends,
                   FactSink& sink) {
  const Subject& subject = ends.subject;
  const Subject& value = ends.value;
  if (!subject.known() || !value.known() || SameThing(subject, value)) return;
  FactDraft draft;
  SetSubject(subject, draft);
  draft.value = ends.place;
  draft.rule = "relation." + meaning.id;
  draft.fact.set_property(meaning.property);
  v1::EntityRef& ref = *draft.fact.mutable_entity();
  if (value.named()) {
    ref.set_entity(LocalEntityId(value.entity));
    ref.set_display_name(scene.text.Entity(value.entity).names[0].text);
  } else {
    ref.set_display_name(PrintedText(scene.context(), value.mention));
  }
  sink.Add(std::move(draft));
}

}  // namespace yinzheng::knowledge
