// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_ANAPHORA_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_ANAPHORA_H_

#include "indexer/knowledge/extract/clause.h"
#include "indexer/knowledge/extract/word_reader.h"

namespace yinzheng::knowledge {

// The entity that the words 该院, 园区, 其 point back at: the last name before them that ends as
// they do, else the topic if its type fits, else the last name of a fitting type. `topic` is what
// the text spoke of last. An unknown subject if nothing fits within the last few paragraphs.
Subject ResolveAnaphor(const WordReader& reader, WordRange words, const Subject& topic);

// How many words from `i` point back, as the subject of a clause that ends at `end`: 其, 该院, and
// 园区 where a predicate or a measure follows. 0 if none do.
size_t AnaphorLength(const WordReader& reader, size_t i, size_t end);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_ANAPHORA_H_
