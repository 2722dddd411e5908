// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/quality/retrieval_scores.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace yinzheng::quality {

Scores ScoreOf(const Question& question, const std::vector<std::string>& hits) {
  for (size_t i = 0; i < std::min(hits.size(), kCutoff); ++i) {
    const auto& gold = question.gold;
    if (std::find(gold.begin(), gold.end(), hits[i]) == gold.end()) continue;
    const auto place = static_cast<double>(i + 1);
    return {i == 0 ? 1.0 : 0.0, 1 / place, 1, 1 / std::log2(place + 1)};
  }
  return {};
}

Scores Mean(const std::vector<Scores>& values) {
  Scores mean = {};
  for (const Scores& value : values) {
    for (size_t i = 0; i < mean.size(); ++i) {
      mean[i] += value[i] / static_cast<double>(values.size());
    }
  }
  return mean;
}

Difference PairedBootstrap(const std::vector<double>& ours, const std::vector<double>& theirs,
                           size_t resamples, uint32_t seed) {
  const size_t size = ours.size();
  std::vector<double> difference(size);
  Difference result;
  for (size_t i = 0; i < size; ++i) {
    difference[i] = ours[i] - theirs[i];
    result.mean += difference[i] / static_cast<double>(size);
  }
  // The standard fixes what the engine gives, not what its distributions do.
  std::mt19937 random(seed);
  std::vector<double> means(resamples);
  for (double& mean : means) {
    for (size_t i = 0; i < size; ++i) mean += difference[random() % size];
    mean /= static_cast<double>(size);
  }
  std::sort(means.begin(), means.end());
  result.low = means[resamples * 25 / 1000];
  result.high = means[resamples * 975 / 1000];
  const auto above = means.end() - std::upper_bound(means.begin(), means.end(), 1e-12);
  result.wins = static_cast<double>(above) / static_cast<double>(resamples);
  return result;
}

}  // namespace yinzheng::quality
