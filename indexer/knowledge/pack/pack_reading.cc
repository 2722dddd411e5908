// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/pack/pack_reading.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace yinzheng::knowledge {
namespace {

// Above what the rules give: a curator has looked.
constexpr int kPackScore = 100;

bool HoldsAny(std::u32string_view text, const std::vector<std::u32string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::u32string& word) {
    return text.find(word) != std::u32string_view::npos;
  });
}

}  // namespace

PackReading::PackReading(const KnowledgePack* pack, const NameText& text)
    : pack_(pack), text_(text) {
  if (pack_ == nullptr) return;
  FindPlaces();
  FindFreelyNamed();
  for (const Place& place : places_) {
    if (!senses_.contains(place.name)) senses_.emplace(place.name, Decide(*place.name));
  }
}

void PackReading::FindPlaces() {
  const DocumentNames borders(text_);
  for (uint32_t begin = 0; begin + 1 < text_.size(); ++begin) {
    for (const uint32_t index : pack_->NamesStarting(text_.At(begin), text_.At(begin + 1))) {
      const PackName& name = pack_->contents().names[index];
      const auto size = static_cast<uint32_t>(name.text.size());
      const text::Span span{begin, begin + size};
      if (text_.From(begin, size) != name.text || !borders.StandsFree(span)) continue;
      places_.push_back({span, &name});
    }
  }
}

void PackReading::FindFreelyNamed() {
  for (const Place& place : places_) {
    const PackSense& sense = place.name->senses.front();
    if (place.name->senses.size() == 1 && !sense.when) freely_named_.push_back(sense.entity);
  }
  std::sort(freely_named_.begin(), freely_named_.end());
}

bool PackReading::Holds(const PackCondition& condition, uint32_t entity) const {
  if (HoldsAny(text_.text(), condition.unless)) return false;
  if (!condition.full_name && condition.words.empty()) return true;
  const bool named =
      condition.full_name && std::binary_search(freely_named_.begin(), freely_named_.end(), entity);
  return named || HoldsAny(text_.text(), condition.words);
}

const PackSense* PackReading::Decide(const PackName& name) const {
  const auto sense =
      std::find_if(name.senses.begin(), name.senses.end(),
                   [this](const PackSense& s) { return !s.when || Holds(*s.when, s.entity); });
  return sense == name.senses.end() ? nullptr : &*sense;
}

// The rules may see a name where its borders did not satisfy FindPlaces.
const PackSense* PackReading::SenseOf(const PackName& name) const {
  const auto found = senses_.find(&name);
  return found == senses_.end() ? Decide(name) : found->second;
}

void PackReading::Amend(NameCandidates& candidates) const {
  if (pack_ == nullptr) return;
  std::erase_if(candidates, [this](const NameCandidate& candidate) {
    return pack_->Suppresses(text_.Slice(candidate.span), candidate.type);
  });
  uint32_t last_begin = text_.size();
  for (const Place& place : places_) {
    const PackSense* const sense = SenseOf(*place.name);
    if (sense == nullptr || place.span.begin == last_begin) continue;
    last_begin = place.span.begin;
    const v1::EntityType type = pack_->contents().entities[sense->entity].type;
    candidates.push_back({place.span, type, kPackScore, kPackRule});
  }
}

bool PackReading::Suppresses(std::u32string_view name, v1::EntityType type) const {
  return pack_ != nullptr && pack_->Suppresses(name, type);
}

// In brackets, that is: letters that merely stand behind a name (欧盟EMA) introduce nothing.
bool PackReading::IsIntroduced(const EstablishedName& name) const {
  return name.introduced && text_.Slice(*name.introduced).find(U'(') != std::u32string_view::npos;
}

std::optional<PackReading::Target> PackReading::TargetOf(const DocumentNames& names,
                                                         size_t index) const {
  const EstablishedName& name = names[index];
  const PackName* const declared = pack_->FindName(name.text);
  const PackSense* const sense = declared == nullptr ? nullptr : SenseOf(*declared);
  if (sense != nullptr) {
    const PackEntity& entity = pack_->contents().entities[sense->entity];
    return Target{index, entity.name, entity.type, sense->kind,
                  sense->when.has_value() || declared->senses.size() > 1};
  }
  const v1::EntityType found_type = names[names.Root(index)].type;
  const PackAmendment* const amendment = pack_->FindAmendment(name.text, found_type);
  if (amendment == nullptr || amendment->name.empty()) return std::nullopt;
  const v1::EntityType type =
      amendment->type == v1::ENTITY_TYPE_UNSPECIFIED ? found_type : amendment->type;
  const v1::AliasKind kind =
      name.text == amendment->name ? v1::ALIAS_KIND_CANONICAL : v1::ALIAS_KIND_VARIANT;
  return Target{index, amendment->name, type, kind, false};
}

void PackReading::Join(DocumentNames& names) const {
  if (pack_ == nullptr) return;
  std::map<size_t, Target> targets;
  for (size_t i = 0; i < names.size(); ++i) {
    if (std::optional<Target> target = TargetOf(names, i)) targets.emplace(i, *std::move(target));
  }
  std::map<std::u32string, std::vector<Target>> groups;
  for (const auto& [name, target] : targets) {
    // The text says itself what it means by this name, and the pack does not know that.
    const size_t root = names.Root(name);
    const bool foreign = IsIntroduced(names[name]) && root != name && !targets.contains(root);
    if (!foreign) groups[target.identity].push_back(target);
  }
  for (const auto& [identity, group] : groups) JoinAll(group, names);
  Retype(names);
}

// Corrections of the type alone, for entities that the pack does not name.
void PackReading::Retype(DocumentNames& names) const {
  for (size_t i = 0; i < names.size(); ++i) {
    const size_t root = names.Root(i);
    if (!names[root].identity.empty()) continue;
    const PackAmendment* const amendment = pack_->FindAmendment(names[i].text, names[root].type);
    const bool retypes = amendment != nullptr && amendment->name.empty();
    if (retypes) names[root].type = amendment->type;
  }
}

// The full name stands for the others; where the text lacks it, the name that is surest.
void PackReading::JoinAll(const std::vector<Target>& same, DocumentNames& names) {
  const auto order = [&](const Target& target) {
    return std::tuple(names[target.name].text != target.identity, target.conditional,
                      -static_cast<int64_t>(names[target.name].text.size()), target.name);
  };
  const Target& first =
      *std::min_element(same.begin(), same.end(),
                        [&](const Target& a, const Target& b) { return order(a) < order(b); });
  for (const Target& target : same) {
    EstablishedName& name = names[target.name];
    name.full = first.name;
    name.kind = target.kind;
    name.conditional = target.conditional;
    name.document_scoped = false;
    name.from_pack = true;
  }
  names[first.name].type = first.type;
  names[first.name].identity = first.identity;
}

}  // namespace yinzheng::knowledge
