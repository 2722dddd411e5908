// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The part of the analysis (analyzer.h) that needs no dictionary. For whoever looks for terms that
// it holds already, as highlighting does most of the time: cutting words is most of the cost of an
// analysis. Never for indexing.

#ifndef YINZHENG_INDEXER_TEXT_GRAM_ANALYSIS_H_
#define YINZHENG_INDEXER_TEXT_GRAM_ANALYSIS_H_

#include <string_view>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "indexer/text/analyzer.h"

namespace yinzheng::text {

// Which tokens are asked for; positions and spans are the same whatever is left out.
struct GramChoice {
  // The values of numbers and dates, all of which hold a digit.
  bool values = true;
  // The terms of Chinese characters that begin with one of these (folded, as terms are); all of
  // them if null. Runs of letters and digits, and what begins with one, are never left out. A
  // search asks for a dozen characters of the several hundred of a passage.
  const absl::flat_hash_set<char32_t>* beginnings = nullptr;
};

// The tokens of Analyzer::Analyze but the words (kWord) and what `choice` leaves out. Safe for
// concurrent use.
std::vector<IndexToken> AnalyzeGrams(std::u32string_view text, const GramChoice& choice);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_GRAM_ANALYSIS_H_
