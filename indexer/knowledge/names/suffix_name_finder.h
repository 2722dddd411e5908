// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_SUFFIX_NAME_FINDER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_SUFFIX_NAME_FINDER_H_

#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Finds names that a typical ending gives away (研究院, 有限公司, 科学城, 论坛, 县), with the
// longest stretch of words before it that the grammar of such names allows. The endings and what
// they ask for are data (name_suffixes.tsv). Adds to `out`. Cost: a few hash lookups a word.
void FindSuffixNames(const NameText& text, NameCandidates& out);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_SUFFIX_NAME_FINDER_H_
