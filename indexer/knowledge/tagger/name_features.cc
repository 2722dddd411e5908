// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/tagger/name_features.h"

#include <algorithm>
#include <string_view>

#include "indexer/knowledge/names/candidate_selection.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

// The classes that there were when the model was made. Later ones would make words unknown to it.
constexpr uint64_t kLearnedClasses = kLeadVerb - 1;

constexpr int kSuffixHorizon = 6;  // words looked ahead for an ending

// Our own hash, since a model outlives the library that would lend one.
constexpr uint64_t Mix(uint64_t hash, uint64_t value) {
  hash ^= value + 0x9e3779b97f4a7c15ULL + (hash << 6) + (hash >> 2);
  hash *= 0xff51afd7ed558ccdULL;
  return hash ^ (hash >> 32);
}

template <typename... Values>
constexpr uint32_t Feature(uint32_t family, Values... values) {
  uint64_t hash = family;
  ((hash = Mix(hash, static_cast<uint64_t>(values))), ...);
  // The last bit says whether it holds text; 0 marks the empty places of a model's table.
  const auto feature = static_cast<uint32_t>(hash ^ (hash >> 29)) & ~1U;
  return feature == 0 ? 2 : feature;
}

// A feature of the very characters or words.
template <typename... Values>
constexpr uint32_t Textual(uint32_t family, Values... values) {
  return Feature(family, values...) | 1U;
}

uint64_t HashOf(std::u32string_view text) {
  uint64_t hash = text.size();
  for (const char32_t c : text) hash = Mix(hash, c);
  return hash;
}

uint32_t HashOf(std::string_view text) {
  uint64_t hash = text.size();
  for (const char c : text) hash = Mix(hash, static_cast<uint8_t>(c));
  return static_cast<uint32_t>(hash);
}

// Numbers and Latin words are seen by their kind: no model should learn years and model numbers.
char32_t Generalised(char32_t c) {
  if (text::IsDigit(c)) return U'0';
  if (text::IsLatinLetter(c)) return U'a';
  return c;
}

// Log odds of given names in five steps.
uint8_t Odds(int tenths) {
  if (tenths == 0) return 2;
  return static_cast<uint8_t>(2 + std::clamp(tenths / 10, -2, 2));
}

NamePlace PlaceIn(text::Span span, uint32_t position) {
  if (span.size() == 1) return NamePlace::kSingle;
  if (position == span.begin) return NamePlace::kBegin;
  return position + 1 == span.end ? NamePlace::kEnd : NamePlace::kInside;
}

// The ending that a word is, or that its last two or one characters are.
const SuffixRule* SuffixOf(const NameLexicon& lexicon, std::u32string_view word) {
  for (const size_t size : {word.size(), size_t{2}, size_t{1}}) {
    if (size > word.size()) continue;
    const SuffixRule* const rule = lexicon.FindSuffix(word.substr(word.size() - size));
    if (rule != nullptr) return rule;
  }
  return nullptr;
}

}  // namespace

NameFeatures::NameFeatures(const NameText& text, const NameCandidates& candidates) : text_(text) {
  ReadWords(text);
  ReadLetters(text);
  ReadCandidates(candidates);
}

void NameFeatures::ReadWords(const NameText& text) {
  words_.reserve(text.words().size());
  for (const NameWord& source : text.words()) {
    const std::u32string_view slice = text.Slice(source.span);
    Word word;
    const bool counts = source.tag == WordTag::kNumber || source.tag == WordTag::kLatin;
    word.text = counts ? static_cast<uint64_t>(source.tag) + 1 : HashOf(slice);
    word.tag = static_cast<uint32_t>(source.tag) + 1;
    word.classes = static_cast<uint32_t>(Mix(1, source.classes & kLearnedClasses));
    const auto size = static_cast<uint32_t>(std::min<size_t>(slice.size(), 5));
    word.shape = 2 * size + (source.in_dictionary ? 1 : 0);
    if (text::IsHan(slice[0])) {
      const SuffixRule* const rule = SuffixOf(text.lexicon(), slice);
      if (rule != nullptr) word.suffix = HashOf(rule->id);
    }
    words_.push_back(word);
  }
}

