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

#include "indexer/text/analyzer.h"

namespace yinzheng::text {

// The tokens of Analyzer::Analyze but the words (kWord) and, unless `values`, the values of numbers
// and dates, all of which hold a digit. Safe for concurrent use.
std::vector<IndexToken> AnalyzeGrams(std::u32string_view text, bool values);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_GRAM_ANALYSIS_H_
