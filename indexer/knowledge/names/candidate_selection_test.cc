// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/candidate_selection.h"

#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace yinzheng::knowledge {
namespace {

using testing::ElementsAre;
using text::Span;

NameCandidate Candidate(Span span, int score, v1::EntityType type = v1::ENTITY_TYPE_PLACE,
                        std::string rule = "test") {
  return {span, type, score, std::move(rule)};
}

std::vector<Span> Spans(const NameCandidates& candidates) {
  std::vector<Span> spans;
  for (const NameCandidate& candidate : candidates) spans.push_back(candidate.span);
  return spans;
}

TEST(SelectCandidatesTest, TheWholeOutweighsItsParts) {
  EXPECT_THAT(Spans(SelectCandidates(
                  {Candidate({0, 2}, 86), Candidate({2, 6}, 80), Candidate({0, 6}, 80)})),
              ElementsAre(Span{0, 6}));
}

TEST(SelectCandidatesTest, MuchSurerPartsWin) {
  EXPECT_THAT(Spans(SelectCandidates(
                  {Candidate({0, 4}, 95), Candidate({4, 8}, 95), Candidate({0, 8}, 52)})),
              ElementsAre(Span{0, 4}, Span{4, 8}));
}

TEST(SelectCandidatesTest, LowScoresAreLeftOut) {
  EXPECT_THAT(Spans(SelectCandidates({Candidate({0, 4}, kAcceptScore - 1)})), ElementsAre());
  EXPECT_THAT(Spans(SelectCandidates({Candidate({0, 4}, 20)}, 10)), ElementsAre(Span{0, 4}));
}

TEST(SelectCandidatesTest, TheLikelierLengthOfAPersonStays) {
  EXPECT_THAT(Spans(SelectCandidates({Candidate({0, 3}, 60, v1::ENTITY_TYPE_PERSON, "person"),
                                      Candidate({0, 2}, 70, v1::ENTITY_TYPE_PERSON, "person")})),
              ElementsAre(Span{0, 2}));
}

TEST(SelectCandidatesTest, NothingGivesNothing) { EXPECT_TRUE(SelectCandidates({}).empty()); }

}  // namespace
}  // namespace yinzheng::knowledge
