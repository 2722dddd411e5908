// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_WORD_READER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_WORD_READER_H_

#include <cstddef>
#include <string_view>

#include "indexer/knowledge/extract/annotated_text.h"
#include "indexer/knowledge/extract/fact_rules.h"

namespace yinzheng::knowledge {

// A range of words by index, half-open.
struct WordRange {
  size_t begin = 0;
  size_t end = 0;
};

// Questions about single words that every recogniser asks. Borrows text and rules; cheap to copy.
class WordReader {
 public:
  WordReader(const AnnotatedText& text, const FactRules& rules) : text_(&text), rules_(&rules) {}

  const AnnotatedText& text() const { return *text_; }
  const FactRules& rules() const { return *rules_; }
  const Word& operator[](size_t i) const { return text_->words[i]; }
  std::u32string_view Text(size_t i) const { return text_->Text((*this)[i]); }
  WordRange WordsIn(text::Span span) const;

  bool IsEntity(size_t i) const { return (*this)[i].kind == WordKind::kEntity; }
  bool IsMark(size_t i) const { return (*this)[i].kind == WordKind::kPunctuation; }
  bool IsPlain(size_t i) const { return (*this)[i].kind == WordKind::kWord; }
  bool Is(size_t i, uint32_t classes) const { return IsPlain(i) && rules_->Is(Text(i), classes); }
  bool IsDe(size_t i) const { return IsPlain(i) && Text(i) == U"的"; }
  // 了, 过, 着.
  bool IsAspect(size_t i) const;
  // A noun or what can stand before one: adjective, numeral, abbreviation, nominal verb, Latin
  // word.
  bool IsNominal(size_t i) const;
  bool IsVerb(size_t i) const;
  // A word whose part of speech the segmenter does not know or gets wrong by its form.
  bool IsMistagged(size_t i) const;
  // A verb of the tables of relations and events.
  bool RelatesOrHappens(size_t i) const;
  // IsVerb, or a verb that the segmenter takes for a noun, where a clause begins or an object
  // follows.
  bool StartsLikeVerb(size_t i) const { return IsVerb(i) || Is(i, kVerbLike); }
  bool IsAdverb(size_t i) const;
  // What the predicate of a clause may begin with: a verb, an adverb, a preposition, a time; a
  // mark.
  bool StartsPredicate(size_t i) const;
  // Whether `words` end in a word of `classes` of at most four characters.
  bool EndsIn(std::u32string_view words, uint32_t classes) const;
  // 总面积, 研发投入: the noun names a measure.
  bool EndsInMeasure(std::u32string_view noun) const { return EndsIn(noun, kMeasureNoun); }
  // An opening or closing quotation mark.
  bool IsQuoteMark(size_t i) const;
  // 、 or a word that joins list members.
  bool IsListSeparator(size_t i) const;
  v1::EntityType TypeOf(size_t i) const;

  // The longest phrase of `classes` that begins with word `i` and ends at a word's end before
  // `end`: how many words it takes; 0 if none.
  size_t PhraseLength(size_t i, size_t end, uint32_t classes) const;

  // Without marks and spaces at the ends; empty if nothing else is there.
  text::Span WithoutMarks(WordRange words) const;

  // Behind the bracket that closes the one at `i`; i + 1 if none does before `end`.
  size_t BehindBracket(size_t i, size_t end) const;

 private:
  const AnnotatedText* text_;
  const FactRules* rules_;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_WORD_READER_H_
