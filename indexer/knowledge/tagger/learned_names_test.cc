// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/tagger/learned_names.h"

#include <vector>

#include "gmock/gmock.h"
#include "indexer/knowledge/names/name_text_fixture.h"
#include "indexer/knowledge/tagger/name_features.h"

namespace yinzheng::knowledge {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A model that has learned nothing but that these characters, in a row, are a person.
TaggerModel PersonModel(const NameText& text, text::Span person) {
  constexpr int8_t kSure = 120;
  const NameFeatures features(text, {});
  std::vector<TaggerModel::Entry> entries;
  std::vector<uint32_t> seen;
  for (uint32_t i = person.begin; i < person.end; ++i) {
    NamePlace place = NamePlace::kInside;
    if (i == person.begin) place = NamePlace::kBegin;
    if (i + 1 == person.end) place = NamePlace::kEnd;
    features.Read(i, seen);
    TaggerModel::Entry entry;
    entry.feature = seen[0];  // the character itself
    entry.weights[TagOf(NameClass::kPerson, place) - 1] = kSure;
    entries.push_back(entry);
  }
  return {entries, 0.1F, TagTransitions{}};
}

class LearnedNamesTest : public NameTextTest {
 protected:
  static std::vector<std::string> Apply(std::string_view utf8, bool knows) {
    const std::u32string decoded = text::DecodeUtf8(utf8);
    const NameText name_text(decoded, shared_segmenter->Segment(decoded), *shared_lexicon);
    const TaggerModel model =
        knows ? PersonModel(name_text, {2, 5}) : TaggerModel({}, 0.1F, TagTransitions{});
    NameCandidates candidates;
    ApplyLearned(name_text, model, candidates);
    std::vector<std::string> found;
    for (const NameCandidate& candidate : SelectCandidates(std::move(candidates))) {
      found.push_back(candidate.rule + " " + text::EncodeUtf8(name_text.Slice(candidate.span)));
    }
    return found;
  }
};

TEST_F(LearnedNamesTest, ProposesWhatTheModelFindsProbable) {
  EXPECT_THAT(Apply("后卫里贝托受了伤", true), ElementsAre("learned 里贝托"));
}

TEST_F(LearnedNamesTest, ProposesNothingWithoutEvidence) {
  EXPECT_THAT(Apply("后卫里贝托受了伤", false), IsEmpty());
  EXPECT_THAT(Apply("", false), IsEmpty());
}

}  // namespace
}  // namespace yinzheng::knowledge
