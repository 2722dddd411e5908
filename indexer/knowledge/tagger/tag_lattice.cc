// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/tagger/tag_lattice.h"

#include <algorithm>
#include <cmath>

namespace yinzheng::knowledge {

TagLattice::TagLattice(const std::vector<TagScores>& scores, const TagTransitions& transitions)
    : weights_{}, potentials_(scores.size()), scales_(scores.size(), 1.0F) {
  for (NameTag from = 0; from < kNameTags; ++from) {
    for (NameTag to = 0; to < kNameTags; ++to) {
      if (MayFollow(from, to)) weights_[from][to] = std::exp(transitions[from][to]);
    }
  }
  forward_.resize(scores.size());
  backward_.resize(scores.size());
  if (scores.empty()) return;
  Forward(scores);
  Close();
  Backward();
}

void TagLattice::Forward(const std::vector<TagScores>& scores) {
  for (size_t i = 0; i < scores.size(); ++i) {
    const float highest = *std::max_element(scores[i].begin(), scores[i].end());
    for (NameTag to = 0; to < kNameTags; ++to) {
      potentials_[i][to] = std::exp(scores[i][to] - highest);
    }
    TagScores row = Reached(i);
    float sum = 0;
    for (NameTag to = 0; to < kNameTags; ++to) sum += row[to] *= potentials_[i][to];
    // Nothing but names that were never opened can make the sum vanish: call it outside.
    if (!(sum > 1e-30F)) {
      row = {};
      row[kOutside] = sum = 1.0F;
    }
    for (float& value : row) value /= sum;
    forward_[i] = row;
    scales_[i] = sum;
    log_sum_ += std::log(static_cast<double>(sum)) + static_cast<double>(highest);
  }
}

TagScores TagLattice::Reached(size_t position) const {
  TagScores row{};
  if (position == 0) {
    for (NameTag to = 0; to < kNameTags; ++to) row[to] = Opens(to) ? 1.0F : 0.0F;
    return row;
  }
  const TagScores& before = forward_[position - 1];
  for (NameTag from = 0; from < kNameTags; ++from) {
    for (NameTag to = 0; to < kNameTags; ++to) row[to] += before[from] * weights_[from][to];
  }
  return row;
}

void TagLattice::Close() {
  float closed = 0;
  for (NameTag tag = 0; tag < kNameTags; ++tag) closed += Closes(tag) ? forward_.back()[tag] : 0;
  log_sum_ += std::log(std::max(static_cast<double>(closed), 1e-30));
  for (NameTag tag = 0; tag < kNameTags; ++tag) {
    backward_.back()[tag] = Closes(tag) ? 1.0F / std::max(closed, 1e-30F) : 0.0F;
  }
}

void TagLattice::Backward() {
  for (size_t i = forward_.size() - 1; i > 0; --i) {
    TagScores next;
    for (NameTag to = 0; to < kNameTags; ++to) {
      next[to] = potentials_[i][to] * backward_[i][to] / scales_[i];
    }
    for (NameTag from = 0; from < kNameTags; ++from) {
      float sum = 0;
      for (NameTag to = 0; to < kNameTags; ++to) sum += weights_[from][to] * next[to];
      backward_[i - 1][from] = sum;
    }
  }
}

float TagLattice::Probability(size_t position, NameTag from, NameTag to) const {
  return forward_[position - 1][from] * Step(position, from, to) * backward_[position][to];
}

float TagLattice::SpanProbability(text::Span span, NameClass name_class) const {
  if (span.size() == 1) return Probability(span.begin, TagOf(name_class, NamePlace::kSingle));
  const NameTag begin = TagOf(name_class, NamePlace::kBegin);
  const NameTag inside = TagOf(name_class, NamePlace::kInside);
  const NameTag end = TagOf(name_class, NamePlace::kEnd);
  float probability = forward_[span.begin][begin];
  NameTag from = begin;
  for (uint32_t i = span.begin + 1; i < span.end && probability > 0; ++i) {
    const NameTag to = i + 1 == span.end ? end : inside;
    probability *= Step(i, from, to);
    from = to;
  }
  return probability * backward_[span.end - 1][end];
}

}  // namespace yinzheng::knowledge
