// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/abbreviated_place_finder.h"

#include <algorithm>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr uint64_t kAnyAbbreviation = kAbbreviation | kRegionAbbreviation;

bool AllAbbreviations(const NameText& text, text::Span span) {
  for (uint32_t i = span.begin; i < span.end; ++i) {
    const char32_t c = text.At(i);
    if (!text.lexicon().Is({&c, 1}, kAnyAbbreviation)) return false;
  }
  return true;
}

void AddEach(text::Span span, int score, NameCandidates& out) {
  for (uint32_t i = span.begin; i < span.end; ++i) {
    out.push_back({{i, i + 1}, v1::ENTITY_TYPE_PLACE, score, "abbreviated-place"});
  }
}

bool AfterCue(const NameText& text, size_t index) {
  if (index == 0) return false;
  const NameWord& before = text.words()[index - 1];
  // 日在|京: glued to a word that the segmenter did not know.
  const bool glued = !before.in_dictionary && text.Before(before.span.end) == U'在';
  return glued || (before.classes & kAbbreviationBefore) != 0;
}

bool BeforeCue(const NameText& text, uint32_t end) {
  const size_t size = text.lexicon().WordAfter(text.From(end, 5), kAbbreviationAfter);
  return size > 0 && text.IsWordEnd(end + static_cast<uint32_t>(size));
}

// 访华, 驻美: the dictionary's verbs of going and a place.
void AddGoingTo(const NameText& text, const NameWord& word, NameCandidates& out) {
  if (word.span.size() < 2) return;
  // 在京开幕: the dictionary holds it with what is done there.
  constexpr std::u32string_view kSeats = U"京沪津渝港澳台华穗蓉";
  const bool seat = kSeats.find(text.At(word.span.begin + 1)) != std::u32string_view::npos;
  if (text.At(word.span.begin) == U'在' && word.span.size() == 4 && seat) {
    AddEach({word.span.begin + 1, word.span.begin + 2}, 62, out);
  }
  const char32_t verb = text.At(word.span.begin);
  const text::Span place{word.span.begin + 1, word.span.begin + 2};
  if (verb == U'驻' || (verb == U'访' && word.span.size() == 2)) {
    if (AllAbbreviations(text, place)) AddEach(place, 66, out);
    return;
  }
  if (word.span.size() != 2) return;
  if (!text.lexicon().Is({&verb, 1}, kAbbreviationBefore) || !AllAbbreviations(text, place)) return;
  constexpr std::u32string_view kGoing = U"在访驻赴抵离来对援旅留返侵亲反";
  if (kGoing.find(verb) == std::u32string_view::npos) return;
  constexpr std::u32string_view kPlaces = U"华京美日俄英法德韩朝印沪港澳台欧苏";
  if (kPlaces.find(text.At(place.begin)) == std::u32string_view::npos) return;
  AddEach(place, 62, out);
}

// 中美, 京津, 中俄两国: a word, or two neighbouring characters, of nothing but abbreviations.
void AddPair(const NameText& text, const NameWord& word, NameCandidates& out) {
  if (word.span.size() < 2 || word.span.size() > 4 || !AllAbbreviations(text, word.span)) return;
  if (word.known != nullptr) return;
  const bool name = word.tag == WordTag::kPlace || word.tag == WordTag::kShort ||
                    word.tag == WordTag::kUnknown || word.tag == WordTag::kName ||
                    word.tag == WordTag::kOrganization;
  if (!name && !BeforeCue(text, word.span.end)) return;
  AddEach(word.span, BeforeCue(text, word.span.end) ? 70 : 58, out);
}

// 中美|关系 as one dictionary word, or 中|美 as two.
void AddLoosePair(const NameText& text, uint32_t begin, NameCandidates& out) {
  const text::Span pair{begin, begin + 2};
  if (pair.end > text.size() || !text.IsWordBegin(begin)) return;
  for (uint32_t i = begin; i < pair.end; ++i) {
    const char32_t c = text.At(i);
    if (!text.lexicon().Is({&c, 1}, kAbbreviation)) return;
  }
  if (BeforeCue(text, pair.end)) AddEach(pair, 64, out);
}

// 中方, 美军, 俄总统: one dictionary word of a country and what it has.
void AddWithNoun(const NameText& text, const NameWord& word, NameCandidates& out) {
  if (word.span.size() < 2 || word.known != nullptr) return;
  const text::Span country{word.span.begin, word.span.begin + 1};
  constexpr std::u32string_view kCountries = U"中美日俄英法德韩朝印巴越菲澳加以伊叙乌欧";
  if (kCountries.find(text.At(country.begin)) == std::u32string_view::npos) return;
  const std::u32string_view rest = text.Slice({country.end, word.span.end});
  const bool party = rest == U"方" || rest == U"军";
  const bool russian = text.At(country.begin) == U'俄' && rest.size() >= 2 &&
                       text.lexicon().Is(rest, kAbbreviationAfter | kTitleBefore);
  if (party || russian) AddEach(country, 62, out);
}

bool IsTagged(const NameWord& word) {
  return word.tag == WordTag::kPlace || word.tag == WordTag::kShort;
}

// The abbreviation that follows directly, with which this one is a pair (中俄, 日|俄, the first cut
// as a day); nullptr where there is none.
const NameWord* PartnerOf(const NameText& text, size_t index) {
  if (index + 1 == text.words().size()) return nullptr;
  const NameWord& word = text.words()[index];
  const NameWord& next = text.words()[index + 1];
  const bool dated = text::IsDigit(text.Before(word.span.begin));
  if (dated || next.span.size() != 1 || !AllAbbreviations(text, next.span)) return nullptr;
  const bool pair = IsTagged(word) && IsTagged(next);
  const bool day = word.tag == WordTag::kNumber && next.tag == WordTag::kShort;
  return pair || day ? &next : nullptr;
}

void AddSingle(const NameText& text, size_t index, NameCandidates& out) {
  const NameWord& word = text.words()[index];
  if (word.span.size() != 1 || !AllAbbreviations(text, word.span)) return;
  const bool region = (word.classes & kRegionAbbreviation) != 0;
  const bool tagged = IsTagged(word);
  int score = 0;
  if (BeforeCue(text, word.span.end)) score = tagged ? 66 : 44;
  if (AfterCue(text, index)) score = std::max(score, tagged || region ? 60 : 30);
  if (const NameWord* const partner = PartnerOf(text, index); partner != nullptr) {
    score = tagged ? std::max(score, 56) : 56;
    AddEach(partner->span, 56, out);
  }
  const bool listed = text.At(word.span.end) == U'、' || text.Before(word.span.begin) == U'、';
  if (listed && tagged) score = std::max(score, 58);
  if (tagged) score = std::max(score, text.At(word.span.begin) == U'俄' ? 54 : 40);
  if (score >= 30) AddEach(word.span, score, out);
}

}  // namespace

void FindAbbreviatedPlaces(const NameText& text, NameCandidates& out) {
  for (size_t i = 0; i < text.words().size(); ++i) {
    AddGoingTo(text, text.words()[i], out);
    AddWithNoun(text, text.words()[i], out);
    AddPair(text, text.words()[i], out);
    AddLoosePair(text, text.words()[i].span.begin, out);
    AddSingle(text, i, out);
  }
}

}  // namespace yinzheng::knowledge
