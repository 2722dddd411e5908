// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/passage_analysis.h"

#include <algorithm>
#include <string>

#include "indexer/text/reading.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using text::Span;

// True if a passage may hold something to skip; most articles of a line a paragraph do not.
bool MaySkip(std::u32string_view passage, Span place, const std::vector<Span>& masks) {
  return std::any_of(passage.begin(), passage.end(), text::IsLineBreak) ||
         std::any_of(masks.begin(), masks.end(), [&](Span mask) { return mask.overlaps(place); });
}

// What lies between two paragraphs: everything but one line break, so that a border stays a border
// and furniture there is not read.
void AddBorderGaps(std::u32string_view body, Span between, std::vector<Span>& gaps) {
  const std::u32string_view text = text::Slice(body, between);
  const auto line_break = std::find_if(text.begin(), text.end(), text::IsLineBreak);
  if (line_break == text.end()) {
    gaps.push_back(between);
    return;
  }
  const uint32_t at = between.begin + static_cast<uint32_t>(line_break - text.begin());
  if (at > between.begin) gaps.push_back({between.begin, at});
  if (between.end > at + 1) gaps.push_back({at + 1, between.end});
}

// The parts of the passage that no character of the reading was read from.
std::vector<Span> Gaps(const text::Reading& reading, std::u32string_view body, Span passage) {
  const Span read = reading.FromBody(passage);
  if (read.empty()) return {passage};
  std::vector<Span> gaps;
  uint32_t at = passage.begin;
  bool border = false;
  for (uint32_t i = read.begin; i < read.end; ++i) {
    if (reading.text()[i] == U'\n') {
      border = true;
      continue;
    }
    const Span place = reading.ToBody({i, i + 1});
    if (place.begin > at) {
      if (border) {
        AddBorderGaps(body, {at, place.begin}, gaps);
      } else {
        gaps.push_back({at, place.begin});
      }
    }
    at = std::max(at, place.end);
    border = false;
  }
  if (at < passage.end) gaps.push_back({at, passage.end});
  return gaps;
}

}  // namespace

std::vector<Span> MaskSpans(const yinzheng::v1::Article& article) {
  std::vector<Span> masks;
  for (const yinzheng::v1::Mask& mask : article.masks()) {
    masks.push_back({static_cast<uint32_t>(std::max(mask.span().start(), 0)),
                     static_cast<uint32_t>(std::max(mask.span().end(), 0))});
  }
  return masks;
}

std::vector<std::vector<Span>> SkippedParts(const yinzheng::v1::Article& article,
                                            std::u32string_view body,
                                            const std::vector<Span>& passages) {
  std::vector<std::vector<Span>> skipped(passages.size());
  const std::vector<Span> masks = MaskSpans(article);
  const bool any = std::any_of(passages.begin(), passages.end(), [&](Span passage) {
    return MaySkip(text::Slice(body, passage), passage, masks);
  });
  if (!any) return skipped;
  const text::Reading reading(body, masks);
  for (size_t i = 0; i < passages.size(); ++i) skipped[i] = Gaps(reading, body, passages[i]);
  return skipped;
}

KeptText KeptParts(std::u32string_view passage, uint32_t begin, const std::vector<Span>& skipped) {
  KeptText kept;
  kept.text.reserve(passage.size());
  kept.places.reserve(passage.size());
  size_t skip = 0;
  for (uint32_t i = 0; i < passage.size(); ++i) {
    const uint32_t place = begin + i;
    while (skip < skipped.size() && skipped[skip].end <= place) ++skip;
    if (skip < skipped.size() && skipped[skip].contains(place)) continue;
    kept.text.push_back(passage[i]);
    kept.places.push_back(place);
  }
  return kept;
}

std::vector<text::IndexToken> AnalyzePassage(const text::Analyzer& analyzer,
                                             std::u32string_view passage, uint32_t begin,
                                             const std::vector<Span>& skipped) {
  return AnalyzePassage([&](std::u32string_view kept) { return analyzer.Analyze(kept); }, passage,
                        begin, skipped);
}

std::vector<text::IndexToken> AnalyzePassage(const TextAnalysis& analyze,
                                             std::u32string_view passage, uint32_t begin,
                                             const std::vector<Span>& skipped) {
  const auto [kept, places] = KeptParts(passage, begin, skipped);
  std::vector<text::IndexToken> tokens = analyze(kept);
  for (text::IndexToken& token : tokens) {
    if (token.span.empty() || token.span.end > places.size()) continue;
    token.span = {places[token.span.begin], places[token.span.end - 1] + 1};
  }
  return tokens;
}

}  // namespace yinzheng::store
