// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_TAGGER_TAGGER_MODEL_H_
#define YINZHENG_INDEXER_KNOWLEDGE_TAGGER_TAGGER_MODEL_H_

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/knowledge/tagger/name_tag.h"
#include "indexer/knowledge/tagger/tag_lattice.h"

namespace yinzheng::knowledge {

// What training learned: for each feature how much it speaks for each tag against "outside", and
// how tags follow each other. Weights are kept in one byte each; a feature with its twelve weights
// fills 16 bytes, so that looking one up touches one line of the processor's cache.
//
// The file (little-endian, as all supported machines are): magic "YZNM", format version, feature
// version, number of features, step of a weight (float), transitions (13 x 13 floats), then the
// features in ascending order, each with its weights. docs/recognition.md says how it is made and
// whose data it was learned from.
//
// Immutable and safe for concurrent use. Memory: 32 bytes a feature.
class TaggerModel {
 public:
  static constexpr size_t kWeights = kNameTags - 1;  // all but "outside", which is the measure

  struct Entry {
    uint32_t feature = 0;  // never 0 in a model
    std::array<int8_t, kWeights> weights{};
  };

  // From its parts, for training. `step` is what one unit of a weight stands for; features may come
  // in any order, each once.
  TaggerModel(const std::vector<Entry>& entries, float step, const TagTransitions& transitions);

  // Reads what Encode wrote. InvalidArgument if it is none or was made for other features.
  static absl::StatusOr<std::unique_ptr<TaggerModel>> Decode(std::string_view bytes);
  // Reads a file. NotFound, or InvalidArgument naming the file.
  static absl::StatusOr<std::unique_ptr<TaggerModel>> Load(const std::string& path);

  std::string Encode() const;

  // The scores of all tags for a character with these features; those the model does not know say
  // nothing. Cost: a lookup a feature.
  TagScores Score(const std::vector<uint32_t>& features) const;

  const TagTransitions& transitions() const { return transitions_; }
  size_t size() const { return size_; }

 private:
  std::vector<Entry> table_;  // open addressing; feature 0 is an empty place
  size_t size_ = 0;
  uint32_t mask_ = 0;
  float step_ = 0;
  TagTransitions transitions_{};
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_TAGGER_TAGGER_MODEL_H_
