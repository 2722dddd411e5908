// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/imported/nearest_text.h"

#include <algorithm>
#include <cstdint>
#include <unordered_set>

#include "indexer/knowledge/citation.h"
#include "indexer/text/reading.h"

namespace yinzheng::knowledge {
namespace {

constexpr uint32_t kShown = 120;        // Code points.
constexpr size_t kLeastShare = 3;       // One in so many pairs.
constexpr size_t kMostWords = 1 << 12;  // Of a quote that is compared.

using Pairs = std::unordered_set<uint64_t>;

uint64_t PairAt(std::u32string_view text, size_t i) {
  return (static_cast<uint64_t>(text[i]) << 32) | text[i + 1];
}

Pairs PairsOf(std::u32string_view text) {
  Pairs pairs;
  for (size_t i = 0; i + 1 < text.size(); ++i) pairs.insert(PairAt(text, i));
  return pairs;
}

size_t CountShared(const Pairs& wanted, std::u32string_view sentence) {
  Pairs shared;
  for (size_t i = 0; i + 1 < sentence.size(); ++i) {
    if (wanted.contains(PairAt(sentence, i))) shared.insert(PairAt(sentence, i));
  }
  return shared.size();
}

}  // namespace

std::string NearestText(const ArticleContext& context, std::u32string_view words) {
  const std::u32string quote = text::Reading(words.substr(0, kMostWords)).text();
  const Pairs wanted = PairsOf(quote);
  text::Span nearest;
  size_t most = 0;
  for (const text::Sentence& sentence : context.reading.sentences()) {
    const size_t shared = CountShared(wanted, context.reading.Text(sentence.span));
    if (shared <= most) continue;
    most = shared;
    nearest = sentence.span;
  }
  if (most * kLeastShare < wanted.size()) return "";
  nearest.end = std::min(nearest.end, nearest.begin + kShown);
  return PrintedText(context, nearest);
}

}  // namespace yinzheng::knowledge
