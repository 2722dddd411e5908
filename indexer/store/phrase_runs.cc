// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/phrase_runs.h"

#include <algorithm>

#include "indexer/text/fold.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using text::Token;

bool StartsWithOneOf(const std::string& tag, std::string_view letters) {
  return letters.find(tag.front()) != std::string_view::npos;
}

bool IsHanWord(std::u32string_view text, const Token& word) {
  const std::u32string_view characters = text::Slice(text, word.span);
  return std::all_of(characters.begin(), characters.end(), text::IsHan);
}

// Nouns, verbs, adjectives, short forms and idioms; one character alone only where it is a noun.
bool MayBegin(const Token& word) {
  if (word.span.size() == 1) return StartsWithOneOf(word.tag, "nj");
  return StartsWithOneOf(word.tag, "nvabjliszh");
}

// What a phrase is about stands last in Chinese: nouns, and verbs and adjectives used as such.
bool MayEnd(const Token& word) {
  return StartsWithOneOf(word.tag, "njli") || word.tag == "vn" || word.tag == "an";
}

// Pronouns, particles, measures, adverbs, words of time and what is not known part phrases;
// conjunctions and prepositions (经济和社会发展) join them.
bool MayContinue(const Token& word) { return !StartsWithOneOf(word.tag, "ruyeoqxwdt"); }

void AddRunsFrom(const text::FoldedText& folded, std::u32string_view printed,
                 const std::vector<Token>& words, size_t first, std::vector<PhraseRun>& runs) {
  const uint32_t begin = words[first].span.begin;
  for (size_t last = first; last < words.size(); ++last) {
    const uint32_t end = words[last].span.end;
    if (end - begin > kMaxRun || !MayContinue(words[last]) || !IsHanWord(folded.key, words[last])) {
      return;
    }
    if (last == first || end - begin < kMinPhrase || !MayEnd(words[last])) continue;
    const text::Span place = {begin, end};
    runs.push_back({text::EncodeUtf8(text::Slice(folded.key, place)),
                    text::EncodeUtf8(text::Slice(printed, folded.ToSource(place)))});
  }
}

}  // namespace

std::vector<PhraseRun> FindPhraseRuns(const text::Segmenter& segmenter, std::u32string_view text) {
  const text::FoldedText folded = text::FoldCharacters(text);
  const std::vector<Token> words = segmenter.Segment(folded.key);
  std::vector<PhraseRun> runs;
  for (size_t first = 0; first < words.size(); ++first) {
    if (MayBegin(words[first])) AddRunsFrom(folded, text, words, first, runs);
  }
  return runs;
}

std::vector<std::string> TitleWords(const text::Segmenter& segmenter, std::u32string_view title) {
  constexpr uint32_t kLongestWord = 4;
  const std::u32string key = text::FoldToKey(title);
  std::vector<std::string> found;
  for (const Token& word : segmenter.Segment(key)) {
    if (word.span.size() < 2 || word.span.size() > kLongestWord || !IsHanWord(key, word)) continue;
    found.push_back(word.word);
  }
  return found;
}

}  // namespace yinzheng::store
