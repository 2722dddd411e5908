// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/technology_finder.h"

#include <algorithm>
#include <map>
#include <vector>

namespace yinzheng::knowledge {
namespace {

constexpr size_t kTopical = 8;  // times that a text names what it is about
constexpr int kTopicalScore = 60;

// The longest technology that begins at the word's begin and ends with a word; empty if none.
text::Span TechnologyAt(const NameText& text, uint32_t begin) {
  const auto longest = static_cast<uint32_t>(text.lexicon().longest_technology());
  for (uint32_t size = std::min(longest, text.size() - begin); size >= 2; --size) {
    const text::Span span{begin, begin + size};
    if (text.IsWordEnd(span.end) && !text.lexicon().TechnologyOf(text.Slice(span)).empty()) {
      return span;
    }
  }
  return {begin, begin};
}

}  // namespace

void FindTechnologies(const NameText& text, NameCandidates& out) {
  std::map<std::u32string_view, std::vector<text::Span>> places;
  uint32_t next = 0;  // behind the last technology: 通用人工智能 is no 人工智能
  for (const NameWord& word : text.words()) {
    if (word.tag == WordTag::kPunctuation || word.span.begin < next) continue;
    const text::Span span = TechnologyAt(text, word.span.begin);
    next = std::max(next, span.end);
    if (!span.empty()) places[text.lexicon().TechnologyOf(text.Slice(span))].push_back(span);
  }
  for (const auto& [name, spans] : places) {
    if (spans.size() < kTopical) continue;
    for (const text::Span span : spans) {
      out.push_back({span, v1::ENTITY_TYPE_TECHNOLOGY, kTopicalScore, "technology-topic"});
    }
  }
}

}  // namespace yinzheng::knowledge
