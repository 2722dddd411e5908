// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_OBJECT_NAMES_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_OBJECT_NAMES_H_

#include <vector>

#include "indexer/knowledge/extract/word_reader.h"

namespace yinzheng::knowledge {

// The names in `words`, which begin behind a verb, that are its objects: behind the last 的 that a
// name follows, up to 等 or a further verb. Names that only modify a noun (甲科研院所) are left
// out. Ordered; each is the index of a word.
std::vector<size_t> ObjectNames(const WordReader& reader, WordRange words);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_OBJECT_NAMES_H_