void NameFeatures::ReadLetters(const NameText& text) {
  const NameLexicon& lexicon = text.lexicon();
  letters_.resize(text.size());
  for (uint32_t i = 0; i < text.size(); ++i) {
    const char32_t c = text.At(i);
    Letter& letter = letters_[i];
    letter.character = Generalised(c);
    const size_t word = text.WordAt(i);
    if (word < words_.size()) letter.place = PlaceIn(text.words()[word].span, i);
    if (!text::IsHan(c)) continue;
    letter.surname = static_cast<uint8_t>(lexicon.SurnameWeight({&c, 1}));
    letter.given_first = Odds(lexicon.GivenFirst(c));
    letter.given_last = Odds(lexicon.GivenLast(c));
    const uint64_t classes = lexicon.ClassesOf({&c, 1});
    letter.spelling = (classes & kTransliterationStrong) != 0 ? 2 : 0;
    if (letter.spelling == 0 && (classes & kTransliterationWeak) != 0) letter.spelling = 1;
  }
}

void NameFeatures::CoverWith(const NameCandidate& candidate, std::vector<Cover>& covers) {
  const std::optional<NameClass> name_class = NameClassOf(candidate.type);
  Cover cover;
  cover.score = candidate.score;
  cover.strength = static_cast<uint8_t>(1 + std::clamp(candidate.score, 0, 99) / 10);
  cover.rule = HashOf(candidate.rule);
  cover.kind = name_class ? static_cast<uint8_t>(*name_class) : kOtherKind;
  for (uint32_t i = candidate.span.begin; i < candidate.span.end; ++i) {
    if (covers[i].strength > 0 && covers[i].score >= candidate.score) continue;
    cover.place = PlaceIn(candidate.span, i);
    covers[i] = cover;
  }
}

void NameFeatures::ReadCandidates(const NameCandidates& candidates) {
  for (std::vector<Cover>& covers : best_) covers.resize(text_.size());
  chosen_.resize(text_.size());
  for (const NameCandidate& candidate : candidates) {
    const std::optional<NameClass> name_class = NameClassOf(candidate.type);
    if (name_class) CoverWith(candidate, best_[static_cast<size_t>(*name_class)]);
  }
  for (const NameCandidate& candidate : SelectCandidates(candidates)) {
    CoverWith(candidate, chosen_);
  }
}

const NameFeatures::Word& NameFeatures::WordBy(size_t index, int offset) const {
  static const Word* const kNone = new Word();
  const auto at = static_cast<int64_t>(index) + offset;
  return at < 0 || at >= static_cast<int64_t>(words_.size()) ? *kNone
                                                             : words_[static_cast<size_t>(at)];
}

const NameFeatures::Letter& NameFeatures::LetterBy(uint32_t position, int offset) const {
  static const Letter* const kNone = new Letter();
  const int64_t at = int64_t{position} + offset;
  return at < 0 || at >= static_cast<int64_t>(letters_.size()) ? *kNone
                                                               : letters_[static_cast<size_t>(at)];
}

uint32_t NameFeatures::Character(uint32_t position, int offset) const {
  return LetterBy(position, offset).character;
}

// The first ending among the next words, as long as a name could reach it.
uint32_t NameFeatures::NextSuffix(size_t word) const {
  for (int step = 1; step <= kSuffixHorizon; ++step) {
    if (word + static_cast<size_t>(step) >= words_.size()) return 0;
    const NameWord& next = text_.words()[word + static_cast<size_t>(step)];
    const bool breaks = next.tag == WordTag::kPunctuation || next.tag == WordTag::kFunction ||
                        next.tag == WordTag::kVerb;
    if (breaks) return 0;
    const uint32_t suffix = WordBy(word, step).suffix;
    if (suffix != 0) return Feature(static_cast<uint32_t>(std::min(step, 4)), suffix);
  }
  return 0;
}

void NameFeatures::ReadCharacters(uint32_t position, std::vector<uint32_t>& features) const {
  const uint32_t before2 = Character(position, -2);
  const uint32_t before = Character(position, -1);
  const uint32_t here = Character(position, 0);
  const uint32_t after = Character(position, 1);
  const uint32_t after2 = Character(position, 2);
  features.push_back(Textual(1, here));
  features.push_back(Textual(2, before));
  features.push_back(Textual(3, after));
  features.push_back(Textual(4, before2));
  features.push_back(Textual(5, after2));
  features.push_back(Textual(6, before, here));
  features.push_back(Textual(7, here, after));
  features.push_back(Textual(8, before2, before));
  features.push_back(Textual(9, after, after2));
  features.push_back(Textual(10, before, here, after));
  features.push_back(Textual(11, before2, before, here));
  features.push_back(Textual(12, here, after, after2));
}

