// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Analysed text as postings of a document. Internal to the store; may throw what Xapian throws.

#ifndef YINZHENG_INDEXER_STORE_TOKEN_POSTINGS_H_
#define YINZHENG_INDEXER_STORE_TOKEN_POSTINGS_H_

#include <xapian.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"

namespace yinzheng::store {

// Adds `tokens` with positions from `first` on, `weight` to a frequency for each, and returns the
// position after the last. Single characters and runs have positions; so have the values of numbers
// and dates, where they begin and where they end, since phrases come up to them from both sides.
// Pairs, words and codes only count. Punctuation is the term kBreakTerm at its place, and counts
// nothing.
uint32_t AddPostings(const std::vector<text::IndexToken>& tokens, std::string_view prefix,
                     uint32_t first, uint32_t weight, Xapian::Document& document);

// Adds the terms that ranges of numbers are found by.
void AddNumberTerms(const std::vector<text::IndexToken>& tokens, Xapian::Document& document);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_TOKEN_POSTINGS_H_
