// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_ALIAS_FINDER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_ALIAS_FINDER_H_

#include "indexer/knowledge/names/document_names.h"
#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Finds other names that brackets introduce behind a name: (以下简称“量子院”), (Nature Research),
// (原…公司), (即…), and adds them to `names`. A bracket without a cue counts only if it holds Latin
// letters or characters of the name in their order. `chosen` are the names found so far, in order
// of place.
void FindIntroducedAliases(const NameText& text, const NameCandidates& chosen,
                           DocumentNames& names);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_ALIAS_FINDER_H_
