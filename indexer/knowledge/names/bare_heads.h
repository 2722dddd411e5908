// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_BARE_HEADS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_BARE_HEADS_H_

#include "indexer/knowledge/names/document_names.h"
#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Reads the ending of a place's name that stands alone as that place: 科学城 after 东湖科学城, 三期
// at the beginning of a clause where the text knows one site's 三期. Only the endings of
// name_words.tsv (bare_head) are read so, since most others (园区, 开发区) are mere nouns. Every
// place where the ending stands must mean the same name, the nearest one before it. Adds the ending
// to `names`, for this text alone, and a candidate to `out` for each of those places. Linear in the
// text for each ending.
void FindBareHeads(const NameText& text, DocumentNames& names, NameCandidates& out);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_BARE_HEADS_H_
