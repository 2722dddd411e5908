// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/highlighter.h"

#include <algorithm>
#include <optional>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "indexer/store/passage_analysis.h"
#include "indexer/store/passage_marks.h"
#include "indexer/text/gram_analysis.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using text::Span;

// What a mark covers without what was skipped inside it.
std::vector<Span> Without(Span span, const std::vector<Span>& skipped) {
  std::vector<Span> parts;
  uint32_t at = span.begin;
  for (const Span skip : skipped) {
    if (skip.end <= at || skip.begin >= span.end) continue;
    if (skip.begin > at) parts.push_back({at, skip.begin});
    at = std::max(at, skip.end);
  }
  if (at < span.end) parts.push_back({at, span.end});
  return parts;
}

std::vector<Span> Merged(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> merged;
  for (const Span span : spans) {
    if (!merged.empty() && span.begin <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, span.end);
    } else {
      merged.push_back(span);
    }
  }
  return merged;
}

// Whether all pairs of characters of some word of the query that is to be cut are there.
bool MayHoldWord(const std::vector<text::IndexToken>& grams, const MarkNeeds& needs) {
  if (needs.words.empty()) return false;
  absl::flat_hash_set<absl::string_view> pairs;
  for (const text::IndexToken& gram : grams) {
    if (gram.kind == text::TokenKind::kBigram) pairs.insert(gram.term);
  }
  return std::any_of(needs.words.begin(), needs.words.end(), [&](const auto& word) {
    return std::all_of(word.begin(), word.end(),
                       [&](const std::string& pair) { return pairs.contains(pair); });
  });
}

}  // namespace

std::vector<text::IndexToken> Highlighter::TokensOf(const PassageHit& passage,
                                                    const MarkNeeds& needs) const {
  const std::u32string text = text::DecodeUtf8(passage.passage.text());
  const auto begin = static_cast<uint32_t>(passage.passage.span().start());
  const text::GramChoice choice = {needs.values, needs.between ? nullptr : &needs.beginnings};
  std::vector<text::IndexToken> grams =
      AnalyzePassage([&](std::u32string_view kept) { return text::AnalyzeGrams(kept, choice); },
                     text, begin, passage.skipped);
  if (!MayHoldWord(grams, needs)) return grams;
  return AnalyzePassage(analyzer_, text, begin, passage.skipped);
}

std::vector<yinzheng::v1::TextSpan> Highlighter::Highlight(const PassageHit& passage) const {
  std::optional<MarkNeeds> loosened;
  if (!passage.loosened.empty()) loosened = NeedsOf(query_, /*loosened=*/true);
  const MarkNeeds& needs = loosened.has_value() ? *loosened : needs_;
  const std::vector<text::IndexToken> tokens = TokensOf(passage, needs);
  std::vector<Span> parts;
  for (const Span span : PassageMarks(query_, needs, tokens, passage.loosened).Find()) {
    for (const Span part : Without(span, passage.skipped)) parts.push_back(part);
  }
  std::vector<yinzheng::v1::TextSpan> highlights;
  for (const Span span : Merged(std::move(parts))) {
    yinzheng::v1::TextSpan& highlight = highlights.emplace_back();
    highlight.set_start(static_cast<int32_t>(span.begin));
    highlight.set_end(static_cast<int32_t>(span.end));
  }
  return highlights;
}

}  // namespace yinzheng::store
