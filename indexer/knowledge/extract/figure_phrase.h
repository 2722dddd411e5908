// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_FIGURE_PHRASE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_FIGURE_PHRASE_H_

#include <string>

#include "indexer/knowledge/extract/word_reader.h"

namespace yinzheng::knowledge {

// Where the noun phrases before and behind a figure begin and end. It does not know which of them
// the figure measures: that is figure_noun.h's business. Borrows the reader; linear in the phrase.
class FigurePhrase {
 public:
  FigurePhrase(const WordReader& reader, WordRange clause, size_t figure)
      : r_(reader), clause_(clause), figure_(figure) {}

  // Behind the noun phrase from `i` on; `i` if there is none.
  size_t End(size_t i) const;
  // Where the noun phrase that ends before `i` begins; `i` if there is none.
  size_t Begin(size_t i) const;
  // The words without quotation marks.
  std::u32string TextOf(size_t begin, size_t end) const;

 private:
  bool QuoteBelongs(size_t i) const;
  bool QualifiesNoun(size_t open) const;
  bool InsideQualifier(size_t i, size_t begin) const;
  bool Joins(size_t i, size_t begin) const;
  bool BelongsBefore(size_t p, size_t end) const;
  bool JoinsNouns(size_t p, size_t end) const;
  bool IsCommonNoun(size_t i) const;
  bool IsMeasureTaggedAsVerb(size_t p) const;
  bool IsCutWord(size_t i) const;
  bool TellsWhich(size_t i, size_t end) const;
  bool IsAboveSize(size_t i, size_t end) const;
  bool AttributiveVerb(size_t i) const;

  const WordReader& r_;
  const WordRange clause_;
  const size_t figure_;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_FIGURE_PHRASE_H_
