// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_TRAINING_TRAINING_RUN_H_
#define YINZHENG_INDEXER_KNOWLEDGE_TRAINING_TRAINING_RUN_H_

#include <iosfwd>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "indexer/knowledge/training/tagger_trainer.h"

namespace yinzheng::knowledge {

// From annotated files to a model file: reads them, sees each text as the recogniser does, learns,
// reports each epoch and what the model finds in texts kept apart. The program train_names is its
// command line. Not for use at run time.
struct TrainingRun {
  std::vector<std::string> transcripts;
  std::vector<std::string> sentences;
  std::vector<std::string> held_out;
  std::vector<std::string> calibration;  // JSON lines
  size_t calibration_lines = 0;          // how many of each file
  size_t calibration_weight = 1;         // how often each counts in an epoch
  std::string model;                     // where to write
  size_t clauses = 4;
  TrainerOptions options;

  // Needs the data directory of the programs. NotFound or InvalidArgument, naming the file.
  absl::Status Run(std::ostream& report) const;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_TRAINING_TRAINING_RUN_H_
