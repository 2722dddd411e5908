// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/person_finder.h"

#include <algorithm>
#include <string_view>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr int kImpossible = -1000;
constexpr char32_t kWordsAfterName[] =
    U"的和与在是将对从就也曾等为向说以及则同把给被让到又还当任摄";

bool IsHanRun(const NameText& text, text::Span span) {
  for (uint32_t i = span.begin; i < span.end; ++i) {
    if (!text::IsHan(text.At(i))) return false;
  }
  return true;
}

int SurnameScore(int weight) {
  switch (weight) {
    case 3:
      return 14;
    case 2:
      return 8;
    default:
      return -14;
  }
}

int GivenScore(const NameText& text, text::Span given) {
  const NameLexicon& lexicon = text.lexicon();
  const char32_t first = text.At(given.begin);
  if (given.size() == 1) return std::max(lexicon.GivenFirst(first), lexicon.GivenLast(first)) / 2;
  return (lexicon.GivenFirst(first) + lexicon.GivenLast(text.At(given.end - 1))) / 2;
}

// Position before `begin` with one space or opening bracket skipped.
uint32_t SkipSpaceBack(const NameText& text, uint32_t begin) {
  while (begin > 0 && (text::IsSpace(text.Before(begin)) || text.Before(begin) == U':' ||
                       text.Before(begin) == U'/')) {
    --begin;
  }
  return begin;
}

bool HasTitleBefore(const NameText& text, uint32_t begin) {
  const uint32_t end = SkipSpaceBack(text, begin);
  const size_t size = text.lexicon().TitleBefore(text.Until(end, 8));
  if (size == 0) return false;
  // 文, 叫 and the like count only as whole words.
  const auto title_begin = static_cast<uint32_t>(end - size);
  return size > 1 || text.IsWordBegin(title_begin);
}

bool IsPersonWord(const NameWord& word) {
  return word.tag == WordTag::kPerson || !word.in_dictionary;
}

// The segmenter's opinion where one word is the whole name.
int WholeWordScore(const NameWord& word, size_t size) {
  if (word.classes & (kNotName | kGenericWord | kBreakWord | kTitleBefore | kTitleAfter)) {
    return kImpossible;
  }
  if (word.known != nullptr && !word.known->ambiguous) return kImpossible;
  if (!word.in_dictionary) return word.tag == WordTag::kUnknown ? 16 : 4;
  if (word.tag == WordTag::kPerson) return size == 2 ? 8 : 24;
  if (word.tag == WordTag::kPlace || word.tag == WordTag::kName) return size == 2 ? -24 : -14;
  return size == 2 ? -45 : -32;
}

// Where the name is made of several words, each longer one inside speaks against it.
int PiecesScore(const NameText& text, text::Span name) {
  int score = 6;
  for (size_t i = text.WordAt(name.begin); i < text.words().size(); ++i) {
    const NameWord& word = text.words()[i];
    if (word.span.begin >= name.end) break;
    const bool particle = word.tag == WordTag::kFunction || word.tag == WordTag::kConjunction;
    if (particle && word.in_dictionary) score -= 14;
    if (word.tag == WordTag::kNumber || word.tag == WordTag::kQuantifier) score -= 8;
    if (word.span.size() == 1) continue;
    if (word.span.end > name.end) {  // the name would cut the word
      score -= IsPersonWord(word) ? 6 : 36;
    } else if (word.span.begin < name.begin) {
      continue;
    } else if (!IsPersonWord(word)) {
      score -= 12;
    }
  }
  return score;
}

int SegmentationScore(const NameText& text, text::Span name) {
  if (!text.IsWordBegin(name.begin)) {
    const NameWord& word = text.words()[text.WordAt(name.begin)];
    if (word.in_dictionary) {
      return HasTitleBefore(text, name.begin) ? PiecesScore(text, name) - 6 : kImpossible;
    }
    return word.span.end >= name.end ? -8 : -20;
  }
  const NameWord& word = text.words()[text.WordAt(name.begin)];
  if (word.span == name) return WholeWordScore(word, name.size());
  return PiecesScore(text, name);
}

int LeftScore(const NameText& text, uint32_t begin) {
  if (begin == 0) return 5;
  if (HasTitleBefore(text, begin)) return 26;
  const char32_t c = text.Before(begin);
  if (c == U'、') return 5;
  if (text::IsPunctuation(c) || text::IsSpace(c) || c == U'\n') return 4;
  const NameWord& word = text.words()[text.WordAt(begin - 1)];
  if (word.tag == WordTag::kUnknown && text.WordAt(begin - 1) != text.WordAt(begin)) return -4;
  return 0;
}

bool HasPersonAfter(const NameText& text, uint32_t end) {
  const std::u32string_view after = text.From(end, 8);
  const size_t honorific = text.lexicon().WordAfter(after, kTitleAfter);
  const size_t speech = text.lexicon().WordAfter(after, kSpeechWord);
  if (honorific >= 2 || speech >= 2) return true;
  return (honorific == 1 || speech == 1) && text.IsWordBegin(end) && text.IsWordEnd(end + 1);
}

