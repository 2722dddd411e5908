// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_CODE_NAME_FINDER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_CODE_NAME_FINDER_H_

#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Finds products and things named by Latin letters and digits (HH-003, 悟道3.0 is not its business)
// where they look like a code or repeat, and a Chinese word beside them says what they are. Adds to
// `out`. Linear.
void FindCodeNames(const NameText& text, NameCandidates& out);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_CODE_NAME_FINDER_H_
