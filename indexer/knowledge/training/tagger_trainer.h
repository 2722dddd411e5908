// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_TRAINING_TAGGER_TRAINER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_TRAINING_TAGGER_TRAINER_H_

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "indexer/knowledge/tagger/name_tag.h"
#include "indexer/knowledge/tagger/tagger_model.h"

namespace yinzheng::knowledge {

// A text as training sees it: the features of each character (NameFeatures) and what it is.
struct TrainingText {
  std::vector<std::vector<uint32_t>> features;
  std::vector<NameTag> tags;  // a sequence that MayFollow allows
  // Tells only how far each kind of evidence is to be trusted: nothing is learned of its characters
  // and words (NameFeatures::HoldsText).
  bool calibrates = false;
};

struct TrainerOptions {
  int epochs = 2;
  float rate = 0.04F;       // of the first step; AdaGrad shortens the later ones
  float decay = 1e-3F;      // pull of each seen weight towards 0 a step (L2)
  uint32_t least_seen = 4;  // features of fewer characters are left out
  float smallest = 0.08F;   // features whose weights all stay under this are left out of the model
  uint32_t seed = 1;        // of the order in which texts are seen
};

// Learns the weights under which the annotated sequences are most probable: maximum likelihood of a
// linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) by stochastic gradient
// steps with a rate of its own for each weight (AdaGrad: Duchi, Hazan, Singer 2011). The same texts
// and options give the same model. Memory: about 100 bytes a feature and four a sighting; cost:
// some ten microseconds a character and epoch.
class TaggerTrainer {
 public:
  TaggerTrainer(std::vector<TrainingText> texts, const TrainerOptions& options);

  // One pass over all texts. Returns the mean log-likelihood of a character before its step.
  double RunEpoch();

  // The model as learned so far.
  std::unique_ptr<TaggerModel> Model() const;

  size_t feature_count() const { return features_.size(); }

 private:
  struct Row {
    TagScores weights{};
    TagScores squares{};  // sums of squared gradients
  };

  void Index();
  std::vector<uint32_t> FrequentFeatures() const;
  double Learn(const TrainingText& text);
  void Step(Row& row, const TagScores& gradient) const;
  void LearnTransitions(const TrainingText& text, const class TagLattice& lattice);

  std::vector<TrainingText> texts_;  // features replaced by indices of rows
  TrainerOptions options_;
  std::vector<uint32_t> features_;  // of the rows
  std::vector<Row> rows_;
  std::array<Row, kNameTags> transitions_;
  std::vector<uint32_t> order_;
  uint32_t epoch_ = 0;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_TRAINING_TAGGER_TRAINER_H_
