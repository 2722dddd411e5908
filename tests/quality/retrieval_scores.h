// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// How well a ranking answers questions: recall at 1 and 10, mean reciprocal rank and nDCG of the
// first ten, and whether one ranking beats another by more than the choice of questions explains.

#ifndef YINZHENG_TESTS_QUALITY_RETRIEVAL_SCORES_H_
#define YINZHENG_TESTS_QUALITY_RETRIEVAL_SCORES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tests/quality/retrieval_set.h"

namespace yinzheng::quality {

inline constexpr size_t kCutoff = 10;
inline constexpr std::array<std::string_view, 4> kMeasures = {"R@1", "MRR@10", "R@10", "nDCG@10"};

// One value for each of kMeasures, from 0 to 1.
using Scores = std::array<double, kMeasures.size()>;

// Of one question: by the place of the first record that answers it. One relevant record is
// assumed, so the ideal gain is 1.
Scores ScoreOf(const Question& question, const std::vector<std::string>& hits);

// 0 without values.
Scores Mean(const std::vector<Scores>& values);

struct Difference {
  double mean = 0;
  double low = 0;   // 2.5th percentile of the resamples.
  double high = 0;  // 97.5th.
  double wins = 0;  // Share of the resamples above zero.
};

// Paired bootstrap (Efron; for retrieval Sakai 2006) of ours minus theirs, question by question:
// `resamples` draws with replacement, the same for the same seed everywhere. Both must be of one
// size, not 0.
Difference PairedBootstrap(const std::vector<double>& ours, const std::vector<double>& theirs,
                           size_t resamples = 10000, uint32_t seed = 20260101);

}  // namespace yinzheng::quality

#endif  // YINZHENG_TESTS_QUALITY_RETRIEVAL_SCORES_H_
