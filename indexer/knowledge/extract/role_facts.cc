// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/role_facts.h"

#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/extract/relation_statement.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

// An office beside a name is held, whatever the clause plans; what a verb states is planned or
// denied with the verb, which the writer sees where it stands before the title.
void SetCircumstances(const Role& role, v1::Fact& fact) {
  if (role.verb.empty()) fact.set_modality(v1::MODALITY_ASSERTED);
  if (role.planned) fact.set_modality(v1::MODALITY_PLANNED);
  if (role.denied) fact.set_polarity(v1::POLARITY_NEGATIVE);
}

void StateTitle(const Scene& scene, const Role& role, FactSink& sink) {
  FactDraft draft;
  draft.subject = role.person;
  draft.subject_mention = role.person_span;
  draft.value = role.title;
  draft.evidence = role.span;
  draft.rule = "attribute.title";
  draft.fact.set_property("职务");
  SetCircumstances(role, draft.fact);
  draft.fact.set_text(PrintedText(scene.context(), role.title));
  sink.Add(std::move(draft));
}

void StateEmployer(const Scene& scene, Role role, FactSink& sink) {
  FactDraft draft;
  draft.subject = role.person;
  draft.subject_mention = role.person_span;
  draft.value = role.organization_span;
  draft.evidence = text::Cover(role.organization_span, role.span);
  draft.rule = role.near ? "relation.role_near" : "relation.role";
  draft.fact.set_property("任职机构");
  SetCircumstances(role, draft.fact);
  draft.fact.mutable_entity()->set_entity(LocalEntityId(role.organization));
  draft.fact.mutable_entity()->set_display_name(scene.text.Entity(role.organization).names[0].text);
  sink.Add(std::move(draft));
}

// Where the person works, in the words of the text: `place` has no known name.
void StateWorkplace(const Scene& scene, const Role& role, text::Span place,
                    const RelationWord& meaning, FactSink& sink) {
  FactDraft draft;
  draft.subject = role.person;
  draft.subject_mention = role.person_span;
  draft.value = place;
  draft.evidence = text::Cover(place, role.span);
  draft.rule = "attribute." + meaning.id;
  if (!role.verb.empty()) SetCircumstances(role, draft.fact);
  draft.fact.set_property(meaning.property);
  draft.fact.set_text(PrintedText(scene.context(), place));
  sink.Add(std::move(draft));
}

// 规划处处长: the person works in the department, which belongs to the institution.
void StateDepartment(const Scene& scene, const Role& role, FactSink& sink) {
  constexpr uint32_t kShortest = 3;
  if (role.department.size() < kShortest) return;
  StateWorkplace(scene, role, role.department, {.id = "department", .property = "任职部门"}, sink);
  if (role.shared || role.near || role.organization_span.end != role.department.begin) return;
  StateRelation(scene, {.id = "department", .property = "隶属"},
                {{-1, role.department, SubjectBasis::kExplicit},
                 {role.organization, role.organization_span, SubjectBasis::kExplicit},
                 role.department},
                sink);
}

// 某县水务局局长: the institution is named, though not as a known name.
void StateUnknownEmployer(const Scene& scene, const Role& role, FactSink& sink) {
  StateWorkplace(scene, role, role.employer, {.id = "employer", .property = "任职机构"}, sink);
}

// 甲委乙处处长: the person works for 甲委 too.
void StateHouse(const Scene& scene, Role role, FactSink& sink) {
  const size_t department = scene.text.WordAt(role.organization_span.begin);
  if (department == 0 || role.shared || role.near) return;
  const Word& house = scene.text.words[department - 1];
  if (house.kind != WordKind::kEntity) return;
  const v1::EntityType type = scene.text.Entity(scene.text.EntityOf(house)).type;
  if (type != v1::ENTITY_TYPE_ORGANIZATION && type != v1::ENTITY_TYPE_COMPANY) return;
  role.organization = scene.text.EntityOf(house);
  role.organization_span = house.span;
  StateEmployer(scene, role, sink);
}

}  // namespace

void FindRoleFacts(const Scene& scene, FactSink& sink) {
  for (const Role& role : scene.roles) {
    if (!role.title.empty()) StateTitle(scene, role, sink);
    if (!role.employer.empty()) StateUnknownEmployer(scene, role, sink);
    if (role.organization < 0) continue;
    StateDepartment(scene, role, sink);
    StateEmployer(scene, role, sink);
    StateHouse(scene, role, sink);
  }
}

}  // namespace yinzheng::knowledge