int RightScore(const NameText& text, uint32_t end) {
  if (end >= text.size()) return 5;
  if (HasPersonAfter(text, end)) return 16;
  const char32_t c = text.At(end);
  if (text::IsPunctuation(c) || text::IsSpace(c) || c == U'\n') return 6;
  const std::u32string_view words = kWordsAfterName;
  return words.find(c) != std::u32string_view::npos ? 4 : 0;
}

int NameScore(const NameText& text, text::Span surname, text::Span given, int weight) {
  const text::Span name{surname.begin, given.end};
  const int segmentation = SegmentationScore(text, name);
  if (segmentation == kImpossible) return kImpossible;
  int score = 22 + SurnameScore(weight) + std::clamp(GivenScore(text, given), -30, 30) +
              segmentation + LeftScore(text, name.begin) + RightScore(text, name.end);
  constexpr std::u32string_view kPlaceEnds = U"省市县区镇乡村庄州河江湖岛桥路街城寨屯家";
  const bool like_place = kPlaceEnds.find(text.Before(name.end)) != std::u32string_view::npos;
  if (like_place && !HasTitleBefore(text, name.begin)) score -= 24;
  constexpr std::u32string_view kParticles = U"的了是在这那和与为有也不都就被把将向从对于之等说陪";
  if (kParticles.find(text.Before(name.end)) != std::u32string_view::npos) score -= 18;
  if (text.Before(name.end) == U'摄') score -= 30;  // 任超|摄: who took the picture
  if (surname.size() == 2) score += 12;
  if (given.size() == 1) score -= 6;
  return score;
}

// 胡老, 王某, 王某某: what stands behind the surname is no given name.
bool IsAddress(char32_t c) { return c == U'某' || c == U'老'; }

void FindAt(const NameText& text, uint32_t begin, uint32_t surname_size, NameCandidates& out) {
  const text::Span surname{begin, begin + surname_size};
  const int weight = text.lexicon().SurnameWeight(text.Slice(surname));
  if (weight == 0) return;
  // 王先生, 李某: the rest is a form of address.
  if (text.lexicon().Is(text.From(surname.end, 2), kTitleAfter | kTitleBefore | kAddressAfter)) {
    return;
  }
  if (surname_size == 1 && IsAddress(text.At(surname.end))) return;
  // 中韩|建交: the second of two countries.
  const char32_t before = text.Before(begin);
  if (text.lexicon().Is({&before, 1}, kAbbreviation) &&
      text.lexicon().Is(text.Slice(surname), kAbbreviation) &&
      text.lexicon().WordAfter(text.From(surname.end, 3), kAbbreviationAfter) > 0) {
    return;
  }
  for (uint32_t size = 1; size <= 2; ++size) {
    const text::Span given{surname.end, surname.end + size};
    if (given.end > text.size() || !IsHanRun(text, given)) return;
    const int score = NameScore(text, surname, given, weight);
    if (score < 30) continue;
    out.push_back({{begin, given.end}, v1::ENTITY_TYPE_PERSON, std::min(score, 98), "person"});
  }
}

// The length of the form of address that begins at `position`: 先生, 主席, 局长.
uint32_t AddressAt(const NameText& text, uint32_t position) {
  return static_cast<uint32_t>(text.lexicon().WordAfter(text.From(position, 3), kAddressAfter));
}

// 王 某, 李 女士, 汤 局长: a surname alone where a form of address follows.
void FindBareSurname(const NameText& text, uint32_t begin, NameCandidates& out) {
  if (!text.IsWordBegin(begin)) return;
  const char32_t surname = text.At(begin);
  const int weight = text.lexicon().SurnameWeight({&surname, 1});
  const NameWord& word = text.words()[text.WordAt(begin)];
  if (weight < 2 || (word.in_dictionary && word.span.size() > 3)) return;
  // 任|主任, 余|名: verbs and counting words that are surnames as well.
  if (text.lexicon().Is({&surname, 1}, kBreakWord) && word.span.size() == 1) return;
  const uint32_t address = AddressAt(text, begin + 1);
  const bool addressed = address >= 2 && text.IsWordEnd(begin + 1 + address);
  const bool some = text.At(begin + 1) == U'某' && !text::IsHan(text.Before(begin));
  const bool old = text.At(begin + 1) == U'老' && weight == 3 && text.IsWordEnd(begin + 2) &&
                   !text::IsHan(text.Before(begin));
  if (!addressed && !some && !old) return;
  out.push_back({{begin, begin + 1}, v1::ENTITY_TYPE_PERSON, 64, "surname"});
}

}  // namespace

void FindPersons(const NameText& text, NameCandidates& out) {
  for (uint32_t i = 0; i + 1 < text.size(); ++i) {
    if (!text::IsHan(text.At(i))) continue;
    for (const uint32_t surname_size : {3U, 2U, 1U}) FindAt(text, i, surname_size, out);
    FindBareSurname(text, i, out);
  }
}

}  // namespace yinzheng::knowledge
