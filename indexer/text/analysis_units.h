// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The units that search positions count: Chinese characters and runs of letters or digits, found in
// a folded key. The first half of the Analyzer, which makes terms of them; nobody else needs it.

#ifndef YINZHENG_INDEXER_TEXT_ANALYSIS_UNITS_H_
#define YINZHENG_INDEXER_TEXT_ANALYSIS_UNITS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/text/span.h"

namespace yinzheng::text::internal {

enum class UnitKind : uint8_t { kHan, kLetters, kDigits };

// How a unit stands to the one before it.
enum class UnitLink : uint8_t {
  kAdjacent,  // Nothing between, or only quotes and title marks: “三城一区”主平台 reads on.
  kConnected,  // One hyphen, full stop, slash or the like between letters or digits: pd-1728.
  kSpaced,     // White space, a middle dot or a symbol between: near, but no bigram across.
  kBroken,     // Punctuation or a line feed between; also the first unit.
};

struct AnalysisUnit {
  Span span;          // Code points of the key; thousands separators included.
  uint32_t position;  // As in IndexToken.
  UnitKind kind;
  UnitLink link;
};

// The units of `key` (FoldCharacters) in order. Kana and Hangul syllables count as Chinese
// characters.
std::vector<AnalysisUnit> FindUnits(std::u32string_view key);

}  // namespace yinzheng::text::internal

#endif  // YINZHENG_INDEXER_TEXT_ANALYSIS_UNITS_H_
