// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What a build says of its facts files: how many of their lines became facts, and what is wrong
// with the others.

#ifndef YINZHENG_INDEXER_PIPELINE_IMPORT_REPORT_H_
#define YINZHENG_INDEXER_PIPELINE_IMPORT_REPORT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "indexer/knowledge/article_knowledge.h"
#include "indexer/knowledge/imported/imported_facts.h"

namespace yinzheng::indexer {

struct ImportReport {
  int64_t files = 0;
  int64_t read = 0;      // Lines that are not blank.
  int64_t indexed = 0;   // Lines that became facts of origin IMPORTED.
  int64_t merged = 0;    // Lines that became citations of a fact that was known otherwise.
  int64_t rejected = 0;  // Lines of which nothing stands.
  int64_t left_out = 0;  // Citations that do not stand, of lines that otherwise do.
  int64_t retracted =
      0;  // Citations of retracted articles, of lines that so lack them: no problem.
  // One for each rejected line and left-out citation, in order:
  // "path:line: CODE: reason", "path:line citations[1]: CODE: reason".
  std::vector<std::string> problems;

  // True if every claim stands.
  bool clean() const { return problems.empty(); }

  // For people: the counts and the first problems. Empty if no file was given.
  std::string ToString() const;
};

// Counts what became of `imported` in `knowledge`, which is resolved and verified. `retracted`
// holds what claims may call the articles that were left out: names, ids and paths.
ImportReport ReportImports(const knowledge::ImportedFacts& imported,
                           const knowledge::Knowledge& knowledge,
                           const absl::flat_hash_set<std::string>& retracted = {});

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_PIPELINE_IMPORT_REPORT_H_
