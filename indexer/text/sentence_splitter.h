// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Sentences, the parts of quotations and clauses of one paragraph of reading text (Simplified,
// narrow forms, curly quotes). Works by punctuation and its nesting alone, without words. Callers
// use Reading, which keeps the results.

#ifndef YINZHENG_INDEXER_TEXT_SENTENCE_SPLITTER_H_
#define YINZHENG_INDEXER_TEXT_SENTENCE_SPLITTER_H_

#include <string_view>
#include <vector>

#include "indexer/text/span.h"

namespace yinzheng::text::internal {

// The sentences of `paragraph`. An end mark inside brackets ends nothing. A quotation stays with
// the words that frame it: “甲。乙。”他说。 is one sentence, 他说：“甲。乙。”他走了。 is two.
// Brackets and quotes that are never closed count as plain characters. Spans carry no outer spaces;
// none is empty.
std::vector<Span> SplitSentences(std::u32string_view text, Span paragraph);

// As SplitSentences, but sentences inside quotations are split too.
std::vector<Span> SplitParts(std::u32string_view text, Span sentence);

// SplitParts, cut further after , ; and : outside of brackets and numbers.
std::vector<Span> SplitClauses(std::u32string_view text, Span sentence);

// `span` without spaces at its ends.
Span TrimSpaces(std::u32string_view text, Span span);

}  // namespace yinzheng::text::internal

#endif  // YINZHENG_INDEXER_TEXT_SENTENCE_SPLITTER_H_
