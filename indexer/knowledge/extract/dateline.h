// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_DATELINE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_DATELINE_H_

#include <cstddef>

#include "indexer/knowledge/extract/word_reader.h"

namespace yinzheng::knowledge {

// The first word behind 某社某地5月6日电(记者某某), (某社某地6日外电报道), 【某报记者某某某地报道】
// or 某网消息(某栏目); the first of `clause` if it has no such opening. Looks at a few words.
size_t BehindDateline(const WordReader& reader, WordRange clause);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_DATELINE_H_
