// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The terms of a passage and where they stand in the body: the writer indexes by it and the
// highlighter marks by it. Masked parts and line breaks inside sentences are skipped, so that words
// the print broke are whole. Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_PASSAGE_ANALYSIS_H_
#define YINZHENG_INDEXER_STORE_PASSAGE_ANALYSIS_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"
#include "indexer/text/span.h"
#include "yinzheng/v1/article.pb.h"

namespace yinzheng::store {

// The masks of an article, in code points of its body.
std::vector<text::Span> MaskSpans(const yinzheng::v1::Article& article);

// For every passage (spans of the body) the parts of it that are not read, in code points of the
// body. Whether a line break lies inside a sentence is decided by the whole article, which is why
// it is done once and recorded.
std::vector<std::vector<text::Span>> SkippedParts(const yinzheng::v1::Article& article,
                                                  std::u32string_view body,
                                                  const std::vector<text::Span>& passages);

// What is read of a passage, and for each character of it its place in the body.
struct KeptText {
  std::u32string text;
  std::vector<uint32_t> places;
};

// The passage that begins at `begin` in the body, without the parts that are skipped.
KeptText KeptParts(std::u32string_view passage, uint32_t begin,
                   const std::vector<text::Span>& skipped);

// Turns text into tokens, as text::Analyzer::Analyze does.
using TextAnalysis = std::function<std::vector<text::IndexToken>(std::u32string_view)>;

// Tokens of the passage that begins at `begin` in the body; their spans are code points of the
// body.
std::vector<text::IndexToken> AnalyzePassage(const TextAnalysis& analyze,
                                             std::u32string_view passage, uint32_t begin,
                                             const std::vector<text::Span>& skipped);
std::vector<text::IndexToken> AnalyzePassage(const text::Analyzer& analyzer,
                                             std::u32string_view passage, uint32_t begin,
                                             const std::vector<text::Span>& skipped);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_PASSAGE_ANALYSIS_H_
