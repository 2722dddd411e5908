// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/annotated_text.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

// Marks which overlay owns each code point, so that the first to claim a span keeps it.
class Claims {
 public:
  explicit Claims(size_t size) : taken_(size, false) {}

  bool Claim(text::Span span) {
    if (span.empty() || span.end > taken_.size()) return false;
    for (uint32_t i = span.begin; i < span.end; ++i) {
      if (taken_[i]) return false;
    }
    std::fill(taken_.begin() + span.begin, taken_.begin() + span.end, true);
    return true;
  }

 private:
  std::vector<bool> taken_;
};

std::vector<Word> Overlays(const AnnotatedText& text) {
  Claims claims(text.context->reading.text().size());
  std::vector<Word> overlays;
  const auto add = [&](text::Span span, WordKind kind, size_t index) {
    if (claims.Claim(span)) overlays.push_back({span, kind, static_cast<int32_t>(index), "x"});
  };
  for (size_t i = 0; i < text.entities->mentions.size(); ++i) {
    add(text.entities->mentions[i].span, WordKind::kEntity, i);
  }
  for (size_t i = 0; i < text.dates.size(); ++i) add(text.dates[i].span, WordKind::kDate, i);
  for (size_t i = 0; i < text.ranks.size(); ++i) add(text.ranks[i].span, WordKind::kRank, i);
  for (size_t i = 0; i < text.quantities.size(); ++i) {
    const text::QuantityMatch& quantity = text.quantities[i];
    const size_t before = overlays.size();
    add(quantity.full_span, WordKind::kQuantity, i);
    if (overlays.size() == before) add(quantity.span, WordKind::kQuantity, i);
  }
  std::sort(overlays.begin(), overlays.end(),
            [](const Word& a, const Word& b) { return a.span < b.span; });
  return overlays;
}

bool IsMark(std::u32string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char32_t c) { return text::IsPunctuation(c) || text::IsSpace(c); });
}

// Parts of speech for what is left of a token that a name cuts in two: the segmenter took 某院是
// for one word, and 是 would be a noun like it.
class RestTags {
 public:
  explicit RestTags(const AnnotatedText& text) : text_(text) {}

  // The tag that the words have elsewhere in the article, else what everybody knows of them, else
  // that of the whole token.
  std::string_view TagOf(text::Span rest, const text::Token& token) {
    if (known_.empty()) Learn();
    const auto it = known_.find(text_.Text(rest));
    return it == known_.end() ? std::string_view(token.tag) : it->second;
  }

 private:
  void Learn() {
    static constexpr std::pair<std::u32string_view, std::string_view> kCommon[] = {
        {U"是", "v"},  {U"有", "v"},  {U"为", "p"}, {U"在", "p"}, {U"与", "p"}, {U"和", "c"},
        {U"由", "p"},  {U"从", "p"},  {U"对", "p"}, {U"将", "d"}, {U"已", "d"}, {U"也", "d"},
        {U"的", "uj"}, {U"了", "ul"}, {U"等", "u"}, {U"及", "c"}, {U"任", "v"}, {U"达", "v"}};
    for (const text::Token& token : text_.context->tokens) {
      known_.emplace(text_.Text(token.span), token.tag);
    }
    for (const auto& [word, tag] : kCommon) known_.insert_or_assign(word, tag);
  }

  const AnnotatedText& text_;
  std::unordered_map<std::u32string_view, std::string_view> known_;
};

Word PieceOf(const AnnotatedText& text, const text::Token& token, text::Span span,
             RestTags& rests) {
  const bool mark = IsMark(text.Text(span));
  const bool cut = !mark && span != token.span;
  return {span, mark ? WordKind::kPunctuation : WordKind::kWord, -1,
          cut ? rests.TagOf(span, token) : std::string_view(token.tag)};
}

// The parts of the tokens between two overlays.
void AddTokens(text::Span gap, size_t& token, RestTags& rests, AnnotatedText& text) {
  const std::vector<text::Token>& tokens = text.context->tokens;
  while (token < tokens.size() && tokens[token].span.end <= gap.begin) ++token;
  for (size_t i = token; i < tokens.size() && tokens[i].span.begin < gap.end; ++i) {
    const text::Span piece = text::Intersect(tokens[i].span, gap);
    if (!piece.empty()) text.words.push_back(PieceOf(text, tokens[i], piece, rests));
  }
}

}  // namespace

size_t AnnotatedText::WordAt(uint32_t position) const {
  const auto it = std::upper_bound(words.begin(), words.end(), position,
                                   [](uint32_t p, const Word& word) { return p < word.span.end; });
  return static_cast<size_t>(it - words.begin());
}

AnnotatedText Annotate(const ArticleContext& context, const DocumentEntities& entities) {
  const std::u32string& reading = context.reading.text();
  AnnotatedText text;
  text.context = &context;
  text.entities = &entities;
  text.quantities = text::FindQuantities(reading);
  text.dates = text::FindDates(reading, context.published);
  text.ranks = text::FindRanks(reading);
  uint32_t position = 0;
  size_t token = 0;
  RestTags rests(text);
  for (const Word& overlay : Overlays(text)) {
    AddTokens({position, std::max(position, overlay.span.begin)}, token, rests, text);
    text.words.push_back(overlay);
    position = overlay.span.end;
  }
  AddTokens({position, static_cast<uint32_t>(reading.size())}, token, rests, text);
  return text;
}

}  // namespace yinzheng::knowledge
