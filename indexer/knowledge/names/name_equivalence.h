// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_EQUIVALENCE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_EQUIVALENCE_H_

#include "indexer/knowledge/names/document_names.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Joins names of a text that mean the same wherever they stand: 中科院 and 中国科学院 (the
// dictionaries say so), 怀柔 and 怀柔区 (the same place with and without its rank), 华 and 中国.
// Names that are not in the text are not added.
void JoinEquivalentNames(const NameText& text, DocumentNames& names);

// The name under which the same entity of another text is recognised: the dictionaries' full name
// of `name`, or the name itself. UTF-8.
std::u32string IdentityOf(const NameLexicon& lexicon, std::u32string_view name);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_EQUIVALENCE_H_
