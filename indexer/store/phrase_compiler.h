// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// From the text of a phrase to the terms that must follow each other. Part of the query compiler;
// ranking by words is not its business.

#ifndef YINZHENG_INDEXER_STORE_PHRASE_COMPILER_H_
#define YINZHENG_INDEXER_STORE_PHRASE_COMPILER_H_

#include <cstddef>
#include <string_view>

#include "indexer/store/compiled_query.h"
#include "indexer/text/analyzer.h"

namespace yinzheng::store {

// Characters and runs of one phrase; what follows is left out of it. The characters of a phrase are
// checked in every text that has its pairs, so that its cost grows with them.
inline constexpr size_t kMaxPhraseTerms = 200;

// `text` as a phrase. Empty if it holds nothing that is indexed. One analysis, or three where it
// begins or ends in a run.
CompiledPhrase MakePhrase(const text::Analyzer& analyzer, std::u32string_view text);

// The same as the beginning of something: where the last term is a run, longer ones count. Two
// Chinese characters are the beginning of whatever follows them anyway.
CompiledPhrase MakePrefix(const text::Analyzer& analyzer, std::u32string_view text);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_PHRASE_COMPILER_H_
