// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/training/tagger_trainer.h"

#include <memory>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "indexer/knowledge/tagger/tag_lattice.h"

namespace yinzheng::knowledge {
namespace {

constexpr NameTag kPlaceTag = TagOf(NameClass::kPlace, NamePlace::kSingle);

// Feature 5 is a place, feature 6 is none.
std::vector<TrainingText> TwoTexts() {
  return {{{{1, 5}, {1, 6}}, {kPlaceTag, kOutside}}, {{{1, 6}, {1, 5}}, {kOutside, kPlaceTag}}};
}

TrainerOptions EveryFeature() {
  TrainerOptions options;
  options.least_seen = 1;
  options.rate = 0.5F;
  return options;
}

TEST(TaggerTrainerTest, LearnsWhatFeaturesSpeakFor) {
  TaggerTrainer trainer(TwoTexts(), EveryFeature());
  const double before = trainer.RunEpoch();
  double after = before;
  for (int epoch = 0; epoch < 20; ++epoch) after = trainer.RunEpoch();
  EXPECT_GT(after, before);
  const std::unique_ptr<TaggerModel> model = trainer.Model();
  const TagLattice lattice({model->Score({1, 5}), model->Score({1, 6})}, model->transitions());
  EXPECT_GT(lattice.Probability(0, kPlaceTag), 0.9F);
  EXPECT_GT(lattice.Probability(1, kOutside), 0.9F);
}

TEST(TaggerTrainerTest, CalibrationLearnsNothingOfWords) {
  // Features of words are odd, of kinds even (NameFeatures::HoldsText).
  std::vector<TrainingText> texts = TwoTexts();
  texts[1].calibrates = true;
  texts[1].features = {{1, 8}, {1, 4}};
  TaggerTrainer trainer(std::move(texts), EveryFeature());
  trainer.RunEpoch();
  const std::unique_ptr<TaggerModel> model = trainer.Model();
  EXPECT_NE(model->Score({4})[kPlaceTag], 0.0F);
  EXPECT_EQ(model->Score({9})[kPlaceTag], 0.0F);
}

TEST(TaggerTrainerTest, LeavesOutRareFeatures) {
  std::vector<TrainingText> texts = TwoTexts();
  texts[0].features[0].push_back(77);
  TrainerOptions options;
  options.least_seen = 2;
  EXPECT_EQ(TaggerTrainer(std::move(texts), options).feature_count(), 3U);
}

TEST(TaggerTrainerTest, IsTheSameEachTime) {
  TaggerTrainer first(TwoTexts(), EveryFeature());
  TaggerTrainer second(TwoTexts(), EveryFeature());
  for (int epoch = 0; epoch < 3; ++epoch) {
    first.RunEpoch();
    second.RunEpoch();
  }
  EXPECT_EQ(first.Model()->Encode(), second.Model()->Encode());
}

}  // namespace
}  // namespace yinzheng::knowledge
