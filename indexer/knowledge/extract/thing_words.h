// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_THING_WORDS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_THING_WORDS_H_

#include <string_view>

#include "indexer/knowledge/extract/word_reader.h"

namespace yinzheng::knowledge {

// Things that were not recognised as names but are spoken of as such: 江城国际医院项目, 储存环.

// Whether the words are such a name: at most 24 characters that end as names of things do
// (thing_nouns of fact_words.tsv; 厂, 园, 场, 站 behind at least four more).
bool NamesThing(const WordReader& reader, std::u32string_view name);

// The words of `words` that name a thing: without ordinals at the beginning, up to the last noun
// that ends such names. Empty if there is none.
WordRange FindThing(const WordReader& reader, WordRange words);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_THING_WORDS_H_
