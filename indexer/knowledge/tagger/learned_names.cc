// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/tagger/learned_names.h"

#include <algorithm>
#include <cmath>

#include "indexer/knowledge/tagger/name_features.h"
#include "indexer/knowledge/tagger/tag_lattice.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr float kLeastProbable = 0.15F;  // of a name that the model proposes
constexpr uint32_t kLongestName = 30;

// The score of a name that only the model proposes is the base plus so much of the probability: a
// person is accepted alone from 0.6, other names, whose bounds the sets disagree about, from 0.86.
constexpr float kPersonBase = 8;
constexpr float kOtherBase = -10;
constexpr float kSlope = 70;

// How far the model moves a person that the rules propose: points for each unit of log odds, at
// most so many. What dictionaries are sure of stands whatever the model says.
constexpr float kGain = 4;
constexpr float kUp = 16;
constexpr float kDown = 14;

TagLattice LatticeOf(const NameText& text, const TaggerModel& model,
                     const NameCandidates& candidates) {
  const NameFeatures features(text, candidates);
  std::vector<TagScores> scores(text.size());
  std::vector<uint32_t> seen;
  for (uint32_t i = 0; i < text.size(); ++i) {
    features.Read(i, seen);
    scores[i] = model.Score(seen);
  }
  return {scores, model.transitions()};
}

v1::EntityType TypeOf(const NameText& text, text::Span span, NameClass name_class) {
  if (name_class == NameClass::kPerson) return v1::ENTITY_TYPE_PERSON;
  const std::u32string_view name = text.Slice(span);
  for (size_t size = std::min(name.size() - 1, text.lexicon().longest_suffix()); size > 0; --size) {
    const SuffixRule* const rule = text.lexicon().FindSuffix(name.substr(name.size() - size));
    if (rule != nullptr && NameClassOf(rule->type) == name_class) return rule->type;
  }
  return name_class == NameClass::kPlace ? v1::ENTITY_TYPE_PLACE : v1::ENTITY_TYPE_ORGANIZATION;
}

// 辛阳|博士: the title behind a name is no part of it.
bool EndsInTitle(const NameText& text, text::Span span) {
  return span.size() >= 4 &&
         text.lexicon().Is(text.Slice({span.end - 2, span.end}), kTitleAfter | kAddressAfter);
}

// The name of `name_class` that begins at `begin` and is likeliest, if it is likely at all.
void Propose(const NameText& text, const TagLattice& lattice, uint32_t begin, NameClass name_class,
             NameCandidates& out) {
  const float base = name_class == NameClass::kPerson ? kPersonBase : kOtherBase;
  const float single = lattice.Probability(begin, TagOf(name_class, NamePlace::kSingle));
  const float longer = lattice.Probability(begin, TagOf(name_class, NamePlace::kBegin));
  if (single + longer < kLeastProbable) return;
  const auto size = static_cast<uint32_t>(lattice.size());
  for (uint32_t end = begin + 1; end <= std::min(size, begin + kLongestName); ++end) {
    const text::Span span{begin, end};
    if (name_class == NameClass::kPerson && EndsInTitle(text, span)) continue;
    const float probability = lattice.SpanProbability(span, name_class);
    if (probability < kLeastProbable) continue;
    const int score = static_cast<int>(std::lround(base + kSlope * probability));
    out.push_back({span, TypeOf(text, span, name_class), std::min(score, 97), "learned"});
  }
}

// How far the model moves the score of a candidate.
int Shift(float probability) {
  const float bounded = std::clamp(probability, 0.002F, 0.998F);
  const float odds = std::log(bounded / (1 - bounded));
  return static_cast<int>(std::lround(std::clamp(kGain * odds, -kDown, kUp)));
}

// Only persons: the grammar of institutions and places knows more of policy texts than sets of
// news and encyclopedia could teach.
void Weigh(const TagLattice& lattice, NameCandidate& candidate) {
  if (candidate.type != v1::ENTITY_TYPE_PERSON || candidate.span.empty()) return;
  const int shift = Shift(lattice.SpanProbability(candidate.span, NameClass::kPerson));
  candidate.score = std::clamp(candidate.score + shift, 0, 98);
}

}  // namespace

void ApplyLearned(const NameText& text, const TaggerModel& model, NameCandidates& candidates) {
  if (text.size() == 0) return;
  const TagLattice lattice = LatticeOf(text, model, candidates);
  for (NameCandidate& candidate : candidates) Weigh(lattice, candidate);
  for (uint32_t begin = 0; begin < text.size(); ++begin) {
    for (const NameClass name_class :
         {NameClass::kPerson, NameClass::kPlace, NameClass::kOrganization}) {
      Propose(text, lattice, begin, name_class, candidates);
    }
  }
}

}  // namespace yinzheng::knowledge
