// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Cuts an article into sentences and passages, the units of neighbouring context and of ranking.
// Decides by the reading's paragraphs and sentences and by length alone.

#ifndef YINZHENG_INDEXER_PIPELINE_PASSAGES_H_
#define YINZHENG_INDEXER_PIPELINE_PASSAGES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "indexer/text/span.h"

namespace yinzheng::indexer {

// Sizes of passages in code points of the body. Shorter paragraphs are joined up to about
// `target`, longer ones are cut between sentences before `limit`; only a sentence that is longer by
// itself makes a longer passage.
struct PassageOptions {
  uint32_t target = 400;
  uint32_t limit = 600;
};

// Spans are code points of the body, ordered, not overlapping, without outer spaces.
struct ArticleLayout {
  std::vector<text::Span> sentences;
  // Runs of whole sentences. A passage ends where masked text begins, unless that stands inside a
  // sentence, which it then holds in its middle.
  std::vector<text::Span> passages;
};

// The layout of `body` read around `masks`. Every sentence is in exactly one passage.
ArticleLayout LayOut(std::u32string_view body, absl::Span<const text::Span> masks,
                     const PassageOptions& options = {});

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_PIPELINE_PASSAGES_H_
