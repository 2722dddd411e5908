// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/quote_marks.h"

#include <algorithm>

namespace yinzheng::knowledge {
namespace {

bool EndsSentence(char32_t c) {
  return c == U'。' || c == U'!' || c == U'?' || c == U'…' || c == U';';
}

bool IsSentenceLike(std::u32string_view inner) {
  constexpr size_t kShortest = 6;
  constexpr size_t kClauseLength = 18;
  if (inner.size() < kShortest) return false;
  if (std::any_of(inner.begin(), inner.end(), EndsSentence)) return true;
  return inner.size() >= kClauseLength && inner.find(U',') != std::u32string_view::npos;
}

}  // namespace

std::vector<QuotedSpan> FindQuotedSpans(std::u32string_view reading, text::Span range) {
  std::vector<QuotedSpan> found;
  uint32_t open = 0;
  int depth = 0;
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (reading[i] == U'“') {
      if (depth++ == 0) open = i;
    } else if (reading[i] == U'”' && depth > 0 && --depth == 0) {
      QuotedSpan quote;
      quote.inner = {open + 1, i};
      quote.outer = {open, i + 1};
      quote.sentence_like = IsSentenceLike(text::Slice(reading, quote.inner));
      found.push_back(quote);
    }
  }
  return found;
}

}  // namespace yinzheng::knowledge
