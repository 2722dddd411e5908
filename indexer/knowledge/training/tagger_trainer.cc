// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/training/tagger_trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "indexer/knowledge/tagger/name_features.h"
#include "indexer/knowledge/tagger/tag_lattice.h"

namespace yinzheng::knowledge {
namespace {

constexpr float kGrain = 1e-6F;  // keeps the first step of a weight finite

double ScoreOf(const std::vector<TagScores>& scores, const TagTransitions& transitions,
               const std::vector<NameTag>& tags) {
  double score = 0;
  for (size_t i = 0; i < tags.size(); ++i) {
    score += static_cast<double>(scores[i][tags[i]]);
    if (i > 0) score += static_cast<double>(transitions[tags[i - 1]][tags[i]]);
  }
  return score;
}

}  // namespace

TaggerTrainer::TaggerTrainer(std::vector<TrainingText> texts, const TrainerOptions& options)
    : texts_(std::move(texts)), options_(options), transitions_{} {
  Index();
  order_.resize(texts_.size());
  std::iota(order_.begin(), order_.end(), 0U);
}

void TaggerTrainer::Index() {
  features_ = FrequentFeatures();
  absl::flat_hash_map<uint32_t, uint32_t> index;
  for (uint32_t i = 0; i < features_.size(); ++i) index[features_[i]] = i;
  for (TrainingText& text : texts_) {
    for (auto& features : text.features) {
      std::erase_if(features, [&](uint32_t feature) { return !index.contains(feature); });
      for (uint32_t& feature : features) feature = index[feature];
    }
  }
  rows_.resize(features_.size());
}

std::vector<uint32_t> TaggerTrainer::FrequentFeatures() const {
  absl::flat_hash_map<uint32_t, uint32_t> seen;
  for (const TrainingText& text : texts_) {
    for (const auto& features : text.features) {
      for (const uint32_t feature : features) {
        if (!text.calibrates || !NameFeatures::HoldsText(feature)) ++seen[feature];
      }
    }
  }
  std::vector<uint32_t> frequent;
  for (const auto& [feature, times] : seen) {
    if (times >= options_.least_seen) frequent.push_back(feature);
  }
  std::sort(frequent.begin(), frequent.end());
  return frequent;
}

double TaggerTrainer::RunEpoch() {
  std::mt19937 random(options_.seed + epoch_++);
  // std::shuffle may differ from library to library; this does not.
  for (size_t i = order_.size(); i > 1; --i) std::swap(order_[i - 1], order_[random() % i]);
  double likelihood = 0;
  size_t characters = 0;
  for (const uint32_t index : order_) {
    likelihood += Learn(texts_[index]);
    characters += texts_[index].tags.size();
  }
  return likelihood / static_cast<double>(std::max<size_t>(characters, 1));
}

double TaggerTrainer::Learn(const TrainingText& text) {
  if (text.tags.empty()) return 0;
  std::vector<TagScores> scores(text.tags.size());
  for (size_t i = 0; i < scores.size(); ++i) {
    scores[i] = {};
    for (const uint32_t row : text.features[i]) {
      for (size_t tag = 0; tag < kNameTags; ++tag) scores[i][tag] += rows_[row].weights[tag];
    }
  }
  TagTransitions transitions;
  for (size_t from = 0; from < kNameTags; ++from) transitions[from] = transitions_[from].weights;
  const TagLattice lattice(scores, transitions);
  for (size_t i = 0; i < scores.size(); ++i) {
    TagScores gradient;
    for (NameTag tag = 0; tag < kNameTags; ++tag) gradient[tag] = -lattice.Probability(i, tag);
    gradient[text.tags[i]] += 1;
    for (const uint32_t row : text.features[i]) {
      if (!text.calibrates || !NameFeatures::HoldsText(features_[row])) Step(rows_[row], gradient);
    }
  }
  LearnTransitions(text, lattice);
  return ScoreOf(scores, transitions, text.tags) - lattice.LogSum();
}

void TaggerTrainer::Step(Row& row, const TagScores& gradient) const {
  for (size_t tag = 0; tag < kNameTags; ++tag) {
    const float slope = gradient[tag] - options_.decay * row.weights[tag];
    row.squares[tag] += slope * slope;
    row.weights[tag] += options_.rate * slope / std::sqrt(row.squares[tag] + kGrain);
  }
}

void TaggerTrainer::LearnTransitions(const TrainingText& text, const TagLattice& lattice) {
  TagTransitions gradients{};
  for (size_t i = 1; i < text.tags.size(); ++i) {
    for (NameTag from = 0; from < kNameTags; ++from) {
      for (NameTag to = 0; to < kNameTags; ++to) {
        if (MayFollow(from, to)) gradients[from][to] -= lattice.Probability(i, from, to);
      }
    }
    gradients[text.tags[i - 1]][text.tags[i]] += 1;
  }
  for (size_t from = 0; from < kNameTags; ++from) Step(transitions_[from], gradients[from]);
}

std::unique_ptr<TaggerModel> TaggerTrainer::Model() const {
  // Only differences between tags count: "outside" becomes 0.
  std::vector<std::array<float, TaggerModel::kWeights>> weights(rows_.size());
  float largest = 0;
  for (size_t i = 0; i < rows_.size(); ++i) {
    for (size_t tag = 1; tag < kNameTags; ++tag) {
      const float weight = rows_[i].weights[tag] - rows_[i].weights[kOutside];
      weights[i][tag - 1] = weight;
      largest = std::max(largest, std::abs(weight));
    }
  }
  const float step = std::max(largest, 1e-3F) / 127;
  std::vector<TaggerModel::Entry> entries;
  for (size_t i = 0; i < rows_.size(); ++i) {
    TaggerModel::Entry entry;
    entry.feature = features_[i];
    bool counts = false;
    for (size_t w = 0; w < TaggerModel::kWeights; ++w) {
      entry.weights[w] = static_cast<int8_t>(std::lround(weights[i][w] / step));
      counts = counts || std::abs(weights[i][w]) >= options_.smallest;
    }
    if (counts) entries.push_back(entry);
  }
  TagTransitions transitions;
  for (size_t from = 0; from < kNameTags; ++from) transitions[from] = transitions_[from].weights;
  return std::make_unique<TaggerModel>(std::move(entries), step, transitions);
}

}  // namespace yinzheng::knowledge
