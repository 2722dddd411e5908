// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/quote_marks.h"

#include <algorithm>

#include "indexer/text/unicode.h"

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

constexpr std::u32string_view kOpening = U"“‘《〈「『";
constexpr std::u32string_view kClosing = U"”’》〉」』";

bool IsLatin(std::u32string_view text, size_t at) {
  return at < text.size() && text::IsLatinLetter(text[at]);
}

// The marks of `span` whose partners are outside: the first closing and the last opening one.
struct LoneMarks {
  char32_t closing = 0;
  char32_t opening = 0;
};

LoneMarks FindLoneMarks(std::u32string_view reading, text::Span span) {
  LoneMarks lone;
  std::vector<size_t> open;  // Kinds.
  for (uint32_t i = span.begin; i < span.end; ++i) {
    const char32_t c = reading[i];
    if (const size_t kind = kOpening.find(c); kind != std::u32string_view::npos) {
      open.push_back(kind);
      continue;
    }
    const size_t kind = kClosing.find(c);
    if (kind == std::u32string_view::npos) continue;
    const bool apostrophe =
        c == U'’' && i > 0 && IsLatin(reading, i - 1) && IsLatin(reading, i + 1);
    if (!open.empty() && open.back() == kind) {
      open.pop_back();
    } else if (lone.closing == 0 && !apostrophe) {
      lone.closing = c;
    }
  }
  if (!open.empty()) lone.opening = kOpening[open.back()];
  return lone;
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

bool SplitsQuotation(std::u32string_view reading, text::Span span) {
  const LoneMarks lone = FindLoneMarks(reading, span);
  return lone.closing != 0 || lone.opening != 0;
}

text::Span WithPartnerMarks(std::u32string_view reading, text::Span span) {
  for (;;) {
    const LoneMarks lone = FindLoneMarks(reading, span);
    const bool before = lone.closing != 0 && span.begin > 0 &&
                        reading[span.begin - 1] == kOpening[kClosing.find(lone.closing)];
    const bool behind = lone.opening != 0 && span.end < reading.size() &&
                        reading[span.end] == kClosing[kOpening.find(lone.opening)];
    if (!before && !behind) return span;
    if (before) --span.begin;
    if (behind) ++span.end;
  }
}

}  // namespace yinzheng::knowledge
