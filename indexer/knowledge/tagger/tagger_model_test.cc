// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/tagger/tagger_model.h"

#include <string>

#include "absl/status/status.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace yinzheng::knowledge {
namespace {

using testing::HasSubstr;

TaggerModel::Entry EntryOf(uint32_t feature, int8_t weight) {
  TaggerModel::Entry entry;
  entry.feature = feature;
  entry.weights[0] = weight;
  return entry;
}

TaggerModel SmallModel() {
  TagTransitions transitions{};
  transitions[0][1] = 0.5F;
  return {{EntryOf(7, 100), EntryOf(3, -20)}, 0.01F, transitions};
}

TEST(TaggerModelTest, SumsTheWeightsOfKnownFeatures) {
  const TagScores scores = SmallModel().Score({3, 7, 999});
  EXPECT_FLOAT_EQ(scores[kOutside], 0);
  EXPECT_FLOAT_EQ(scores[1], 0.8F);
  EXPECT_FLOAT_EQ(scores[2], 0);
}

TEST(TaggerModelTest, SurvivesItsFile) {
  const std::string bytes = SmallModel().Encode();
  const auto model = TaggerModel::Decode(bytes);
  ASSERT_TRUE(model.ok()) << model.status();
  EXPECT_EQ((*model)->size(), 2U);
  EXPECT_FLOAT_EQ((*model)->Score({7})[1], 1.0F);
  EXPECT_FLOAT_EQ((*model)->transitions()[0][1], 0.5F);
  EXPECT_EQ((*model)->Encode(), bytes);
}

TEST(TaggerModelTest, RefusesWhatIsNoModel) {
  const std::string bytes = SmallModel().Encode();
  std::string other_features = bytes;
  ++other_features[8];
  struct Case {
    std::string bytes;
    const char* message;
  };
  for (const Case& wrong :
       {Case{"", "too short"}, Case{std::string(bytes.size(), 'x'), "no model of this format"},
        Case{bytes.substr(0, bytes.size() - 1), "model of 2 features"},
        Case{other_features, "model of features 2, not 1"}}) {
    const auto model = TaggerModel::Decode(wrong.bytes);
    EXPECT_EQ(model.status().code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(std::string(model.status().message()), HasSubstr(wrong.message));
  }
}

TEST(TaggerModelTest, NamesTheFileThatIsMissing) {
  const auto model = TaggerModel::Load("/nowhere/names.model");
  EXPECT_EQ(model.status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(model.status().message()), HasSubstr("/nowhere/names.model"));
}

}  // namespace
}  // namespace yinzheng::knowledge
