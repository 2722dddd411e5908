// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_FIGURE_NOUN_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_FIGURE_NOUN_H_

#include <string>

#include "indexer/knowledge/extract/word_reader.h"

namespace yinzheng::knowledge {

// What a figure measures, in the words of the text: the nouns behind it (217名科研人员), before it
// (总面积约7平方公里), or the verbs around it (用时4个月, 12家上市).
struct FigureNoun {
  std::u32string property;  // 科研人员数; empty if the text says nothing
  size_t owner = 0;         // word index of a name that stands directly before the noun; 0: none
  size_t described =
      0;  // word index of the name that the figure describes (…平方米的平台); 0: none
  WordRange described_noun;  // the noun it describes, if that is no name
  WordRange before;          // the nouns before it that it measures; empty: none
};

// Reads the words around the quantity at word `figure` of `clause`.
FigureNoun ReadFigureNoun(const WordReader& reader, WordRange clause, size_t figure);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_FIGURE_NOUN_H_
