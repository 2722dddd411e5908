// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/passage_marks.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "indexer/store/number_key.h"

namespace yinzheng::store {
namespace {

using text::IndexToken;
using text::Span;
using text::TokenKind;

// `piece` as a whole, or as the end, the beginning or any part of `term`.
bool Fits(const std::string& term, const std::string& piece, bool open_begin, bool open_end) {
  if (open_begin && open_end) return absl::StrContains(term, piece);
  if (open_begin) return absl::EndsWith(term, piece);
  if (open_end) return absl::StartsWith(term, piece);
  return term == piece;
}

}  // namespace

PassageMarks::PassageMarks(const CompiledQuery& query, const MarkNeeds& needs,
                           const std::vector<IndexToken>& tokens, const std::vector<Span>& loosened)
    : query_(query), all_tokens_(tokens), loosened_(loosened) {
  for (const IndexToken& token : tokens) {
    if (needs.terms.contains(token.term) || (needs.runs && text::IsRun(token.kind))) {
      tokens_.push_back(&token);
    }
  }
}

std::vector<Span> PassageMarks::Find() {
  Mark(query_.root);
  return std::move(spans_);
}

void PassageMarks::Mark(const CompiledClause& clause) {  // NOLINT(misc-no-recursion)
  if (clause.kind == CompiledClause::Kind::kNot || clause.in_title) return;
  if (clause.kind == CompiledClause::Kind::kWords) MarkWords(clause);
  if (clause.kind == CompiledClause::Kind::kPhrase) MarkPhrase(clause.phrase);
  if (clause.kind == CompiledClause::Kind::kNear) MarkNear(clause);
  if (clause.kind == CompiledClause::Kind::kNumbers) MarkNumbers(clause);
  for (const CompiledClause& child : clause.children) Mark(child);
}

void PassageMarks::MarkWords(const CompiledClause& clause) {
  absl::flat_hash_set<absl::string_view> required;
  for (const QueryTerm& term : clause.terms) {
    if (term.required) required.insert(term.term);
  }
  for (const IndexToken* token : tokens_) {
    if (required.contains(token->term)) spans_.push_back(token->span);
  }
}

void PassageMarks::MarkPlaces(const std::vector<Place>& places) {
  for (const Place& place : places) {
    spans_.insert(spans_.end(), place.spans.begin(), place.spans.end());
  }
}

void PassageMarks::MarkPhrase(const CompiledPhrase& phrase) {
  const std::vector<Place> places = PlacesOf(phrase);
  MarkPlaces(places);
  const bool loosened =
      std::find(loosened_.begin(), loosened_.end(), phrase.span) != loosened_.end();
  if (!loosened || !places.empty()) return;
  std::vector<Place> inside;
  for (const std::vector<PhraseTerm>& terms : phrase.loose) {
    FindSequence(terms,
                 {phrase.may_begin_inside && terms.front().is_run,
                  phrase.may_end_inside && terms.back().is_run},
                 inside);
  }
  MarkPlaces(inside);
}

// Every place from which the nearest places of all other sides are within the window.
void PassageMarks::MarkNear(const CompiledClause& clause) {
  std::vector<Side> sides;
  uint32_t window = clause.distance * static_cast<uint32_t>(clause.near.size() - 1);
  for (const CompiledPhrase& phrase : clause.near) {
    // A number counts as one, however many places it covers.
    const uint32_t length = phrase.by_value.size() == 1 ? 1 : phrase.terms.back().offset + 1;
    std::vector<Place> places = PlacesOf(phrase);
    std::stable_sort(places.begin(), places.end(),
                     [](const Place& a, const Place& b) { return a.first < b.first; });
    sides.push_back({std::move(places), length});
    window += length;
  }
  for (size_t i = 0; i < sides.size(); ++i) {
    for (const Place& start : sides[i].places) {
      MarkPlaces(TogetherFrom(start, i, sides, start.last + 1 + window - sides[i].length));
    }
  }
}

// `start`, a place of side `own`, and the next place of each other side if it ends before `end`;
// nothing if one has none.
std::vector<PassageMarks::Place> PassageMarks::TogetherFrom(const Place& start, size_t own,
                                                            const std::vector<Side>& sides,
                                                            uint32_t end) {
  std::vector<Place> together = {start};
  for (size_t i = 0; i < sides.size(); ++i) {
    if (i == own) continue;
    const Side& side = sides[i];
    const auto near = std::upper_bound(
        side.places.begin(), side.places.end(), start.last,
        [](uint32_t position, const Place& place) { return position < place.first; });
    if (near == side.places.end() || near->first + side.length > end) return {};
    together.push_back(*near);
  }
  return together;
}

void PassageMarks::MarkNumbers(const CompiledClause& clause) {
  for (const TextNumber& number : NumbersIn(all_tokens_)) {
    if (clause.numbers.Contains(number.value)) spans_.push_back(number.span);
  }
}

std::vector<PassageMarks::Place> PassageMarks::PlacesOf(const CompiledPhrase& phrase) const {
  std::vector<Place> places;
  if (phrase.terms.empty()) return places;
  FindSequence(phrase.terms, {false, phrase.is_prefix}, places);
  if (!phrase.by_value.empty()) FindSequence(phrase.by_value, {}, places);
  return places;
}

void PassageMarks::FindSequence(const std::vector<PhraseTerm>& terms, Ends ends,
                                std::vector<Place>& found) const {
  const bool alone = terms.size() == 1;
  for (const IndexToken* first : tokens_) {
    const bool usable = alone || first->length == 1 || first->kind == TokenKind::kNumber;
    const bool open_begin = ends.open_begin && text::IsRun(first->kind);
    const bool open_end = alone && ends.open_end && text::IsRun(first->kind);
    if (!usable || !Fits(first->term, terms.front().term, open_begin, open_end)) continue;
    Place place{first->position, first->position + first->length - 1, {first->span}};
    if (Follow(terms, ends, place)) found.push_back(std::move(place));
  }
}

// Whether the terms after the first follow it; they are added to `place`.
bool PassageMarks::Follow(const std::vector<PhraseTerm>& terms, Ends ends, Place& place) const {
  for (size_t i = 1; i < terms.size(); ++i) {
    const uint32_t gap = terms[i].offset - terms[i - 1].offset;
    if (gap > 1 && HasUnitAt(place.last + 1)) return false;  // No punctuation, but something else.
    const bool open_end = ends.open_end && i + 1 == terms.size();
    const IndexToken* next = TokenAt(place.last + gap, terms[i], open_end);
    if (next == nullptr) return false;
    place.last = next->position + next->length - 1;
    if (gap == 1) {
      place.spans.back() = text::Cover(place.spans.back(), next->span);
    } else {
      place.spans.push_back(next->span);
    }
  }
  return true;
}

bool PassageMarks::HasUnitAt(uint32_t position) const {
  const auto token = std::lower_bound(
      all_tokens_.begin(), all_tokens_.end(), position,
      [](const IndexToken& candidate, uint32_t wanted) { return candidate.position < wanted; });
  return token != all_tokens_.end() && token->position == position;
}

const IndexToken* PassageMarks::TokenAt(uint32_t position, const PhraseTerm& term,
                                        bool open_end) const {
  auto token = std::lower_bound(
      tokens_.begin(), tokens_.end(), position,
      [](const IndexToken* candidate, uint32_t wanted) { return candidate->position < wanted; });
  for (; token != tokens_.end() && (*token)->position == position; ++token) {
    const IndexToken& candidate = **token;
    const bool usable = candidate.length == 1 || candidate.kind == TokenKind::kNumber;
    const bool is_open = open_end && text::IsRun(candidate.kind);
    if (usable && Fits(candidate.term, term.term, false, is_open)) return &candidate;
  }
  return nullptr;
}

}  // namespace yinzheng::store
