// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/tagger/tag_lattice.h"

#include <cmath>
#include <vector>

#include "gtest/gtest.h"

namespace yinzheng::knowledge {
namespace {

constexpr NameTag kSinglePlace = TagOf(NameClass::kPlace, NamePlace::kSingle);
constexpr NameTag kBeginPerson = TagOf(NameClass::kPerson, NamePlace::kBegin);
constexpr NameTag kEndPerson = TagOf(NameClass::kPerson, NamePlace::kEnd);

// The sum over all sequences of two tags, one by one.
double SumOfPairs(const std::vector<TagScores>& scores, const TagTransitions& transitions) {
  double sum = 0;
  for (NameTag first = 0; first < kNameTags; ++first) {
    for (NameTag second = 0; second < kNameTags; ++second) {
      if (!Opens(first) || !Closes(second) || !MayFollow(first, second)) continue;
      sum += std::exp(
          static_cast<double>(scores[0][first] + scores[1][second] + transitions[first][second]));
    }
  }
  return sum;
}

std::vector<TagScores> TwoCharacters() {
  std::vector<TagScores> scores(2);
  scores[0][kBeginPerson] = 1.5F;
  scores[0][kSinglePlace] = 0.5F;
  scores[1][kEndPerson] = 1.0F;
  scores[1][kOutside] = 0.25F;
  return scores;
}

TEST(NameTagTest, NamesOpenRunAndClose) {
  EXPECT_TRUE(MayFollow(kOutside, kBeginPerson));
  EXPECT_TRUE(MayFollow(kBeginPerson, kEndPerson));
  EXPECT_TRUE(MayFollow(kEndPerson, kSinglePlace));
  EXPECT_FALSE(MayFollow(kOutside, kEndPerson));
  EXPECT_FALSE(MayFollow(kBeginPerson, kOutside));
  EXPECT_FALSE(MayFollow(kBeginPerson, TagOf(NameClass::kPlace, NamePlace::kEnd)));
}

TEST(TagLatticeTest, SumsOverAllSequences) {
  TagTransitions transitions{};
  transitions[kBeginPerson][kEndPerson] = 0.7F;
  const std::vector<TagScores> scores = TwoCharacters();
  const TagLattice lattice(scores, transitions);
  EXPECT_NEAR(lattice.LogSum(), std::log(SumOfPairs(scores, transitions)), 1e-5);
}

TEST(TagLatticeTest, GivesTheProbabilityOfASpan) {
  TagTransitions transitions{};
  const std::vector<TagScores> scores = TwoCharacters();
  const TagLattice lattice(scores, transitions);
  const double person = std::exp(2.5) / SumOfPairs(scores, transitions);
  EXPECT_NEAR(static_cast<double>(lattice.SpanProbability({0, 2}, NameClass::kPerson)), person,
              1e-5);
  EXPECT_NEAR(static_cast<double>(lattice.Probability(1, kBeginPerson, kEndPerson)), person, 1e-5);
}

TEST(TagLatticeTest, ProbabilitiesOfACharacterSumToOne) {
  const TagLattice lattice(TwoCharacters(), TagTransitions{});
  for (size_t i = 0; i < lattice.size(); ++i) {
    float sum = 0;
    for (NameTag tag = 0; tag < kNameTags; ++tag) sum += lattice.Probability(i, tag);
    EXPECT_NEAR(sum, 1.0F, 1e-5F);
  }
}

TEST(TagLatticeTest, BearsTextsOfAnyLength) {
  EXPECT_EQ(TagLattice({}, TagTransitions{}).size(), 0U);
  const TagLattice lattice(std::vector<TagScores>(20000), TagTransitions{});
  EXPECT_TRUE(std::isfinite(lattice.LogSum()));
}

}  // namespace
}  // namespace yinzheng::knowledge
