// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Plain BM25 over whole records, to measure the search against: no stop words, no weights, no
// passages, all in memory. It shares the folding, the segmentation and the numerals of the index,
// so that the script or the width of a text is no handicap to it. For sets of some thousand
// records.

#ifndef YINZHENG_TESTS_QUALITY_BASELINE_RANKER_H_
#define YINZHENG_TESTS_QUALITY_BASELINE_RANKER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/segmenter.h"
#include "tests/quality/retrieval_set.h"

namespace yinzheng::quality {

enum class BaselineTerms {
  kBigrams,          // Pairs of characters, lone characters, runs of letters or digits.
  kUnigramsBigrams,  // Those and every single character.
  kWords,            // A segmentation into words.
  kAll,              // Single characters, pairs, and the words of a segmentation for search.
};

inline constexpr BaselineTerms kBaselines[] = {BaselineTerms::kBigrams,
                                               BaselineTerms::kUnigramsBigrams,
                                               BaselineTerms::kWords, BaselineTerms::kAll};

std::string_view NameOf(BaselineTerms terms);

// Immutable once made. BM25 with k1 1.2, b 0.75 and the inverse document frequency of Robertson and
// Spärck Jones, kept above zero for terms of most records.
class BaselineRanker {
 public:
  // Both must outlive it.
  BaselineRanker(BaselineTerms terms, const text::Analyzer& analyzer,
                 const text::Segmenter& segmenter)
      : terms_(terms), analyzer_(analyzer), segmenter_(segmenter) {}

  void Add(const Record& record);

  // Ids of the best records, best first, equal ones in the order added; none without a common term.
  std::vector<std::string> Rank(std::string_view question, size_t limit) const;

 private:
  struct Posting {
    uint32_t record = 0;
    uint32_t count = 0;
  };

  std::vector<std::string> TermsOf(std::string_view utf8) const;

  BaselineTerms terms_;
  const text::Analyzer& analyzer_;
  const text::Segmenter& segmenter_;
  std::vector<std::string> ids_;
  std::vector<double> lengths_;
  double total_length_ = 0;
  absl::flat_hash_map<std::string, std::vector<Posting>> postings_;
};

}  // namespace yinzheng::quality

#endif  // YINZHENG_TESTS_QUALITY_BASELINE_RANKER_H_
