// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_TAGGER_TAG_LATTICE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_TAGGER_TAG_LATTICE_H_

#include <array>
#include <cstdint>
#include <vector>

#include "indexer/knowledge/tagger/name_tag.h"
#include "indexer/text/span.h"

namespace yinzheng::knowledge {

// How well each tag follows each other one; what MayFollow forbids is ignored.
using TagTransitions = std::array<TagScores, kNameTags>;

// All sequences of tags that a text can have, each as probable as the exponential of its scores: a
// linear-chain conditional random field (Lafferty, McCallum, Pereira 2001), summed over by the
// forward-backward algorithm with scaling (Rabiner 1989). It knows scores, not where they come
// from.
//
// Example:
//   const TagLattice lattice(scores, transitions);
//   if (lattice.SpanProbability({3, 6}, NameClass::kPerson) > 0.5) …
//
// Immutable. Memory: three rows of 13 numbers a character. Cost: 50 products of tags a character.
class TagLattice {
 public:
  TagLattice(const std::vector<TagScores>& scores, const TagTransitions& transitions);

  size_t size() const { return forward_.size(); }

  // The probability that the character at `position` has `tag`.
  float Probability(size_t position, NameTag tag) const {
    return forward_[position][tag] * backward_[position][tag];
  }

  // The probability that `from` stands at `position` - 1 and `to` at `position`, which is not 0.
  float Probability(size_t position, NameTag from, NameTag to) const;

  // The probability that just these characters are one name of that class. The span may not be
  // empty. Cost: linear in the span.
  float SpanProbability(text::Span span, NameClass name_class) const;

  // The logarithm of the sum over all sequences, from which training learns how it does.
  double LogSum() const { return log_sum_; }

 private:
  void Forward(const std::vector<TagScores>& scores);
  // What leads to each tag at `position`, before the character itself is looked at.
  TagScores Reached(size_t position) const;
  // A text does not end inside a name.
  void Close();
  void Backward();
  float Step(size_t position, NameTag from, NameTag to) const {
    return weights_[from][to] * potentials_[position][to] / scales_[position];
  }

  TagTransitions weights_;             // exponentials; 0 where forbidden
  std::vector<TagScores> potentials_;  // exponentials
  std::vector<TagScores> forward_;     // scaled so that each row sums to 1
  std::vector<TagScores> backward_;
  std::vector<float> scales_;
  double log_sum_ = 0;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_TAGGER_TAG_LATTICE_H_
