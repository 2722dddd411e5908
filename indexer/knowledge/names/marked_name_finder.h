// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_MARKED_NAME_FINDER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_MARKED_NAME_FINDER_H_

#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Finds names that marks set apart: 《…》 by the kind of document that the title ends in, “…” where
// a head noun beside it or its own ending says what it names. Quotes for emphasis yield nothing.
// Spans are without the marks. Adds to `out`. Linear.
void FindMarkedNames(const NameText& text, NameCandidates& out);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_MARKED_NAME_FINDER_H_
