// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What became of the facts from one generation to another: which are gone, which are new. Facts are
// told apart by their names, which stay for the same statement; other citations, confidence or
// notes do not make another fact. Not a comparison of articles, entities or ranking.

#ifndef YINZHENG_INDEXER_PIPELINE_FACT_DIFF_H_
#define YINZHENG_INDEXER_PIPELINE_FACT_DIFF_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"
#include "indexer/store/index_snapshot.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::indexer {

struct FactDiff {
  int64_t before = 0;  // facts of the earlier generation
  int64_t after = 0;
  int64_t lost = 0;
  int64_t gained = 0;
  // At most so many of each as were asked for, in the order of names.
  std::vector<v1::Fact> lost_examples;
  std::vector<v1::Fact> gained_examples;

  // Of the facts before, in percent; 0 if there were none.
  double LostPercent() const;

  // For people: three lines of counts, then a line for each example, `-` lost and `+` gained.
  std::string ToString() const;
};

// Compares two generations, whatever analysis they were built with. Reads the facts of both once
// and holds the names of one: some 100 bytes a fact.
absl::StatusOr<FactDiff> CompareFacts(const store::IndexSnapshot& before,
                                      const store::IndexSnapshot& after, size_t examples);

// The same for facts that are not in an index yet. Facts that only the articles `taken_back` (their
// names in `before`) state are no loss and are not counted.
absl::StatusOr<FactDiff> CompareFacts(const store::IndexSnapshot& before,
                                      const std::vector<v1::Fact>& after, size_t examples,
                                      const absl::flat_hash_set<std::string>& taken_back = {});

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_PIPELINE_FACT_DIFF_H_