void NameFeatures::ReadWordFeatures(uint32_t position, std::vector<uint32_t>& features) const {
  const size_t index = text_.WordAt(position);
  const Letter& letter = letters_[position];
  const auto place = static_cast<uint32_t>(letter.place);
  const Word& word = WordBy(index, 0);
  const Word& before = WordBy(index, -1);
  const Word& after = WordBy(index, 1);
  features.push_back(Textual(20, word.text, place));
  features.push_back(Textual(21, word.text, place, before.tag));
  features.push_back(Textual(22, before.text, place, word.tag));
  features.push_back(Textual(23, after.text, place, word.tag));
  features.push_back(Feature(24, word.tag, place, word.shape));
  features.push_back(Feature(25, before.tag, word.tag, place));
  features.push_back(Feature(26, word.tag, after.tag, place));
  features.push_back(Feature(27, before.tag, word.tag, after.tag, place));
  features.push_back(Feature(28, WordBy(index, -2).tag, before.tag, word.tag, place));
  features.push_back(Feature(29, word.tag, after.tag, WordBy(index, 2).tag, place));
  features.push_back(Feature(30, before.classes, place, word.tag));
  features.push_back(Feature(31, after.classes, place, word.tag));
  features.push_back(Feature(32, word.classes, place));
  features.push_back(Feature(33, word.suffix, place));
  features.push_back(Feature(34, after.suffix, word.tag, place));
  features.push_back(Feature(35, NextSuffix(index), word.tag, place));
}

void NameFeatures::ReadSpelling(uint32_t position, std::vector<uint32_t>& features) const {
  const auto place = static_cast<uint32_t>(letters_[position].place);
  // As the surname, the first and the last character of a Chinese personal name.
  for (int first = -2; first <= 0; ++first) {
    const Letter& surname = LetterBy(position, first);
    if (surname.surname == 0) continue;
    features.push_back(Feature(static_cast<uint32_t>(42 + first), surname.surname,
                               LetterBy(position, first + 1).given_first,
                               LetterBy(position, first + 2).given_last, place));
  }
  uint32_t spelling = 0;
  for (int offset = -2; offset <= 2; ++offset) {
    spelling = 3 * spelling + LetterBy(position, offset).spelling;
  }
  features.push_back(Feature(43, spelling));
  features.push_back(Feature(44, spelling / 3 % 27, place, WordBy(text_.WordAt(position), 0).tag));
}

void NameFeatures::ReadCovers(uint32_t position, std::vector<uint32_t>& features) const {
  for (uint32_t i = 0; i < kNameClasses; ++i) {
    const Cover& cover = best_[i][position];
    if (cover.strength == 0) continue;
    features.push_back(Feature(50 + i, cover.strength, static_cast<uint32_t>(cover.place)));
    features.push_back(Feature(54 + i, cover.rule, static_cast<uint32_t>(cover.place)));
  }
  const Cover& chosen = chosen_[position];
  const auto seen = [&](const Cover& cover) {
    return cover.strength == 0 ? 0U : 1U + 4U * cover.kind + static_cast<uint32_t>(cover.place);
  };
  const uint32_t here = seen(chosen);
  const uint32_t before = position == 0 ? 0 : seen(chosen_[position - 1]);
  const uint32_t after = position + 1 == chosen_.size() ? 0 : seen(chosen_[position + 1]);
  const Word& word = WordBy(text_.WordAt(position), 0);
  features.push_back(Feature(60, here, chosen.strength));
  features.push_back(Feature(61, before, here, after));
  features.push_back(Feature(62, here, chosen.rule, word.tag));
}

void NameFeatures::Read(uint32_t position, std::vector<uint32_t>& features) const {
  features.clear();
  ReadCharacters(position, features);
  ReadWordFeatures(position, features);
  ReadSpelling(position, features);
  ReadCovers(position, features);
}

}  // namespace yinzheng::knowledge
