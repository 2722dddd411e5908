// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_QUOTED_CLAUSE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_QUOTED_CLAUSE_H_

#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Whether the words of `quoted` say something rather than name something: 看谁跑得快,
// 用机器造机器. Short words (two to four characters) never do.
bool HoldsClause(const NameText& text, text::Span quoted);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_QUOTED_CLAUSE_H_
