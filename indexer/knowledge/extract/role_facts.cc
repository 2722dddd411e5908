// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/role_facts.h"

#include <algorithm>
#include <map>

#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/extract/relation_statement.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using text::Span;

void StateTitle(const Scene& scene, const Role& role, FactSink& sink) {
  FactDraft draft;
  draft.subject = role.person;
  draft.subject_mention = role.person_span;
  draft.value = role.title;
  draft.evidence = role.span;
  draft.rule = "attribute.title";
  draft.fact.set_property("职务");
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

// Short names of capital letters are short names whatever language they come from.
bool IsInitials(std::string_view name) {
  constexpr size_t kLongest = 8;
  return name.size() <= kLongest && std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
         });
}

const char* AliasProperty(const LocalName& name) {
  switch (name.kind) {
    case v1::ALIAS_KIND_ABBREVIATION:
      return "简称";
    case v1::ALIAS_KIND_TRANSLATION:
      return IsInitials(name.text) ? "简称" : "英文名称";
    case v1::ALIAS_KIND_FORMER_NAME:
      return "曾用名";
    case v1::ALIAS_KIND_VARIANT:
      return "别称";
    default:
      return nullptr;
  }
}

// The name itself inside of the words that introduced it: 量子院 of (以下简称“量子院”). Empty if
// they do not hold it as it is.
Span NameInside(const Scene& scene, const LocalName& name) {
  const std::u32string printed = text::DecodeUtf8(name.text);
  const size_t place = scene.text.Text(name.introduced).rfind(printed);
  if (printed.empty() || place == std::u32string_view::npos) return {};
  const uint32_t begin = name.introduced.begin + static_cast<uint32_t>(place);
  return {begin, begin + static_cast<uint32_t>(printed.size())};
}

// True where the text introduces the name: in brackets behind another name, directly behind it
// (某某光源ABCD), or after 简称, 又称.
bool IsIntroduced(const Scene& scene, const LocalEntity& entity, const LocalName& name,
                  Span inside) {
  static constexpr std::u32string_view kCues[] = {U"简称", U"又称", U"又名",
                                                  U"也称", U"亦称", U"俗称"};
  const std::u32string_view words = scene.text.Text(name.introduced);
  if (inside.begin > name.introduced.begin) {
    const bool bracket = words.front() == U'(' || words.front() == U'（';
    const std::u32string full = text::DecodeUtf8(entity.names[0].text);
    return bracket || (words.starts_with(full) && words.size() == full.size() + inside.size());
  }
  const std::u32string& text = scene.context().reading.text();
  uint32_t end = inside.begin;
  while (end > 0 && (text[end - 1] == U'“' || text[end - 1] == U'为' || text[end - 1] == U'《')) {
    --end;
  }
  const std::u32string_view before = text::Slice(text, {end - std::min(end, 2u), end});
  return std::find(std::begin(kCues), std::end(kCues), before) != std::end(kCues);
}

void StateAlias(const Scene& scene, int32_t entity, const LocalName& name, FactSink& sink) {
  const char* property = AliasProperty(name);
  if (property == nullptr || name.introduced.empty() || name.from_pack) return;
  const Span inside = NameInside(scene, name);
  if (inside.empty() || !IsIntroduced(scene, scene.text.Entity(entity), name, inside)) return;
  FactDraft draft;
  draft.subject = entity;
  draft.subject_mention = name.introduced;
  draft.value = inside;
  draft.rule = "attribute.alias";
  draft.fact.set_property(property);
  draft.fact.set_text(PrintedText(scene.context(), inside));
  sink.Add(std::move(draft));
}

bool HasParts(v1::EntityType type) {
  return type == v1::ENTITY_TYPE_ORGANIZATION || type == v1::ENTITY_TYPE_COMPANY ||
         type == v1::ENTITY_TYPE_FACILITY;
}

