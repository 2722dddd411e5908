// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/foreign_name_finder.h"

#include <algorithm>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

bool IsDot(char32_t c) { return c == U'·' || c == U'•' || c == U'・' || c == U'‧' || c == U'•'; }

bool IsStrong(const NameText& text, char32_t c) {
  return text.lexicon().Is({&c, 1}, kTransliterationStrong);
}

bool IsTransliteration(const NameText& text, char32_t c) {
  return text.lexicon().Is({&c, 1}, kTransliterationStrong | kTransliterationWeak);
}

// Whether the word that holds a character lets it be part of a foreign name: names and unknown
// words do, single characters do, ordinary words only if all of it spells foreign names.
bool WordSpells(const NameText& text, const NameWord& word) {
  if (word.tag == WordTag::kPunctuation || word.tag == WordTag::kLatin) return false;
  if (word.known != nullptr && !word.known->ambiguous) {
    // 埃里克·霍夫曼: towns are named like people, and a dot says which it is.
    const bool spelt =
        word.known->type == v1::ENTITY_TYPE_PERSON || word.known->type == v1::ENTITY_TYPE_PLACE;
    return spelt && (IsDot(text.At(word.span.end)) || IsDot(text.Before(word.span.begin)));
  }
  if (word.classes & (kNotName | kBreakWord)) return false;
  const std::u32string_view slice = text.Slice(word.span);
  const bool name = word.tag == WordTag::kPerson || !word.in_dictionary ||
                    word.tag == WordTag::kPlace || word.tag == WordTag::kName;
  if (name) return true;
  if (slice.size() == 1) {
    return IsStrong(text, slice[0]) ||
           (word.tag != WordTag::kFunction && word.tag != WordTag::kConjunction);
  }
  return std::all_of(slice.begin(), slice.end(), [&](char32_t c) { return IsStrong(text, c); });
}

// The foreign name being read.
struct Run {
  text::Span span;
  size_t strong = 0;
  size_t dots = 0;
  size_t words = 0;
  bool person = false;  // a word inside is tagged as a person
  bool place = false;   // a word inside is tagged as a place
};

bool HasTitleBefore(const NameText& text, uint32_t begin) {
  return text.lexicon().TitleBefore(text.Until(begin, 8)) >= 2;
}

bool HasPersonAfter(const NameText& text, uint32_t end) {
  const std::u32string_view after = text.From(end, 8);
  return text.lexicon().WordAfter(after, kTitleAfter) >= 2 ||
         text.lexicon().WordAfter(after, kSpeechWord) >= 2 || text.At(end) == U'说' ||
         text.At(end) == U'称';
}

// In, to or from it, or after the place it lies in.
bool HasPlaceBefore(const NameText& text, uint32_t begin) {
  if (begin == 0) return false;
  const NameWord& before = text.words()[text.WordAt(begin - 1)];
  return (before.classes & (kPlaceBefore | kPlaceNoun)) != 0 || before.tag == WordTag::kPlace;
}

bool HasPlaceAfter(const NameText& text, uint32_t end) {
  return text.lexicon().WordAfter(text.From(end, 4), kPlaceNoun) > 0;
}

int BaseScore(const Run& run) {
  const size_t size = run.span.size() - run.dots;
  if (run.dots > 0) return 92;
  if (size < 2) return 0;
  int score = 20 + static_cast<int>(36 * run.strong / size);
  if (run.person || run.place) score += 12;
  if (size >= 4) score += 12;
  if (size == 2) score -= run.person ? 18 : 24;
  if (run.words >= size) score -= 10;  // all single characters: no word at all
  return score;
}

// 辛阳|博士: characters that spell foreign names spell a title as well.
text::Span WithoutTitle(const NameText& text, const Run& run) {
  text::Span span = run.span;
  if (span.size() > 3 && text.Slice({span.end - 2, span.end}) == U"博士") span.end -= 2;
  return span;
}

void AddRun(const NameText& text, Run run, NameCandidates& out) {
  run.span = WithoutTitle(text, run);
  if (run.span.size() < 2) return;
  int score = BaseScore(run);
  const bool titled = HasTitleBefore(text, run.span.begin);
  const bool speaks = HasPersonAfter(text, run.span.end);
  const bool place = !titled && !speaks && run.dots == 0 &&
                     (HasPlaceBefore(text, run.span.begin) || HasPlaceAfter(text, run.span.end) ||
                      (run.place && !run.person));
  if (titled) score += 26;
  if (speaks) score += 16;
  if (place) score += 6;
  if (score < 30) return;
  out.push_back({run.span, place ? v1::ENTITY_TYPE_PLACE : v1::ENTITY_TYPE_PERSON,
                 std::min(score, 94), "foreign"});
}

class Reader {
 public:
  Reader(const NameText& text, NameCandidates& out) : text_(text), out_(out) {}

  void Run() {
    for (uint32_t i = 0; i < text_.size(); ++i) {
      const char32_t c = text_.At(i);
      if (IsDot(c) && !run_.span.empty() && IsTransliteration(text_, text_.At(i + 1))) {
        ++run_.dots;
        run_.span.end = i + 1;
      } else if (c == U'-' && JoinsSurnames(i)) {
        run_.span.end = i + 1;
      } else if (Continues(i, c)) {
        Take(i, c);
      } else {
        Flush();
      }
    }
    Flush();
  }

 private:
  // 总统杜马-卡内特: surnames of two or more characters on both sides, of which none is a place.
  bool JoinsSurnames(uint32_t i) const {
    if (i + 2 >= text_.size() || run_.span.size() < 2 || run_.place || !text_.IsWordBegin(i + 1)) {
      return false;
    }
    if (run_.dots == 0 && !HasTitleBefore(text_, run_.span.begin)) return false;
    const NameWord& next = text_.words()[text_.WordAt(i + 1)];
    return next.known == nullptr && next.tag != WordTag::kPlace &&
           IsTransliteration(text_, text_.At(i + 1)) && IsTransliteration(text_, text_.At(i + 2));
  }

  bool Continues(uint32_t i, char32_t c) const {
    const NameWord& word = text_.words()[text_.WordAt(i)];
    if (word.known != nullptr) return WordSpells(text_, word);
    if (!text::IsHan(c) || !IsTransliteration(text_, c)) return false;
    if (WordSpells(text_, word)) return true;
    // Behind a dot the segmenter's words mean less.
    if (run_.dots == 0 || word.tag == WordTag::kVerb || word.tag == WordTag::kFunction) {
      return false;
    }
    const std::u32string_view slice = text_.Slice(word.span);
    return std::all_of(slice.begin(), slice.end(),
                       [&](char32_t part) { return IsTransliteration(text_, part); });
  }

  void Take(uint32_t i, char32_t c) {
    if (run_.span.empty()) run_.span = {i, i};
    const NameWord& word = text_.words()[text_.WordAt(i)];
    if (run_.span.empty() || word.span.begin == i) ++run_.words;
    run_.span.end = i + 1;
    if (IsStrong(text_, c)) ++run_.strong;
    if (word.span.size() >= 2 && word.tag == WordTag::kPerson) run_.person = true;
    if (word.span.size() >= 2 && word.tag == WordTag::kPlace) run_.place = true;
  }

  void Flush() {
    if (!run_.span.empty()) AddRun(text_, run_, out_);
    run_ = {};
  }

  const NameText& text_;
  NameCandidates& out_;
  struct Run run_;
};

}  // namespace

void FindForeignNames(const NameText& text, NameCandidates& out) { Reader(text, out).Run(); }

}  // namespace yinzheng::knowledge
