// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/document_names.h"

#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr int kOccurrenceScore = 80;
constexpr int kPersonOccurrenceScore = 92;

bool IsLatinOrDigit(char32_t c) { return text::IsLatinLetter(c) || text::IsDigit(c); }

}  // namespace

size_t DocumentNames::Add(std::u32string_view name, const NameCandidate& found) {
  const auto [entry, added] = index_.try_emplace(std::u32string(name), names_.size());
  if (added) {
    EstablishedName fresh;
    fresh.text = std::u32string(name);
    fresh.type = found.type;
    fresh.score = found.score;
    fresh.rule = found.rule;
    fresh.first = found.span;
    fresh.full = names_.size();
    names_.push_back(std::move(fresh));
    return names_.size() - 1;
  }
  EstablishedName& known = names_[entry->second];
  if (found.score > known.score) {
    known.score = found.score;
    known.type = found.type;
    known.rule = found.rule;
  }
  return entry->second;
}

size_t DocumentNames::AddAlias(std::u32string_view name, size_t full, v1::AliasKind kind,
                               text::Span introduced) {
  NameCandidate as_full{introduced, names_[full].type, kOccurrenceScore, names_[full].rule};
  const size_t index = Add(name, as_full);
  if (index == full) return index;
  // Where it is introduced again, the first time counts.
  if (!names_[index].introduced || introduced.begin < names_[index].introduced->begin) {
    names_[index].introduced = introduced;
  }
  Join(index, full, kind);
  names_[index].type = names_[Root(full)].type;
  return index;
}

void DocumentNames::Join(size_t alias, size_t full, v1::AliasKind kind) {
  if (Root(alias) == Root(full)) return;
  names_[Root(alias)].full = Root(full);
  names_[alias].kind = kind;
}

size_t DocumentNames::Find(std::u32string_view name) const {
  const auto found = index_.find(name);
  return found == index_.end() ? names_.size() : found->second;
}

size_t DocumentNames::Root(size_t index) const {
  while (names_[index].full != index) index = names_[index].full;
  return index;
}

bool DocumentNames::StandsFree(text::Span span) const {
  if (IsLatinOrDigit(text_.At(span.begin)) && IsLatinOrDigit(text_.Before(span.begin))) {
    return false;
  }
  if (IsLatinOrDigit(text_.Before(span.end)) && IsLatinOrDigit(text_.At(span.end))) return false;
  const auto cuts = [&](uint32_t border) {
    if (text_.IsWordEnd(border) || text_.IsWordBegin(border)) return false;
    const NameWord& word = text_.words()[text_.WordAt(border)];
    return word.tag != WordTag::kUnknown;
  };
  const int cut = (cuts(span.begin) ? 1 : 0) + (cuts(span.end) ? 1 : 0);
  if (cut == 0) return true;
  return span.size() >= 4 || (span.size() == 3 && cut == 1);
}

void DocumentNames::AddOccurrences(NameCandidates& out) const {
  // Names by first character, longest first, so that a text position asks few lookups.
  absl::flat_hash_map<char32_t, std::vector<size_t>> by_first;
  for (size_t i = 0; i < names_.size(); ++i) {
    if (names_[i].text.size() >= 2 && !names_[i].in_places_only) {
      by_first[names_[i].text[0]].push_back(i);
    }
  }
  const std::u32string_view text = text_.text();
  for (uint32_t begin = 0; begin < text_.size(); ++begin) {
    const auto found = by_first.find(text[begin]);
    if (found == by_first.end()) continue;
    for (const size_t i : found->second) {
      const EstablishedName& name = names_[i];
      if (text.substr(begin, name.text.size()) != name.text) continue;
      const text::Span span{begin, begin + static_cast<uint32_t>(name.text.size())};
      if (!StandsFree(span)) continue;
      const v1::EntityType type = names_[Root(i)].type;
      out.push_back({span, type,
                     type == v1::ENTITY_TYPE_PERSON ? kPersonOccurrenceScore : kOccurrenceScore,
                     "occurrence"});
    }
  }
}

}  // namespace yinzheng::knowledge
