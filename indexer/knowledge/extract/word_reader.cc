// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/word_reader.h"

#include <algorithm>

namespace yinzheng::knowledge {

WordRange WordReader::WordsIn(text::Span span) const {
  WordRange range;
  range.begin = text_->WordAt(span.begin);
  range.end = range.begin;
  while (range.end < text_->words.size() && (*this)[range.end].span.begin < span.end) ++range.end;
  return range;
}

bool WordReader::IsAspect(size_t i) const {
  if (!IsPlain(i)) return false;
  const std::u32string_view word = Text(i);
  return word == U"了" || word == U"过" || word == U"着";
}

bool WordReader::IsNominal(size_t i) const {
  if (!IsPlain(i)) return false;
  const std::string_view tag = (*this)[i].tag;
  if (tag.empty() || IsDe(i)) return false;
  if (tag == "vn" || tag == "an" || tag == "eng" || tag == "nz") return true;
  // 联合印发, 隶属于: verbs that the dictionary does not know or takes for nouns.
  if (IsMistagged(i)) return !Is(i, kVerbLike | kCopula | kPreposition) && !RelatesOrHappens(i);
  if (tag == "x") return true;
  if (Is(i, kAdverb) && (Text(i).size() == 1 || tag[0] == 't' || tag[0] == 'd' || tag[0] == 'f')) {
    return false;
  }
  static constexpr std::string_view kTags = "nabjmlsikgqt";
  return kTags.find(tag[0]) != std::string_view::npos && tag != "ad" && !Is(i, kConjunction);
}

bool WordReader::IsMistagged(size_t i) const {
  const std::u32string_view word = Text(i);
  const std::string_view tag = (*this)[i].tag;
  const bool ends_like_verb = tag == "n" && word.size() > 1 && word.back() == U'于';
  // 地处: a place word in the dictionary.
  const bool place_word = tag == "s" && RelatesOrHappens(i);
  return IsPlain(i) && (tag == "x" || ends_like_verb || place_word);
}

bool WordReader::RelatesOrHappens(size_t i) const {
  return rules_->relations.Contains(Text(i)) || rules_->events.Contains(Text(i));
}

bool WordReader::IsVerb(size_t i) const {
  if (IsMistagged(i)) return RelatesOrHappens(i) || Is(i, kVerbLike);
  return IsPlain(i) && !(*this)[i].tag.empty() && (*this)[i].tag[0] == 'v' &&
         (*this)[i].tag != "vn";
}

bool WordReader::IsAdverb(size_t i) const {
  if (!IsPlain(i)) return false;
  const std::string_view tag = (*this)[i].tag;
  return Is(i, kAdverb) || tag == "d" || tag == "ad" || tag == "zg" || tag == "c";
}

bool WordReader::StartsPredicate(size_t i) const {
  return IsVerb(i) || IsAdverb(i) || Is(i, kPreposition | kCopula | kHave) ||
         (*this)[i].kind == WordKind::kDate || IsMark(i);
}

bool WordReader::EndsIn(std::u32string_view words, uint32_t classes) const {
  constexpr size_t kLongest = 4;
  for (size_t n = 1; n <= std::min(kLongest, words.size()); ++n) {
    if (rules_->Is(words.substr(words.size() - n), classes)) return true;
  }
  return false;
}

bool WordReader::IsQuoteMark(size_t i) const {
  if (!IsMark(i)) return false;
  const std::u32string_view mark = Text(i);
  return mark == U"“" || mark == U"”" || mark == U"‘" || mark == U"’" || mark == U"《" ||
         mark == U"》";
}

bool WordReader::IsListSeparator(size_t i) const {
  return (IsMark(i) && Text(i) == U"、") || Is(i, kConjunction);
}

v1::EntityType WordReader::TypeOf(size_t i) const {
  return IsEntity(i) ? text_->Entity(text_->EntityOf((*this)[i])).type
                     : v1::ENTITY_TYPE_UNSPECIFIED;
}

size_t WordReader::PhraseLength(size_t i, size_t end, uint32_t classes) const {
  constexpr size_t kLongest = 4;
  for (size_t n = std::min(kLongest, end - i); n > 0; --n) {
    if ((*this)[i + n - 1].kind != WordKind::kWord) continue;
    const text::Span span = text::Cover((*this)[i].span, (*this)[i + n - 1].span);
    if ((*this)[i].kind == WordKind::kWord && rules_->Is(text_->Text(span), classes)) return n;
  }
  return 0;
}

text::Span WordReader::WithoutMarks(WordRange words) const {
  while (words.begin < words.end && IsMark(words.begin)) ++words.begin;
  while (words.begin < words.end && IsMark(words.end - 1)) --words.end;
  if (words.begin == words.end) return {};
  return text::Cover((*this)[words.begin].span, (*this)[words.end - 1].span);
}

size_t WordReader::BehindBracket(size_t i, size_t end) const {
  for (size_t j = i + 1; j < end; ++j) {
    const std::u32string_view mark = Text(j);
    if (mark == U")" || mark == U"）" || mark == U"〕" || mark == U"]") return j + 1;
  }
  return i + 1;
}

}  // namespace yinzheng::knowledge
