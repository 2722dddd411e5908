// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// train_names: learns the model of names (data/names.model) from annotated texts and says how it
// does on texts kept apart. See docs/recognition.md for the sets and the one command.

#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "CLI/CLI.hpp"
#include "indexer/knowledge/training/training_run.h"

// NOLINTNEXTLINE(bugprone-exception-escape): CLI11 throws where flags are declared wrongly.
int main(int argc, char** argv) {
  CLI::App app{"Learns the model that helps to recognise names."};
  yinzheng::knowledge::TrainingRun run;
  app.add_option("--transcripts", run.transcripts, "Files as AISHELL-NER writes them");
  app.add_option("--sentences", run.sentences, "Files as Universal NER writes them");
  app.add_option("--held-out", run.held_out,
                 "Universal NER files to measure on, not to learn from");
  app.add_option("--calibration", run.calibration,
                 "JSON lines to learn the trust in evidence from");
  app.add_option("--calibration-lines", run.calibration_lines, "How many lines of each");
  app.add_option("--calibration-weight", run.calibration_weight, "How often each counts");
  app.add_option("--model", run.model, "Where to write the model")->required();
  app.add_option("--epochs", run.options.epochs, "Passes over the texts");
  app.add_option("--clauses", run.clauses, "Clauses of a transcript that are joined");
  app.add_option("--rate", run.options.rate, "Length of the first step");
  app.add_option("--decay", run.options.decay, "Pull of weights towards zero");
  app.add_option("--least-seen", run.options.least_seen, "Leave out rarer features");
  app.add_option("--smallest", run.options.smallest, "Leave out features of smaller weights");
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = run.Run(std::cout);
  if (!status.ok()) std::cerr << "train_names: " << status.message() << '\n';
  return status.ok() ? 0 : 1;
}