// The longest other institution whose name begins `name`; -1 if there is none.
int32_t ParentOf(const std::map<std::u32string, int32_t>& names, int32_t entity,
                 const std::u32string& name) {
  constexpr size_t kShortest = 3;
  for (size_t n = name.size() - 1; n >= kShortest && n < name.size(); --n) {
    const auto it = names.find(name.substr(0, n));
    if (it != names.end() && it->second != entity) return it->second;
  }
  return -1;
}

std::map<std::u32string, int32_t> InstitutionNames(const Scene& scene) {
  std::map<std::u32string, int32_t> names;
  const auto& entities = scene.text.entities->entities;
  for (size_t i = 0; i < entities.size(); ++i) {
    if (!HasParts(entities[i].type)) continue;
    for (const LocalName& name : entities[i].names) {
      names.emplace(text::DecodeUtf8(name.text), static_cast<int32_t>(i));
    }
  }
  return names;
}

void StateParent(const Scene& scene, int32_t entity, int32_t parent, FactSink& sink) {
  for (const LocalMention& mention : scene.text.entities->mentions) {
    if (mention.entity != entity) continue;
    FactDraft draft;
    draft.subject = entity;
    draft.value = mention.span;
    draft.evidence = mention.span;
    draft.rule = "relation.name";
    draft.fact.set_property("隶属");
    draft.fact.mutable_entity()->set_entity(LocalEntityId(parent));
    draft.fact.mutable_entity()->set_display_name(scene.text.Entity(parent).names[0].text);
    sink.Add(std::move(draft));
    return;
  }
}

void StateQuotation(const Scene& scene, const SpeechFrame& frame, FactSink& sink) {
  FactDraft draft;
  draft.subject = frame.speaker.entity;
  if (draft.subject < 0) draft.subject_words = frame.speaker.words;
  draft.value = frame.content;
  Span evidence = text::Cover({frame.content.begin - 1, frame.content.begin}, frame.content);
  if (frame.content.end < scene.context().reading.text().size()) ++evidence.end;
  const Span wide =
      frame.introduction.empty() ? evidence : text::Cover(evidence, frame.introduction);
  const bool fits = scene.context().reading.ToBody(wide).size() <= kMaxCitationLength;
  draft.evidence = fits ? wide : evidence;
  draft.rule = frame.near ? "quotation.near" : "quotation";
  draft.fact.set_property("言论");
  draft.fact.set_text(PrintedText(scene.context(), frame.content));
  draft.fact.set_modality(v1::MODALITY_ASSERTED);
  draft.fact.set_polarity(v1::POLARITY_POSITIVE);
  sink.Add(std::move(draft));
}

}  // namespace

void FindRoleFacts(const Scene& scene, FactSink& sink) {
  for (const Role& role : scene.roles) {
    StateTitle(scene, role, sink);
    if (!role.employer.empty()) StateUnknownEmployer(scene, role, sink);
    if (role.organization < 0) continue;
    StateDepartment(scene, role, sink);
    StateEmployer(scene, role, sink);
    StateHouse(scene, role, sink);
  }
}

void FindNameFacts(const Scene& scene, FactSink& sink) {
  const std::map<std::u32string, int32_t> names = InstitutionNames(scene);
  const auto& entities = scene.text.entities->entities;
  for (size_t i = 0; i < entities.size(); ++i) {
    const auto entity = static_cast<int32_t>(i);
    for (size_t n = 1; n < entities[i].names.size(); ++n) {
      StateAlias(scene, entity, entities[i].names[n], sink);
    }
    if (!HasParts(entities[i].type)) continue;
    const int32_t parent = ParentOf(names, entity, text::DecodeUtf8(entities[i].names[0].text));
    if (parent >= 0) StateParent(scene, entity, parent, sink);
  }
}

void FindQuotationFacts(const Scene& scene, FactSink& sink) {
  for (const SpeechFrame& frame : scene.frames) {
    if (frame.mode == v1::ATTRIBUTION_MODE_DIRECT) StateQuotation(scene, frame, sink);
  }
}

}  // namespace yinzheng::knowledge
