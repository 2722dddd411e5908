// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_RESPECTIVE_NOUNS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_RESPECTIVE_NOUNS_H_

#include <optional>
#include <string>

#include "indexer/knowledge/extract/word_reader.h"

namespace yinzheng::knowledge {

// What one figure of a row measures.
struct RespectiveNoun {
  std::u32string noun;  // with what the list shares: 家具行业利润
  std::u32string verb;  // 增长; empty where the row only states levels
};

// 食品、家具行业利润分别增长0.8%和0.7%: the member of the list before 分别 that stands where word
// `figure` stands in its row. nullopt if there is no such list, or not as many nouns as figures.
// Names are no nouns: whose figures they are is the business of subjects. Linear in the clause.
std::optional<RespectiveNoun> FindRespectiveNoun(const WordReader& reader, WordRange clause,
                                                 size_t figure);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_RESPECTIVE_NOUNS_H_
